package org.torchgraph.dataset;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/**
 * The accepted writes that made a version of what a store was filled with.
 *
 * @param filled the version that the store was filled with
 * @param since the time at which it was filled
 * @param writes the writes, the first one first; each has its place in the list, from 1, as its number
 */
public record History(String filled, Instant since, List<WriteRecord> writes) {
    /** The history of a version that nobody wrote. */
    public static final History NONE = new History("", Instant.EPOCH, List.of());

    /** Returns the history with one write more. */
    public History with(WriteRecord write) {
        return new History(
                filled, since, Stream.concat(writes.stream(), Stream.of(write)).toList());
    }

    /** Returns the number of writes. */
    public int size() {
        return writes.size();
    }

    /** Returns the write with a number. */
    public Optional<WriteRecord> numbered(int number) {
        return number < 1 || number > size() ? Optional.empty() : Optional.of(writes.get(number - 1));
    }

    /** Returns the last write. */
    public Optional<WriteRecord> last() {
        return numbered(size());
    }

    /** Returns the last write after another one that changed a statement which that one had changed. */
    public Optional<WriteRecord> changedAgain(WriteRecord write) {
        return writes.subList(write.number(), size()).reversed().stream()
                .filter(later -> later.change().touches(write.change()))
                .findFirst();
    }

    /** Returns the statements after the last write. */
    public List<Quad> after(Collection<Quad> first) {
        Set<Quad> quads = new LinkedHashSet<>(first);
        writes.forEach(write -> {
            quads.removeAll(write.change().removed());
            quads.addAll(write.change().added());
        });
        return List.copyOf(quads);
    }

    /** Returns the statements before the first write. */
    public Stream<Quad> before(View now) {
        Change all = since(0);
        return Stream.concat(
                now.quads(Node.ANY, Node.ANY, Node.ANY)
                        .filter(quad -> !all.added().contains(quad)),
                all.removed().stream());
    }

    /** Returns what all writes after the one with a number have changed together. */
    public Change since(int number) {
        return Change.together(writes.subList(number, size()).stream().map(WriteRecord::change));
    }
}
