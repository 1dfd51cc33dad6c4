// Search of the static site: as many words as any page has in its heading or first sentence have to occur there.
const asked = new URLSearchParams(location.search).get("q") || "";
// Words that only make a sentence of the others do not count, as on the server.
const functionWords = /\b(?:a|an|and|are|as|at|be|by|for|from|had|has|have|how|in|is|it|many|much|of|on|or|that|the|there|to|was|were|what|when|where|which|who|why|with)\b|的|吗|呢|有哪些|哪些|哪个|哪家|什么|多少|(?<=(?<!\d)\d{4})年/gi;
const split = (text) => text.toLowerCase().split(/[\s，、。；：！？,;?《》「」“”"]+/).filter(Boolean);
const telling = split(asked.replace(functionWords, " "));
const words = telling.length ? telling : split(asked);
const whole = asked.trim().toLowerCase();
const hits = document.getElementById("hits");
for (const field of document.querySelectorAll("input[name=q]")) field.value = asked;

// A whole name first, then saved questions, then names that begin with the text.
const rank = ([file, title, other]) => {
  const names = [title.toLowerCase(), other.toLowerCase()];
  if (names.includes(whole)) return 0;
  if (file.includes("queries/")) return 1;
  return names.some((name) => name.startsWith(whole)) ? 2 : 3;
};
if (hits && words.length) {
  const having = window.staticIndex.map((entry) => {
    const text = entry.slice(1).join(" ").toLowerCase();
    return [words.filter((word) => text.includes(word)), entry];
  });
  const most = Math.max(0, ...having.map(([own]) => own.length));
  const found = 2 * most < words.length ? [] : having.filter(([own]) => own.length && own.length === most)
    .sort(([, one], [, other]) => rank(one) - rank(other) || one[1].length - other[1].length);
  const line = document.getElementById("found");
  line.textContent = String(found.length);
  const without = words.filter((word) => !found.some(([own]) => own.includes(word)));
  if (found.length && without.length) line.textContent += ` · ${line.dataset.without} ${without.join(", ")}`;
  for (const [, [file, title, other, kind]] of found.slice(0, 200)) {
    const item = hits.appendChild(document.createElement("li"));
    const link = item.appendChild(document.createElement("a"));
    link.href = "../" + file;
    link.textContent = title;
    for (const text of [kind, other]) {
      const more = item.appendChild(document.createElement("div"));
      more.className = "small muted";
      more.textContent = text;
    }
  }
}
