package org.torchgraph.model.vocabulary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.rdf.TripleSource;

/**
 * A constraint of a shape on the values of a property or on a thing as a whole.
 *
 * @param on the classes of the shape's target, or the properties whose subjects it targets
 * @param path the property, or the alternatives of an alternative path; empty if the shape constrains the whole thing
 * @param inverse whether the path is an inverse path
 * @param demands its SHACL parameters
 * @param messages the messages of violations, literals
 */
public record Constraint(
        List<Node> on, List<Node> path, boolean inverse, List<ShapeDemand> demands, List<Node> messages) {
    /** SHACL parameters that the page describes; for others it shows the message. */
    static final List<String> DESCRIBED_PARAMETERS = List.of(
            "minCount",
            "maxCount",
            "class",
            "datatype",
            "nodeKind",
            "in",
            "hasValue",
            "languageIn",
            "uniqueLang",
            "minInclusive",
            "maxInclusive",
            "minExclusive",
            "maxExclusive",
            "minLength",
            "maxLength",
            "pattern",
            "lessThan",
            "lessThanOrEquals",
            "disjoint",
            "equals");

    /** A SHACL parameter with its values. */
    public record ShapeDemand(String parameter, List<Node> values) {}

    Stream<Node> named() {
        return Stream.of(on.stream(), path.stream(), demands.stream().flatMap(demand -> demand.values().stream()))
                .flatMap(nodes -> nodes);
    }

    /** Returns the constraints of all shapes with a target, in a fixed order. */
    static List<Constraint> in(TripleSource data) {
        List<Constraint> all = new ArrayList<>();
        data.subjects(RDF.type.asNode(), SHACL.NodeShape)
                .sorted((one, other) -> NodeFmtLib.strNT(one).compareTo(NodeFmtLib.strNT(other)))
                .forEach(shape -> of(data, shape, all));
        return all;
    }

    private static void of(TripleSource data, Node shape, List<Constraint> into) {
        List<Node> on = Stream.of(SHACL.targetClass, SHACL.targetSubjectsOf)
                .flatMap(target -> sorted(data, shape, target).stream())
                .filter(Node::isURI)
                .toList();
        if (on.isEmpty()) {
            return;
        }
        List<Constraint> own = new ArrayList<>();
        for (Node property : data.objects(shape, SHACL.property).toList()) {
            Node path = first(data, property, SHACL.path);
            if (path != null) {
                Node inverse = first(data, path, SHACL.inversePath);
                own.add(new Constraint(
                        on,
                        properties(data, inverse == null ? path : inverse),
                        inverse != null,
                        demands(data, property),
                        sorted(data, property, SHACL.message)));
            }
        }
        for (Node sparql : data.objects(shape, SHACL.sparql).toList()) {
            own.add(new Constraint(on, List.of(), false, List.of(), sorted(data, sparql, SHACL.message)));
        }
        List<ShapeDemand> ofAll = demands(data, shape);
        if (!ofAll.isEmpty()) {
            own.add(new Constraint(on, List.of(), false, ofAll, sorted(data, shape, SHACL.message)));
        }
        own.removeIf(constraint ->
                constraint.demands().isEmpty() && constraint.messages().isEmpty());
        own.sort((one, other) -> (one.path() + "" + one.messages() + one.demands())
                .compareTo(other.path() + "" + other.messages() + other.demands()));
        into.addAll(own);
    }

    private static List<Node> properties(TripleSource data, Node path) {
        if (path.isURI()) {
            return List.of(path);
        }
        Node any = first(data, path, SHACL.alternativePath);
        return any == null
                ? List.of()
                : list(data, any).stream().filter(Node::isURI).toList();
    }

    private static List<ShapeDemand> demands(TripleSource data, Node shape) {
        List<ShapeDemand> demands = new ArrayList<>();
        for (String parameter : DESCRIBED_PARAMETERS) {
            List<Node> values = new ArrayList<>();
            for (Node value : sorted(data, shape, NodeFactory.createURI(SHACL.getURI() + parameter))) {
                boolean list = parameter.equals("in") || parameter.equals("languageIn");
                values.addAll(list ? list(data, value) : List.of(value));
            }
            if (!values.isEmpty()) {
                demands.add(new ShapeDemand(parameter, values));
            }
        }
        return demands;
    }

    /** Returns the members of a list as far as it is well-formed; {@code check} reports shapes that are not. */
    private static List<Node> list(TripleSource data, Node list) {
        List<Node> members = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        for (Node rest = list; rest != null && seen.add(rest); rest = first(data, rest, RDF.rest.asNode())) {
            Node member = first(data, rest, RDF.first.asNode());
            if (member != null) {
                members.add(member);
            }
        }
        return members;
    }

    private static Node first(TripleSource data, Node subject, Node property) {
        return sorted(data, subject, property).stream().findFirst().orElse(null);
    }

    private static List<Node> sorted(TripleSource data, Node subject, Node property) {
        return data.objects(subject, property)
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }
}
