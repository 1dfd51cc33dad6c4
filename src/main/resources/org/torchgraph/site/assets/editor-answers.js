// Asks a query, and says in words why there is no answer, or why there is nothing in it.
import { barsOf } from "./editor-chart.js";
import { say, translating } from "./editor-words.js";

const form = (fields) => ({ "Content-Type": "application/x-www-form-urlencoded", ...fields });

export function answering(place, words, Yasqe, Yasr, show) {
  Yasr.registerPlugin("bars", barsOf(words));
  Yasr.defaults.pluginOrder = ["table", "bars", "response"];

  // Read by screen readers when its text changes; it goes with the tab in front.
  const said = document.createElement("div");
  said.setAttribute("role", "status");
  said.className = "outcome";

  const quiet = (yasqe) => {
    said.replaceChildren();
    yasqe.eachLine((line) => yasqe.removeLineClass(line, "background", "fault-line"));
  };
  const tell = (yasqe, sentence, { detail, code, line, column }) => {
    const told = document.createElement("div");
    told.className = "refusal";
    const first = document.createElement("p");
    first.append(sentence);
    told.append(first);
    if (detail) {
      const more = document.createElement("p");
      more.lang = "en";
      more.append(detail);
      told.append(more);
    }
    if (code) {
      const part = document.createElement("code");
      part.append(code);
      told.append(part);
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

  const inWords = translating(words.details);
  const refused = (yasqe, problem) => {
    const told = inWords(problem.detail ?? "");
    if (told) return tell(yasqe, told, { ...problem, detail: undefined });
    const slug = (problem.type || "").split("#")[1];
    const title = words.problems[slug] || words.say.unreachable;
    const where = problem.line ? say(words.say.where, problem.line, problem.column) : "";
    tell(yasqe, title + where + words.say.stop, problem);
  };
  const explained = async (yasqe, query) => {
    const answer = await fetch(place.dataset.explain, { method: "POST", headers: form(), body: new URLSearchParams({ query }) });
    const why = await answer.json();
    if (!answer.ok) return tell(yasqe, words.say.untold, why);
    if (why.rows) return;
    const { kind, text, line, position } = why.removedBy;
    if (kind === "modifier") return tell(yasqe, words.say.modifier, {});
    const part = words.kinds[kind] + (line ? say(words.say.online, line) : "");
    tell(yasqe, say(position === 1 ? words.say.first : words.say.removed, part), { code: text, line });
  };

  const isEmpty = (answer) => "boolean" in answer ? !answer.boolean : !answer.results.bindings.length;
  // YASQE's own loses the body of a refusal.
  Yasqe.prototype.query = async function () {
    this.abortQuery();
    quiet(this);
    // Below what it is about, which it does not move when it comes; a refusal comes in its place.
    const panel = this.rootEl.closest(".tabPanel");
    panel.append(said);
    panel.classList.add("asked");
    panel.classList.remove("refused");
    const query = this.getValue();
    const rows = !/^(CONSTRUCT|DESCRIBE)$/i.test(this.getQueryType() || "");
    const controller = new AbortController();
    const request = new Request(new URL("../sparql", import.meta.url), {
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
      const answer = await fetch(request);
      const data = await answer.text();
      if (!answer.ok) return failed(JSON.parse(data));
      if (this.req !== request) return;
      const json = answer.headers.get("Content-Type").includes("json") && JSON.parse(data);
      this.emit("queryResponse", json || data, Date.now() - began);
      if (json && isEmpty(json)) await explained(this, query);
    } catch (error) {
      if (error.name !== "AbortError") failed({});
    }
  };
}
