package org.torchgraph.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.check.Checks;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.LoadProgress;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.dataset.disk.StoreRecord;
import org.torchgraph.dataset.engine.EngineAddress;
import org.torchgraph.dataset.engine.EngineFiller;
import org.torchgraph.export.diff.Difference;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Publication;

/**
 * Fills stores from publications without faults, and tells how far it has come.
 *
 * @param gate refuses publications with faults
 * @param err where progress is told
 */
record StoreFiller(FaultGate gate, PrintWriter err) {
    private static final int MAX_FILES = 20;
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    /**
     * Fills a store.
     *
     * @param statements has the statements
     * @param checked has the shapes that they are checked by
     * @throws CommandFailedException if there are faults; the store is as before then
     */
    void fill(DiskDataset store, Publication statements, Publication checked) {
        store.fill(statements, new Told(), snapshot -> gate.pass(new Checks(checked, snapshot)));
    }

    /**
     * Fills an engine.
     *
     * @return the version that the engine has now; empty if it had this version already
     */
    Optional<String> fill(EngineAddress engine, Publication statements, boolean replace) {
        return new EngineFiller(engine, new Told()).fill(statements, replace);
    }

    /**
     * Fills a store from a backup. Files whose graphs have the statements that were there before the first write are
     * recorded as those with which it was filled.
     *
     * @param first the statements before the first write
     * @param history the writes after which the statements are those of the publication
     * @param checked has the files, and the shapes that the statements are checked by
     */
    void restore(
            DiskDataset store, Publication statements, Collection<Quad> first, History history, Publication checked) {
        store.fill(
                statements,
                unchanged(checked, first),
                history,
                new Told(),
                snapshot -> gate.pass(new Checks(checked, snapshot)));
    }

    private static Map<String, String> unchanged(Publication publication, Collection<Quad> first) {
        Difference change =
                Difference.between(List.copyOf(first), publication.quads().toList());
        Set<Node> changed = Stream.concat(change.added().stream(), change.removed().stream())
                .map(Quad::getGraph)
                .collect(Collectors.toSet());
        Map<String, String> files = new TreeMap<>(StoreRecord.files(publication));
        publication.data().stream()
                .filter(file -> file.quads().stream().anyMatch(quad -> changed.contains(quad.getGraph())))
                .forEach(file -> files.remove(file.file()));
        return files;
    }

    /**
     * Tells which files the store does not hold as they are now.
     *
     * @throws CommandFailedException if the store is one of another publication
     */
    void compare(DiskDataset store, Publication publication) {
        String base = store.record().orElseThrow().base();
        if (!base.equals(publication.base())) {
            throw new CommandFailedException(Code.STORE_OTHER_BASE, base, publication.base());
        }
        List<String> changed = store.changed(publication);
        changed.stream().limit(MAX_FILES).forEach(file -> tell(Code.STORE_FILE_CHANGED, file));
        if (!changed.isEmpty()) {
            tell(Code.STORE_IS_SERVED, changed.size());
        }
    }

    void tell(Code code, Object... arguments) {
        err.println("torchgraph: " + Message.of(code, arguments).in(Language.EN));
    }

    private final class Told implements LoadProgress {
        private final Instant start = Instant.now();
        private Instant last = start;

        @Override
        public void loaded(long done, long all) {
            Instant now = Instant.now();
            if (done == all || Duration.between(last, now).compareTo(BETWEEN) >= 0) {
                double seconds = Math.max(0.001, Duration.between(start, now).toMillis() / 1000.0);
                long rate = Math.round(done / seconds);
                tell(Code.LOAD_PROGRESS, done, all, rate, Math.round((all - done) / Math.max(1.0, rate)));
                last = now;
            }
        }
    }
}
