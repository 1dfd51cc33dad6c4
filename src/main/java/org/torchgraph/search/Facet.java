package org.torchgraph.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.sparql.path.eval.PathEval;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.model.term.Moment;
import org.torchgraph.model.term.ValueOrder;

/**
 * A property by which hits can be filtered. The publication declares its facets in {@code ontology/facets.ttl}, as
 * property shapes of SHACL; without that file the facets are class and year.
 *
 * @param name the name of the request parameter: the end of the shape's IRI
 * @param labels the labels in all languages, literals
 * @param path the property path from a thing to its values
 * @param order the position among the facets
 */
public record Facet(String name, List<Node> labels, Path path, int order) {
    private static final String GRAPH = "graph/ontology/facets";

    /** Returns the facets of a publication in order. */
    static List<Facet> of(DatasetGraph data, String base) {
        Node graph = NodeFactory.createURI(base + GRAPH);
        // getGraph would create a missing graph.
        List<Facet> declared = data.containsGraph(graph) ? in(data.getGraph(graph)) : List.of();
        return declared.isEmpty() ? in(builtIn()) : declared;
    }

    /** Returns the classes ranked below others when names tie: the targets of node shapes in the same file. */
    static Set<Node> late(DatasetGraph data, String base) {
        Node graph = NodeFactory.createURI(base + GRAPH);
        return data.containsGraph(graph)
                ? data.getGraph(graph)
                        .find(Node.ANY, SHACL.targetClass, Node.ANY)
                        .mapWith(Triple::getObject)
                        .toSet()
                : Set.of();
    }

    private static Graph builtIn() {
        Graph facets = GraphMemFactory.createDefaultGraph();
        RDFParser.create()
                .source(Facet.class.getResourceAsStream("facets.ttl"))
                .lang(Lang.TURTLE)
                .parse(facets);
        return facets;
    }

    private static List<Facet> in(Graph graph) {
        List<Facet> facets = new ArrayList<>();
        graph.find(Node.ANY, RDF.type.asNode(), SHACL.PropertyShape)
                .filterKeep(shape -> shape.getSubject().isURI() && hasOnePath(graph, shape.getSubject()))
                .forEach(shape -> facets.add(read(graph, shape.getSubject())));
        facets.sort(Comparator.comparingInt(Facet::order).thenComparing(Facet::name));
        return List.copyOf(facets);
    }

    private static boolean hasOnePath(Graph graph, Node shape) {
        return G.listSP(graph, shape, SHACL.path).size() == 1;
    }

    private static Facet read(Graph graph, Node shape) {
        Node order = G.getZeroOrOneSP(graph, shape, SHACL.order);
        String iri = shape.getURI();
        return new Facet(
                iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1),
                G.listSP(graph, shape, SHACL.name).stream()
                        .filter(Node::isLiteral)
                        .toList(),
                ShaclPaths.parsePath(graph, G.getOneSP(graph, shape, SHACL.path)),
                order != null && order.isLiteral() && order.getLiteralValue() instanceof Number number
                        ? number.intValue()
                        : Integer.MAX_VALUE);
    }

    /** Returns whether the facet is the class of a thing. */
    public boolean isClass() {
        return path.equals(PathFactory.pathLink(RDF.type.asNode()));
    }

    /** Returns the sorted values of a thing; a date counts by its year. */
    List<Node> values(Graph data, Node thing) {
        TreeSet<Node> values = new TreeSet<>(ValueOrder.NODES);
        Iterator<Node> found = PathEval.eval(data, thing, path, Context.emptyContext());
        while (found.hasNext()) {
            Node value = found.next();
            if (value.isURI()) {
                values.add(value);
            } else if (value.isLiteral()) {
                values.add(year(value));
            }
        }
        return List.copyOf(values);
    }

    /** Returns the year of a date or month, and any other literal unchanged. */
    private static Node year(Node literal) {
        String text = literal.getLiteralLexicalForm();
        return Moment.of(literal.getLiteralDatatype(), text)
                .filter(moment -> moment.month() > 0)
                .map(moment -> NodeFactory.createLiteralDT(
                        text.strip().substring(0, text.strip().indexOf('-', 1)), XSDDatatype.XSDgYear))
                .orElse(literal);
    }
}
