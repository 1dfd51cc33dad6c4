package org.torchgraph.site;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.torchgraph.model.change.ValueChange;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/** Tells how the properties of a thing changed, a sentence for each, in the words that {@code diff} has too. */
public final class ChangeSentences {
    private ChangeSentences() {}

    /** Returns the sentences about a thing, but for properties that pages do not show. */
    public static List<RenderedTerm> of(Node thing, List<ValueChange> changes, TermRenderer wording) {
        return changes.stream()
                .filter(change -> isTold(change, wording))
                .flatMap(change -> sentences(thing, change, wording).stream())
                .toList();
    }

    /**
     * Returns whether there is anything to tell of some changes.
     *
     * @param more the number of further statements that changed
     */
    public static boolean tells(List<ValueChange> changes, int more, TermRenderer wording) {
        return more > 0 || changes.isEmpty() || changes.stream().anyMatch(change -> isTold(change, wording));
    }

    private static boolean isTold(ValueChange change, TermRenderer wording) {
        return wording.appearance().layout().isShown(change.property().getURI());
    }

    private static List<RenderedTerm> sentences(Node thing, ValueChange change, TermRenderer wording) {
        RenderedTerm property = property(thing, change, wording);
        if (change.gone().size() == 1 && change.come().size() == 1) {
            Node before = change.gone().get(0);
            Node after = change.come().get(0);
            return List.of(
                    isAmount(before) && isAmount(after)
                            ? wording.weave("diff.amount", property, wording.show(before), wording.show(after))
                            : wording.weave(
                                    "diff.replaced",
                                    property,
                                    values(change.gone(), wording),
                                    values(change.come(), wording)));
        }
        List<RenderedTerm> sentences = new ArrayList<>();
        if (!change.come().isEmpty()) {
            sentences.add(wording.weave("diff.added", property, values(change.come(), wording)));
        }
        if (!change.gone().isEmpty()) {
            sentences.add(wording.weave("diff.removed", property, values(change.gone(), wording)));
        }
        return sentences;
    }

    private static boolean isAmount(Node value) {
        return value.isLiteral() && value.getLiteral().isWellFormed() && value.getLiteralValue() instanceof Number;
    }

    private static RenderedTerm property(Node thing, ValueChange change, TermRenderer wording) {
        RenderedTerm label = wording.show(change.property());
        RenderedTerm named = change.language().isEmpty()
                ? label
                : wording.weave("diff.of-language", label, RenderedTerm.text(change.language()));
        if (change.subject().equals(thing)) {
            return named;
        }
        String part = change.subject().isURI()
                ? change.subject().getURI().substring(thing.getURI().length())
                : wording.language().messages().say("diff.unnamed");
        return wording.weave("diff.part", RenderedTerm.text(part), named);
    }

    private static RenderedTerm values(List<Node> values, TermRenderer wording) {
        return wording.join(
                "diff.between",
                values.stream()
                        .map(value -> value.isLiteral()
                                ? wording.weave("writes.text", wording.show(value))
                                : wording.show(value))
                        .toList());
    }
}
