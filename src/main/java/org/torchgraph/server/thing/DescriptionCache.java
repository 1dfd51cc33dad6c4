package org.torchgraph.server.thing;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.torchgraph.export.SortedGraph;
import org.torchgraph.model.Description;
import org.torchgraph.model.DocumentTriples;
import org.torchgraph.model.Lazy;
import org.torchgraph.query.Deadline;
import org.torchgraph.server.reply.SingleFlight;
import org.torchgraph.server.version.PublishedVersion;

/** Reads documents, and keeps those read last: who asks for one asks for it in other forms and languages next. */
final class DescriptionCache {
    private static final int MOST_NODES = 20_000;

    private final SingleFlight<Key, Optional<Document>> last = new SingleFlight<>(
            MOST_NODES, document -> document.map(Document::size).orElse(1));

    private record Key(String version, Node thing, int page) {}

    /**
     * A document in all its forms.
     *
     * @param description for the pages
     * @param sorted for the RDF formats
     */
    record Document(Description description, Lazy<SortedGraph> sorted) {

        private int size() {
            return description.labels().byNode().size()
                    + description.statements().size()
                    + description.incoming().statements().size();
        }
    }

    /**
     * A page of the document about a thing that something is known of; empty when there is no such page.
     *
     * @param end deadline of the request
     */
    Optional<Document> find(PublishedVersion edition, Node thing, int page, Deadline end) {
        return last.get(new Key(edition.snapshot().version(), thing, page), end, () -> edition.resources()
                .describe(thing, page)
                .map(description -> new Document(description, new Lazy<>(() -> sorted(edition, description)))));
    }

    private static SortedGraph sorted(PublishedVersion edition, Description description) {
        Node document = edition.site().links().document(description.thing());
        return edition.signingWriter().sorted(DocumentTriples.of(description, document, edition.resources()));
    }
}
