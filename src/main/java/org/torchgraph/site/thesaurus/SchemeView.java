package org.torchgraph.site.thesaurus;

import java.util.List;
import java.util.stream.Stream;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.model.portion.Portion;
import org.torchgraph.model.thesaurus.ConceptOrder.NameEntry;
import org.torchgraph.model.thesaurus.SchemeExcerpt;
import org.torchgraph.model.thesaurus.SchemeExcerpt.CollectionNode;
import org.torchgraph.model.thesaurus.Thesauri;
import org.torchgraph.site.thing.ThingSection;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * A concept scheme on its page: a tree, an index of the names, collections and mappings.
 *
 * @param concepts the number of its concepts
 * @param tree the tree from a page of its top concepts
 * @param tops that page
 * @param letters the letters of the index
 * @param names the names that are shown, with their first letters
 * @param listed the page of the names
 * @param collections its collections
 * @param matches the mappings that are shown
 * @param mapped the page of the mappings
 */
public record SchemeView(
        int concepts,
        List<ConceptBranch> tree,
        Portion<?> tops,
        List<IndexLetter> letters,
        List<IndexName> names,
        Portion<?> listed,
        List<CollectionBranch> collections,
        List<MatchRow> matches,
        Portion<?> mapped)
        implements ThingSection {

    private static final int MAX_OPEN = 60;

    /**
     * A letter of the index.
     *
     * @param text the letter
     * @param value the letter as the value of a parameter
     * @param names the number of names
     * @param current whether its names are shown alone
     */
    public record IndexLetter(String text, String value, int names, boolean current) {}

    /**
     * A name of the index.
     *
     * @param letter its letter if it is the first with it on the page, else null
     * @param name the name, with a link to its concept
     */
    public record IndexName(String letter, RenderedTerm name) {}

    /**
     * A collection or a member of one.
     *
     * @param name its name
     * @param ordered whether its members have an order
     * @param members its members that are shown
     * @param hidden the number of others
     */
    public record CollectionBranch(RenderedTerm name, boolean ordered, List<CollectionBranch> members, int hidden) {}

    /** A mapping of a concept. */
    public record MatchRow(RenderedTerm concept, RenderedTerm relation, RenderedTerm other) {}

    /** Renders what a page shows of a scheme. */
    public static SchemeView of(SchemeExcerpt excerpt, Thesauri thesauri, TermRenderer wording) {
        return new SchemeView(
                excerpt.concepts(),
                excerpt.tree().stream()
                        .map(node -> ConceptBranch.of(node, thesauri, wording))
                        .toList(),
                excerpt.tops(),
                excerpt.letters().stream()
                        .map(group -> new IndexLetter(
                                group.letter(),
                                PercentEncoding.value(group.letter()),
                                group.entries().size(),
                                group.letter().equals(excerpt.letter())))
                        .toList(),
                names(excerpt, wording),
                excerpt.names(),
                excerpt.collections().stream()
                        .map(node -> branch(node, wording))
                        .toList(),
                excerpt.matches().items().stream()
                        .map(match -> new MatchRow(
                                wording.show(match.concept()),
                                wording.show(match.relation()),
                                wording.show(match.other())))
                        .toList(),
                excerpt.matches());
    }

    private static List<IndexName> names(SchemeExcerpt excerpt, TermRenderer wording) {
        if (excerpt.letter() != null) {
            return excerpt.names().items().stream()
                    .map(entry -> new IndexName(null, name(entry, wording)))
                    .toList();
        }
        return excerpt.letters().stream()
                .flatMap(group -> group.entries().stream()
                        .map(entry -> new IndexName(
                                entry.equals(group.entries().get(0)) ? group.letter() : null, name(entry, wording))))
                .toList();
    }

    /**
     * Returns a name that leads to its concept; one beside that by which the concept is called says which one it is.
     */
    private static RenderedTerm name(NameEntry entry, TermRenderer wording) {
        RenderedTerm concept = wording.show(entry.concept());
        return entry.alternative() == null
                ? concept
                : wording.weave(
                        "view.names.see", wording.show(entry.alternative()).firstLine(), concept);
    }

    private static CollectionBranch branch(CollectionNode node, TermRenderer wording) {
        return new CollectionBranch(
                wording.show(node.node()),
                node.ordered(),
                node.members().stream().map(member -> branch(member, wording)).toList(),
                node.hidden());
    }

    @Override
    public List<String> headings() {
        return Stream.of(
                        Stream.of("scheme", "names"),
                        collections.isEmpty() ? Stream.<String>empty() : Stream.of("collections"),
                        matches.isEmpty() ? Stream.<String>empty() : Stream.of("matches"))
                .flatMap(names -> names)
                .toList();
    }

    /** Returns whether the whole tree starts open. */
    public boolean isSmall() {
        return concepts <= MAX_OPEN;
    }

    /** Returns whether a letter of the index is a link to its own list, because not all names are shown. */
    public boolean isByLetter() {
        return letters.stream().anyMatch(IndexLetter::current);
    }
}
