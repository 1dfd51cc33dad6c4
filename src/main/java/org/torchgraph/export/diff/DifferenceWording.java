package org.torchgraph.export.diff;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.publication.Publication;

/** Words a difference in one language. */
final class DifferenceWording {
    private final Language language;
    private final Labels labels;
    private final Publication publication;

    /**
     * Creates the wording.
     *
     * @param publication the publication whose base IRIs are written relative to
     * @param language the language of the sentences
     * @param labels the labels of things and terms
     */
    DifferenceWording(Language language, Labels labels, Publication publication) {
        this.language = language;
        this.labels = labels;
        this.publication = publication;
    }

    Language language() {
        return language;
    }

    String say(String key, Object... values) {
        return language.messages().say(key, values);
    }

    /** Returns the label of a class or a property, or its short form. */
    String term(Node node) {
        return plain(labels.name(node, language.code()).text());
    }

    /** Returns a text as a literal of the language. */
    Node literal(String text) {
        return NodeFactory.createLiteralLang(text, language.tag());
    }

    /** Returns whether a thing has a label. */
    boolean names(Node node) {
        return labels.byNode().containsKey(node);
    }

    /** Returns a thing by label and IRI. */
    String thing(Node node) {
        if (node.isBlank()) {
            return say("diff.unnamed");
        }
        String iri = plain(publication.relative(node.getURI()));
        return names(node) ? say("diff.thing", term(node), iri) : "<" + iri + ">";
    }

    /** Returns values as a list in the given order. */
    String values(List<Node> values) {
        return values.stream().map(this::value).collect(Collectors.joining(say("diff.between")));
    }

    private String value(Node node) {
        if (node.isURI() && !names(node)) {
            return "<" + plain(publication.relative(node.getURI())) + ">";
        }
        return node.isBlank() ? say("diff.unnamed") : "“" + term(node) + "”";
    }

    /** Removes line breaks and control characters, so that a value stays on its line and cannot control a terminal. */
    private static String plain(String text) {
        return text.replaceAll("\\s*[\\p{Cntrl}\\u2028\\u2029]+\\s*", " ");
    }
}
