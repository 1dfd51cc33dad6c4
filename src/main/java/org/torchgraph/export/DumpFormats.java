package org.torchgraph.export;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.dataset.UnionChange;
import org.torchgraph.dataset.View;
import org.torchgraph.model.Lazy;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.rdf.syntax.Expressiveness;

/** The formats that can express a whole dataset version. */
public final class DumpFormats {
    private final Lazy<Set<Expressiveness>> syntaxes;
    private final boolean areWritten;

    /** Creates the list for a snapshot without computing it. */
    public DumpFormats(View snapshot) {
        this(snapshot, Set.of(), Set.of(Expressiveness.values()));
    }

    /**
     * @param known those that can express the snapshot
     * @param unknown those of which that has to be found out
     */
    private DumpFormats(View snapshot, Set<Expressiveness> known, Set<Expressiveness> unknown) {
        TripleSource union = snapshot.whole().union();
        this.areWritten = union.counted().isEmpty();
        this.syntaxes = new Lazy<>(() -> {
            Set<Expressiveness> all = expressing(
                    unknown,
                    union::properties,
                    () -> areWritten
                            ? Stream.concat(snapshot.graphNames(), union.subjectsAndObjects())
                            : snapshot.graphNames());
            all.addAll(known);
            return all;
        });
    }

    /**
     * Returns the list for the next version. What could express this one is asked about the added triples alone, and
     * what could not about the whole if triples are gone.
     */
    public DumpFormats after(UnionChange change, View next) {
        Set<Expressiveness> before = syntaxes.get();
        return new DumpFormats(
                next,
                expressing(
                        before,
                        () -> change.added().stream().map(Triple::getPredicate),
                        () -> Stream.concat(
                                change.graphs().stream(),
                                change.added().stream()
                                        .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject())))),
                change.removed().isEmpty() ? Set.of() : Set.copyOf(EnumSet.complementOf(EnumSet.copyOf(before))));
    }

    /** Returns the formats in the order in which they are offered; none if the statements are too many to be read. */
    public List<Format> formats() {
        return Stream.of(Format.values())
                .filter(format -> areWritten && isExpressible(format.expressiveness()))
                .toList();
    }

    /**
     * Returns whether a syntax can express the whole version, and so each part of it; as far as its properties tell if
     * the statements are too many to be read.
     */
    public boolean isExpressible(Expressiveness syntax) {
        return syntaxes.get().contains(syntax);
    }

    private static Set<Expressiveness> expressing(
            Set<Expressiveness> syntaxes, Supplier<Stream<Node>> properties, Supplier<Stream<Node>> terms) {
        if (syntaxes.isEmpty()) {
            return new HashSet<>();
        }
        Set<Node> used = properties.get().collect(Collectors.toSet());
        // One pass, because a term may have to be read from a file.
        Set<Expressiveness> able = ConcurrentHashMap.newKeySet();
        syntaxes.stream()
                .filter(one -> used.stream().allMatch(one::canExpressAsProperty))
                .forEach(able::add);
        terms.get().forEach(term -> able.removeIf(one -> !one.canExpress(term)));
        return able;
    }
}
