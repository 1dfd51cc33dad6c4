package org.torchgraph.server.watch;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.model.Labels;
import org.torchgraph.model.change.ThingDifference;
import org.torchgraph.model.change.ValueChange;
import org.torchgraph.model.change.VersionDifference;
import org.torchgraph.query.Deadline;
import org.torchgraph.server.reply.SingleFlight;
import org.torchgraph.server.version.PublishedVersion;

/** Compares whole versions, thing by thing; each comparison is made once, for all things, and kept. */
final class ThingSteps {
    private static final int MAX_CHARACTERS = 50_000_000;

    private final SingleFlight<VersionPair, Optional<ChangedThings>> made =
            new SingleFlight<>(MAX_CHARACTERS, new PresentSteps<>(ChangedThings::characters));

    private record VersionPair(String before, String after) {}

    /**
     * What a version changed.
     *
     * @param byThing the changes of each thing
     * @param come the things that the version before did not describe
     * @param gone the things that this version does not describe
     * @param labels the names of what the changes mention, as both versions name it
     */
    record ChangedThings(Map<Node, ThingDifference> byThing, Set<Node> come, Set<Node> gone, Labels labels) {

        private static ChangedThings between(PublishedVersion before, PublishedVersion after) {
            VersionDifference difference = VersionDifference.between(before.snapshot(), after.snapshot());
            Map<Node, ThingDifference> byThing = ThingDifference.byThing(
                    difference.removed(),
                    difference.added(),
                    after.snapshot().whole().union());
            Set<Node> named = new HashSet<>(byThing.keySet());
            byThing.values().stream()
                    .flatMap(one -> one.values().stream())
                    .flatMap(ValueChange::nodes)
                    .forEach(named::add);
            return new ChangedThings(
                    byThing,
                    missing(byThing.keySet(), before),
                    missing(byThing.keySet(), after),
                    before.resources().labels(named).and(after.resources().labels(named)));
        }

        private static Set<Node> missing(Set<Node> things, PublishedVersion version) {
            return things.stream()
                    .filter(thing -> !version.resources().describes(thing.getURI())
                            || version.resources().isWithdrawn(thing))
                    .collect(Collectors.toSet());
        }

        /** Returns about how much memory it takes. */
        private int characters() {
            return labels.characters()
                    + byThing.values().stream()
                            .flatMap(one -> one.values().stream())
                            .flatMap(ValueChange::nodes)
                            .mapToInt(node -> 1 + node.toString().length())
                            .sum();
        }
    }

    /** Compares all versions. */
    VersionWalk<ChangedThings> of(VersionLine line, Deadline end) {
        return VersionWalk.of(line, end, place -> {
            VersionPair key = new VersionPair(
                    line.versions().get(place + 1).version(),
                    line.versions().get(place).version());
            return made.get(key, end, () -> line.open(place)
                    .flatMap(after -> line.open(place + 1).map(before -> ChangedThings.between(before, after))));
        });
    }

    /** Returns whether a version that was compared has or had statements of a thing that changed. */
    static boolean knows(VersionWalk<ChangedThings> walk, Node thing) {
        return walk.steps().stream()
                .anyMatch(step -> step.difference().byThing().containsKey(thing));
    }

    /** Returns what the versions changed of a thing. */
    static Stream<VersionWalk.VersionStep<ChangedThings>> about(VersionWalk<ChangedThings> walk, Node thing) {
        return walk.steps().stream().filter(step -> step.difference().byThing().containsKey(thing));
    }
}
