// Search of the static site: all words have to occur in a page's heading or first sentence.
const asked = new URLSearchParams(location.search).get("q") || "";
const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
const hits = document.getElementById("hits");
for (const field of document.querySelectorAll("input[name=q]")) field.value = asked;

const rank = ([, title, other]) => {
  const names = [title.toLowerCase(), other.toLowerCase()];
  if (names.includes(words.join(" "))) return 0;
  return names.some((name) => name.startsWith(words[0])) ? 1 : 2;
};
if (hits && words.length) {
  const found = window.staticIndex
    .filter(([, ...texts]) => words.every((word) => texts.join(" ").toLowerCase().includes(word)))
    .sort((one, other) => rank(one) - rank(other) || one[1].length - other[1].length);
  document.getElementById("found").textContent = String(found.length);
  for (const [file, title, other, kind] of found.slice(0, 200)) {
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
