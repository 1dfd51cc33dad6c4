package org.torchgraph.dataset;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The accepted writes that made a version of what a store was filled with.
 *
 * @param filled the version that the store was filled with
 * @param writes the writes, the first one first; each has its place in the list, from 1, as its number
 */
public record History(String filled, List<WriteRecord> writes) {
    /** The history of a version that nobody wrote. */
    public static final History NONE = new History("", List.of());

    /** Returns the history with one write more. */
    public History with(WriteRecord write) {
        return new History(
                filled, Stream.concat(writes.stream(), Stream.of(write)).toList());
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
}
