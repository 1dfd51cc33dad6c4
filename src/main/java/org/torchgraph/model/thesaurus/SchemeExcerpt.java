package org.torchgraph.model.thesaurus;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.model.portion.Portion;
import org.torchgraph.model.thesaurus.ConceptOrder.LetterGroup;
import org.torchgraph.model.thesaurus.ConceptOrder.NameEntry;
import org.torchgraph.model.thesaurus.ConceptScheme.Match;

/**
 * What one page shows of a concept scheme.
 *
 * @param concepts the number of its concepts
 * @param tops a page of the concepts at its top
 * @param tree the same with the concepts below them
 * @param letters the letters of the index
 * @param letter the letter whose names are shown; null if these are all
 * @param names a page of the names of the letter, or of all
 * @param collections its collections
 * @param matches a page of the mappings of its concepts
 */
public record SchemeExcerpt(
        int concepts,
        Portion<Node> tops,
        List<ConceptNode> tree,
        List<LetterGroup> letters,
        String letter,
        Portion<NameEntry> names,
        List<CollectionNode> collections,
        Portion<Match> matches) {
    private static final int TOPS_ON_PAGE = 200;
    private static final int MAX_BELOW = 600;
    private static final int NAMES_ON_PAGE = 400;
    private static final int MATCHES_ON_PAGE = 200;
    private static final int MAX_MEMBERS = 600;

    /**
     * The pages of the lists that a reader asks for.
     *
     * @param tree the page of the tree, from 1
     * @param letter the letter of the index; empty for the first
     * @param names the page of the names, from 1
     * @param matches the page of the mappings, from 1
     */
    public record AskedLists(int tree, Optional<String> letter, int names, int matches) {}

    /**
     * A collection in a list of collections.
     *
     * @param node the collection or concept
     * @param collection whether it is a collection
     * @param ordered whether its members have an order
     * @param members those that are shown
     * @param hidden the number of others
     */
    public record CollectionNode(
            Node node, boolean collection, boolean ordered, List<CollectionNode> members, int hidden) {

        /** Returns the collection and all members that are shown. */
        Stream<Node> nodes() {
            return Stream.concat(Stream.of(node), members.stream().flatMap(CollectionNode::nodes));
        }
    }

    /** Returns what a page shows; empty if one of the lists has no such page, or the index no such letter. */
    public static Optional<SchemeExcerpt> of(
            Thesauri thesauri, ConceptScheme scheme, List<String> ranges, AskedLists asked) {
        ConceptOrder order = thesauri.order(scheme.node(), ranges);
        int all = order.letters().stream()
                .mapToInt(group -> group.entries().size())
                .sum();
        boolean whole = all <= NAMES_ON_PAGE && asked.letter().isEmpty();
        Optional<LetterGroup> letter = asked.letter()
                .map(wanted -> order.letters().stream()
                        .filter(group -> group.letter().equals(wanted))
                        .findFirst())
                .orElseGet(() -> order.letters().stream().findFirst());
        List<NameEntry> listed = whole
                ? order.letters().stream()
                        .flatMap(group -> group.entries().stream())
                        .toList()
                : letter.map(LetterGroup::entries).orElse(List.of());
        List<Match> sorted = scheme.matches().stream()
                .sorted(Comparator.comparing((Match match) -> order.place(match.concept())))
                .toList();
        Optional<Portion<Node>> tops = Portion.of(order.sorted(scheme.tops()), asked.tree(), TOPS_ON_PAGE);
        Optional<Portion<NameEntry>> names = Portion.of(listed, asked.names(), NAMES_ON_PAGE);
        Optional<Portion<Match>> matches = Portion.of(sorted, asked.matches(), MATCHES_ON_PAGE);
        if (tops.isEmpty() || names.isEmpty() || matches.isEmpty() || !whole && letter.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SchemeExcerpt(
                scheme.concepts().size(),
                tops.get(),
                thesauri.tree(tops.get().items(), ranges, MAX_BELOW),
                order.letters(),
                whole ? null : letter.get().letter(),
                names.get(),
                collections(thesauri, scheme),
                matches.get()));
    }

    private static List<CollectionNode> collections(Thesauri all, ConceptScheme scheme) {
        int[] left = {MAX_MEMBERS};
        return scheme.collections().stream()
                .map(collection -> branch(all, collection.node(), new HashSet<>(), left))
                .toList();
    }

    private static CollectionNode branch(Thesauri all, Node node, Set<Node> above, int[] left) {
        Optional<ConceptCollection> collection = all.collection(node);
        if (collection.isEmpty() || !above.add(node)) {
            return new CollectionNode(node, collection.isPresent(), false, List.of(), 0);
        }
        List<Node> members = collection.get().members();
        int shown = Math.min(members.size(), left[0]);
        left[0] -= shown;
        List<CollectionNode> below = members.subList(0, shown).stream()
                .map(member -> branch(all, member, above, left))
                .toList();
        above.remove(node);
        return new CollectionNode(node, true, collection.get().ordered(), below, members.size() - shown);
    }

    /** Returns all nodes that the page shows. */
    public List<Node> nodes() {
        return Stream.of(
                        tree.stream().flatMap(ConceptNode::concepts),
                        names.items().stream().map(NameEntry::concept),
                        collections.stream().flatMap(CollectionNode::nodes),
                        matches.items().stream()
                                .flatMap(match -> Stream.of(match.concept(), match.relation(), match.other())))
                .flatMap(nodes -> nodes)
                .distinct()
                .toList();
    }
}
