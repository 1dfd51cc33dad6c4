package org.torchgraph.site.thesaurus;

import java.util.List;
import org.torchgraph.model.portion.Portion;
import org.torchgraph.model.thesaurus.ConceptExcerpt;
import org.torchgraph.model.thesaurus.Thesauri;
import org.torchgraph.site.thing.ThingSection;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The place of a concept among others, on its page.
 *
 * @param self its name
 * @param notation its notation, or null
 * @param paths the ways from a scheme or a top concept down to it
 * @param below the concepts below it
 * @param narrower the page of those directly below it
 */
public record ConceptView(
        RenderedTerm self,
        RenderedTerm notation,
        List<List<RenderedTerm>> paths,
        List<ConceptBranch> below,
        Portion<?> narrower)
        implements ThingSection {

    /** Renders the place of a concept. */
    public static ConceptView of(ConceptExcerpt excerpt, Thesauri thesauri, TermRenderer wording) {
        return new ConceptView(
                wording.show(excerpt.concept()),
                thesauri.notation(excerpt.concept()) == null
                        ? null
                        : wording.show(thesauri.notation(excerpt.concept())),
                excerpt.paths().stream()
                        .map(path -> path.stream().map(wording::show).toList())
                        .toList(),
                excerpt.tree().stream()
                        .map(node -> ConceptBranch.of(node, thesauri, wording))
                        .toList(),
                excerpt.narrower());
    }

    @Override
    public List<String> headings() {
        return List.of("concept");
    }
}
