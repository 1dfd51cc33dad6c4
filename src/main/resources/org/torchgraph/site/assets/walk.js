// Draws the thing of the page with its neighbours, and expands a neighbour that is selected.
// It reads the pages themselves, so that the graph is in their language and also available as text.
const MOST = 24;
const DRAWN_WHEN_NARROW = 8;
// The base path of the site, which need not be the root of its host, is derived from this script's address.
const documents = new URL("../doc/", import.meta.url).pathname;
const resource = new URL("../resource", import.meta.url).pathname;
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

// Prevents Cytoscape from adding a style sheet, which the content security policy blocks.
const library = (source) => new Promise((resolve, reject) => {
  const marker = document.createElement("meta");
  marker.id = "__________cytoscape_stylesheet";
  const script = document.createElement("script");
  script.src = source;
  script.onload = resolve;
  script.onerror = reject;
  document.head.append(marker, script);
});

const text = (element) => element.textContent.trim().replace(/\s+/g, " ");

// The key of a page: its path, and the IRI if the path does not identify the thing.
const key = (url) => {
  const iri = new URLSearchParams(url.search).get("iri");
  return iri === null ? url.pathname : url.pathname + "?iri=" + encodeURIComponent(iri);
};

// Reads a page: its name, the colour of its kind, and its links, without those of claims.
const read = (page) => {
  const links = new Map();
  const add = (anchor, property, away) => {
    const url = new URL(anchor.getAttribute("href"), location.href);
    const isPage = url.origin === location.origin && (url.pathname.startsWith(documents) || url.pathname === resource);
    if (isPage && !links.has(key(url))) {
      links.set(key(url), { href: url.pathname + url.search, name: text(anchor), property, away });
    }
  };
  for (const row of page.querySelectorAll("#statements [data-group=facts] > tbody > tr")) {
    row.querySelectorAll(".said > a").forEach((anchor) => add(anchor, text(row.querySelector("th a, th span")), true));
  }
  for (const group of page.querySelectorAll("#incoming .from")) {
    if (group.querySelector("code")?.textContent.startsWith("rdf:")) continue;
    group.querySelectorAll("li > a").forEach((anchor) => add(anchor, text(group.querySelector("h3 > span")), false));
  }
  const kind = page.querySelector(".doc-head .kind")?.className.match(/k-(blue|green|purple|amber|grey)/)?.[1];
  return { name: text(page.querySelector("h1")), kind: kind ?? "ink-2", links };
};

const style = () => [
  { selector: "node", style: { label: "data(name)", color: colour("--ink"), "font-size": 12, "text-wrap": "wrap",
    "text-max-width": 120, "text-valign": "bottom", "text-margin-y": 4, width: 16, height: 16,
    "background-color": (node) => colour("--" + node.data("kind")),
    "text-background-color": colour("--sheet"), "text-background-opacity": 0.8 } },
  { selector: "node.here", style: { width: 26, height: 26, "font-weight": "bold", "border-width": 4, "border-color": colour("--torch") } },
  { selector: "edge", style: { label: "data(property)", "font-size": 11, color: colour("--ink-2"), width: 1.5,
    "line-color": colour("--line-strong"), "target-arrow-color": colour("--line-strong"), "target-arrow-shape": "triangle",
    "curve-style": "bezier", "text-background-color": colour("--sheet"), "text-background-opacity": 0.9, "text-background-padding": 1 } },
];

export const walk = async (box) => {
  const say = (name) => box.dataset[name];
  const picture = box.querySelector(".walk-picture");
  const status = box.querySelector("[role=status]");
  const list = box.querySelector("ul");
  await library(say("library"));
  const cy = window.cytoscape({ container: picture, style: style(), userZoomingEnabled: false,
    userPanningEnabled: false, boxSelectionEnabled: false, autoungrabify: true });
  const been = new Set();

  // The thing is in the centre, the others around it, in two rings if there are many.
  const place = (path) => {
    const [width, height] = [picture.clientWidth, picture.clientHeight];
    const others = cy.nodes().filter((node) => node.id() !== path);
    others.forEach((node, at) => {
      const turn = (2 * Math.PI * at) / others.length - Math.PI / 2;
      const reach = others.length > 10 && at % 2 ? 0.6 : 1;
      node.position({ x: width / 2 + reach * (width / 2 - 70) * Math.cos(turn), y: height / 2 - 12 + reach * (height / 2 - 40) * Math.sin(turn) });
    });
    cy.getElementById(path).position({ x: width / 2, y: height / 2 - 12 });
    cy.viewport({ zoom: 1, pan: { x: 0, y: 0 } });
  };

  const draw = (path, here) => {
    been.add(path);
    const shown = [...here.links].slice(0, MOST);
    const drawn = shown.slice(0, picture.clientWidth < 480 ? DRAWN_WHEN_NARROW : MOST);
    const near = new Set(drawn.map(([to]) => to));
    cy.nodes().filter((node) => !been.has(node.id()) && !near.has(node.id())).remove();
    const put = (id, data) => cy.getElementById(id).length || cy.add({ data: { id, kind: "ink-2", ...data } });
    put(path, { name: here.name });
    cy.getElementById(path).data({ name: here.name, kind: here.kind });
    for (const [to, link] of drawn) {
      put(to, { name: link.name, href: link.href });
      const [source, target] = link.away ? [path, to] : [to, path];
      put(`${source} ${link.property} ${target}`, { source, target, property: link.property });
    }
    cy.nodes().removeClass("here");
    cy.getElementById(path).addClass("here");
    cy.resize();
    place(path);
    status.textContent = `${here.name}: ${say("count").replace("#", shown.length)}`;
    list.replaceChildren(...shown.map(([to, link]) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: link.name });
      button.addEventListener("click", () => go(to, link.href));
      const item = document.createElement("li");
      item.append(link.away ? `${link.property} → ` : `← ${link.property} `, button);
      return item;
    }));
    const open = box.querySelector("a");
    open.href = path === key(location) ? "#main" : cy.getElementById(path).data("href");
    open.textContent = here.name;
  };

  const go = async (path, href) => {
    try {
      const answer = await fetch(href, { headers: { Accept: "text/html" } });
      if (!answer.ok) throw new Error(answer.statusText);
      draw(path, read(new DOMParser().parseFromString(await answer.text(), "text/html")));
      status.focus();
    } catch {
      status.textContent = say("failed");
    }
  };

  cy.on("tap", "node", (event) => {
    const node = event.target;
    if (!node.hasClass("here")) go(node.id(), node.data("href") ?? location.pathname + location.search);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => cy.style(style()));
  draw(key(location), read(document));
};
