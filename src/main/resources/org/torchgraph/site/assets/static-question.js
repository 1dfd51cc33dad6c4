// Asks the question of the page with other values, in the browser.
import { say } from "./say.js";
import { Unanswered, ask, thing, words } from "./static-engine.js";
import { csv, table } from "./static-tables.js";

const XSD = "http://www.w3.org/2001/XMLSchema#";
const ZONE = "(Z|[+-]\\d\\d:\\d\\d)?";
// The lexical forms of the datatypes that forms have.
const FORMS = {
  gYear: new RegExp(`^-?([1-9]\\d{3,}|0\\d{3})${ZONE}$`),
  date: new RegExp(`^-?\\d{4,}-\\d\\d-\\d\\d${ZONE}$`),
  integer: /^[+-]?\d+$/,
  decimal: /^[+-]?(\d+(\.\d*)?|\.\d+)$/,
  boolean: /^(true|false|0|1)$/,
};

/** Returns the term of a value, or throws if the datatype has no such value. */
function term(value, { datatype, wrong }) {
  const form = datatype === XSD + "string" ? value : value.trim();
  const refused = () => new Unanswered(say(wrong, form));
  if (datatype === XSD + "anyURI") {
    if (/[\x00-\x20<>"{}|^`\\]/.test(form)) throw refused();
    return `<${form}>`;
  }
  const local = datatype.startsWith(XSD) ? datatype.slice(XSD.length) : "";
  if (FORMS[local] && !FORMS[local].test(form)) throw refused();
  if (local === "date") {
    const day = form.replace(/^-/, "").slice(0, 10);
    const real = new Date(day + "T00:00:00Z");
    if (Number.isNaN(real.getTime()) || !real.toISOString().startsWith(day)) throw refused();
  }
  const escaped = form.replace(/[\\"\n\r\t]/g, (sign) => ({ "\\": "\\\\", "\"": "\\\"", "\n": "\\n", "\r": "\\r", "\t": "\\t" })[sign]);
  return datatype === XSD + "string" ? `"${escaped}"` : `"${escaped}"^^<${datatype}>`;
}

/** Returns the text of a question with values in its gaps; a value that is not given is the default. */
export function bound({ parts, ofThing, parameters }, given) {
  const about = ofThing && !parameters.this && given.this ? ofThing : parts;
  const known = about === ofThing ? { ...parameters, this: { datatype: XSD + "anyURI", fallback: "", wrong: "{0}" } } : parameters;
  const terms = {};
  for (const [name, parameter] of Object.entries(known)) terms[name] = term(given[name] || parameter.fallback, parameter);
  return about.map((part) => typeof part === "string" ? part : terms[part[0]]).join("");
}

const place = document.getElementById("asked");
if (place) {
  const template = JSON.parse(place.dataset.template);
  const { parameters } = template;
  const form = document.querySelector("form.params");
  const heading = document.querySelector(".doc-head h1");
  const title = document.querySelector(".crumbs li:last-child").textContent.trim();
  const section = place.querySelector("section[aria-labelledby=h-answer]") ?? place.insertBefore(document.createElement("section"), place.firstChild);
  const said = document.createElement("p");
  said.setAttribute("role", "status");

  const answered = (...parts) => {
    section.className = "panel";
    section.setAttribute("aria-labelledby", "h-answer");
    const name = document.createElement("h2");
    name.id = "h-answer";
    name.append(words.answer);
    const row = document.createElement("div");
    row.className = "head-row";
    row.append(name, said);
    section.replaceChildren(row, ...parts);
  };
  const refused = (reason) => {
    const told = document.createElement("p");
    told.className = "refusal";
    told.setAttribute("role", "alert");
    told.append(reason);
    said.textContent = "";
    answered(told);
  };

  // The heading says which values the answer is for.
  const chosen = (name, { datatype, fallback }, value) => {
    const field = form?.elements.namedItem(name);
    const label = form?.querySelector(`label[for=p-${CSS.escape(name)}]`)?.textContent ?? name;
    if ([XSD + "decimal", XSD + "integer", XSD + "double"].includes(datatype)) return value === fallback ? "" : say(words.heading, label, value);
    if (datatype === XSD + "boolean" || !value) return "";
    if (field instanceof HTMLSelectElement) return [...field.options].find((option) => option.value === value)?.textContent ?? value;
    return datatype === XSD + "anyURI" ? thing(new URL(value, template.base).href).text : value;
  };
  const titled = (given) => {
    const all = { ...parameters, ...(given.this && !parameters.this ? { this: { datatype: XSD + "anyURI", fallback: "" } } : {}) };
    const values = Object.entries(all).map(([name, parameter]) => chosen(name, parameter, given[name] || parameter.fallback)).filter(Boolean);
    heading.textContent = values.length ? say(words.heading, title, values.join(words.comma)) : title;
  };
  const unlisted = (given) => Object.keys(parameters).flatMap((name) => {
    const field = form?.elements.namedItem(name);
    const value = given[name];
    if (!value || !(field instanceof HTMLSelectElement) || [...field.options].some((option) => option.value === value && !option.dataset.given)) return [];
    const told = document.createElement("p");
    told.append(say(words.unlisted, value, form.querySelector(`label[for=${field.id}]`).textContent));
    return [told];
  });

  let running;
  let taken;
  const run = async (given) => {
    running?.abort();
    const mine = running = new AbortController();
    if (taken) URL.revokeObjectURL(taken);
    taken = undefined;
    // What is written of the answer below is of the values before.
    for (const part of place.querySelectorAll("section[aria-labelledby=h-take], section[aria-labelledby=h-cite]")) part.hidden = true;
    answered();
    try {
      const query = bound(template, given);
      const open = place.querySelector("a.button[href*='sparql.html']");
      if (open) {
        const editor = new URL(open.href);
        editor.search = new URLSearchParams({ query });
        open.href = editor.href;
      }
      const answer = JSON.parse(await ask(query, { signal: mine.signal, told: (word) => { said.textContent = word; } }));
      titled(given);
      if ("boolean" in answer) {
        said.textContent = "";
        return answered(Object.assign(document.createElement("p"), { className: "truth", textContent: answer.boolean ? words.yes : words.no }));
      }
      const { count, parts } = table(answer, new Map(template.columns), heading.textContent);
      said.textContent = count;
      if (!answer.results.bindings.length) {
        return answered(Object.assign(document.createElement("p"), { className: "muted", textContent: words.empty }), ...unlisted(given));
      }
      const download = document.createElement("a");
      download.className = "button";
      download.textContent = words.csv;
      download.download = template.name + ".csv";
      taken = URL.createObjectURL(new Blob([csv(answer)], { type: "text/csv" }));
      download.href = taken;
      const row = document.createElement("p");
      row.append(download);
      answered(...parts, row);
    } catch (failed) {
      if (failed.name !== "AbortError") refused(failed instanceof Unanswered ? failed.message : say(words.failed, failed.message));
    }
  };

  const known = (search) => {
    const given = {};
    for (const [name, value] of new URLSearchParams(search)) {
      if (value && (parameters[name] || template.ofThing && name === "this")) given[name] = value;
    }
    return given;
  };
  const filled = (given) => {
    for (const [name, { fallback }] of Object.entries(parameters)) {
      const field = form?.elements.namedItem(name);
      const value = given[name] ?? fallback;
      if (!field) continue;
      if (field instanceof HTMLSelectElement && ![...field.options].some((option) => option.value === value)) {
        const option = new Option(value, value);
        option.dataset.given = "true";
        field.prepend(option);
      }
      field.value = value;
    }
  };
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    const given = known(new URLSearchParams(new FormData(form)).toString());
    const address = new URL(location.href);
    address.search = new URLSearchParams(given);
    history.pushState(null, "", address);
    run(given);
  });
  const asked = known(location.search);
  if (Object.keys(asked).length) {
    filled(asked);
    run(asked);
  }
  addEventListener("popstate", () => location.reload());
}
