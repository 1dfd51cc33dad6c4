package org.torchgraph.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.check.Checks;
import org.torchgraph.check.Finding;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.dataset.engine.EngineAddress;
import org.torchgraph.export.diff.Difference;
import org.torchgraph.messages.Code;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.query.Limits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code torchgraph load}. */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = {
            "Fills a store on disk with the publication, whole or not at all, or an engine, graph by graph and the version last.",
            "A store that holds other statements is left as it is, and what would change is shown; --replace replaces them."
        })
final class LoadCommand implements Callable<Integer> {

    @Mixin
    private PublicationOptions options;

    @Mixin
    private StoreOption store;

    @Parameters(
            index = "0",
            paramLabel = "FILE",
            arity = "0..1",
            description = "a backup, or other N-Quads or TriG, to load in place of the data of the publication")
    private Path file;

    @Option(names = "--replace", description = "replace the statements of a store that is filled")
    private boolean replace;

    @Option(names = "--lenient", description = "load the valid part of a publication with errors")
    private boolean lenient;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Publication files = options.read();
        Optional<EngineAddress> engine = store.engine();
        if (engine.isPresent()) {
            return fill(engine.get(), files);
        }
        Optional<BackupFile> backup = Optional.ofNullable(file)
                .filter(named -> named.toString().endsWith(BackupFile.SUFFIX))
                .map(BackupFile::read);
        Publication publication =
                backup.map(read -> read.in(files, file)).orElseGet(() -> file == null ? files : restored(files));
        StoreFiller filler = new StoreFiller(
                new FaultGate(lenient, spec.commandLine().getErr()),
                spec.commandLine().getErr());
        try (DiskDataset dataset = DiskDataset.open(
                store.folder().orElseThrow(() -> new UsageException(Code.LOAD_NO_STORE)), Limits.standard())) {
            if (dataset.record().isPresent() && !replace) {
                return compare(dataset, publication, filler);
            }
            if (backup.isPresent()) {
                filler.restore(
                        dataset, publication, backup.get().first(), backup.get().history(), files);
            } else if (file != null) {
                filler.restore(
                        dataset,
                        publication,
                        publication.quads().toList(),
                        new History(publication.version(), Instant.now(), List.of()),
                        files);
            } else {
                filler.fill(dataset, publication, files);
            }
            filler.tell(
                    Code.LOAD_DONE,
                    publication.quads().count(),
                    dataset.snapshot().version());
            return 0;
        }
    }

    /** Fills an engine with a publication without faults. */
    private int fill(EngineAddress engine, Publication files) {
        if (file != null) {
            throw new UsageException(Code.LOAD_NO_FILE);
        }
        FaultGate gate = new FaultGate(lenient, spec.commandLine().getErr());
        StoreFiller filler = new StoreFiller(gate, spec.commandLine().getErr());
        gate.pass(new Checks(files));
        filler.fill(engine, files, replace)
                .ifPresentOrElse(
                        version -> filler.tell(Code.LOAD_DONE, files.quads().count(), version),
                        () -> filler.tell(Code.LOAD_SAME));
        return 0;
    }

    /** Returns a publication with the statements of the file in place of its own. */
    private Publication restored(Publication publication) {
        if (!Files.isReadable(file)) {
            throw new UsageException(Code.INPUT_UNREADABLE, file);
        }
        Publication backup = PublicationReader.readFile(file);
        backup.faults().forEach(fault -> spec.commandLine().getErr().println(Finding.of(fault)));
        if (!backup.faults().isEmpty() && !lenient) {
            throw new CommandFailedException(
                    Code.FAULTS_LISTED, file, backup.faults().size());
        }
        if (backup.quads().anyMatch(Quad::isDefaultGraph)) {
            throw new UsageException(Code.LOAD_NO_GRAPH, file);
        }
        return publication.with(backup.version(), backup.data(), backup.faults());
    }

    /** Shows what would change, and fails if something would. */
    private int compare(DiskDataset dataset, Publication publication, StoreFiller filler) {
        List<Quad> held = dataset.snapshot().quads(Node.ANY, Node.ANY, Node.ANY).toList();
        Difference change = Difference.between(held, publication.quads().toList());
        if (change.isEmpty()) {
            filler.tell(Code.LOAD_SAME);
            return 0;
        }
        Map<String, Long> added = byGraph(change.added());
        Map<String, Long> removed = byGraph(change.removed());
        Stream.concat(added.keySet().stream(), removed.keySet().stream())
                .distinct()
                .sorted()
                .forEach(graph -> filler.tell(
                        Code.LOAD_CHANGE,
                        publication.relative(graph),
                        added.getOrDefault(graph, 0L),
                        removed.getOrDefault(graph, 0L)));
        throw new CommandFailedException(Code.LOAD_REFUSED);
    }

    private static Map<String, Long> byGraph(List<Quad> quads) {
        return quads.stream()
                .collect(
                        Collectors.groupingBy(quad -> quad.getGraph().toString(), TreeMap::new, Collectors.counting()));
    }
}
