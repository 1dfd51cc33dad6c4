package org.torchgraph.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.system.G;
import org.torchgraph.messages.MultilingualText;

/**
 * The messages of shapes in all of their languages (SHACL §5.2, §6.2.1). For a query in a shape Jena supports one
 * message and inserts values into it, so the messages of all languages are joined to one text with separators that no
 * message has.
 */
final class ShapeMessages {
    private static final String BETWEEN_MESSAGES = "\u001E";
    private static final String AFTER_TAG = "\u001F";

    private ShapeMessages() {}

    /** Joins the messages of each query in a graph of shapes. */
    static void join(Graph shapes) {
        List<Node> queries =
                queries(shapes).stream().map(Triple::getSubject).distinct().toList();
        queries.forEach(query -> {
            List<Node> messages = G.listSP(shapes, query, SHACL.message);
            if (messages.size() > 1) {
                shapes.remove(query, SHACL.message, Node.ANY);
                shapes.add(query, SHACL.message, joined(messages));
            }
        });
    }

    /** Returns the statements in a graph of shapes that give the text of a query. */
    static List<Triple> queries(Graph shapes) {
        return Stream.of(SHACL.select, SHACL.ask)
                .flatMap(text -> G.find(shapes, Node.ANY, text, Node.ANY).toList().stream())
                .filter(text -> text.getObject().isLiteral())
                .toList();
    }

    private static Node joined(List<Node> messages) {
        return NodeFactory.createLiteralString(messages.stream()
                .filter(Node::isLiteral)
                .map(message -> message.getLiteralLanguage() + AFTER_TAG + message.getLiteralLexicalForm())
                .sorted()
                .collect(Collectors.joining(BETWEEN_MESSAGES)));
    }

    /** Returns the message of a result. */
    static MultilingualText of(ReportEntry result) {
        Map<String, String> byTag = new TreeMap<>();
        result.messages().stream().filter(Node::isLiteral).forEach(message -> Stream.of(
                        message.getLiteralLexicalForm().split(BETWEEN_MESSAGES))
                .forEach(one -> {
                    int tag = one.indexOf(AFTER_TAG);
                    byTag.merge(
                            tag < 0 ? message.getLiteralLanguage() : one.substring(0, tag),
                            one.substring(tag + 1),
                            (first, second) -> first.equals(second) ? first : first + "; " + second);
                }));
        return new MultilingualText(byTag);
    }
}
