package org.torchgraph.check;

import java.util.List;
import java.util.OptionalInt;
import org.apache.jena.graph.Triple;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Locator;

/**
 * Warns of texts with characters that reorder the following text, so that readers see another text. Isolates (U+2066 to
 * U+2069), whose effect is limited, are allowed.
 */
final class TextCheck {
    private static final int LEFT_TO_RIGHT_EMBEDDING = 0x202A;
    private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202E;

    private final CheckedData data;
    private final Locator places;

    TextCheck(CheckedData data) {
        this.data = data;
        this.places = data.places();
    }

    List<Finding> findings(Finding.Severity severity) {
        return data.examined()
                .filter(triple -> triple.getObject().isLiteral()
                        && turning(triple.getObject().getLiteralLexicalForm()).isPresent())
                .sorted(CheckedData.ORDER)
                .limit(data.most())
                .map(triple -> finding(triple, severity))
                .toList();
    }

    private Finding finding(Triple triple, Finding.Severity severity) {
        int turning = turning(triple.getObject().getLiteralLexicalForm()).orElseThrow();
        return new Finding(
                        places.find(triple.getSubject(), triple.getPredicate(), triple.getObject()),
                        severity,
                        Message.of(
                                Code.TEXT_TURNED,
                                triple.getSubject().isURI()
                                        ? "<"
                                                + data.relative(
                                                        triple.getSubject().getURI()) + ">"
                                        : Message.of(Code.THING_UNNAMED),
                                "%04X".formatted(turning)))
                .about(triple.getSubject());
    }

    private static OptionalInt turning(String text) {
        return text.codePoints()
                .filter(c -> c >= LEFT_TO_RIGHT_EMBEDDING && c <= RIGHT_TO_LEFT_OVERRIDE)
                .findFirst();
    }
}
