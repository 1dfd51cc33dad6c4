package org.torchgraph.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.torchgraph.rdf.order.NamedGraphs;
import org.torchgraph.rdf.syntax.Expressiveness;
import org.torchgraph.rdf.syntax.InexpressibleException;
import org.torchgraph.rdf.syntax.SortedTurtle;

/**
 * Formats a Turtle file of a publication: base, prefixes, the comments at the top, then the statements in the order of
 * {@link SortedTurtle}.
 *
 * @param base the base IRI of the publication
 * @param prefixes the prefixes of the publication; a file may declare more
 */
public record TidyTurtle(String base, PrefixMap prefixes) {
    private static final String IRI = "<[^<>\"{}|^`\\s]*>";
    private static final String STRING = "\"(?:[^\"\\\\\\n]|\\\\.)*\"|'(?:[^'\\\\\\n]|\\\\.)*'";

    /** Matches a line that may precede the first statement. */
    private static final Pattern HEAD = Pattern.compile(
            "(?:(?i:@?base|@?prefix)\\s+(?:[^<#\\s]*:\\s*)?" + IRI + "\\s*\\.?|(?i:@?version)\\s+(?:" + STRING
                    + ")\\s*\\.?|(#.*))?",
            Pattern.UNICODE_CHARACTER_CLASS);

    /** Matches comments, and the tokens in which a {@code #} does not start a comment. */
    private static final Pattern TOKENS = Pattern.compile(
            "(?s:\"\"\".*?\"\"\"|'''.*?''')|" + STRING + "|" + IRI + "|[\\w.-]*:(?:\\\\.|[^\\s\\\\;,.)\\]#])*|(#.*)");

    /** Signals a comment between statements, which would lose its place when they are sorted. */
    public static final class CommentInsideException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final long line;

        CommentInsideException(long line) {
            super("a comment stands among the statements");
            this.line = line;
        }

        /** Returns the line of the comment, counted from 1. */
        public long line() {
            return line;
        }
    }

    /**
     * Returns the formatted text.
     *
     * @param text Turtle without errors
     * @throws CommentInsideException if a comment would be lost
     * @throws InexpressibleException if sorted Turtle cannot express one of the statements
     */
    public String of(String text) {
        return of(text, parsed(text).stream().toList());
    }

    /**
     * Returns a file with other statements, and with the comments and prefixes at the top of this one.
     *
     * @param text Turtle without errors
     * @throws CommentInsideException if a comment would be lost
     * @throws InexpressibleException if sorted Turtle cannot express one of the statements
     */
    public String of(String text, Collection<Triple> triples) {
        List<String> comments = new ArrayList<>();
        int body = 0;
        long line = 0;
        for (String one : text.split("(?<=\n)")) {
            Matcher head = HEAD.matcher(one.strip());
            if (!head.matches()) {
                break;
            }
            if (head.group(1) != null) {
                comments.add(head.group(1));
            }
            body += one.length();
            line++;
        }
        refuseComments(text.substring(body), line);
        PrefixMap all = PrefixMapFactory.create(parsed(text).getPrefixMapping());
        all.putAll(prefixes);
        NamedGraphs statements = NamedGraphs.of(triples.stream()
                .map(triple -> Quad.create(Quad.defaultGraphIRI, triple))
                .toList());
        Expressiveness.TURTLE.require(statements.quads());
        String sorted = new SortedTurtle(all, Optional.of(base)).text(statements);
        int end = sorted.indexOf("\n\n") + 2;
        return comments.isEmpty()
                ? sorted
                : sorted.substring(0, end) + String.join("\n", comments) + "\n\n" + sorted.substring(end);
    }

    private Graph parsed(String text) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(text, Lang.TURTLE).base(base).parse(graph);
        return graph;
    }

    private static void refuseComments(String body, long linesBefore) {
        Matcher tokens = TOKENS.matcher(body);
        while (tokens.find()) {
            if (tokens.group(1) != null) {
                throw new CommentInsideException(linesBefore
                        + 1
                        + body.substring(0, tokens.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count());
            }
        }
    }
}
