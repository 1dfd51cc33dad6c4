package org.torchgraph.site.thing;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.torchgraph.model.Description;
import org.torchgraph.model.Statement;
import org.torchgraph.model.term.Coordinates;

/** Finds where on Earth a thing is. */
final class Points {
    /** The number of points from which on they are parts of a shape rather than places. */
    private static final int MAX_POINTS = 10;

    private Points() {}

    /** Returns the points that a thing itself and its blank nodes state. */
    static List<Coordinates> of(Description description) {
        return of(Stream.concat(
                description.statements().stream(),
                description.parts().entrySet().stream()
                        .filter(part -> part.getKey().isBlank())
                        .map(part -> part.getValue())
                        .flatMap(Collection::stream)));
    }

    /** Returns the points of some statements; none if there are many. */
    static List<Coordinates> of(Stream<Statement> statements) {
        List<Coordinates> found =
                Coordinates.in(statements.map(Statement::triple).toList());
        return found.size() > MAX_POINTS ? List.of() : found;
    }
}
