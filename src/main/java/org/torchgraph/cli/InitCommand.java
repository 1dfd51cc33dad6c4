package org.torchgraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.commons.io.FilenameUtils;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.Strings;
import org.torchgraph.check.Finding;
import org.torchgraph.draft.start.Counted;
import org.torchgraph.draft.start.InputProfile;
import org.torchgraph.draft.start.StartFiles;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.Fault;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code torchgraph init}. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a publication of RDF files: copies them, and writes a catalogue, settings and prefixes by what they hold.",
            "Nothing is overwritten; if a file has an error, nothing is written."
        })
final class InitCommand implements Callable<Integer> {
    private static final String GZIP = ".gz";
    private static final String CATALOG = "catalog";
    private static final int SHOWN = 8;

    @Parameters(index = "0", paramLabel = "DIR", description = "the folder of the publication, empty or not there yet")
    private Path folder;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "RDF files: .ttl, .nt, .nq, .trig, .jsonld, .rdf, .owl, or .gz of these")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--base",
            paramLabel = "IRI",
            description = "IRI prefix of the publication's own IRIs (default: the one that most described things have)")
    private Optional<String> base = Optional.empty();

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            completionCandidates = ProgramLanguages.class,
            description =
                    "of what is told and of comments in the files: ${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private Language language = Language.EN;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        EmptyFolder.require(folder);
        Map<Path, String> names = names();
        List<Publication> read = new ArrayList<>();
        for (Path file : files) {
            read.add(PublicationReader.readFile(file));
        }
        requireSound(read.stream().flatMap(one -> one.faults().stream()).toList());
        InputProfile found = InputProfile.of(files, read, base);
        if (found.things().isEmpty()) {
            throw new CommandFailedException(Code.INIT_NOTHING);
        }
        if (found.base().isEmpty()) {
            throw new CommandFailedException(Code.INIT_NO_BASE);
        }
        StartFiles start = new StartFiles(
                found, folder.toAbsolutePath().normalize().getFileName().toString(), language.messages());
        write(names, start.texts());
        tell(found, names, start.texts());
        return 0;
    }

    /** Returns the names of the files in the folder of data, which are to differ without their endings too. */
    private Map<Path, String> names() {
        Map<Path, String> names = new HashMap<>();
        Map<String, Path> stems = new HashMap<>();
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new UsageException(Code.INPUT_UNREADABLE, file);
            }
            String name = StringUtils.stripStart(file.getFileName().toString(), ".");
            String stem = FilenameUtils.removeExtension(Strings.CS.removeEnd(name, GZIP));
            if (stem.equals(CATALOG)) {
                throw new UsageException(Code.INIT_CATALOGUE_NAME, file);
            }
            Path other = stems.putIfAbsent(stem, file);
            if (other != null) {
                throw new UsageException(Code.INIT_SAME_NAME, other, file);
            }
            names.put(file, "data/" + name);
        }
        return names;
    }

    private void requireSound(List<Fault> faults) {
        if (!faults.isEmpty()) {
            faults.forEach(fault ->
                    spec.commandLine().getErr().println(Finding.of(fault).in(language)));
            throw new CommandFailedException(Code.INIT_FAULTS, faults.size());
        }
    }

    /** Writes all files or none. */
    private void write(Map<Path, String> names, Map<String, String> texts) throws IOException {
        boolean made = Files.notExists(folder);
        Files.createDirectories(folder);
        Path part = Files.createTempDirectory(folder, ".init-");
        try {
            Files.createDirectories(part.resolve("data"));
            for (Map.Entry<Path, String> name : names.entrySet()) {
                Files.copy(name.getKey(), part.resolve(name.getValue()));
            }
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Path file = part.resolve(text.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, text.getValue());
            }
            requireSound(PublicationReader.readWithoutStatements(part, Optional.empty())
                    .faults());
            for (String name : List.of("data", "ontology", "site.ttl")) {
                if (Files.exists(part.resolve(name))) {
                    Files.move(part.resolve(name), folder.resolve(name));
                }
            }
        } catch (IOException | RuntimeException failed) {
            FileUtils.deleteQuietly((made ? folder : part).toFile());
            throw failed;
        }
        FileUtils.deleteQuietly(part.toFile());
    }

    private void tell(InputProfile found, Map<Path, String> names, Map<String, String> texts) {
        say("init.read", found.statements(), names.size(), found.things().size());
        say("init.base", found.base().orElseThrow(), found.things().size() - found.outside(), found.outside());
        if (!found.classes().isEmpty()) {
            say("init.classes", list(found.classes(), found::abbreviated));
        }
        if (!found.languages().isEmpty()) {
            say("init.languages", list(found.languages(), tag -> tag));
        }
        if (!found.titles().isEmpty()) {
            say("init.title", found.titles().getFirst().getLiteralLexicalForm());
        }
        found.licence().ifPresent(licence -> say("init.licence", licence.getURI()));
        say(
                "init.written",
                folder,
                Stream.concat(names.values().stream(), texts.keySet().stream())
                        .sorted()
                        .collect(Collectors.joining(", ")));
        say("init.fill", folder.resolve("data/catalog.ttl"));
        if (found.titles().isEmpty()) {
            item("init.fill.title");
        }
        if (found.licences().isEmpty()) {
            item("init.fill.licence");
        }
        if (found.licences().size() > 1) {
            item("init.licences", found.licences().size());
        }
        item("init.fill.description");
        item("init.fill.contact");
        say("init.next", folder);
    }

    private static String list(List<Counted> counted, UnaryOperator<String> shown) {
        String first = counted.stream()
                .limit(SHOWN)
                .map(one -> shown.apply(one.name()) + " (" + one.count() + ")")
                .collect(Collectors.joining(", "));
        return counted.size() > SHOWN ? first + ", …" : first;
    }

    private void item(String key, Object... arguments) {
        out().println("  " + language.messages().say(key, arguments));
    }

    private void say(String key, Object... arguments) {
        out().println(language.messages().say(key, arguments));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
