package org.torchgraph.kit;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Shape;

/** Validates a query of a shape as Jena does: once for each focus node. */
public record JenaConstraint(Shapes shapes, Shape shape) {

    /** Returns the focus nodes that violate the constraint of a query. */
    public Set<Node> violatedBy(Query query, Graph data, Collection<Node> focusNodes) {
        return focusNodes.stream()
                .filter(focus -> {
                    ValidationContext context = ValidationContext.create(shapes, data);
                    new SparqlConstraint(query, "found").validateNodeShape(context, data, shape, focus);
                    return context.hasViolation();
                })
                .collect(Collectors.toSet());
    }
}
