package org.torchgraph.dataset.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws choices that one seed decides. */
final class Draw {
    private final SplittableRandom random;

    Draw(long seed) {
        this.random = new SplittableRandom(seed);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String of(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Returns so many of them, or all, in any order. */
    <T> List<T> some(int count, List<T> choices) {
        List<T> left = shuffled(choices);
        return left.subList(0, Math.min(count, left.size()));
    }

    <T> List<T> shuffled(List<T> choices) {
        List<T> left = new ArrayList<>(choices);
        List<T> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            shuffled.add(left.remove(random.nextInt(left.size())));
        }
        return shuffled;
    }
}
