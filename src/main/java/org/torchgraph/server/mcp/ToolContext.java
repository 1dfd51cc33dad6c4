package org.torchgraph.server.mcp;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.server.query.QueryService;
import org.torchgraph.server.version.PublishedVersion;

/**
 * What the tools of a version have in common.
 *
 * @param version the data
 * @param queryService runs their queries
 * @param silence the time since which the store has not answered; empty while it answers
 */
record ToolContext(PublishedVersion version, QueryService queryService, Supplier<Optional<Instant>> silence) {
    /** Returns the languages in which tools answer. */
    InterfaceLanguages languages() {
        return version.site().interfaceLanguages();
    }
}
