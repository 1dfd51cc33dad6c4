// A YASR plugin that draws a bar chart of a result with a column of numbers.
const SVG = "http://www.w3.org/2000/svg";
const MOST = 60;

const drawn = (name, attributes, text) => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
};
const short = (value) => {
  const name = value.type === "uri" ? decodeURI(value.value).replace(/[/#]+$/, "").replace(/^.*[/#]/, "") : value.value;
  return [...name].length > 34 ? [...name].slice(0, 33).join("") + "…" : name;
};
const isNumber = (value) => value && value.type !== "uri" && value.value.trim() !== "" && isFinite(value.value);

// Draws the last column of numbers only, labelled by the first other column.
const columns = (results) => {
  const rows = results?.getBindings?.() ?? [];
  const names = rows.length ? results.getVariables() : [];
  const value = names.filter((name) => rows.every((row) => isNumber(row[name]))).pop();
  const label = names.find((name) => name !== value);
  return value && label ? { rows, value, label } : null;
};

export function barsOf(words) {
  return class Bars {
    constructor(yasr) {
      this.yasr = yasr;
      this.priority = 1;
      this.label = words.say.chart;
    }

    canHandleResults() {
      return columns(this.yasr.results) !== null;
    }

    draw() {
      const { rows, value, label } = columns(this.yasr.results);
      const bars = rows.slice(0, MOST).map((row) => ({ name: row[label] ? short(row[label]) : "", number: Number(row[value].value) }));
      const low = Math.min(0, ...bars.map((bar) => bar.number));
      const high = Math.max(0, ...bars.map((bar) => bar.number));
      const at = (number) => 260 + (number - low) / (high - low || 1) * 400;
      const svg = drawn("svg", { viewBox: `0 0 760 ${bars.length * 24 + 8}`, role: "img", class: "chart", "aria-label": words.say.chart });
      bars.forEach(({ name, number }, i) => {
        const top = 4 + i * 24;
        svg.append(
          drawn("text", { x: 250, y: top + 16, "text-anchor": "end" }, name),
          drawn("rect", { x: at(Math.min(0, number)), y: top + 4, width: Math.abs(at(number) - at(0)), height: 16, class: "fill" }),
          drawn("text", { x: at(Math.max(0, number)) + 6, y: top + 16, class: "val" }, number.toLocaleString(document.documentElement.lang)));
      });
      this.yasr.resultsEl.append(svg);
    }

    getIcon() {
      const icon = drawn("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" });
      [[2, 10], [7, 14], [12, 6]].forEach(([y, width]) => icon.append(drawn("rect", { x: 1, y: y - 1, width, height: 3 })));
      return icon;
    }
  };
}
