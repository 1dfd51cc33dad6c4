package org.torchgraph.export.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.publication.Publication;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.rdf.order.TermOrder;

/**
 * Describes a difference in sentences, thing by thing: new things, removed things, and the changes of the others.
 * Statements about version records are only counted.
 */
public final class DifferenceReport {
    /** The number of things of one kind that a note names; things without a label are only counted. */
    private static final int MAX_THINGS_NAMED = 8;

    private final IndexedDataset before;
    private final IndexedDataset after;
    /** The difference of the statements, whichever graphs they are in. */
    private final Difference difference;
    /** The number of statements that both sides have, but in different graphs. */
    private final int movedStatements;

    /** The number of added or removed statements about version records. */
    private final int versionStatements;

    private final Labels labels;
    private final Publication now;
    private final DifferenceWording wording;

    /**
     * Compares two publications.
     *
     * @param terms returns the labels of terms that neither publication describes
     * @param old the older publication
     * @param now the newer publication
     * @param language the language of the report
     */
    public DifferenceReport(Publication old, Publication now, Function<Node, List<Node>> terms, Language language) {
        before = new IndexedDataset(old);
        after = new IndexedDataset(now);
        Difference all = Difference.of(before.quads(), after.quads());
        difference = all.except(this::isOfVersion);
        versionStatements = (int) (all.quads().count() - difference.quads().count());
        movedStatements = difference.isEmpty() ? movedStatements(old, now) : 0;
        labels = labels(now, terms);
        this.now = now;
        wording = new DifferenceWording(language, labels, now);
    }

    private DifferenceReport(DifferenceReport report, Language language) {
        before = report.before;
        after = report.after;
        difference = report.difference;
        movedStatements = report.movedStatements;
        versionStatements = report.versionStatements;
        labels = report.labels;
        now = report.now;
        wording = new DifferenceWording(language, labels, now);
    }

    /** Returns the same report in another language. */
    DifferenceReport in(Language language) {
        return new DifferenceReport(this, language);
    }

    private int movedStatements(Publication old, Publication now) {
        Difference placed =
                Difference.between(old.quads().toList(), now.quads().toList()).except(this::isOfVersion);
        return Math.max(placed.added().size(), placed.removed().size());
    }

    private boolean isOfVersion(Quad quad) {
        return before.isVersion(quad.getSubject()) || after.isVersion(quad.getSubject());
    }

    /** Collects labels from the newer publication, and from the older for things that were removed. */
    private Labels labels(Publication now, Function<Node, List<Node>> terms) {
        Set<Node> nodes = new HashSet<>();
        difference.quads().forEach(quad -> {
            nodes.addAll(List.of(quad.getSubject(), quad.getPredicate(), quad.getObject()));
            nodes.addAll(List.of(before.owner(quad.getSubject()), after.owner(quad.getSubject())));
        });
        List.copyOf(nodes).forEach(node -> {
            nodes.addAll(before.types(node));
            nodes.addAll(after.types(node));
        });
        Stream<Triple> own = Stream.concat(
                        after.about(nodes), before.about(nodes).filter(quad -> !after.knows(quad.getSubject())))
                .map(Quad::asTriple);
        Stream<Triple> common = nodes.stream()
                .filter(node -> !before.knows(node) && !after.knows(node))
                .flatMap(
                        node -> terms.apply(node).stream().map(name -> Triple.create(node, RDFS.label.asNode(), name)));
        return Labels.of(nodes, TripleSource.of(Stream.concat(own, common)), now);
    }

