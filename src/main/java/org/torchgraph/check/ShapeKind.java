package org.torchgraph.check;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.Path;

/** Names what results of shapes have in common: {@code shape/minCount/title}. */
final class ShapeKind {
    private static final String COMPONENT = "ConstraintComponent";

    private ShapeKind() {}

    /** Returns the constraint, and the property whose values break it or else the shape, as far as they have names. */
    static String of(ReportEntry result) {
        Optional<String> about = property(result.resultPath()).or(() -> name(result.source()));
        Optional<String> constraint = name(result.sourceConstraintComponent()).map(ShapeKind::parameter);
        return Stream.of(Optional.of("shape"), constraint, about)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("/"));
    }

    /** Returns the parameter of a constraint component, as shapes write it. */
    private static String parameter(String component) {
        String word = component.endsWith(COMPONENT)
                ? component.substring(0, component.length() - COMPONENT.length())
                : component;
        return word.length() > 1 && Character.isUpperCase(word.charAt(1))
                ? word.toLowerCase(Locale.ROOT)
                : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }

    private static Optional<String> property(Path path) {
        return switch (path) {
            case P_Link link -> name(link.getNode());
            case P_Seq steps -> property(steps.getLeft());
            case null, default -> Optional.empty();
        };
    }

    private static Optional<String> name(Node node) {
        return Optional.ofNullable(node)
                .filter(Node::isURI)
                .map(Node::getLocalName)
                .filter(name -> !name.isEmpty());
    }
}
