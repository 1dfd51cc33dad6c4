package org.torchgraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.torchgraph.check.Finding;
import org.torchgraph.export.FileHeader;
import org.torchgraph.export.diff.Difference;
import org.torchgraph.export.diff.DifferenceReport;
import org.torchgraph.export.diff.RdfPatch;
import org.torchgraph.export.diff.VersionRecord;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.model.naming.CommonTermNames;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code torchgraph diff}. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the statements that differ between two publications or RDF files.",
            "Differences are not an error: the exit code is 0 with or without them."
        })
final class DiffCommand implements Callable<Integer> {

    enum DiffFormat {
        WORDS,
        PATCH,
        RECORD
    }

    @Mixin
    private PublicationOptions options;

    @Parameters(index = "0", paramLabel = "OLD", description = "a publication folder or an RDF file (.gz allowed)")
    private Path old;

    @Parameters(index = "1", paramLabel = "NEW", arity = "0..1", description = "the newer side (default: publication)")
    private Path now;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "words, patch (RDF Patch), or record (Turtle that describes NEW as a new version) (default words)")
    private DiffFormat format = DiffFormat.WORDS;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            completionCandidates = ProgramLanguages.class,
            description = "language of the words: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private Language language = Language.EN;

    @Option(
            names = "--issued",
            paramLabel = "DATE",
            description = "publication date of NEW for a record, such as 2030-01-31 (default today)")
    private String issued = LocalDate.now(ZoneOffset.UTC).toString();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path other = now == null ? options.folder() : now;
        for (Path side : List.of(old, other)) {
            if (!Files.isReadable(side)) {
                throw new UsageException(Code.INPUT_UNREADABLE, side);
            }
        }
        if (Files.isSameFile(old, other)) {
            throw new UsageException(Code.DIFF_SAME_INPUT, old);
        }
        Publication before = read(old);
        Publication after = read(other);
        if (format == DiffFormat.PATCH) {
            RdfPatch.write(
                    Difference.between(before.quads().toList(), after.quads().toList()), System.out);
            System.out.flush();
        } else if (format == DiffFormat.RECORD) {
            spec.commandLine().getOut().print(record(before, after, other));
            spec.commandLine().getOut().flush();
        } else {
            new DifferenceReport(before, after, names(after), language)
                    .lines()
                    .forEach(spec.commandLine().getOut()::println);
        }
        return 0;
    }

    private String record(Publication before, Publication after, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UsageException(Code.DIFF_NO_FOLDER, folder);
        }
        VersionRecord record = VersionRecord.between(before, after)
                .orElseThrow(() -> new CommandFailedException(Code.DIFF_NO_DATASET, folder, after.base()));
        record.sameName().ifPresent(name -> {
            throw new CommandFailedException(Code.DIFF_SAME_VERSION, name);
        });
        String version = Files.isDirectory(old)
                ? before.version()
                : FileHeader.versionIn(old).orElseThrow(() -> new CommandFailedException(Code.DIFF_NO_VERSION, old));
        return record.turtle(version, day(issued), names(after));
    }

    private static Function<Node, List<Node>> names(Publication publication) {
        return CommonTermNames.after(publication.settings().presentation().labels());
    }

    private static LocalDate day(String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException notADay) {
            throw new UsageException(Code.ISSUED_DAY, date);
        }
    }

    private Publication read(Path side) {
        boolean folder = Files.isDirectory(side);
        Publication publication = folder ? options.read(side) : PublicationReader.readFile(side);
        if (publication.faults().isEmpty()) {
            return publication;
        }
        publication.faults().stream()
                .map(Finding::of)
                .map(finding -> finding.in(language))
                .forEach(line -> spec.commandLine().getErr().println(folder ? side + "/" + line : line));
        throw new CommandFailedException(
                Code.FAULTS_LISTED, side, publication.faults().size());
    }
}
