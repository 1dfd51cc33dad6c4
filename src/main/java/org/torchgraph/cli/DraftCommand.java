package org.torchgraph.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.torchgraph.draft.DraftSource;
import org.torchgraph.draft.PolicyDraft;
import org.torchgraph.draft.text.Chronicle;
import org.torchgraph.draft.text.ChronicleEntry;
import org.torchgraph.messages.Code;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.evidence.SourceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code torchgraph draft}. */
@Command(
        name = "draft",
        mixinStandardHelpOptions = true,
        description = {
            "Drafts Turtle from a text of entries (● date, 《title》, paragraphs), to be completed by a person.",
            "Comments that begin with \"# review:\" ask for what the text does not state."
        })
public final class DraftCommand implements Callable<Integer> {

    @Mixin
    private PublicationOptions options;

    @Parameters(paramLabel = "FILE", description = "the text, in UTF-8")
    private Path file;

    @Option(
            names = "--source",
            paramLabel = "SLUG",
            description = "the last part of the source's IRI (default: the source with this file's SHA-256,"
                    + " else one named after the file)")
    private Optional<String> slug = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "write one file per policy to this folder; existing files are not overwritten")
    private Path out;

    @Option(names = "--entry", paramLabel = "N", description = "draft only the entry with this number, counted from 1")
    private Integer only;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (slug.filter(name -> !name.matches("[a-z0-9]+(-[a-z0-9]+)*")).isPresent()) {
            throw new UsageException(Code.DRAFT_SLUG, slug.get());
        }
        SourceText text = text();
        Publication publication = options.readWhole();
        List<ChronicleEntry> entries = chosen(Chronicle.read(text, publication));
        DraftSource source = DraftSource.of(slug, file, text.fileDigest(), publication);
        if (source.isAnotherEdition()) {
            throw new CommandFailedException(
                    Code.DRAFT_OTHER_EDITION, publication.relative(source.iri().getURI()), file);
        }
        PrintWriter to = spec.commandLine().getOut();
        to.print(source.proposal(publication));
        List<PolicyDraft> drafts = entries.stream()
                .map(entry -> new PolicyDraft(publication, entry, source.iri()))
                .toList();
        if (out == null) {
            drafts.forEach(draft -> to.print("\n# data/policies/" + draft.fileName() + "\n\n" + draft.text()));
        } else {
            write(drafts, to);
        }
        to.flush();
        return 0;
    }

    private SourceText text() throws IOException {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UsageException(Code.INPUT_UNREADABLE, file);
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException broken) {
            throw new CommandFailedException(Code.INPUT_ENCODING, file);
        }
        return new SourceText(bytes);
    }

    private List<ChronicleEntry> chosen(List<ChronicleEntry> entries) {
        if (entries.isEmpty()) {
            throw new CommandFailedException(Code.DRAFT_NO_ENTRIES, file);
        }
        if (only == null) {
            return entries;
        }
        if (only < 1 || only > entries.size()) {
            throw new UsageException(Code.DRAFT_NO_ENTRY, only, entries.size());
        }
        return List.of(entries.get(only - 1));
    }

    private void write(List<PolicyDraft> drafts, PrintWriter to) throws IOException {
        Files.createDirectories(out);
        for (PolicyDraft draft : drafts) {
            if (Files.exists(out.resolve(draft.fileName()))) {
                throw new CommandFailedException(Code.DRAFT_EXISTS, out.resolve(draft.fileName()));
            }
        }
        for (PolicyDraft draft : drafts) {
            Path written = out.resolve(draft.fileName());
            Files.writeString(written, draft.text(), StandardOpenOption.CREATE_NEW);
            to.println("# " + written);
        }
    }
}
