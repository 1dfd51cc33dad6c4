// Runs a query and explains failures and empty results.
import { barsOf } from "./editor-chart.js";
import { say } from "./say.js";

// The reason for a failure is in the language of the page.
const inLanguage = (address) => {
  const url = new URL(address, import.meta.url);
  url.searchParams.set("lang", document.documentElement.lang);
  return url;
};
const form = (fields) => ({ "Content-Type": "application/x-www-form-urlencoded", ...fields });

export function answering(place, words, Yasqe, Yasr, show, engine) {
  const send = engine ? (request) => engine.respond(request, (word) => { said.textContent = word; }) : fetch;
  Yasr.registerPlugin("bars", barsOf(words));
  Yasr.defaults.pluginOrder = ["table", "bars", "response"];

  // A live region for screen readers; it belongs to the active tab.
  const said = document.createElement("div");
  said.setAttribute("role", "status");
  said.className = "outcome";

  const quiet = (yasqe) => {
    said.replaceChildren();
    yasqe.eachLine((line) => yasqe.removeLineClass(line, "background", "fault-line"));
  };
  const tell = (yasqe, sentence, { detail, part, line, column }) => {
    const told = document.createElement("div");
    told.className = "refusal";
    const first = document.createElement("p");
    first.append(sentence);
    told.append(first);
    if (detail) {
      const more = document.createElement("p");
      more.append(detail);
      told.append(more);
    }
    if (part) {
      const code = document.createElement("code");
      code.append(part);
      told.append(code);
    }
    if (line) {
      yasqe.addLineClass(line - 1, "background", "fault-line");
      const go = document.createElement("button");
      go.type = "button";
      go.className = "button";
      go.append(say(words.say.goto, line));
      go.addEventListener("click", () => {
        yasqe.getDoc().setCursor(line - 1, Math.max(0, (column || 1) - 1));
        yasqe.focus();
      });
      told.append(go);
    }
    said.replaceChildren(told);
  };

  const refused = (yasqe, { detail, line, column }) => tell(yasqe, detail || words.say.unreachable, { line, column });
  const explained = async (yasqe, query) => {
    const answer = await fetch(inLanguage(place.dataset.explain), { method: "POST", headers: form(), body: new URLSearchParams({ query }) });
    const why = await answer.json();
    if (!answer.ok) return tell(yasqe, words.say.untold, { detail: why.detail });
    if (why.rows) return;
    const { kind, text, line, position } = why.removedBy;
    if (kind === "modifier") return tell(yasqe, words.say.modifier, {});
    const named = words.kinds[kind] + (line ? say(words.say.online, line) : "");
    tell(yasqe, say(position === 1 ? words.say.first : words.say.removed, named), { part: text, line });
  };

  const isEmpty = (answer) => "boolean" in answer ? !answer.boolean : !answer.results.bindings.length;
  // YASQE's own request loses the body of an error reply.
  Yasqe.prototype.query = async function () {
    this.abortQuery();
    quiet(this);
    // Below the query, which therefore does not move; an error takes its place.
    const panel = this.rootEl.closest(".tabPanel");
    panel.append(said);
    panel.classList.add("asked");
    panel.classList.remove("refused");
    const query = this.getValue();
    const rows = !/^(CONSTRUCT|DESCRIBE)$/i.test(this.getQueryType() || "");
    const controller = new AbortController();
    const request = new Request(inLanguage("../sparql"), {
      method: "POST",
      headers: form({ Accept: rows ? "application/sparql-results+json" : "text/turtle" }),
      body: new URLSearchParams({ query }),
      signal: controller.signal,
    });
    const began = Date.now();
    show(query);
    this.emit("query", request, controller);
    const failed = (problem) => {
      if (this.req !== request) return; // another was sent since
      this.emit("queryAbort", this, request);
      this.rootEl.closest(".tabPanel").classList.add("refused");
      refused(this, problem);
    };
    try {
      const refusal = engine?.refusal(this);
      if (refusal) return failed({ detail: refusal });
      const answer = await send(request);
      const data = await answer.text();
      if (!answer.ok) return failed(JSON.parse(data));
      if (this.req !== request) return;
      const json = answer.headers.get("Content-Type").includes("json") && JSON.parse(data);
      this.emit("queryResponse", json || data, Date.now() - began);
      if (engine) said.replaceChildren();
      else if (json && isEmpty(json)) await explained(this, query);
    } catch (error) {
      if (error.name !== "AbortError") failed({});
    }
  };
}
