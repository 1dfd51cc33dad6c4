package org.torchgraph.server.watch;

import java.util.Optional;
import java.util.function.ToIntFunction;
import org.torchgraph.server.reply.SingleFlight;

/**
 * Keeps the comparisons that could be made.
 *
 * @param size how much room one takes
 * @param <D> a comparison
 */
record PresentSteps<D>(ToIntFunction<D> size) implements SingleFlight.Storage<Optional<D>> {

    @Override
    public int weight(Optional<D> step) {
        return step.map(size::applyAsInt).orElse(1);
    }

    @Override
    public boolean isKept(Optional<D> step) {
        return step.isPresent();
    }
}
