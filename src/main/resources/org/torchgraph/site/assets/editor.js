// Puts YASGUI in the place of the plain form.

// A tab in the background has no editor yet, only what was kept of it.
function textOf(tab) {
  const kept = tab.persistentJson;
  return tab.yasqe ? tab.getQuery() : kept && kept.yasqe && kept.yasqe.value;
}

const place = document.getElementById("editor");
if (window.Yasgui && place) {
  const query = place.dataset.query;
  // The other completers ask third parties for prefixes and properties.
  Yasgui.Yasqe.defaults.autocompleters = ["variables"];
  Yasgui.Yasqe.defaults.value = query;
  Yasgui.Yasqe.defaults.editorHeight = "24rem";
  Yasgui.Yasqe.defaults.collapsePrefixesOnLoad = true;
  place.hidden = false;
  document.getElementById("plain").hidden = true;
  const yasgui = new Yasgui(place, {
    persistenceId: "torchgraph",
    populateFromUrl: false,
    endpointCatalogueOptions: { getData: () => [], keys: [] },
    requestConfig: { endpoint: "/sparql" },
  });
  if (place.dataset.given === "true") {
    // Work that was kept from an earlier visit stays in its tabs.
    const tabs = Object.values(yasgui._tabs);
    const same = tabs.find((tab) => textOf(tab) === query);
    if (same) yasgui.selectTabId(same.getId());
    else yasgui.addTab(true, { yasqe: { value: query } });
  }
  for (const field of place.querySelectorAll(".CodeMirror textarea")) {
    field.setAttribute("aria-label", document.querySelector("label[for=query]").textContent);
  }
}
