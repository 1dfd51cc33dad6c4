// Adds keyboard support to YASGUI's tabs and moves the button out of the tab list.

export function keyed(yasgui, words) {
  const tabs = yasgui.tabElements;
  const list = tabs._tabsListEl;
  const bar = document.createElement("div");
  bar.className = "tab-bar";
  list.replaceWith(bar);
  bar.append(list, tabs.addTabEl);
  tabs.addTabEl = undefined; // now a new tab is put at the end
  list.setAttribute("aria-label", words.say.tabs);
  const toFront = () => list.querySelector(".active [role=tab]")?.focus();

  // Keys in a name field are not for the tab.
  bar.addEventListener("keydown", (event) => { if (event.target.matches("input")) event.stopPropagation(); }, true);
  list.addEventListener("keydown", (event) => {
    if (event.key === "F2") event.target.closest(".tab").ondblclick();
    if (event.key === "Delete") toFront();
  });
  list.addEventListener("keyup", (event) => {
    if (!event.target.matches("input") || !["Enter", "Escape"].includes(event.key)) return;
    if (event.key === "Escape") event.target.value = yasgui.getTab().name();
    event.target.closest("[role=tab]").focus();
  });
  const described = (tab) => { tab.title = words.say.tab; };
  list.querySelectorAll("[role=tab]").forEach(described);
  yasgui.on("tabAdd", () => queueMicrotask(() => list.querySelectorAll("[role=tab]").forEach(described)));

  const menu = tabs.tabContextMenu;
  const draw = menu.openConfigMenu;
  menu.rootEl = bar;
  menu.openConfigMenu = function (...given) {
    draw.apply(this, given);
    const items = [...this.contextEl.querySelectorAll("li")];
    const holder = this.contextEl.querySelector("ul");
    holder.setAttribute("role", "menu");
    holder.setAttribute("aria-label", words.say.menu);
    for (const item of items) {
      item.setAttribute("role", "menuitem");
      item.setAttribute("aria-disabled", item.classList.contains("disabled"));
      item.tabIndex = -1;
    }
    items[0].focus();
    this.contextEl.addEventListener("keydown", (event) => {
      const at = items.indexOf(document.activeElement);
      const step = { ArrowDown: 1, ArrowUp: items.length - 1 }[event.key];
      if (step) items[(at + step) % items.length].focus();
      else if (["Enter", " "].includes(event.key)) items[at].click();
      else if (["Escape", "Tab"].includes(event.key)) this.closeConfigMenu();
      if (!bar.contains(document.activeElement)) toFront();
      event.preventDefault();
    });
    // YASGUI closes it on any keyup event.
    this.contextEl.addEventListener("keyup", (event) => event.stopPropagation());
  };
}
