package org.torchgraph.rdf;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** The types of classes and of properties, in RDFS and OWL. */
public final class TermTypes {
    private static final Set<Node> CLASSES =
            nodes(OWL.Class, RDFS.Class, RDFS.Datatype, OWL2.DeprecatedClass, OWL2.DataRange);

    private static final Set<Node> PROPERTIES = nodes(
            RDF.Property,
            RDFS.ContainerMembershipProperty,
            OWL2.ObjectProperty,
            OWL2.DatatypeProperty,
            OWL2.AnnotationProperty,
            OWL2.OntologyProperty,
            OWL2.FunctionalProperty,
            OWL2.InverseFunctionalProperty,
            OWL2.TransitiveProperty,
            OWL2.SymmetricProperty,
            OWL2.AsymmetricProperty,
            OWL2.ReflexiveProperty,
            OWL2.IrreflexiveProperty,
            OWL2.DeprecatedProperty);

    private TermTypes() {}

    private static Set<Node> nodes(Resource... types) {
        return Stream.of(types).map(Resource::asNode).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns all of them. */
    public static Stream<Node> all() {
        return Stream.concat(CLASSES.stream(), PROPERTIES.stream());
    }

    /** Returns whether a node is one of them. */
    public static boolean contains(Node type) {
        return isOfClasses(type) || PROPERTIES.contains(type);
    }

    /** Returns whether what has a type is a class. */
    public static boolean isOfClasses(Node type) {
        return CLASSES.contains(type);
    }
}
