package org.torchgraph.server.thing;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.torchgraph.export.SortedGraph;
import org.torchgraph.model.Description;
import org.torchgraph.model.DocumentTriples;
import org.torchgraph.model.Lazy;
import org.torchgraph.query.Deadline;
import org.torchgraph.server.reply.SingleFlight;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.RdfReplies;
import org.torchgraph.server.version.Representation;

/** An LRU cache of descriptions, because clients request the same thing in several formats and languages. */
final class DescriptionCache {
    private static final int MAX_NODES = 20_000;

    private final SingleFlight<Key, Optional<Document>> last = new SingleFlight<>(
            MAX_NODES, document -> document.map(Document::size).orElse(1));

    private volatile String newest;

    private record Key(String version, Node thing, int page) {}

    /**
     * A document in all its forms.
     *
     * @param description for the pages
     * @param sorted for the RDF formats
     * @param offered the forms in which it can be had
     */
    record Document(Description description, Lazy<SortedGraph> sorted, Lazy<List<Representation>> offered) {

        private int size() {
            return description.labels().byNode().size()
                    + description.statements().size()
                    + description.incoming().statements().size();
        }
    }

    /**
     * Returns a page of the document about a known thing; empty when there is no such page.
     *
     * @param end deadline of the request
     */
    Optional<Document> find(PublishedVersion version, Node thing, int page, Deadline end) {
        String current = version.snapshot().version();
        if (!current.equals(newest)) {
            newest = current;
            // A document holds its version, and with it the search index of that.
            last.forget(key -> !key.version().equals(current));
        }
        return last.get(new Key(current, thing, page), end, () -> version.resources()
                .describe(thing, page)
                .map(description -> document(version, description)));
    }

    private static Document document(PublishedVersion version, Description description) {
        Lazy<SortedGraph> sorted = new Lazy<>(() -> sorted(version, description));
        return new Document(description, sorted, new Lazy<>(() -> RdfReplies.offered(version, sorted)));
    }

    private static SortedGraph sorted(PublishedVersion version, Description description) {
        Node document = version.site().links().document(description.thing());
        return version.signingWriter().sorted(DocumentTriples.of(description, document));
    }
}
