package org.torchgraph.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.dataset.PagedLinks;
import org.torchgraph.dataset.PagedLinks.LinkPage;

/**
 * A page of the statements whose object is the thing.
 *
 * @param total the number of all such statements
 * @param page the number of this page, from 1
 * @param pages the number of pages, at least 1
 * @param statements the statements of this page, by predicate and subject; those in triple terms are the last
 */
public record IncomingPage(long total, int page, int pages, List<Statement> statements) {
    /** The number of statements of a page. */
    public static final int SIZE = 50;

    /**
     * Returns a page of the statements whose object is a thing, or a triple term with it.
     *
     * @param without subjects whose statements are left out
     * @param page its number, from 1
     * @return empty when there is no such page
     */
    static Optional<IncomingPage> of(Node thing, Statements statements, Set<Node> without, int page) {
        if (page < 1) {
            return Optional.empty();
        }
        List<Statement> mentions = others(statements.mentioning(thing).stream(), without);
        long from = (page - 1L) * SIZE;
        Optional<PagedLinks> many = statements.data().manyLinks(thing);
        if (many.isPresent()) {
            LinkPage read = many.get().page(without, from, SIZE);
            return of(
                    page,
                    read.total() + mentions.size(),
                    Stream.concat(
                            Statements.links(read.statements().stream()).stream(),
                            mentions.stream().skip(Math.max(0, from - read.total()))));
        }
        List<Statement> all = others(Stream.concat(statements.pointingTo(thing).stream(), mentions.stream()), without);
        return of(page, all.size(), all.stream().skip(from));
    }

    private static List<Statement> others(Stream<Statement> all, Set<Node> without) {
        return all.filter(statement -> !without.contains(statement.triple().getSubject()))
                .toList();
    }

    private static Optional<IncomingPage> of(int page, long total, Stream<Statement> shown) {
        int pages = (int) Math.max(1, (total + SIZE - 1) / SIZE);
        return page > pages
                ? Optional.empty()
                : Optional.of(
                        new IncomingPage(total, page, pages, shown.limit(SIZE).toList()));
    }
}
