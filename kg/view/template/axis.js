// Time axes: scales over days and ticks at round dates.
"use strict";

kg.axis = (() => {
  const { day, split, MONTHS } = kg.dates;
  const UNITS = [
    ["date", 1, 1], ["date", 2, 2], ["date", 7, 7], ["month", 1, 30], ["month", 3, 91], ["month", 6, 182], ["year", 1, 365],
    ["year", 2, 730], ["year", 5, 1826], ["year", 10, 3652], ["year", 25, 9131], ["year", 50, 18262], ["year", 100, 36524], ["year", 500, 182621],
  ];

  /** Days to pixels over `width`, with the way back. A day takes its whole width: the end is the day after `last`. */
  function scale([first, last], width) {
    const span = last + 1 - first;
    return { x: (at) => ((at - first) / span) * width, day: (x) => first + (x / width) * span, first, last, width };
  }

  /** At most about `width / 84` ticks: [{ at, text }]. */
  function ticks({ first, last, width }) {
    const most = Math.max(2, width / 84);
    const [unit, step] = UNITS.find(([, , length]) => (last + 1 - first) / length <= most) || UNITS[UNITS.length - 1];
    const { year, month, date } = split(first);
    const found = [];
    for (let turn = 0; found.length < 400; turn += 1) {
      const at = unit === "year" ? day(Math.ceil(year / step) * step + turn * step) : unit === "month" ? day(year, Math.floor(month / step) * step + 1 + turn * step) : day(year, month + 1, date + turn * step);
      if (at > last) break;
      if (at < first) continue;
      const parts = split(at);
      const text = unit === "year" ? `${parts.year}` : unit === "month" ? (parts.month === 0 || !found.length ? `${MONTHS[parts.month]} ${parts.year}` : MONTHS[parts.month]) : `${parts.date} ${MONTHS[parts.month]}${found.length ? "" : ` ${parts.year}`}`;
      found.push({ at, text });
    }
    return found;
  }

  return { scale, ticks };
})();
