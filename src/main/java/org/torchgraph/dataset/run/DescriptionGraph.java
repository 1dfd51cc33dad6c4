package org.torchgraph.dataset.run;

import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.DisjointUnion;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.guard.QueryParsing;

/** A graph that describes a dataset without being part of it, computed on first use. */
public final class DescriptionGraph {
    private final Node name;
    private final Set<String> vocabularies;
    private final Graph data;
    private final Supplier<Graph> work;
    private Graph triples;
    private Graph withData;

    /**
     * Creates the graph without computing it.
     *
     * @param name the IRI of the graph
     * @param vocabularies the namespaces of its terms
     * @param data the dataset that it describes
     * @param work computes the graph
     */
    public DescriptionGraph(Node name, Set<String> vocabularies, Graph data, Supplier<Graph> work) {
        this.name = name;
        this.vocabularies = Set.copyOf(vocabularies);
        this.data = data;
        this.work = work;
    }

    /** Returns the IRI of the graph. */
    public Node name() {
        return name;
    }

    /** Returns the triples of the description. */
    public synchronized Graph triples() {
        if (triples == null) {
            triples = work.get();
        }
        return triples;
    }

    /** Returns the union of data and description. */
    public synchronized Graph withData() {
        if (withData == null) {
            Graph news = GraphMemFactory.createGraphMemIndexedSet();
            triples().find().filterDrop(data::contains).forEach(news::add);
            withData = new DisjointUnion(data, news);
        }
        return withData;
    }

    /** Returns whether a query sees the description, by its terms or by the name of its graph. */
    public boolean isAskedBy(QueryRequest request, CompiledQuery query) {
        return QueryParsing.graphs(request, query.query())
                .map(chosen -> Stream.concat(chosen.getDefaultGraphURIs().stream(), chosen.getNamedGraphURIs().stream())
                        .anyMatch(name.getURI()::equals))
                .orElseGet(() -> !DescriptionScope.rewritten(this, request.marked())
                        .rewriting()
                        .apply(query.algebra())
                        .equals(query.algebra()));
    }

    /** Returns whether a term belongs to the vocabularies of descriptions. */
    public boolean hasTerm(Node term) {
        return term.isURI() && vocabularies.stream().anyMatch(term.getURI()::startsWith);
    }

    /** Returns whether only the description has statements with this property. */
    public boolean hasOwnProperty(Node property) {
        return hasTerm(property) && !data.contains(Node.ANY, property, Node.ANY);
    }

    /** Returns whether only the description has instances of this class. */
    public boolean hasOwnClass(Node type) {
        return hasTerm(type) && !data.contains(Node.ANY, RDF.type.asNode(), type);
    }
}
