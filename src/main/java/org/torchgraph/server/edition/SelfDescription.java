package org.torchgraph.server.edition;

import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.compose.DisjointUnion;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.torchgraph.export.catalogue.Catalogue;
import org.torchgraph.sparql.QueryRequest;
import org.torchgraph.sparql.run.QueryText;
import org.torchgraph.store.Snapshot;

/**
 * What a dataset version says of itself, counted when it is first asked for.
 *
 * <p>It is no part of the data: no dump, count or document holds it. Query editors ask the endpoint for it all the
 * same, and so a query that names a term of self-description which the data do not use, or the graph of the
 * description, is asked of both. An answer that the data alone can give never changes.
 */
public final class SelfDescription {
    /** VoID, its extension for datatypes, and SHACL: what descriptions and examples are written in. */
    private static final Set<String> NAMESPACES =
            Set.of("http://rdfs.org/ns/void#", "http://ldf.fi/void-ext#", "http://www.w3.org/ns/shacl#");

    private static final Pattern IRI = Pattern.compile("<([^<>\"{}|^`\\\\\\s]*)>");

    private final Node name;
    private final Snapshot snapshot;
    private final Once<Catalogue> catalogue;
    private final Once<Snapshot> described = new Once<>(this::withDescription);

    SelfDescription(String base, Snapshot snapshot, Supplier<Catalogue> count) {
        this.name = NodeFactory.createURI(base + Catalogue.DOCUMENT);
        this.snapshot = snapshot;
        this.catalogue = new Once<>(count);
    }

    public Catalogue catalogue() {
        return catalogue.get();
    }

    /** What a query is asked of. */
    public Snapshot askedBy(QueryRequest request) {
        boolean mayName = Stream.concat(NAMESPACES.stream(), Stream.of(Catalogue.DOCUMENT))
                .anyMatch(request.text()::contains);
        boolean over = Stream.concat(request.defaultGraphs().stream(), request.namedGraphs().stream())
                .anyMatch(name.getURI()::equals);
        return over || mayName && names(QueryText.checked(request.text(), request.base())) ? described.get() : snapshot;
    }

    private boolean names(Query query) {
        Stream<String> graphs = Stream.concat(query.getGraphURIs().stream(), query.getNamedGraphURIs().stream());
        Stream<String> terms =
                IRI.matcher(Algebra.compile(query).toString()).results().map(match -> match.group(1));
        return Stream.concat(graphs, terms).distinct().anyMatch(this::isOurs);
    }

    private boolean isOurs(String iri) {
        Node term = NodeFactory.createURI(iri);
        return term.equals(name) || NAMESPACES.stream().anyMatch(iri::startsWith) && !isInData(term);
    }

    private boolean isInData(Node term) {
        Graph data = snapshot.data().getDefaultGraph();
        return data.contains(Node.ANY, term, Node.ANY)
                || data.contains(Node.ANY, Node.ANY, term)
                || data.contains(term, Node.ANY, Node.ANY);
    }

    private Snapshot withDescription() {
        DatasetGraph data = snapshot.data();
        Graph description = catalogue().graph();
        Graph news = GraphMemFactory.createGraphMemRoaring();
        description.find().filterDrop(data.getDefaultGraph()::contains).forEach(news::add);
        DatasetGraph both = new DatasetGraphMapLink(new DisjointUnion(data.getDefaultGraph(), news));
        data.listGraphNodes().forEachRemaining(graph -> both.addGraph(graph, data.getGraph(graph)));
        both.addGraph(name, description);
        return new Snapshot(both, snapshot.version(), snapshot.since());
    }
}
