// Keeps pages that were asked for, the engine and the data, for use without a connection. With a connection pages are always asked for anew; what is kept of
// another version of the site is removed. The first line, with the version, is written with the site.
const own = `torchgraph ${registration.scope} `;
const engine = new URL("assets/engine/", registration.scope).href;

// A page is the same file whatever its query.
const file = (address) => {
  const url = new URL(address);
  url.search = "";
  url.hash = "";
  return url.href;
};
const keep = async (address, reply) => {
  if (reply.status === 200 && !reply.redirected) await (await caches.open(own + version)).put(file(address), reply);
};

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) {
    if (name.startsWith(own) && name !== own + version) await caches.delete(name);
  }
  await clients.claim();
})()));

// What a page has loaded before the worker was there.
addEventListener("message", (event) => event.waitUntil((async () => {
  const kept = await caches.open(own + version);
  for (const address of event.data.filter((one) => one.startsWith(registration.scope))) {
    if (!await kept.match(file(address))) await fetch(address).then((reply) => keep(address, reply)).catch(() => {});
  }
})()));

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(registration.scope)) return;
  const asked = async () => {
    const reply = await fetch(request);
    event.waitUntil(keep(request.url, reply.clone()));
    return reply;
  };
  const kept = async () => (await caches.open(own + version)).match(file(request.url));
  event.respondWith(request.url.startsWith(engine)
    // The name has a digest of the content.
    ? kept().then((reply) => reply ?? asked())
    : asked().catch(async (gone) => {
      const reply = await kept();
      if (reply) return reply;
      throw gone;
    }));
});
