package org.torchgraph.export.diff;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.publication.Publication;
import org.torchgraph.resource.Labels;

/** How a difference is put into words of one language, {@code en} or {@code zh}. */
final class Wording {
    private final String lang;
    private final ResourceBundle patterns;
    private final Labels labels;
    private final Publication publication;

    /** @param publication whose base IRIs are shortened by */
    Wording(String lang, Labels labels, Publication publication) {
        this.lang = lang;
        this.labels = labels;
        this.publication = publication;
        this.patterns = ResourceBundle.getBundle(
                "org.torchgraph.export.diff.words",
                Locale.forLanguageTag(lang),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String lang() {
        return lang;
    }

    String say(String key, Object... values) {
        return new MessageFormat(patterns.getString(key), Locale.forLanguageTag(lang)).format(values);
    }

    /** The label of a class or a property, or its short form. */
    String term(Node node) {
        return plain(labels.name(node, lang).text());
    }

    /** A text as a literal of the language. */
    Node literal(String text) {
        return NodeFactory.createLiteralLang(text, lang.equals("zh") ? "zh-Hans" : lang);
    }

    /** Whether a thing has a name. */
    boolean names(Node node) {
        return labels.byNode().containsKey(node);
    }

    /** A thing by label and IRI. */
    String thing(Node node) {
        if (node.isBlank()) {
            return say("unnamed");
        }
        String iri = plain(publication.relative(node.getURI()));
        return names(node) ? say("thing", term(node), iri) : "<" + iri + ">";
    }

    /** Values as a list in the order given. */
    String values(List<Node> values) {
        return values.stream().map(this::value).collect(Collectors.joining(say("between")));
    }

    private String value(Node node) {
        if (node.isURI() && !names(node)) {
            return "<" + plain(publication.relative(node.getURI())) + ">";
        }
        return node.isBlank() ? say("unnamed") : "“" + term(node) + "”";
    }

    /** What is printed stays on its line and does nothing to a terminal. */
    private static String plain(String text) {
        return text.replaceAll("\\s*[\\p{Cntrl}\\u2028\\u2029]+\\s*", " ");
    }
}
