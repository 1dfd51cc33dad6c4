// Makes the search boxes comboboxes with suggestions (ARIA Authoring Practices); without it they are plain forms.
for (const input of document.querySelectorAll("input[data-suggest]")) {
  const list = document.createElement("ul");
  list.id = input.id + "-suggestions";
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.placeholder);
  list.hidden = true;
  input.after(list);
  const status = document.createElement("span");
  status.className = "sr";
  status.setAttribute("role", "status");
  list.after(status);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  const own = document.documentElement.lang.slice(0, 2);
  // The word beside a question, where a thing has its class.
  const word = [{ text: input.dataset.question, language: document.documentElement.lang }];
  const best = (texts) => texts.find((text) => text.language.startsWith(own)) || texts[0];
  let timer = 0;
  let asked = "";
  let at = -1;

  const choose = (index) => {
    at = index;
    [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
    if (at < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[at].id);
  };
  const show = (open) => {
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    choose(-1);
    if (!open) status.textContent = "";
  };
  const go = (option) => {
    const address = new URL(option.dataset.page, location.href);
    const lang = new URLSearchParams(location.search).get("lang");
    if (lang) address.searchParams.set("lang", lang);
    location.assign(address);
  };
  const option = (suggestion, index) => {
    const item = document.createElement("li");
    item.id = list.id + "-" + index;
    item.setAttribute("role", "option");
    item.dataset.page = suggestion.page;
    const name = document.createElement("span");
    // The text may match a name in the other language.
    const hit = suggestion.names.filter((text) => text.parts.some((part) => part.hit));
    const text = best(hit.length ? hit : suggestion.names);
    name.lang = text.language;
    for (const part of text.parts) {
      const piece = document.createElement(part.hit ? "mark" : "span");
      piece.textContent = part.text;
      name.append(piece);
    }
    item.append(name);
    const type = suggestion.classes[0] && best(suggestion.classes[0].names);
    if (type) {
      const word = document.createElement("span");
      word.className = "muted";
      word.lang = type.language;
      word.textContent = type.text;
      item.append(word);
    }
    item.addEventListener("mousedown", (event) => { event.preventDefault(); go(item); });
    return item;
  };
  const suggest = async () => {
    const typed = input.value.trim();
    asked = typed;
    if (!typed) return show(false);
    try {
      const answer = await fetch(input.dataset.suggest + "?q=" + encodeURIComponent(typed));
      const body = answer.ok ? await answer.json() : { questions: [], suggestions: [] };
      const questions = body.questions.map((question) => ({ ...question, classes: [{ names: word }] }));
      const found = [...questions, ...body.suggestions];
      if (typed !== asked || document.activeElement !== input) return; // more was typed since
      const pages = found.filter((suggestion) => suggestion.page && suggestion.names.length);
      list.replaceChildren(...pages.map(option));
      show(pages.length > 0);
      status.textContent = input.dataset.found.replace("{0}", pages.length);
    } catch {
      show(false);
    }
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(suggest, 120); });
  input.addEventListener("blur", () => show(false));
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.isComposing) return; // the keys belong to the input method
    if (event.key === "Escape" && !list.hidden) { event.preventDefault(); show(false); }
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
      event.preventDefault();
      if (list.hidden) show(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose((at + 1 + step + count + 1) % (count + 1) - 1);
    }
    if (event.key === "Enter" && !list.hidden && at >= 0) { event.preventDefault(); go(list.children[at]); }
  });
}
