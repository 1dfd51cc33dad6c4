package org.torchgraph.site.thing;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.torchgraph.model.Description;
import org.torchgraph.model.Statement;
import org.torchgraph.model.term.Coordinates;
import org.torchgraph.site.words.StatementLayout;

/** Finds where on Earth a thing is. */
final class Points {
    /** The number of points from which on they are parts of a shape rather than places. */
    private static final int MAX_POINTS = 10;

    private Points() {}

    /** Returns the points that a thing itself and its blank nodes state in properties that pages show. */
    static List<Coordinates> of(Description description, StatementLayout layout) {
        Stream<Statement> all = Stream.concat(
                description.statements().stream(),
                description.parts().entrySet().stream()
                        .filter(part -> part.getKey().isBlank())
                        .map(part -> part.getValue())
                        .flatMap(Collection::stream));
        return of(all, layout);
    }

    /** Returns the points of some statements; none if there are many. */
    static List<Coordinates> of(Stream<Statement> statements, StatementLayout layout) {
        List<Coordinates> found = Coordinates.in(statements
                .map(Statement::triple)
                .filter(triple -> layout.isShown(triple.getPredicate().getURI()))
                .toList());
        return found.size() > MAX_POINTS ? List.of() : found;
    }
}
