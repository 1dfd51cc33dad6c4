package org.torchgraph.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.lib.ShLib;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.NodeShape;
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
import org.apache.jena.system.G;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.Locator;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.guard.Guards;
import org.torchgraph.rdf.TripleSource;

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
        return findings(parsed(data.shapes()), shape -> VLib.focusNodes(union, shape));
    }

    /** The statement of a shape that has a query, and why the query is refused. */
    record RefusedQuery(Triple text, Message reason) {}

    /** The shapes, or why they cannot be used. */
    record ParsedShapes(Optional<Shapes> shapes, List<RefusedQuery> refused, Object fault) {
        static ParsedShapes faulty(Object fault) {
            return new ParsedShapes(Optional.empty(), List.of(), fault);
        }
    }

    /** Parses the shapes of some triples. */
    static ParsedShapes parsed(TripleSource source) {
        Graph ontology = GraphMemFactory.createGraphMemIndexedSet();
        source.find().forEach(ontology::add);
        ShapeMessages.join(ontology);
        try {
            return new ParsedShapes(Optional.of(Shapes.parse(ontology)), refusedQueries(ontology), null);
        } catch (ShaclParseException | QueryException badShape) {
            return ParsedShapes.faulty(String.valueOf(badShape.getMessage()));
        } catch (ClassCastException | IllegalArgumentException badValue) {
            // Jena does not validate counts and lists of shapes before it uses them.
            return ParsedShapes.faulty(Message.of(Code.SHAPE_VALUE));
        }
    }

    /**
     * Returns the findings of shapes.
     *
     * @param chosen the nodes that each shape with targets is asked about
     */
    List<Finding> findings(ParsedShapes parsed, Function<Shape, Collection<Node>> chosen) {
        if (parsed.shapes().isEmpty()) {
            return List.of(cannotBeUsed(parsed.fault()));
        }
        if (!parsed.refused().isEmpty()) {
            return parsed.refused().stream()
                    .map(query -> Finding.error(
                            places.find(query.text().getSubject(), query.text().getPredicate(), null),
                            Code.SHAPE_UNUSABLE,
                            query.reason()))
                    .toList();
        }
        Shapes shapes = parsed.shapes().get();
        try {
            return shapes.getTargetShapes().parallelStream()
                    .flatMap(shape -> results(shapes, shape, chosen))
                    .toList()
                    .stream()
                    .map(this::finding)
                    .toList();
        } catch (QueryException badShape) {
            return List.of(cannotBeUsed(String.valueOf(badShape.getMessage())));
        } catch (ClassCastException | IllegalArgumentException badValue) {
            return List.of(cannotBeUsed(Message.of(Code.SHAPE_VALUE)));
        }
    }

    /** Returns the queries with an operation that no query may have; these have no time limit. */
    private static List<RefusedQuery> refusedQueries(Graph shapes) {
        List<RefusedQuery> refused = new ArrayList<>();
        Map<Set<Node>, String> prefixes = new HashMap<>();
        ShapeMessages.queries(shapes).forEach(text -> {
            Node query = text.getSubject();
            String declared = prefixes.computeIfAbsent(
                    Set.copyOf(G.listSP(shapes, query, SHACL.prefixes)), named -> ShLib.prefixes(shapes, query));
            try {
                Query parsed = ShLib.parseQueryString(
                        declared + "\n" + text.getObject().getLiteralLexicalForm());
                Guards.guarded(Algebra.compile(parsed), new AtomicBoolean(), Set.of());
            } catch (QueryFailedException failure) {
                refused.add(new RefusedQuery(text, failure.message()));
            }
        });
        return refused;
    }

    private Stream<ReportEntry> results(Shapes shapes, Shape shape, Function<Shape, Collection<Node>> chosen) {
        ValidationContext context = ValidationContext.create(shapes, union);
        Collection<Node> focusNodes = shape.deactivated() ? List.of() : chosen.apply(shape);
        if (focusNodes.isEmpty()) {
            return Stream.empty();
        }
        List<Constraint> others = new ArrayList<>();
        for (Constraint constraint : shape.getConstraints()) {
            Optional<FocusNodeQuery> query = shape.isNodeShape() && constraint instanceof SparqlConstraint sparql
                    ? FocusNodeQuery.of(sparql.getQuery())
                    : Optional.empty();
            query.ifPresentOrElse(
                    all -> all.withSolutions(union, focusNodes)
                            .forEach(focus -> constraint.validateNodeShape(context, union, shape, focus)),
                    () -> others.add(constraint));
        }
        Shape rest = shape.isNodeShape() ? with(others, shape) : shape;
        focusNodes.forEach(focus -> VLib.validateShape(context, union, rest, focus));
        return context.generateReport().getEntries().stream();
    }

    /** Returns a node shape with other constraints. */
    private static Shape with(List<Constraint> constraints, Shape shape) {
        return new NodeShape(
                shape.getShapeGraph(),
                shape.getShapeNode(),
                shape.deactivated(),
                shape.getSeverity(),
                shape.getMessages(),
                shape.getTargets(),
                constraints,
                shape.getPropertyShapes());
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
                        Message.of(Code.SHAPE_BROKEN, ShapeMessages.of(entry), shown))
                .of(ShapeKind.of(entry))
                .about(focus);
    }

    /** Returns the property of the focus node that is wrong: the first step of the path. */
    private static Node property(Path path) {
        return path instanceof P_Link link
                ? link.getNode()
                : path instanceof P_Seq steps ? property(steps.getLeft()) : null;
    }
}
