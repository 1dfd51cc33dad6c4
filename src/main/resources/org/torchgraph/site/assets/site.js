// Copies the text of the element that data-copy names, and says so on the button.
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

// The picture of links is loaded when it is opened for the first time.
document.getElementById("walk")?.addEventListener("toggle", async (event) => {
  const { walk } = await import("/assets/walk.js");
  await walk(event.target);
}, { once: true });
