package org.torchgraph.rdf.syntax;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.rdf.order.Nesting;
import org.torchgraph.rdf.order.SortedTriples;

/** Formats the statements of one subject: on one line if they fit, else on lines indented by four spaces. */
final class TurtleBlock {
    private static final int MAX_LINE_CHARACTERS = 120;
    private static final int INDENT_SPACES = 4;
    /** A subject with more properties has one line per property, so that a change of one property changes one line. */
    private static final int MAX_PROPERTIES_ON_LINE = 2;

    private final SortedTriples triples;
    private final Nesting nesting;
    private final TurtleTerms terms;

    TurtleBlock(SortedTriples triples, Nesting nesting, TurtleTerms terms) {
        this.triples = triples;
        this.nesting = nesting;
        this.terms = terms;
    }

    /** Returns the statements of a subject, ended by a dot and a line feed. */
    String of(Node subject) {
        String head = subject.isBlank() && nesting.isUnnamed(subject) ? "[]" : terms.text(subject);
        List<String> properties = properties(subject, INDENT_SPACES);
        String line = head + " " + String.join(" ; ", properties) + " .";
        boolean fits = properties.size() <= MAX_PROPERTIES_ON_LINE && fits(line, 0);
        return (fits ? line : head + " " + String.join(" ;\n" + " ".repeat(INDENT_SPACES), properties) + " .") + "\n";
    }

    private List<String> properties(Node subject, int indent) {
        return triples.properties(subject).entrySet().stream()
                .map(each -> property(terms.predicate(each.getKey()), each.getValue(), indent))
                .toList();
    }

    private String property(String predicate, List<Node> objects, int indent) {
        int deeper = indent + INDENT_SPACES;
        List<String> texts =
                objects.stream().map(object -> object(object, deeper)).toList();
        String line = predicate + " " + String.join(" , ", texts);
        if (fits(line, indent)) {
            return line;
        }
        boolean brackets = nesting.isBracketed(objects.get(0));
        return predicate + (brackets ? newLine(deeper) : " ") + String.join(" ," + newLine(deeper), texts);
    }

    private String object(Node object, int indent) {
        if (!nesting.isBracketed(object)) {
            return terms.text(object);
        }
        Optional<List<Node>> items = nesting.list(object);
        return items.isPresent()
                ? enclosed("(", items.get().stream().map(item -> object(item, indent + 2)), "", ")", indent)
                : enclosed("[", properties(object, indent + 2).stream(), " ;", "]", indent);
    }

    private static String enclosed(String open, Stream<String> parts, String separator, String close, int indent) {
        List<String> texts = parts.toList();
        if (texts.isEmpty()) {
            return open + close;
        }
        String line = open + " " + String.join(separator + " ", texts) + " " + close;
        return fits(line, indent)
                ? line
                : open + " " + String.join(separator + newLine(indent + 2), texts) + " " + close;
    }

    private static String newLine(int indent) {
        return "\n" + " ".repeat(indent);
    }

    /** Returns whether a text of one line fits, leaving room for the punctuation that follows. */
    private static boolean fits(String text, int indent) {
        return text.indexOf('\n') < 0 && indent + text.codePointCount(0, text.length()) + 2 <= MAX_LINE_CHARACTERS;
    }
}
