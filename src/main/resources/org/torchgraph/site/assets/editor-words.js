// YASGUI speaks English only, and names some of its controls not at all: each is given the words of the page.

export const say = (sentence, ...values) => sentence.replace(/\{(\d)\}/g, (_, n) => values[n]);

export function inWords(place, words) {
  const field = document.querySelector("label[for=query]").textContent;
  const local = (text) => {
    const found = /^(\d+) results? in ([\d.]+) seconds?$/.exec(text);
    return found ? say(words.say.rows, found[1], found[2]) : words.yasgui[text];
  };
  const tend = (element) => {
    for (const name of ["aria-label", "title", "placeholder"]) {
      const word = local(element.getAttribute(name));
      if (word && word !== element.getAttribute(name)) element.setAttribute(name, word);
    }
    if (!element.children.length && !element.closest(".CodeMirror, .dataTable")) {
      const word = local(element.textContent.trim());
      if (word && word !== element.textContent) element.textContent = word;
    }
    // Only once: what is set here is observed too.
    if (element.matches(".CodeMirror textarea") && element.getAttribute("aria-label") !== field) {
      element.setAttribute("aria-label", field);
      element.setAttribute("aria-describedby", "editor-keys");
    }
    if (element.matches("a.iri")) localised(element);
    if (element.matches(".tableSizer") && !element.ariaLabel) element.ariaLabel = local("Page size:");
    if (element.matches("th.dt-orderable-none .dt-column-title") && !element.textContent) element.textContent = "#";
  };
  // Things of the publication have pages here; the others open where they did.
  const localised = (link) => {
    if (!link.getAttribute("href").startsWith(place.dataset.base)) return;
    const rest = link.getAttribute("href").slice(place.dataset.base.length);
    const page = new URL(rest.startsWith("id/") ? "/doc/" + rest.slice(3) : "/" + rest, location.origin);
    const lang = new URLSearchParams(location.search).get("lang");
    if (lang) page.searchParams.set("lang", lang);
    link.href = page.href;
    link.removeAttribute("target");
  };
  new MutationObserver((changes) => {
    for (const { target, type, addedNodes } of changes) {
      if (type === "attributes") tend(target);
      for (const node of addedNodes) {
        if (node.nodeType === Node.TEXT_NODE && node.parentElement) tend(node.parentElement);
        if (node.nodeType === Node.ELEMENT_NODE) [node, ...node.querySelectorAll("*")].forEach(tend);
      }
    }
  }).observe(place, { subtree: true, childList: true, attributes: true, attributeFilter: ["aria-label", "title"] });
}
