// Adds the day of access to citations.
for (const day of document.querySelectorAll("[data-today]")) {
  const written = day.dataset.dates
    ? new Date().toLocaleDateString(day.dataset.dates, { dateStyle: "long" }) : new Date().toLocaleDateString("sv-SE");
  day.textContent = day.dataset.today.replace("#", written);
}

// Copies the text of the element named by data-copy, and confirms it on the button.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue; // there is none over plain http from another machine
  const word = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = word; }, 1600);
  });
}

// One evidence note open at a time; Escape and a click elsewhere close it.
const closeNotes = (except) => {
  for (const note of document.querySelectorAll("details.ev[open]")) {
    if (note !== except) note.open = false;
  }
};
document.addEventListener("click", (event) => closeNotes(event.target.closest("details.ev")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.querySelector("details.ev[open]");
  closeNotes(null);
  open?.querySelector("summary").focus();
});

// Loads the link graph when it is first opened.
document.getElementById("walk")?.addEventListener("toggle", async (event) => {
  const { walk } = await import("./walk.js");
  await walk(event.target);
}, { once: true });

// Filters a list by the words in a field and hides sections without matches.
for (const field of document.querySelectorAll("[data-filter]")) {
  const items = [...document.querySelectorAll(field.dataset.filter)];
  const input = field.querySelector("input");
  field.hidden = false;
  input.addEventListener("input", () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const item of items) {
      const text = item.textContent.toLowerCase();
      item.hidden = !words.every((word) => text.includes(word));
    }
    for (const section of new Set(items.map((item) => item.closest("section")))) {
      section.hidden = items.every((item) => item.hidden || !section.contains(item));
    }
    const found = items.filter((item) => !item.hidden).length;
    field.querySelector("[role=status]").textContent = words.length ? field.dataset.found.replace("#", found) : "";
  });
}

// Sorts the rows of a table by the column whose heading is pressed: numbers, dates, or names in the language of the page. Empty cells come last.
const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
const key = (row, column) => {
  const cell = row.cells[column];
  if (cell.querySelector(".unknown")) return null;
  const number = cell.querySelector(".number");
  return number ? Number(number.textContent.replaceAll(",", "")) : cell.querySelector("time")?.dateTime ?? cell.textContent.trim();
};
const compare = (one, two) => typeof one === "number" && typeof two === "number" ? one - two : order.compare(one, two);
for (const table of document.querySelectorAll("table.cards")) {
  const body = table.tBodies[0];
  if (!body || body.rows.length < 3) continue;
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.ariaSort === "ascending";
      for (const other of table.tHead.rows[0].cells) other.ariaSort = null;
      head.ariaSort = down ? "descending" : "ascending";
      const rows = [...body.rows].map((row) => ({ row, key: key(row, column) }));
      rows.sort((one, two) => one.key === null || two.key === null
        ? (one.key === null) - (two.key === null)
        : compare(one.key, two.key) * (down ? -1 : 1));
      body.append(...rows.map(({ row }) => row));
    });
  });
}

// On narrow screens tables become cards, which need explicit table roles.
const PARTS = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
const narrow = matchMedia("(max-width: 47.99rem)");
const sayParts = () => {
  for (const part of document.querySelectorAll("table:is(.cards, .statements), table:is(.cards, .statements) :is(thead, tbody, tr, th, td)")) {
    const role = PARTS[part.tagName] ?? (part.scope === "row" ? "rowheader" : "columnheader");
    narrow.matches ? part.setAttribute("role", role) : part.removeAttribute("role");
  }
};
narrow.addEventListener("change", sayParts);
sayParts();

// Draws the picture beside a button as PNG, twice as large, and saves it. A page opened from a disk may not read a picture that it drew.
for (const button of location.protocol === "file:" ? [] : document.querySelectorAll("[data-png]")) {
  const svg = button.previousElementSibling.href;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const picture = new Image();
    picture.src = svg;
    try {
      await picture.decode();
      const canvas = document.createElement("canvas");
      canvas.width = picture.naturalWidth * 2;
      canvas.height = picture.naturalHeight * 2;
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      const file = document.createElement("a");
      file.href = URL.createObjectURL(await new Promise((done) => canvas.toBlob(done, "image/png")));
      file.download = new URL(svg).pathname.replace(/.*\//, "").replace(/\.svg$/, ".png");
      file.click();
      setTimeout(() => URL.revokeObjectURL(file.href), 60000);
    } catch {
      button.textContent = button.dataset.failed;
    }
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
