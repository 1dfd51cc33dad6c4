package org.torchgraph.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.P_NegPropSet;
import org.apache.jena.sparql.path.P_Path0;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_Path2;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.sparql.path.PathVisitorByType;
import org.apache.jena.sparql.path.eval.PathEval;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.dataset.View;
import org.torchgraph.model.term.Moment;
import org.torchgraph.model.term.ValueOrder;
import org.torchgraph.rdf.TripleSource;

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
    static List<Facet> of(View data, String base) {
        List<Facet> declared = declarations(data, base).map(Facet::in).orElse(List.of());
        return declared.isEmpty() ? builtIn() : declared;
    }

    /** Returns the classes ranked below others when names tie: the targets of node shapes in the same file. */
    static Set<Node> late(View data, String base) {
        return declarations(data, base)
                .map(graph -> graph.find(Node.ANY, SHACL.targetClass, Node.ANY)
                        .map(Triple::getObject)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    private static Optional<TripleSource> declarations(View data, String base) {
        return data.whole().graph(NodeFactory.createURI(base + GRAPH));
    }

    /** Returns the facets that the program has by itself. */
    static List<Facet> builtIn() {
        return in(TripleSource.of(RDFParser.create()
                .source(Facet.class.getResourceAsStream("facets.ttl"))
                .lang(Lang.TURTLE)
                .toGraph()));
    }

    private static List<Facet> in(TripleSource graph) {
        List<Facet> facets = new ArrayList<>();
        graph.subjects(RDF.type.asNode(), SHACL.PropertyShape)
                .filter(shape ->
                        shape.isURI() && graph.objects(shape, SHACL.path).count() == 1)
                .forEach(shape -> facets.add(read(graph, shape)));
        facets.sort(Comparator.comparingInt(Facet::order).thenComparing(Facet::name));
        return List.copyOf(facets);
    }

    private static Facet read(TripleSource graph, Node shape) {
        List<Node> order = graph.objects(shape, SHACL.order).toList();
        String iri = shape.getURI();
        return new Facet(
                iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1),
                graph.objects(shape, SHACL.name).filter(Node::isLiteral).toList(),
                ShaclPaths.parsePath(
                        graph.asGraph(),
                        graph.objects(shape, SHACL.path).findFirst().orElseThrow()),
                order.size() == 1 && order.get(0).isLiteral() && order.get(0).getLiteralValue() instanceof Number number
                        ? number.intValue()
                        : Integer.MAX_VALUE);
    }

    /** Returns the properties of the path. */
    Stream<Node> properties() {
        Set<Node> properties = new HashSet<>();
        path.visit(new PathVisitorByType() {
            @Override
            public void visitNegPS(P_NegPropSet others) {
                others.getNodes().forEach(one -> properties.add(one.getNode()));
            }

            @Override
            public void visit0(P_Path0 link) {
                properties.add(link.getNode());
            }

            @Override
            public void visit1(P_Path1 one) {
                one.getSubPath().visit(this);
            }

            @Override
            public void visit2(P_Path2 both) {
                both.getLeft().visit(this);
                both.getRight().visit(this);
            }
        });
        return properties.stream();
    }

    /** Returns whether the facet is the class of a thing. */
    public boolean isClass() {
        return path.equals(PathFactory.pathLink(RDF.type.asNode()));
    }

    /** Returns the sorted values of a thing; a date counts by its year. */
    List<Node> values(TripleSource data, Node thing) {
        TreeSet<Node> values = new TreeSet<>(ValueOrder.NODES);
        Iterator<Node> found = PathEval.eval(data.asGraph(), thing, path, Context.emptyContext());
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
