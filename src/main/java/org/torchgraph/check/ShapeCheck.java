package org.torchgraph.check;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryException;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.Locator;
import org.torchgraph.publication.Publication;

/** Validates the union of all graphs, without inference, against the shapes of {@code ontology/}. */
final class ShapeCheck {
    private static final String SHAPES = "ontology/shapes.ttl";

    private final Publication publication;
    private final Graph union;
    private final Locator places;

    ShapeCheck(Publication publication, Graph union, Locator places) {
        this.publication = publication;
        this.union = union;
        this.places = places;
    }

    List<Finding> findings() {
        Graph ontology = GraphMemFactory.createGraphMemIndexedSet();
        publication.data().stream()
                .filter(file -> file.file().startsWith("ontology/"))
                .forEach(file -> file.quads().forEach(quad -> ontology.add(quad.asTriple())));
        ShapeMessages.join(ontology);
        try {
            return ShaclValidator.get().validate(Shapes.parse(ontology), union).getEntries().stream()
                    .map(this::finding)
                    .toList();
        } catch (ShaclParseException | QueryException badShape) {
            return List.of(cannotBeUsed(String.valueOf(badShape.getMessage())));
        } catch (ClassCastException | IllegalArgumentException badValue) {
            // Jena does not validate counts and lists of shapes before it uses them.
            return List.of(cannotBeUsed(Message.of(Code.SHAPE_VALUE)));
        }
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
                .map(publication::shown)
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
