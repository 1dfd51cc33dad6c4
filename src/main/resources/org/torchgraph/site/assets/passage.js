// Compares a reader's own copy of a source with the digests of the page. Nothing leaves the browser: the script makes no request.
const trial = document.getElementById("trial");
const form = trial.querySelector("form");
const file = document.getElementById("own-file");
const pasted = document.getElementById("own-text");
const start = Number(trial.dataset.start ?? -1);
const end = Number(trial.dataset.end ?? -1);
const MOST_BYTES = 32 * 1024 * 1024;
// The characters that are compared when the passage is not where it should be, which takes a few seconds at most.
const MOST_COMPARED = 4e6;

const sha256 = async (bytes) => [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))]
  .map((byte) => byte.toString(16).padStart(2, "0")).join("").toUpperCase();

// The form in which passages are compared: NFC, without white space.
const ofPassage = (text) => sha256(new TextEncoder().encode(text.normalize("NFC").replace(/\p{White_Space}+/gu, "")));
const isPassage = async (text) => await ofPassage(text) === trial.dataset.passage.toUpperCase();

// Shows those parts of the outcome that are named, and no others.
const show = (...names) => {
  for (const part of trial.querySelectorAll("[data-if]")) part.hidden = !names.includes(part.dataset.if);
  trial.classList.toggle("fits", names.includes("fits"));
  trial.classList.toggle("differs", names.includes("differs"));
  if (!names.includes("lines")) {
    document.getElementById("own-lines").replaceChildren();
    document.getElementById("own-rests").replaceChildren();
  }
};

// Decodes as UTF-8, keeping the byte order mark because it counts as a character; else as UTF-16 or the Chinese encodings.
const decode = (bytes) => {
  const mark = bytes[0] === 0xFF && bytes[1] === 0xFE ? "utf-16le" : bytes[0] === 0xFE && bytes[1] === 0xFF ? "utf-16be" : null;
  if (mark) return { text: new TextDecoder(mark).decode(bytes), other: true };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes), other: false };
  } catch {
    return { text: new TextDecoder("gb18030").decode(bytes), other: true };
  }
};

// Finds the passage: at its place in the text or in the text with plain line ends, as the whole text, or anywhere with that length.
const find = async (whole) => {
  if (start >= 0 && end > start) {
    for (const text of new Set([whole, whole.replace(/^\uFEFF/u, ""), whole.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n")])) {
      const points = Array.from(text);
      if (end <= points.length && await isPassage(points.slice(start, end).join(""))) return { points, at: start, to: end };
    }
  }
  const points = Array.from(whole.replace(/^\uFEFF/u, "").replace(/\r\n?/gu, "\n"));
  if (await isPassage(points.join(""))) return { points, at: 0, to: points.length, alone: true };
  const length = end - start;
  const last = points.length - length;
  if (start < 0 || length < 1 || last < 0) return null;
  const places = Math.min(20000, Math.ceil(MOST_COMPARED / length));
  const first = Math.max(0, Math.min(start - Math.floor(places / 2), last - places));
  const until = Math.min(last, first + places);
  for (let from = first; from <= until; from += 500) {
    const some = Array.from({ length: Math.min(500, until - from + 1) }, (_, step) => from + step);
    const fit = await Promise.all(some.map((at) => isPassage(points.slice(at, at + length).join(""))));
    if (fit.includes(true)) return { points, at: some[fit.indexOf(true)], to: some[fit.indexOf(true)] + length, elsewhere: true };
  }
  return null;
};

// Writes the reader's own lines, from the first to the last that has a part of the passage.
const write = ({ points, at, to }) => {
  const from = points.lastIndexOf("\n", Math.max(0, at - 1)) + 1;
  const until = points.indexOf("\n", to - 1);
  const lines = points.slice(at === 0 ? 0 : from, until < 0 ? points.length : until).join("").split("\n");
  document.getElementById("own-lines").replaceChildren(...lines.map((line) => {
    const row = document.createElement("p");
    row.textContent = line;
    return row;
  }));
  const rests = document.getElementById("rests")?.cloneNode(true);
  rests?.removeAttribute("id");
  document.getElementById("own-rests").replaceChildren(...(rests ? [rests] : []));
};

let latest = 0;
const check = async () => {
  const turn = ++latest;
  const chosen = file.files[0];
  if (!chosen && !pasted.value.trim()) return show("nothing");
  if (chosen && chosen.size > MOST_BYTES) return show("large");
  show("busy");
  let bytes;
  try {
    bytes = chosen ? new Uint8Array(await chosen.arrayBuffer()) : new TextEncoder().encode(pasted.value);
  } catch {
    return show("unreadable");
  }
  const { text, other } = decode(bytes);
  if (text.includes("\0") || text.startsWith("%PDF-")) return show("binary");
  const whole = trial.dataset.whole !== "" && await sha256(bytes) === trial.dataset.whole.toUpperCase();
  const place = trial.dataset.passage === "" ? null : await find(text);
  if (turn !== latest) return;
  const names = [];
  if (trial.dataset.whole !== "") {
    const part = place?.alone || !chosen && Array.from(text).length < end;
    names.push(whole ? "whole-yes" : part ? "whole-open" : "whole-no");
  }
  if (trial.dataset.passage !== "") names.push(place === null ? "passage-no" : place.elsewhere ? "passage-elsewhere" : "passage-yes");
  names.push(place !== null || whole ? "fits" : "differs");
  if (other) names.push("encoding");
  if (place === null && !whole) names.push("causes");
  if (place === null && whole && trial.dataset.passage !== "") names.push("ours");
  if (place !== null) {
    write(place);
    names.push("lines");
  }
  show(...names);
};

if (globalThis.crypto?.subtle) {
  document.getElementById("check-none").hidden = true;
  trial.hidden = false;
} else {
  const none = document.getElementById("check-none");
  none.textContent = none.dataset.insecure;
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  check();
});
form.addEventListener("reset", () => {
  latest++;
  show();
});
file.addEventListener("change", () => {
  if (!file.files.length) return;
  pasted.value = "";
  check();
});
pasted.addEventListener("input", () => { file.value = ""; });
form.addEventListener("dragover", (event) => event.preventDefault());
form.addEventListener("drop", (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  file.files = event.dataTransfer.files;
  pasted.value = "";
  check();
});
