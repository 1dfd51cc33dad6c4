// Answers queries in the browser: the engine and the data are loaded when they are first needed, and a worker runs them.
import { say } from "./say.js";

const meta = (name) => JSON.parse(document.querySelector(`meta[name=${name}]`).content);
// The site may lie anywhere on its host.
const root = new URL("..", import.meta.url);
const files = meta("engine-files");
export const words = meta("engine-words");

/** Tells why there is no answer, in a sentence for the reader. */
export class Unanswered extends Error {}

const fetched = async (file) => {
  let reply;
  try {
    reply = await fetch(new URL(file, root));
  } catch {
    throw new Unanswered(words.unreached);
  }
  if (reply.ok) return reply;
  throw new Unanswered(reply.status === 404 ? words.renewed : words.unreached);
};

// A host may have unpacked the file on its way.
const unpacked = async (file, type) => {
  const bytes = new Uint8Array(await (await fetched(file)).arrayBuffer());
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const whole = new Blob([bytes]).stream();
  return new Response(packed ? whole.pipeThrough(new DecompressionStream("gzip")) : whole, { headers: { "Content-Type": type } });
};

const names = new Map();
let spaces = [];
const named = ({ base, prefixes, names: list }) => {
  const absolute = /^[a-z][a-z0-9+.-]*:/i;
  for (const [iri, text, lang, page] of list) {
    names.set(absolute.test(iri) ? iri : base + iri, { text, lang, href: page && new URL(page, root).href });
  }
  // The longest namespace first, because one may be a prefix of another.
  spaces = Object.entries(prefixes).sort((one, other) => other[1].length - one[1].length);
};

/** Returns the name of a thing, the language of the name and the address of its page. */
export const thing = (iri) => {
  const known = names.get(iri);
  if (known) return known;
  const space = spaces.find(([, start]) => iri.startsWith(start) && /^[\w-]+$/.test(iri.slice(start.length)));
  const text = space ? `${space[0]}:${iri.slice(space[1].length)}` : iri.startsWith(files.base) ? iri.slice(files.base.length) || iri : iri;
  return { text, lang: "", href: /^https?:/i.test(iri) ? iri : "", outside: true, bare: true };
};

let loading;
const load = () => {
  if (typeof WebAssembly === "undefined" || typeof DecompressionStream === "undefined") throw new Unanswered(words.old);
  loading ??= Promise.all([
    unpacked(files.module, "application/wasm").then((reply) => WebAssembly.compileStreaming(reply)),
    unpacked(files.data, "application/n-quads").then((reply) => reply.arrayBuffer()),
    unpacked(files.names, "application/json").then((reply) => reply.json()).then(named),
    // The worker imports it; a file that is gone is found here.
    fetched(files.script),
  ]).catch((failed) => {
    loading = undefined;
    throw failed;
  });
  return loading;
};

let worker;
let last = 0;
const waiting = new Map();
const posted = (message) => new Promise((resolve, reject) => {
  last += 1;
  waiting.set(last, { resolve, reject });
  worker.postMessage({ ...message, id: last });
});
const stop = (reason) => {
  worker?.terminate();
  worker = undefined;
  for (const { reject } of waiting.values()) reject(reason);
  waiting.clear();
};
let started;
const start = async (told) => {
  told(words.engine);
  const [module, data] = await load();
  if (!worker) {
    told(words.data);
    worker = new Worker(new URL("static-worker.js", import.meta.url), { type: "module" });
    worker.onmessage = ({ data: { id, failed, answer } }) => {
      const { resolve, reject } = waiting.get(id) ?? {};
      waiting.delete(id);
      failed === undefined ? resolve?.(answer) : reject?.(new Unanswered(say(words.failed, failed)));
    };
    worker.onerror = () => stop(new Unanswered(words.unreached));
    started = posted({ module, data, script: new URL(files.script, root).href });
    // The next query starts another one.
    started.catch(stop);
  }
  await started;
};

// One query at a time has the worker, and its time runs from when it has it.
let turn = Promise.resolve();

/**
 * Answers a query.
 *
 * @param format of the answer, as the engine calls it
 * @param signal stops it
 * @param told gets a sentence about each step
 */
export function ask(query, { format = "json", signal, told = () => {} } = {}) {
  const answered = turn.then(async () => {
    signal?.throwIfAborted();
    await start(told);
    signal?.throwIfAborted();
    told(words.asking);
    const late = setTimeout(() => stop(new Unanswered(say(words.late, files.seconds))), files.seconds * 1000);
    const aborted = () => stop(signal.reason);
    signal?.addEventListener("abort", aborted);
    try {
      return await posted({ query, format, base: files.base });
    } finally {
      clearTimeout(late);
      signal?.removeEventListener("abort", aborted);
    }
  });
  turn = answered.catch(() => {});
  return answered;
}

/** Returns why the editor does not send a query, if there is a reason. */
export function refusal(yasqe) {
  if (yasqe.getQueryMode() === "update") return words.update;
  for (let line = 0; line < yasqe.getDoc().lineCount(); line++) {
    for (const token of yasqe.getLineTokens(line)) {
      if (token.type === "keyword" && token.string.toUpperCase() === "SERVICE") return words.service;
    }
  }
}

/** Answers a request of the editor as the server would. */
export async function respond(request, told) {
  const query = new URLSearchParams(await request.text()).get("query");
  const rows = request.headers.get("Accept").includes("json");
  try {
    const answer = await ask(query, { format: rows ? "json" : "ttl", signal: request.signal, told });
    return new Response(answer, { headers: { "Content-Type": request.headers.get("Accept") } });
  } catch (failed) {
    if (failed.name === "AbortError") throw failed;
    const detail = failed instanceof Unanswered ? failed.message : say(words.failed, failed.message);
    return Response.json({ detail }, { status: 400 });
  }
}