    /** Returns the report, line by line. */
    public List<String> lines() {
        Map<Node, ThingChange> changes = changes();
        List<String> lines = new ArrayList<>(List.of(summary()));
        lines.addAll(listed("diff.new", changes.keySet(), before, after));
        lines.addAll(listed("diff.gone", changes.keySet(), after, before));
        changes.forEach((thing, sentences) -> {
            if (isKept(thing)) {
                lines.add("");
                lines.add(wording.say("diff.changed", kind(thing, after), wording.thing(thing)));
                sentences.in(wording).forEach(sentence -> lines.add("  " + sentence));
            }
        });
        if (versionStatements > 0) {
            lines.add("");
            lines.add(wording.say("diff.of-versions", versionStatements));
        }
        return lines;
    }

    /** Returns a short report: the number of changes, and the changed things by kind. */
    List<String> notes() {
        Map<Node, ThingChange> changes = changes();
        List<String> notes = new ArrayList<>(List.of(summary()));
        byKind(changes.keySet(), thing -> isMissing(thing, before, after), after)
                .forEach((kind, things) -> notes.add(note("diff.note.new", kind, things)));
        byKind(changes.keySet(), thing -> isMissing(thing, after, before), before)
                .forEach((kind, things) -> notes.add(note("diff.note.gone", kind, things)));
        byKind(changes.keySet(), this::isKept, after)
                .forEach((kind, things) -> notes.add(note("diff.note.changed", kind, things)));
        return notes;
    }

    private String note(String key, String kind, List<Node> things) {
        List<Node> named =
                things.stream().filter(wording::names).limit(MAX_THINGS_NAMED).toList();
        int more = named.isEmpty() ? 0 : things.size() - named.size();
        return wording.say(key, kind, things.size(), named.size(), wording.values(named), more);
    }

    /** Returns the wording of the report, which the record of a version shares. */
    DifferenceWording wording() {
        return wording;
    }

    private String summary() {
        if (difference.isEmpty()) {
            return movedStatements == 0 ? wording.say("diff.equal") : wording.say("diff.elsewhere", movedStatements);
        }
        return wording.say(
                "diff.summary", difference.added().size(), difference.removed().size());
    }

    private Map<Node, ThingChange> changes() {
        Map<Node, ThingChange> changes = new TreeMap<>(TermOrder.SUBJECTS);
        for (Quad quad : difference.removed()) {
            of(before.owner(quad.getSubject()), changes).removed().add(quad);
        }
        for (Quad quad : difference.added()) {
            of(after.owner(quad.getSubject()), changes).added().add(quad);
        }
        return changes;
    }

    private static ThingChange of(Node thing, Map<Node, ThingChange> changes) {
        return changes.computeIfAbsent(thing, t -> new ThingChange(t, new ArrayList<>(), new ArrayList<>()));
    }

    /** Returns whether one side does not describe a thing. Statements that only refer to it do not count. */
    private static boolean isMissing(Node thing, IndexedDataset from, IndexedDataset in) {
        return !from.knows(thing)
                || (from.types(thing).isEmpty() && !in.types(thing).isEmpty());
    }

    private boolean isKept(Node thing) {
        return !isMissing(thing, before, after) && !isMissing(thing, after, before);
    }

    private Map<String, List<Node>> byKind(Set<Node> things, Predicate<Node> wanted, IndexedDataset in) {
        return things.stream()
                .filter(wanted)
                .collect(Collectors.groupingBy(thing -> kind(thing, in), TreeMap::new, Collectors.toList()));
    }

    /** Returns lines for the things that one side lacks, grouped and counted by kind. */
    private List<String> listed(String key, Set<Node> things, IndexedDataset from, IndexedDataset in) {
        List<String> lines = new ArrayList<>();
        byKind(things, thing -> isMissing(thing, from, in), in).forEach((kind, members) -> {
            lines.add("");
            lines.add(wording.say(key, kind, members.size()));
            members.forEach(member -> lines.add("  " + wording.thing(member)));
        });
        return lines;
    }

    private String kind(Node thing, IndexedDataset side) {
        return side.types(thing).stream()
                .map(wording::term)
                .sorted()
                .findFirst()
                .orElseGet(() -> wording.say("diff.untyped"));
    }
}
