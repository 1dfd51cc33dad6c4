package org.torchgraph.dataset.run;

import java.util.Set;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.DisjointUnion;
import org.apache.jena.vocabulary.RDF;

/** A graph that describes a dataset and is no part of it, worked out when it is first asked for. */
public final class DescriptionGraph {
    private final Node name;
    private final Set<String> vocabularies;
    private final Graph data;
    private final Supplier<Graph> work;
    private Graph triples;
    private Graph withData;

    /**
     * @param name IRI of the graph
     * @param vocabularies namespaces of the terms that it is written in
     * @param data the triples that it describes
     * @param work makes the graph
     */
    public DescriptionGraph(Node name, Set<String> vocabularies, Graph data, Supplier<Graph> work) {
        this.name = name;
        this.vocabularies = Set.copyOf(vocabularies);
        this.data = data;
        this.work = work;
    }

    public Node name() {
        return name;
    }

    public synchronized Graph triples() {
        if (triples == null) {
            triples = work.get();
        }
        return triples;
    }

    /** The union of the data and the description. */
    public synchronized Graph withData() {
        if (withData == null) {
            Graph news = GraphMemFactory.createGraphMemIndexedSet();
            triples().find().filterDrop(data::contains).forEach(news::add);
            withData = new DisjointUnion(data, news);
        }
        return withData;
    }

    /** Whether a term belongs to the vocabularies of descriptions. */
    public boolean hasTerm(Node term) {
        return term.isURI() && vocabularies.stream().anyMatch(term.getURI()::startsWith);
    }

    /** Whether only the description can have statements with this property. */
    public boolean hasOwnProperty(Node property) {
        return hasTerm(property) && !data.contains(Node.ANY, property, Node.ANY);
    }

    /** Whether only the description can have things of this class. */
    public boolean hasOwnClass(Node type) {
        return hasTerm(type) && !data.contains(Node.ANY, RDF.type.asNode(), type);
    }
}
