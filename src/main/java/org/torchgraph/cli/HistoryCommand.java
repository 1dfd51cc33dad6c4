package org.torchgraph.cli;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.torchgraph.check.Checks;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.WriteOrigin;
import org.torchgraph.dataset.WritePatch;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.ReplaceableVersion;
import org.torchgraph.server.write.WriteGate;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code torchgraph history}. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "Lists the writes that a store on disk has accepted since it was filled: number, time, writer, statements, note.",
            "Takes the store while the site is down, or the address of the site while it is up."
        })
final class HistoryCommand implements Callable<Integer> {

    @Mixin
    private PublicationOptions options;

    @Mixin
    private StoreOption store;

    @Mixin
    private SiteOption endpoint;

    @ArgGroup
    private ChosenWrite chosen = new ChosenWrite();

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "writer of what undoes a write, default ${DEFAULT-VALUE}")
    private String writer = "operator";

    @Option(names = "--note", paramLabel = "TEXT", description = "why a write is undone")
    private String note = "";

    @Spec
    private CommandSpec spec;

    /** What is done with one write. */
    static final class ChosenWrite {
        @Option(names = "--show", paramLabel = "N", description = "show what a write changed, as RDF Patch")
        private Integer shown;

        @Option(
                names = "--undo",
                paramLabel = "N",
                description = "undo a write, by another one that is judged as every write")
        private Integer undone;
    }

    @Override
    public Integer call() throws IOException {
        SiteClient site = endpoint.site(store).orElse(null);
        if (site != null) {
            return ask(site);
        }
        try (DiskDataset dataset = DiskDataset.open(store.folder().orElseThrow(), Limits.standard())) {
            if (dataset.record().isEmpty()) {
                throw new CommandFailedException(Code.STORE_EMPTY);
            }
            if (chosen.undone != null) {
                tell(chosen.undone, undo(dataset));
                return 0;
            }
            History history = dataset.snapshot().history();
            if (chosen.shown != null) {
                WritePatch.write(
                        history.numbered(chosen.shown)
                                .orElseThrow(() -> new CommandFailedException(
                                        Code.HISTORY_NUMBER, chosen.shown.toString(), history.size())),
                        System.out);
                System.out.flush();
                return 0;
            }
            list(history.writes().stream().map(HistoryLine::of).toList());
            dataset.replaced().forEach((name, kept) -> spec.commandLine()
                    .getErr()
                    .println("torchgraph: "
                            + Message.of(Code.HISTORY_REPLACED, name, kept.size())
                                    .in(Language.EN)));
            return 0;
        }
    }

    private int ask(SiteClient site) throws IOException {
        if (chosen.undone != null) {
            tell(
                    chosen.undone,
                    site.post(SiteRoute.HISTORY.path() + "?undo=" + chosen.undone, note)
                            .getInt("number"));
            return 0;
        }
        if (chosen.shown != null) {
            try (InputStream patch =
                    site.get(SiteRoute.WRITE.path(chosen.shown.toString())).body()) {
                patch.transferTo(System.out);
            }
            System.out.flush();
            return 0;
        }
        List<HistoryLine> lines = new ArrayList<>();
        int pages = 1;
        for (int page = 1; page <= pages; page++) {
            JsonObject part = site.json(SiteRoute.HISTORY.path() + "?page=" + page);
            pages = part.getInt("pages");
            part.getJsonArray("writes")
                    .getValuesAs(JsonObject.class)
                    .forEach(write -> lines.add(HistoryLine.of(write)));
        }
        list(lines.reversed());
        return 0;
    }

    private void list(List<HistoryLine> lines) {
        lines.forEach(spec.commandLine().getOut()::println);
    }

    private void tell(int undone, int by) {
        spec.commandLine()
                .getErr()
                .println("torchgraph: " + Message.of(Code.UNDO_DONE, undone, by).in(Language.EN));
    }

    /** Returns the number of the write that undoes the chosen one. */
    private int undo(DiskDataset dataset) {
        Publication publication = options.read();
        new StoreFiller(
                        FaultGate.strict(spec.commandLine().getErr()),
                        spec.commandLine().getErr())
                .compare(dataset, publication);
        dataset.publishWith(publication);
        ReplaceableVersion version = new ReplaceableVersion();
        version.replace(PublishedVersion.of(
                publication,
                dataset.snapshot(),
                new Checks(publication, dataset.snapshot()).questions(),
                CommandLines.build()));
        try {
            return new WriteGate(dataset, publication, version)
                    .undo(new WriteOrigin(writer, note, OptionalInt.of(chosen.undone)))
                    .write()
                    .orElseThrow()
                    .number();
        } catch (ProblemException refused) {
            Problem problem = refused.problem();
            problem.findings().forEach(finding -> spec.commandLine().getErr().println(finding.in(Language.EN)));
            throw new CommandFailedException(problem.message());
        }
    }
}
