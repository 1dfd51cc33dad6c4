// Replaces the plain form by YASGUI, with our examples, completion, permanent links and saved drafts.
import { answering } from "./editor-answers.js";
import { completing } from "./editor-terms.js";
import { keyed } from "./editor-tabs.js";
import { configured, inWords } from "./editor-words.js";

const place = document.getElementById("editor");
const words = JSON.parse(place.dataset.words);
const { Yasqe, Yasr } = window.Yasgui;
// The static site has no server to ask.
const engine = place.dataset.engine ? await import(place.dataset.engine) : null;
// The base path of the site, which need not be the root of its host, is derived from this script's address.
const root = new URL("..", import.meta.url);
const endpoint = engine ? new URL(location.pathname, location.href).href : new URL("sparql", root).href;
const linked = engine ? new URLSearchParams(location.search).get("query") : place.dataset.given === "true" && place.dataset.query;

const address = (query) => {
  const link = new URL(endpoint);
  const lang = new URLSearchParams(location.search).get("lang");
  if (lang) link.searchParams.set("lang", lang);
  if (query) link.searchParams.set("query", query);
  return link.href;
};
// The server accepts addresses up to 32 KiB; the language switch has to keep the query.
const show = (query) => {
  const link = address(query);
  history.replaceState(null, "", link.length < 30000 ? link : address(""));
  for (const other of document.querySelectorAll(".lang a, link[hreflang]")) {
    const target = new URL(engine ? other.href : location.href);
    if (engine) target.search = location.search;
    else target.searchParams.set("lang", new URL(other.href).searchParams.get("lang"));
    other.href = target.href;
  }
};
// A background tab has no editor yet, only its saved state.
const textOf = (tab) => tab.getYasqe() ? tab.getQuery() : tab.getPersistedJson().yasqe.value;

// The other completers query third parties for prefixes and properties.
Yasqe.defaults.autocompleters = ["variables"];
Yasqe.defaults.value = linked || place.dataset.query;
Yasqe.defaults.editorHeight = "24rem";
Yasqe.defaults.collapsePrefixesOnLoad = true;
place.hidden = false;
document.getElementById("plain").hidden = true;
configured(place, words, window.Yasgui, engine);
inWords(place, words);
completing(Yasqe, place.dataset.terms);
answering(place, words, Yasqe, Yasr, show, engine);

const yasgui = new window.Yasgui(place, {
  // Sites at other paths of the host have separate drafts.
  persistenceId: "torchgraph" + root.pathname.slice(0, -1),
  tabName: words.say.query,
  populateFromUrl: false,
  autofocus: false,
  endpointCatalogueOptions: { getData: () => [], keys: [] },
  requestConfig: { endpoint },
});
keyed(yasgui, words);
Object.getPrototypeOf(yasgui.getTab()).getShareableLink = function () { return address(this.getQuery()); };

// Saved work stays in its tabs; the query of the link is in the active one.
const open = (query, name) => {
  const same = Object.values(yasgui._tabs).find((tab) => textOf(tab) === query);
  if (same) yasgui.selectTabId(same.getId());
  else yasgui.addTab(true, { name: yasgui.createTabName(name), yasqe: { value: query } });
};
if (linked) open(linked);

// A changed query no longer matches the address.
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
