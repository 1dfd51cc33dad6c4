package org.torchgraph.dataset.memory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A part of the text of a query, as a tree that knows which parts can be left out.
 *
 * @param text of a part without parts
 */
record QueryPart(Kind kind, String text, List<QueryPart> parts) {
    private static final Pattern VARIABLE = Pattern.compile("\\?(\\w+)");

    enum Kind {
        WORDS,
        SEQUENCE,
        /** Members between braces, each of which can be left out. */
        BLOCK,
        /** A sequence that can be left out. */
        CLAUSE,
        /** A sequence in whose place an expression inside it can stand. */
        EXPRESSION
    }

    static QueryPart words(String text) {
        return new QueryPart(Kind.WORDS, text, List.of());
    }

    /** @param parts strings and parts */
    static QueryPart of(Object... parts) {
        return of(Kind.SEQUENCE, parts);
    }

    static QueryPart clause(Object... parts) {
        return of(Kind.CLAUSE, parts);
    }

    static QueryPart expression(Object... parts) {
        return of(Kind.EXPRESSION, parts);
    }

    static QueryPart block(List<QueryPart> members) {
        return new QueryPart(Kind.BLOCK, "", members);
    }

    private static QueryPart of(Kind kind, Object... parts) {
        return new QueryPart(
                kind,
                "",
                Stream.of(parts)
                        .map(part -> part instanceof QueryPart tree ? tree : words((String) part))
                        .toList());
    }

    String written() {
        String inner = parts.stream().map(QueryPart::written).collect(Collectors.joining(" "));
        return switch (kind) {
            case WORDS -> text;
            case BLOCK -> "{ " + inner + " }";
            case SEQUENCE, CLAUSE, EXPRESSION -> inner;
        };
    }

    /** Returns the names of all variables in it, in scope or not. */
    Set<String> variables() {
        Set<String> names = new LinkedHashSet<>();
        Matcher found = VARIABLE.matcher(written());
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    /** Returns the trees that are smaller by one part, the smallest first; not all of them need to be queries. */
    Stream<QueryPart> smaller() {
        Stream<QueryPart> own =
                switch (kind) {
                    case BLOCK ->
                        IntStream.range(0, parts.size())
                                .boxed()
                                .flatMap(i -> Stream.concat(
                                        Stream.of(with(i, List.of())),
                                        parts.get(i)
                                                .nearest(Kind.BLOCK)
                                                .filter(block ->
                                                        !parts.get(i).written().startsWith("{ SELECT"))
                                                .map(block -> with(i, block.parts()))));
                    case CLAUSE -> Stream.of(words(""));
                    case EXPRESSION ->
                        Stream.concat(
                                parts.stream().flatMap(part -> part.nearest(Kind.EXPRESSION)),
                                parts.isEmpty() || written().equals("true") ? Stream.of() : Stream.of(words("true")));
                    case WORDS, SEQUENCE -> Stream.of();
                };
        return Stream.concat(own, IntStream.range(0, parts.size()).boxed().flatMap(i -> parts.get(i)
                .smaller()
                .map(part -> with(i, List.of(part)))));
    }

    private Stream<QueryPart> nearest(Kind wanted) {
        return kind == wanted ? Stream.of(this) : parts.stream().flatMap(part -> part.nearest(wanted));
    }

    private QueryPart with(int index, List<QueryPart> others) {
        List<QueryPart> changed = new ArrayList<>(parts);
        changed.remove(index);
        changed.addAll(index, others);
        return new QueryPart(kind, text, changed);
    }
}
