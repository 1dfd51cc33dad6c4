// Translates YASGUI, which is English only, and labels controls that have no name.
import { say } from "./say.js";

// Texts that are settings of the widgets, set before these are created.
export function configured(place, words, { Yasqe, Yasr }, engine) {
  Yasqe.defaults.extraKeys.Esc = (yasqe) => yasqe.getWrapperElement().querySelector(".yasqe_queryButton").focus();
  const { first, previous, next, last, sort, reverse, unsort, ...info } = words.grid;
  const { tableConfig } = Yasr.plugins.table.defaults;
  tableConfig.language = {
    ...tableConfig.language,
    ...info,
    aria: { orderable: sort, orderableReverse: reverse, orderableRemove: unsort, paginate: { first, previous, next, last } },
  };
  Yasr.defaults.prefixes = words.prefixes;
  for (const name of ["table", "response"]) {
    // The help of the widget is on another site.
    Yasr.registerPlugin(name, class extends Yasr.plugins[name] {
      constructor(yasr) {
        super(yasr);
        this.label = words.say[name];
        this.helpReference = undefined;
      }
    });
  }
  // Things of the publication link to their pages here and are shown relative to the base.
  const { base } = place.dataset;
  Yasr.registerPlugin("table", class extends Yasr.plugins.table {
    getUriLinkFromBinding(binding, prefixes) {
      const html = super.getUriLinkFromBinding(binding, prefixes);
      if (!binding.value.startsWith(base)) return html;
      const rest = binding.value.slice(base.length);
      const page = new URL("../resource", import.meta.url);
      page.searchParams.set("iri", binding.value);
      const lang = new URLSearchParams(location.search).get("lang");
      if (lang) page.searchParams.set("lang", lang);
      const holder = document.createElement("template");
      holder.innerHTML = html;
      const link = holder.content.querySelector("a");
      link.href = engine ? engine.thing(binding.value).href : page.href;
      link.removeAttribute("target");
      if (link.textContent === binding.value) link.textContent = rest;
      return holder.innerHTML;
    }
  });
  Yasr.prototype.updateResponseInfo = function () {
    const number = (value) => value.toLocaleString(document.documentElement.lang);
    const rows = this.results?.getBindings()?.length;
    const time = this.results?.getResponseTime();
    const parts = [];
    if (rows !== undefined) parts.push(say(rows === 1 ? words.say.row : words.say.rows, number(rows)));
    if (time) parts.push(say(words.say.time, number(time / 1000)));
    this.dataElement.classList.toggle("empty", !parts.length);
    this.dataElement.textContent = parts.join(words.say.and);
  };
}

// Translates a text of YASGUI by the first matching pattern, in which {0} is variable.
function translating(sentences) {
  const pattern = (own) => new RegExp("^" + own.replace(/[.?+*()[\]]/g, "\\$&").replace(/\{\d\}/g, "([^]+)") + "$");
  const known = Object.entries(sentences).map(([own, ours]) => [pattern(own), ours]);
  return (text) => {
    for (const [own, ours] of known) {
      const found = own.exec(text.trim());
      if (found) return say(ours, ...found.slice(1));
    }
  };
}

// Texts without a setting are translated when they appear.
export function inWords(place, words) {
  const local = translating(words.yasgui);
  const named = (element, name) => {
    if (element && element.getAttribute("aria-label") !== name) element.setAttribute("aria-label", name);
  };
  const query = document.querySelector("label[for=query]").textContent;

  const tendText = (text) => {
    // Texts of the user and of the data are left unchanged.
    if (text.parentElement?.closest(".CodeMirror-line, .CodeMirror-hints, .dataTable, [role=tab]")) return;
    const word = local(text.data);
    if (word && word !== text.data) text.data = word;
  };
  const tend = (element) => {
    for (const name of ["aria-label", "title", "placeholder"]) {
      const own = element.getAttribute(name);
      const word = own && local(own);
      if (word && word !== own) element.setAttribute(name, word);
    }
    if (element.matches(".yasqe .CodeMirror textarea")) {
      named(element, query);
      element.setAttribute("aria-describedby", "editor-keys");
    }
    if (element.matches(".yasr .CodeMirror textarea")) named(element, words.say.response);
    if (element.matches(".tableSizer")) named(element, words.yasgui["Page size:"]);
    if (element.matches(".yasqe_sharePopup input")) named(element, words.yasgui["Share query"]);
    if (element.matches("th.dt-orderable-none .dt-column-title") && !element.textContent) element.textContent = "#";
  };
  const all = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return tendText(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    tend(node);
    node.childNodes.forEach(all);
  };
  new MutationObserver((changes) => {
    for (const { target, type, addedNodes } of changes) {
      if (type === "attributes") tend(target);
      addedNodes.forEach(all);
    }
  }).observe(place, { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label", "title"] });
}
