package org.torchgraph.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.messages.Language;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.publication.Publication;
import org.torchgraph.server.ServerAddress;
import org.torchgraph.server.TorchgraphServer;
import org.torchgraph.server.version.ReplaceableVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code torchgraph site}. */
@Command(
        name = "site",
        mixinStandardHelpOptions = true,
        resourceBundle = EngineRelease.BUNDLE,
        description = {
            "Writes the site as files for any static host or for local reading: pages in the languages of the data, the data "
                    + "of every thing, the dumps, and a search that runs in the browser.",
            "What needs a server is left out: the query editor, and questions with values other than their defaults.",
            "With --sparql the browser answers these: FILE is the package of the query engine that `npm pack "
                    + "${bundle:engine.name}@${bundle:engine.version}` makes (no other version, and npm is not needed for more). Such a site is opened from a host; "
                    + "from a disk browsers do not start the engine."
        })
final class SiteCommand implements Callable<Integer> {

    @Mixin
    private PublicationOptions options;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "an empty or new folder")
    private Path out;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            split = ",",
            description =
                    "languages of the pages, that of the first page first (default: English, those of the data, and of messages/)")
    private List<String> asked = List.of();

    @Option(
            names = "--sparql",
            paramLabel = "FILE",
            description = "the package of the query engine: the browser answers questions and queries")
    private Path engine;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        EmptyFolder.require(out);
        Optional<EngineArchive> archive =
                engine == null ? Optional.empty() : Optional.of(EngineArchive.read(engine, EngineRelease.known()));
        Publication read = options.read();
        Publication publication = read.in(chosen(read));
        ServerLauncher serving = new ServerLauncher(publication, MemoryDataset.of(publication));
        FaultGate gate = FaultGate.strict(spec.commandLine().getErr());
        ReplaceableVersion served = new ReplaceableVersion();
        try (TorchgraphServer server =
                serving.at(ServerAddress.of("127.0.0.1", 0), gate, false, served, Optional.empty())) {
            int files = written(
                    "http://127.0.0.1:" + server.port(),
                    publication.interfaceLanguages(),
                    asked.isEmpty() ? Language.EN.code() : asked.get(0),
                    archive.map(entry -> new StaticSparql(entry, served.get())));
            spec.commandLine().getOut().println(Language.EN.messages().say("site.written", files, out));
        }
        return 0;
    }

    /** Returns the languages that are named, else English and those of the data and of the files of the publication. */
    private InterfaceLanguages chosen(Publication publication) {
        InterfaceLanguages all = publication.interfaceLanguages();
        for (String code : asked) {
            if (all.coded(code).isEmpty()) {
                throw new UsageException(Code.SITE_LANGUAGE, code, String.join(", ", all.codes()));
            }
        }
        List<String> tags = publication
                .quads()
                .map(Quad::getObject)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLanguage)
                .distinct()
                .toList();
        return all.only(language -> asked.isEmpty()
                ? language.equals(Language.EN)
                        || !InterfaceLanguages.BUNDLED.all().contains(language)
                        || tags.stream().anyMatch(tag -> Languages.matches(tag, language.code()))
                : asked.contains(language.code()));
    }

    /** Writes to a folder inside the one that was named, which gets all or nothing of it. */
    private int written(String origin, InterfaceLanguages languages, String first, Optional<StaticSparql> sparql)
            throws IOException {
        boolean made = Files.notExists(out);
        Path part = out.resolve(".part");
        Files.createDirectories(part);
        try {
            int files = new StaticSiteWriter(origin, languages, first, part, sparql).write();
            try (Stream<Path> inside = Files.list(part)) {
                for (Path one : inside.toList()) {
                    Files.move(one, out.resolve(one.getFileName()));
                }
            }
            Files.delete(part);
            return files;
        } catch (IOException | RuntimeException failed) {
            FileUtils.deleteQuietly((made ? out : part).toFile());
            throw failed;
        }
    }
}
