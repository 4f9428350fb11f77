// Days as numbers (since 1970), and what a written date may mean.
"use strict";

kg.dates = (() => {
  const { data } = kg.model;
  const DAY = 86400000;
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  function day(year, month = 1, date = 1) {
    const moment = new Date(0);
    moment.setUTCFullYear(year, month - 1, date);
    return Math.round(moment.getTime() / DAY);
  }

  const iso = (at) => new Date(at * DAY).toISOString().slice(0, 10);

  /** First and last day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD…`; null for anything else. */
  function bounds(written) {
    const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(written || "");
    if (!match) return null;
    const [year, month, date] = [match[1], match[2], match[3]].map((part) => part && Number(part));
    if (date) return [day(year, month, date), day(year, month, date)];
    return month ? [day(year, month), day(year, month + 1, 0)] : [day(year), day(year + 1, 1, 0)];
  }

  const ofArticle = data.articles.map((article) => bounds(article.date));
  const ofEvent = data.events.map((event) => (event.earliest ? [bounds(event.earliest)[0], bounds(event.latest)[1]] : null));
  const published = (item) => (item.article === undefined ? null : ofArticle[item.article]);
  const overlap = (range, since, until) => range !== null && range[1] >= since && range[0] <= until;

  function split(at) {
    const moment = new Date(at * DAY);
    return { year: moment.getUTCFullYear(), month: moment.getUTCMonth(), date: moment.getUTCDate() };
  }

  /** A range as people write it: one day, a month, a year, or from – to. */
  function spoken([first, last]) {
    const [a, b] = [split(first), split(last)];
    const full = ({ year, month, date }) => `${date} ${MONTHS[month]} ${year}`;
    if (first === last) return full(a);
    const [startsMonth, endsMonth] = [a.date === 1, split(last + 1).date === 1];
    if (startsMonth && endsMonth) {
      if (a.year === b.year && a.month === 0 && b.month === 11) return `${a.year}`;
      if (a.year === b.year && a.month === b.month) return `${MONTHS[a.month]} ${a.year}`;
      if (a.month === 0 && b.month === 11) return `${a.year} – ${b.year}`;
    }
    return `${full(a)} – ${full(b)}`;
  }

  return { day, iso, bounds, ofArticle, ofEvent, published, overlap, split, spoken, MONTHS };
})();
