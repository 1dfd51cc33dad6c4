// Keeps what was looked at for use without a connection, and says what a page that was opened from a disk cannot do.
{
  const root = new URL("..", document.currentScript.src);
  if (location.protocol === "file:") {
    const note = document.getElementById("from-disk");
    if (note) note.hidden = false;
  } else if (navigator.serviceWorker) {
    navigator.serviceWorker.register(new URL("offline.js", root), { updateViaCache: "none" })
      .then(() => navigator.serviceWorker.ready)
      .then(({ active }) => {
        active.postMessage([location.href]);
        // What is loaded before the worker has the page does not pass by it.
        new PerformanceObserver((list) => active.postMessage(list.getEntries().map((entry) => entry.name)))
          .observe({ type: "resource", buffered: true });
      })
      // A browser may forbid it: the site then needs a connection.
      .catch(() => {});
  }
}
