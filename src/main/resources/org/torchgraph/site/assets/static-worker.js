// Holds the engine and the data, so that a query leaves the page free and can be stopped.
let store;
addEventListener("message", async ({ data: { id, module, data, script, query, format, base } }) => {
  try {
    if (module) {
      const engine = await import(script);
      await engine.default({ module_or_path: module });
      store = new engine.Store();
      store.load(new Uint8Array(data), { format: "application/n-quads", no_transaction: true, lenient: true });
      postMessage({ id });
    } else {
      // The default graph is that of the server: all graphs together.
      postMessage({ id, answer: store.query(query, { results_format: format, base_iri: base, use_default_graph_as_union: true }) });
    }
  } catch (failed) {
    postMessage({ id, failed: failed instanceof Error ? failed.message : String(failed) });
  }
});
