package org.torchgraph.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryException;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.Locator;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.guard.Guards;

/** Validates the union of all graphs, without inference, against the shapes of {@code ontology/}. */
final class ShapeCheck {
    private static final String SHAPES = "ontology/shapes.ttl";

    private final CheckedData data;
    private final Graph union;
    private final Locator places;

    ShapeCheck(CheckedData data) {
        this.data = data;
        this.union = data.union().asGraph();
        this.places = data.places();
    }

    List<Finding> findings() {
        Graph ontology = GraphMemFactory.createGraphMemIndexedSet();
        data.shapes().find().forEach(ontology::add);
        ShapeMessages.join(ontology);
        try {
            Shapes shapes = Shapes.parse(ontology);
            List<Finding> refused = refusedQueries(ontology);
            return refused.isEmpty()
                    ? shapes.getTargetShapes().parallelStream()
                            .flatMap(shape -> results(shapes, shape))
                            .toList()
                            .stream()
                            .map(this::finding)
                            .toList()
                    : refused;
        } catch (ShaclParseException | QueryException badShape) {
            return List.of(cannotBeUsed(String.valueOf(badShape.getMessage())));
        } catch (ClassCastException | IllegalArgumentException badValue) {
            // Jena does not validate counts and lists of shapes before it uses them.
            return List.of(cannotBeUsed(Message.of(Code.SHAPE_VALUE)));
        }
    }

    /** Queries of shapes are refused what other queries are refused; they have no time limit. */
    private List<Finding> refusedQueries(Graph shapes) {
        List<Finding> refused = new ArrayList<>();
        ShapeMessages.queries(shapes).forEach(query -> {
            try {
                Guards.guarded(Algebra.compile(ShLib.extractSPARQLQuery(shapes, query)), new AtomicBoolean());
            } catch (QueryFailedException failure) {
                refused.add(
                        Finding.error(places.find(query, SHACL.select, null), Code.SHAPE_UNUSABLE, failure.message()));
            }
        });
        return refused;
    }

    private Stream<ReportEntry> results(Shapes shapes, Shape shape) {
        ValidationContext context = ValidationContext.create(shapes, union);
        VLib.focusNodes(union, shape).forEach(focus -> VLib.validateShape(context, union, shape, focus));
        return context.generateReport().getEntries().stream();
    }

    private static Finding cannotBeUsed(Object reason) {
        return Finding.error(Location.in(SHAPES), Code.SHAPE_UNUSABLE, reason);
    }

    private Finding finding(ReportEntry entry) {
        Node focus = entry.focusNode();
        Node property = property(entry.resultPath());
        Node value = focus.equals(entry.value()) ? null : entry.value();
        String shown = Stream.of(focus, property, value)
                .filter(Objects::nonNull)
                .map(data::shown)
                .collect(Collectors.joining(" "));
        return new Finding(
                places.find(focus, property, entry.value()),
                entry.severity().equals(Severity.Violation) ? Finding.Severity.ERROR : Finding.Severity.WARNING,
                Message.of(Code.SHAPE_BROKEN, ShapeMessages.of(entry), shown));
    }

    /** Returns the property of the focus node that is wrong: the first step of the path. */
    private static Node property(Path path) {
        return path instanceof P_Link link
                ? link.getNode()
                : path instanceof P_Seq steps ? property(steps.getLeft()) : null;
    }
}
