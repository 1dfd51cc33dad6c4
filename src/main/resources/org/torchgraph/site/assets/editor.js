// Puts YASGUI in the place of the plain form: our examples and terms, links that last, drafts that stay.
import { answering } from "./editor-answers.js";
import { completing } from "./editor-terms.js";
import { keyed } from "./editor-tabs.js";
import { configured, inWords } from "./editor-words.js";

const place = document.getElementById("editor");
const words = JSON.parse(place.dataset.words);
const { Yasqe, Yasr } = window.Yasgui;
// This script lies in a folder of the site, which need not be at the root of its host.
const root = new URL("..", import.meta.url);
const endpoint = new URL("sparql", root).href;

const address = (query) => {
  const link = new URL(endpoint);
  const lang = new URLSearchParams(location.search).get("lang");
  if (lang) link.searchParams.set("lang", lang);
  if (query) link.searchParams.set("query", query);
  return link.href;
};
// A server reads an address of 32 KiB; the language switch must lead to the same query.
const show = (query) => {
  const link = address(query);
  history.replaceState(null, "", link.length < 30000 ? link : address(""));
  for (const other of document.querySelectorAll(".lang a, link[hreflang]")) {
    const target = new URL(location.href);
    target.searchParams.set("lang", new URL(other.href).searchParams.get("lang"));
    other.href = target.href;
  }
};
// A tab in the background has no editor yet, only what was kept of it.
const textOf = (tab) => tab.getYasqe() ? tab.getQuery() : tab.getPersistedJson().yasqe.value;

// The other completers ask third parties for prefixes and properties.
Yasqe.defaults.autocompleters = ["variables"];
Yasqe.defaults.value = place.dataset.query;
Yasqe.defaults.editorHeight = "24rem";
Yasqe.defaults.collapsePrefixesOnLoad = true;
place.hidden = false;
document.getElementById("plain").hidden = true;
configured(place, words, window.Yasgui);
inWords(place, words);
completing(Yasqe, place.dataset.terms);
answering(place, words, Yasqe, Yasr, show);

const yasgui = new window.Yasgui(place, {
  // Sites at other paths of the host have drafts of their own.
  persistenceId: "torchgraph" + root.pathname.slice(0, -1),
  tabName: words.say.query,
  populateFromUrl: false,
  autofocus: false,
  endpointCatalogueOptions: { getData: () => [], keys: [] },
  requestConfig: { endpoint },
});
keyed(yasgui, words);
Object.getPrototypeOf(yasgui.getTab()).getShareableLink = function () { return address(this.getQuery()); };

// Work that was kept from an earlier visit stays in its tabs; the query of the link is in front.
const open = (query, name) => {
  const same = Object.values(yasgui._tabs).find((tab) => textOf(tab) === query);
  if (same) yasgui.selectTabId(same.getId());
  else yasgui.addTab(true, { name: yasgui.createTabName(name), yasqe: { value: query } });
};
if (place.dataset.given === "true") open(place.dataset.query);

// What was changed is no longer what the address says.
place.addEventListener("input", () => show(""));
const keep = () => {
  for (const tab of Object.values(yasgui._tabs)) {
    if (!tab.getYasqe() || tab.getPersistedJson().yasqe.value === tab.getQuery()) continue;
    tab.getPersistedJson().yasqe.value = tab.getQuery();
    tab.emit("change", tab, tab.getPersistedJson());
  }
};
addEventListener("pagehide", keep);
document.addEventListener("visibilitychange", keep);

for (const example of document.querySelectorAll(".examples a")) {
  example.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const query = new URL(example.href).searchParams.get("query");
    open(query, example.textContent);
    show(query);
    yasgui.getTab().getYasqe().focus();
  });
}

place.addEventListener("keydown", (event) => {
  const popup = event.key === "Escape" && event.target.closest(".yasqe_sharePopup");
  if (!popup) return;
  popup.parentElement.querySelector(".yasqe_share").focus();
  popup.remove();
});

const copy = document.getElementById("copy-link");
copy.hidden = !navigator.clipboard;
copy.addEventListener("click", async () => {
  await navigator.clipboard.writeText(address(yasgui.getTab().getQuery()));
  const word = copy.textContent;
  copy.textContent = copy.dataset.done;
  setTimeout(() => { copy.textContent = word; }, 1600);
});
