// Sliders: one value, and a range of time over the dates that occur.
"use strict";

kg.slider = (() => {
  const { element, svg } = kg;
  const BARS = 36;

  /** One value between `min` and `max`; `text` says what it means, `onValue` hears of every change. */
  function single({ id, label, min, max, step = 1, text, onValue }) {
    const input = element("input", { type: "range", id, min, max, step });
    const shown = element("output", { for: id });
    const box = element("div", { className: "slider" }, element("label", { for: id }, element("span", { text: label }), shown), input);
    const say = (value) => {
      shown.textContent = text(value);
      input.setAttribute("aria-valuetext", text(value));
      input.style.setProperty("--part", max > min ? (value - min) / (max - min) : 0);
    };
    input.addEventListener("input", () => {
      say(Number(input.value));
      onValue(Number(input.value));
    });
    return {
      box,
      set(value) {
        input.value = value;
        say(value);
      },
    };
  }

  /**
   * A range of time. Its stops are the dates that occur, so that a lonely date long ago takes no room from the others.
   * `ranges`: [first, last] days of all that is dated; `onRange(since, until)` gets days, or null at an end.
   */
  function time({ onRange }) {
    const chart = svg("svg", { class: "histogram", viewBox: `0 0 ${BARS * 4} 26`, preserveAspectRatio: "none", "aria-hidden": "true" });
    const low = element("input", { type: "range", id: "since", min: 0, step: 1, "aria-label": "From" });
    const high = element("input", { type: "range", id: "until", min: 0, step: 1, "aria-label": "Until" });
    const said = element("output", { className: "range" });
    const box = element("div", { className: "time" }, chart, element("div", { className: "double" }, low, high), said);
    let [starts, ends] = [[], []];

    const chosen = () => ({
      since: Number(low.value) === 0 ? null : starts[Number(low.value)],
      until: Number(high.value) === ends.length - 1 ? null : ends[Number(high.value)],
    });

    function say() {
      const [from, to] = [starts[Number(low.value)], ends[Number(high.value)]];
      said.textContent = from === undefined ? "no dates" : kg.dates.spoken([from, to]);
      low.setAttribute("aria-valuetext", from === undefined ? "" : kg.dates.iso(from));
      high.setAttribute("aria-valuetext", to === undefined ? "" : kg.dates.iso(to));
      [...chart.children].forEach((bar) => {
        const day = Number(bar.dataset.day);
        bar.classList.toggle("outside", day < from || day > to);
      });
    }

    function onInput(event) {
      if (starts[Number(low.value)] > ends[Number(high.value)]) {
        if (event.target === low) low.value = starts.findLastIndex((day) => day <= ends[Number(high.value)]);
        else high.value = ends.findIndex((day) => day >= starts[Number(low.value)]);
      }
      say();
      const { since, until } = chosen();
      onRange(since, until);
    }
    [low, high].forEach((input) => input.addEventListener("input", onInput));

    function stock(ranges) {
      starts = [...new Set(ranges.map(([first]) => first))].sort((a, b) => a - b);
      ends = [...new Set(ranges.map(([, last]) => last))].sort((a, b) => a - b);
      low.max = Math.max(0, starts.length - 1);
      high.max = Math.max(0, ends.length - 1);
      low.disabled = high.disabled = starts.length < 2 && ends.length < 2;
      box.classList.toggle("idle", low.disabled);
      const counts = new Array(BARS).fill(0);
      const rank = new Map(starts.map((day, place) => [day, Math.min(BARS - 1, Math.floor((place / starts.length) * BARS))]));
      ranges.forEach(([first]) => (counts[rank.get(first)] += 1));
      const most = Math.max(1, ...counts);
      chart.replaceChildren(...counts.map((count, place) => {
        const height = count ? Math.max(1.5, (24 * count) / most) : 0;
        const bar = svg("rect", { x: place * 4, y: 26 - height, width: 3, height });
        bar.dataset.day = starts[Math.floor((place / BARS) * starts.length)];
        return bar;
      }));
    }

    function set(since, until) {
      const at = since === null ? 0 : starts.findIndex((day) => day >= since);
      low.value = at < 0 ? starts.length - 1 : at;
      const to = until === null ? ends.length - 1 : ends.findLastIndex((day) => day <= until);
      high.value = Math.max(0, to);
      say();
      if (since !== null || until !== null) said.textContent = `${since === null ? "…" : kg.dates.spoken([since, since])} – ${until === null ? "…" : kg.dates.spoken([until, until])}`;
    }

    return { box, stock, set };
  }

  return { single, time };
})();
