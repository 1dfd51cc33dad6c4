package org.torchgraph.server.version;

import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.export.DumpFormats;
import org.torchgraph.export.catalogue.Catalogue;
import org.torchgraph.model.Lazy;
import org.torchgraph.model.catalogue.Version;
import org.torchgraph.publication.Publication;
import org.torchgraph.question.Questions;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.routes.SiteRoute;

/**
 * The description of a dataset version, computed on first use. It is not part of the data: no dump, count or document
 * has it, and queries see it as a graph of its own.
 */
public final class SelfDescription {
    private final Lazy<Catalogue> catalogue;
    private final Node name;
    private final Snapshot snapshot;

    SelfDescription(String base, Snapshot data, Supplier<Catalogue> count) {
        this.catalogue = new Lazy<>(count);
        this.name = NodeFactory.createURI(SiteRoute.VOID.iri(base));
        this.snapshot = data.describedBy(name, Catalogue.VOCABULARIES, this::triples);
    }

    /** Returns the description of a publication that is not served. */
    public static SelfDescription of(Publication publication, Snapshot data) {
        String base = publication.base();
        Optional<Node> entry = Version.dataset(data.union(), base);
        return new SelfDescription(
                base,
                data,
                () -> Catalogue.of(publication, data, Questions.of(publication), entry, new DumpFormats(data)));
    }

    private TripleSource triples() {
        return TripleSource.of(catalogue.get().graph());
    }

    /** Returns the description if this is the name of its graph. */
    public Optional<TripleSource> graph(Node asked) {
        return asked.equals(name) ? Optional.of(triples()) : Optional.empty();
    }

    /** Returns the description. */
    public Catalogue catalogue() {
        return catalogue.get();
    }

    /** Returns the snapshot over which queries run, with its description. */
    public Snapshot snapshot() {
        return snapshot;
    }
}
