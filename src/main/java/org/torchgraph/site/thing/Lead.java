package org.torchgraph.site.thing;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.model.Description;
import org.torchgraph.model.Statement;
import org.torchgraph.model.naming.TextProperties;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/** Chooses the first paragraph of the page of a thing. */
final class Lead {
    private Lead() {}

    /** Returns the text of the first describing property that the thing has, or null. */
    static RenderedTerm of(Description description, TermRenderer wording) {
        List<Triple> texts = description.statements().stream()
                .map(Statement::triple)
                .filter(triple -> triple.getObject().isLiteral())
                .filter(triple -> wording.appearance()
                        .layout()
                        .isShown(triple.getPredicate().getURI()))
                .toList();
        Stream<Node> alike = texts.stream().map(Triple::getPredicate).filter(TextProperties::describes);
        return Stream.concat(wording.appearance().layout().descriptions().stream(), alike)
                .flatMap(property -> wording.prose(values(texts, property)).stream())
                .findFirst()
                .orElse(null);
    }

    private static List<Node> values(List<Triple> texts, Node property) {
        return texts.stream()
                .filter(triple -> triple.getPredicate().equals(property))
                .map(Triple::getObject)
                .toList();
    }
}
