package org.torchgraph.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.check.Checks;
import org.torchgraph.check.Finding;
import org.torchgraph.check.engine.EngineCheck;
import org.torchgraph.dataset.engine.EngineAddress;
import org.torchgraph.dataset.engine.EngineVersioning;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.export.TidyTurtle;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.DataFile;
import org.torchgraph.publication.MissingPublicationException;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.query.Limits;
import org.torchgraph.rdf.digest.SortedNQuads;
import org.torchgraph.rdf.syntax.InexpressibleException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code torchgraph check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Finds all faults of a publication: syntax, shapes, links, rules, questions and, with a source, passages.",
            "With an engine (--store sparql:URL), what that answers otherwise than SPARQL says or does not have of the files."
        })
final class CheckCommand implements Callable<Integer> {
    /** A check may wait longer than a page. */
    private static final Limits PATIENT = Limits.standard().within(Duration.ofMinutes(1));

    @Mixin
    private PublicationOptions options;

    @Option(
            names = "--source",
            paramLabel = "SLUG=FILE",
            description =
                    "the text of a source, by the last part of its IRI: every passage of it is recomputed (repeatable)")
    private Map<String, Path> sources = new LinkedHashMap<>();

    @Option(
            names = "--tidy",
            description = "first rewrites the Turtle files in the one order and style; comments are kept at the head")
    private boolean tidy;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            completionCandidates = ProgramLanguages.class,
            description =
                    "of what is told: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}); error and warning are never translated")
    private Language language = Language.EN;

    @Mixin
    private CheckReportOptions report;

    @Mixin
    private StoreOption store;

    @Override
    public Integer call() throws IOException {
        if (store.isNamed()) {
            return checkEngine();
        }
        sources.values().stream()
                .filter(file -> !Files.isReadable(file))
                .findFirst()
                .ifPresent(file -> {
                    throw new UsageException(Code.INPUT_UNREADABLE, file);
                });
        Publication publication;
        try {
            publication = tidy ? tidied(options.readWhole()) : options.read();
        } catch (MissingPublicationException baseless) {
            if (!report.isDocument() || baseless.faults().isEmpty()) {
                throw baseless;
            }
            return report.print(
                    baseless.faults().stream().map(Finding::of).toList(),
                    0,
                    language,
                    options.folder(),
                    (errors, warnings) -> "");
        }
        Checks checks = new Checks(publication);
        List<Finding> findings = checks.all(sources);
        return report.print(
                findings,
                checks.leftOut(),
                language,
                publication.root(),
                (errors, warnings) -> summary(publication, errors, warnings));
    }

    /** Compares an engine with the files; what is wrong with these alone is told without an engine. */
    private int checkEngine() {
        EngineAddress address = store.engine()
                .filter(engine -> sources.isEmpty() && !tidy)
                .orElseThrow(() -> new UsageException(Code.CHECK_STORE));
        Publication files = options.readWhole();
        try (RemoteDataset engine =
                RemoteDataset.open(address, files.base(), PATIENT, EngineVersioning.CATALOGUE, Long.MAX_VALUE)) {
            List<Finding> findings = new EngineCheck(files, engine, address.query()).findings();
            return report.print(findings, 0, language, files.root(), (errors, warnings) -> language.messages()
                    .say(
                            "check.engine",
                            engine.snapshot()
                                    .whole()
                                    .quads(Node.ANY, Node.ANY, Node.ANY)
                                    .count(),
                            engine.snapshot().graphNames().count(),
                            errors,
                            warnings));
        }
    }

    private Publication tidied(Publication publication) throws IOException {
        TidyTurtle style = new TidyTurtle(publication.base(), publication.prefixes());
        for (DataFile file : publication.data()) {
            if (file.file().endsWith(".ttl")) {
                Path path = publication.root().resolve(file.file());
                String text = Files.readString(path);
                try {
                    String tidied = style.of(text);
                    if (!tidied.equals(text)) {
                        AtomicFile.write(
                                path,
                                out -> out.write(tidied.getBytes(StandardCharsets.UTF_8)),
                                written -> requireSame(file, written));
                        report.aside().println(language.messages().say("check.tidied", file.file()));
                    }
                } catch (InexpressibleException cannotBeSaid) {
                    throw new CommandFailedException(Code.CHECK_INEXPRESSIBLE, file.file(), cannotBeSaid.message());
                } catch (TidyTurtle.CommentInsideException lost) {
                    throw new CommandFailedException(Code.CHECK_COMMENT, file.file(), lost.line());
                }
            }
        }
        return options.read();
    }

    private static void requireSame(DataFile old, Path tidied) {
        Publication read = PublicationReader.readFile(tidied);
        List<Quad> before = old.quads().stream()
                .map(quad -> Quad.create(Quad.defaultGraphIRI, quad.asTriple()))
                .toList();
        if (!read.faults().isEmpty()
                || !SortedNQuads.lines(before)
                        .equals(SortedNQuads.lines(read.quads().toList()))) {
            throw new CommandFailedException(Code.CHECK_NOT_THE_SAME, old.file());
        }
    }

    private String summary(Publication publication, long errors, long warnings) {
        return language.messages()
                .say(
                        "check.summary",
                        publication.data().size(),
                        publication.quads().count(),
                        publication.queries().size(),
                        errors,
                        warnings);
    }
}
