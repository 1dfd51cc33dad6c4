package org.torchgraph.dataset.engine;

import java.util.Optional;

/**
 * The addresses of an engine.
 *
 * @param query where it answers queries by the SPARQL 1.1 Protocol
 * @param graphStore where it has its graphs by the SPARQL 1.1 Graph Store HTTP Protocol, if that is known
 */
public record EngineAddress(String query, Optional<String> graphStore) {}
