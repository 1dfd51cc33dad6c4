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
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDFS;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.publication.Publication;
import org.torchgraph.rdf.order.TermOrder;

/**
 * What changed, in words, by thing: what is new, what is gone, and of the others what has changed. Records of versions
 * are about that themselves, and are only counted.
 */
public final class DifferenceReport {
    /** Things of one kind that a note names; those without a name are only counted. */
    private static final int MOST_NAMED = 8;

    private final IndexedDataset before;
    private final IndexedDataset after;
    /** Between the statements, whichever graphs they are in. */
    private final Difference said;
    /** How many statements of each side stand in graphs where the other side has them not. */
    private final int elsewhere;

    /** How many statements of records of versions are new or gone. */
    private final int ofVersions;

    private final Labels labels;
    private final Publication now;
    private final DifferenceWording wording;

    /** @param terms the labels of terms that neither side describes */
    public DifferenceReport(Publication old, Publication now, Function<Node, List<Node>> terms, Language language) {
        before = new IndexedDataset(old);
        after = new IndexedDataset(now);
        Difference all = Difference.of(before.quads(), after.quads());
        said = all.except(this::isOfVersion);
        ofVersions = (int) (all.quads().count() - said.quads().count());
        elsewhere = said.isEmpty() ? elsewhere(old, now) : 0;
        labels = labels(now, terms);
        this.now = now;
        wording = new DifferenceWording(language, labels, now);
    }

    private DifferenceReport(DifferenceReport report, Language language) {
        before = report.before;
        after = report.after;
        said = report.said;
        elsewhere = report.elsewhere;
        ofVersions = report.ofVersions;
        labels = report.labels;
        now = report.now;
        wording = new DifferenceWording(language, labels, now);
    }

    /** The same report in another language. */
    DifferenceReport in(Language language) {
        return new DifferenceReport(this, language);
    }

    private int elsewhere(Publication old, Publication now) {
        Difference placed =
                Difference.between(old.quads().toList(), now.quads().toList()).except(this::isOfVersion);
        return Math.max(placed.added().size(), placed.removed().size());
    }

    private boolean isOfVersion(Quad quad) {
        return before.isVersion(quad.getSubject()) || after.isVersion(quad.getSubject());
    }

    /** The newer side names things; the older those that are gone. */
    private Labels labels(Publication now, Function<Node, List<Node>> terms) {
        Set<Node> nodes = new HashSet<>();
        said.quads().forEach(quad -> {
            nodes.addAll(List.of(quad.getSubject(), quad.getPredicate(), quad.getObject()));
            nodes.addAll(List.of(before.owner(quad.getSubject()), after.owner(quad.getSubject())));
        });
        List.copyOf(nodes).forEach(node -> {
            nodes.addAll(before.types(node));
            nodes.addAll(after.types(node));
        });
        Graph graph = GraphFactory.createDefaultGraph();
        Stream.concat(after.about(nodes), before.about(nodes).filter(quad -> !after.knows(quad.getSubject())))
                .forEach(quad -> graph.add(quad.asTriple()));
        nodes.stream().filter(node -> !before.knows(node) && !after.knows(node)).forEach(node -> terms.apply(node)
                .forEach(name -> graph.add(node, RDFS.label.asNode(), name)));
        return Labels.of(nodes, graph, now.prefixes());
    }

    /** The report, line by line. */
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
        if (ofVersions > 0) {
            lines.add("");
            lines.add(wording.say("diff.of-versions", ofVersions));
        }
        return lines;
    }

    /** The report in few lines: how much, and by kind which things. */
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
                things.stream().filter(wording::names).limit(MOST_NAMED).toList();
        int more = named.isEmpty() ? 0 : things.size() - named.size();
        return wording.say(key, kind, things.size(), named.size(), wording.values(named), more);
    }

    /** Words for the record of a version, in the language of the report. */
    DifferenceWording wording() {
        return wording;
    }

    private String summary() {
        if (said.isEmpty()) {
            return elsewhere == 0 ? wording.say("diff.equal") : wording.say("diff.elsewhere", elsewhere);
        }
        return wording.say("diff.summary", said.added().size(), said.removed().size());
    }

    private Map<Node, ThingChange> changes() {
        Map<Node, ThingChange> changes = new TreeMap<>(TermOrder.SUBJECTS);
        for (Quad quad : said.removed()) {
            of(before.owner(quad.getSubject()), changes).removed().add(quad);
        }
        for (Quad quad : said.added()) {
            of(after.owner(quad.getSubject()), changes).added().add(quad);
        }
        return changes;
    }

    private static ThingChange of(Node thing, Map<Node, ThingChange> changes) {
        return changes.computeIfAbsent(thing, t -> new ThingChange(t, new ArrayList<>(), new ArrayList<>()));
    }

    /** Whether only one side says what a thing is; a statement about it may be older than the thing itself. */
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

    /** Things that are missing from one side, by kind, each kind with its number. */
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
