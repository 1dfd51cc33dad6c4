package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.Test;
import org.torchgraph.check.FocusNodeQuery;
import org.torchgraph.kit.Checkout;
import org.torchgraph.kit.JenaConstraint;
import org.torchgraph.publication.Publication;
import org.torchgraph.rdf.TripleSource;

/** The queries in the shapes of this publication, run once for all focus nodes and by Jena for each. */
class ShapeQueriesTest {

    @Test
    void they_find_the_same_when_every_ninth_statement_is_missing() {
        Publication publication = Checkout.read();
        Graph shapesGraph = TripleSource.of(publication.data().stream()
                        .filter(file -> file.file().startsWith("ontology/"))
                        .flatMap(file -> file.quads().stream())
                        .map(quad -> quad.asTriple())
                        .filter(triple -> !triple.getPredicate().equals(SHACL.message)))
                .asGraph();
        Graph data = TripleSource.of(publication
                        .quads()
                        .map(quad -> quad.asTriple())
                        .filter(triple -> Math.floorMod(triple.hashCode(), 9) != 0))
                .asGraph();
        Shapes shapes = Shapes.parse(shapesGraph);
        int once = 0;
        int others = 0;
        int found = 0;
        for (Shape shape : shapes.getTargetShapes()) {
            Collection<Node> focusNodes = VLib.focusNodes(data, shape);
            for (Constraint constraint : shape.getConstraints()) {
                if (constraint instanceof SparqlConstraint sparql) {
                    Query query = sparql.getQuery();
                    Optional<FocusNodeQuery> all = FocusNodeQuery.of(query);
                    others += all.isEmpty() ? 1 : 0;
                    if (all.isPresent()) {
                        Collection<Node> expected =
                                new JenaConstraint(shapes, shape).violatedBy(query, data, focusNodes);
                        assertThat(all.get().withSolutions(data, focusNodes)).isEqualTo(expected);
                        found += expected.size();
                        once++;
                    }
                }
            }
        }
        assertThat(once).isGreaterThan(others);
        assertThat(found).isPositive();
    }
}
