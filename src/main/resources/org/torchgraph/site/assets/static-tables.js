// Shows rows as the pages of the server do, and writes them as CSV.
import { say } from "./say.js";
import { thing, words } from "./static-engine.js";

const MAX_ROWS_ON_PAGE = 500;
const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMBERS = ["decimal", "integer", "double", "float", "int", "long", "short", "nonNegativeInteger", "positiveInteger"].map((name) => XSD + name);
const TIMES = ["date", "dateTime", "gYear", "gYearMonth"].map((name) => XSD + name);

const element = (name, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
// Thousands are set apart from five digits on, because four may be a year.
const number = (text) => {
  const plain = text.replace(/^([+-]?\d+)\.0+$/, "$1");
  const [, sign, whole, decimals] = /^([+-]?)(0|[1-9]\d*)(?:\.(\d+))?$/.exec(plain) ?? [];
  if (whole === undefined) return plain;
  const places = decimals?.length ?? 0;
  const format = new Intl.NumberFormat(document.documentElement.lang, {
    minimumFractionDigits: Math.min(100, places), maximumFractionDigits: Math.min(100, places),
    useGrouping: whole.length > 4 ? "always" : false, numberingSystem: "latn" });
  return sign + format.format(plain.replace(/^[+-]/, ""));
};

function shown(term) {
  if (term.type === "uri") {
    const { text, lang, href, outside, bare } = thing(term.value);
    const inner = bare ? element("code", {}, text) : text;
    const made = href ? element("a", { href }, inner) : element("span", {}, inner);
    if (lang) made.lang = lang;
    if (href && outside) made.rel = "external";
    return made;
  }
  if (term.type === "bnode") return element("span", {}, words.none);
  if (term.type === "triple") {
    const { subject, predicate, object } = term.value;
    return element("span", { className: "phrase" }, shown(subject), " ", shown(predicate), " ", shown(object));
  }
  const text = term.value;
  if (term.datatype === XSD + "boolean") return element("span", {}, /^(true|1)$/.test(text) ? words.true : words.false);
  if (NUMBERS.includes(term.datatype)) return element("span", { className: "number" }, number(text));
  if (TIMES.includes(term.datatype)) return element("time", { dateTime: text }, text);
  const made = element("span", { dir: "auto" }, text);
  if (term["xml:lang"]) made.lang = term["xml:lang"];
  return made;
}

/** Returns the number of rows in words, and a table of the first ones. */
export function table({ head, results }, headings, caption) {
  const rows = results.bindings;
  const columns = head.vars;
  const heading = (column) => headings.get(column) ?? column;
  const numeric = new Set(columns.filter((column) => rows.some((row) => row[column])
    && rows.every((row) => !row[column] || NUMBERS.includes(row[column].datatype))));
  const body = element("tbody");
  for (const row of rows.slice(0, MAX_ROWS_ON_PAGE)) {
    body.append(element("tr", {}, ...columns.map((column) => {
      const cell = row[column] ? shown(row[column]) : element("span", { className: "unknown" },
        Object.assign(element("span", {}, "—"), { ariaHidden: "true" }), element("span", { className: "sr" }, words.none));
      const made = element("td", { className: numeric.has(column) ? "num" : "" }, element("div", {}, cell));
      made.dataset.label = heading(column);
      return made;
    })));
  }
  const whole = element("div", { className: "scroll", role: "group", tabIndex: 0, ariaLabel: caption },
    element("table", { className: "cards" },
      element("caption", { className: "sr" }, caption),
      element("thead", {}, element("tr", {}, ...columns.map((column) =>
        element("th", { scope: "col", className: numeric.has(column) ? "num" : "" }, heading(column))))),
      body));
  const notes = rows.length > MAX_ROWS_ON_PAGE
    ? [element("p", { className: "note" }, say(words.cut, MAX_ROWS_ON_PAGE, rows.length))] : [];
  return { count: rows.length === 1 ? words.row : say(words.rows, rows.length.toLocaleString(document.documentElement.lang)), parts: [whole, ...notes] };
}

const plain = (term) => {
  if (!term) return "";
  if (term.type === "bnode") return "_:" + term.value;
  if (term.type === "triple") return ["subject", "predicate", "object"].map((part) => plain(term.value[part])).join(" ");
  return term.value;
};
const cell = (text) => /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

/** Returns rows as SPARQL 1.1 CSV. */
export function csv({ head, results }) {
  return [head.vars, ...results.bindings.map((row) => head.vars.map((column) => plain(row[column])))]
    .map((row) => row.map(cell).join(",") + "\r\n").join("");
}
