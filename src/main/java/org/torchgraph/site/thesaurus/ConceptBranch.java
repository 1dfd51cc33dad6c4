package org.torchgraph.site.thesaurus;

import java.util.List;
import org.torchgraph.model.thesaurus.ConceptNode;
import org.torchgraph.model.thesaurus.Thesauri;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * A concept in a tree.
 *
 * @param name its name, with the link to its page
 * @param notation its notation, or null
 * @param below the concepts below it
 * @param hidden the number of concepts below it that only its own page shows
 */
public record ConceptBranch(RenderedTerm name, RenderedTerm notation, List<ConceptBranch> below, int hidden) {

    static ConceptBranch of(ConceptNode node, Thesauri thesauri, TermRenderer wording) {
        return new ConceptBranch(
                wording.show(node.concept()),
                thesauri.notation(node.concept()) == null ? null : wording.show(thesauri.notation(node.concept())),
                node.below().stream().map(below -> of(below, thesauri, wording)).toList(),
                node.hidden());
    }

    /** Returns whether the branch starts open: the first level of a tree does if it is small. */
    public static boolean isOpen(List<ConceptBranch> first) {
        return first.size() <= 12;
    }
}
