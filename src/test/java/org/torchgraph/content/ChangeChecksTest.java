package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.check.ChangeChecks;
import org.torchgraph.check.CheckedData;
import org.torchgraph.check.DataChecks;
import org.torchgraph.check.Finding;
import org.torchgraph.check.Rules;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.LoadProgress;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.WriteOrigin;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.query.Limits;

/** What a change of this publication breaks, found in part and in whole. */
class ChangeChecksTest {
    private static final int ROUNDS = Integer.getInteger("changes.rounds", 4);

    /** One file of data in how many is taken; 1 takes them all. */
    private static final int EVERY = Integer.getInteger("changes.every", 5);

    @TempDir
    Path root;

    private final Random random = new Random(Long.getLong("changes.seed", 13));

    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static Set<String> told(Collection<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.severity() + " " + finding.message().in(Language.EN))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void judging_what_a_change_can_break_finds_what_judging_everything_finds() {
        Publication publication = PublicationReader.read(part(), Optional.of("https://w3id.org/torchgraph/"));
        try (DiskDataset dataset = DiskDataset.open(root.resolve("store"), Limits.standard())) {
            dataset.fill(publication, LoadProgress.NONE, filled -> {});
            CheckedData files = CheckedData.of(publication, dataset.snapshot());
            ChangeChecks checks = new ChangeChecks(files, Rules.of(publication).all());
            Snapshot before = dataset.snapshot();
            Set<String> known = told(all(files, before, publication));
            List<Quad> quads = before.quads(Node.ANY, Node.ANY, Node.ANY)
                    .filter(quad -> !quad.getGraph().getURI().contains("/graph/ontology/"))
                    .toList();
            int broken = 0;
            for (int round = 0; round < ROUNDS; round++) {
                Change change = change(quads);
                Set<String> brought = new TreeSet<>();
                Set<String> expected = new TreeSet<>();
                assertThatThrownBy(() -> dataset.write(WriteOrigin.of("editor", ""), now -> change, (made, next) -> {
                            brought.addAll(
                                    told(checks.brought(before, next, made, version -> (s, p, o) -> Location.in(""))));
                            expected.addAll(told(all(files, next, publication)));
                            throw new Refused();
                        }))
                        .isInstanceOf(Refused.class);
                expected.removeAll(known);
                broken += expected.isEmpty() ? 0 : 1;
                assertThat(brought).as(change.toString()).isEqualTo(expected);
            }
            assertThat(broken).isPositive();
        }
    }

    /** Returns a copy of the publication with some files of data, since each round judges everything too. */
    private Path part() {
        try (Stream<Path> files = Files.walk(Path.of("data"))) {
            FileUtils.copyDirectory(
                    Path.of("ontology").toFile(), root.resolve("ontology").toFile());
            FileUtils.copyFileToDirectory(Path.of("site.ttl").toFile(), root.toFile());
            List<Path> data = files.filter(Files::isRegularFile).sorted().toList();
            for (int at = 0; at < data.size(); at += EVERY) {
                FileUtils.copyFile(
                        data.get(at).toFile(), root.resolve(data.get(at)).toFile());
            }
            return root;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<Finding> all(CheckedData files, Snapshot version, Publication publication) {
        return new DataChecks(
                        new CheckedData(
                                files.base(),
                                files.prefixes(),
                                files.settings(),
                                files.shapes(),
                                version,
                                (s, p, o) -> Location.in("")),
                        Rules.of(publication).all())
                .all();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Change change(List<Quad> quads) {
        Set<Quad> removed = new HashSet<>();
        Set<Quad> added = new HashSet<>();
        Quad one = any(quads);
        switch (random.nextInt(7)) {
            case 0 -> removed.add(one);
            case 1 -> {
                removed.add(one);
                added.add(Quad.create(one.getGraph(), one.getSubject(), one.getPredicate(), alike(quads, one)));
            }
            case 2 ->
                added.add(Quad.create(one.getGraph(), any(quads).getSubject(), one.getPredicate(), one.getObject()));
            case 3 ->
                quads.stream()
                        .filter(quad -> quad.getSubject().equals(one.getSubject()))
                        .forEach(removed::add);
            case 4 -> {
                Node copy = NodeFactory.createURI(one.getSubject().getURI() + "-copy");
                quads.stream()
                        .filter(quad -> quad.getSubject().equals(one.getSubject()))
                        .forEach(quad ->
                                added.add(Quad.create(quad.getGraph(), copy, quad.getPredicate(), quad.getObject())));
            }
            case 5 -> {
                removed.add(one);
                added.add(
                        Quad.create(one.getGraph(), one.getSubject(), any(quads).getPredicate(), one.getObject()));
            }
            default -> Stream.generate(() -> any(quads)).limit(5).forEach(removed::add);
        }
        Set<Quad> there = new HashSet<>(quads);
        added.removeIf(there::contains);
        removed.removeAll(added);
        return new Change(removed, added);
    }

    private Node alike(List<Quad> quads, Quad one) {
        List<Node> others = new ArrayList<>(quads.stream()
                .filter(quad -> quad.getPredicate().equals(one.getPredicate()))
                .map(Quad::getObject)
                .distinct()
                .toList());
        return any(others);
    }
}
