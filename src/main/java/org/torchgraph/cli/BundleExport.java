package org.torchgraph.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.http.Mount;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationCopy;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.query.Limits;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.question.Question;
import org.torchgraph.question.Questions;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.query.Codebooks;
import org.torchgraph.server.query.QueryService;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.bundle.Bundle;
import org.torchgraph.site.bundle.BundledFile;
import org.torchgraph.site.bundle.BundledFile.FileRelation;
import org.torchgraph.site.cite.DatasetCitation;
import org.torchgraph.site.codebook.CsvwMetadata;
import org.torchgraph.site.codebook.ResearchCrate;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.markdown.BundleMarkdown;
import org.torchgraph.site.question.QuestionCard;
import org.torchgraph.site.words.Reader;

/** Writes the files of a publication, with the answers of its questions, as an archive for a repository of data. */
final class BundleExport {
    private static final String ANSWERS = "answers/";
    private static final String QUERIES = "queries/";

    private final Publication publication;
    private final PublishedVersion version;
    private final PageContext frame;

    private BundleExport(Publication publication, PublishedVersion version) {
        this.publication = publication;
        this.version = version;
        this.frame = frame(Language.EN);
    }

    /** Writes a publication to a file. */
    static void write(Publication publication, Path out) throws IOException {
        try (MemoryDataset dataset = new MemoryDataset(publication, Limits.standard())) {
            PublishedVersion version = PublishedVersion.of(
                    publication, dataset.snapshot(), Questions.of(publication), CommandLines.build());
            Bundle bundle = new BundleExport(publication, version).bundle();
            AtomicFile.write(out, bundle::writeTo, written -> requireSame(publication, written));
        }
    }

    /** Requires that the files have not been changed since they were read. */
    private static void requireSame(Publication publication, Path archive) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(archive)) {
            if (!PublicationReader.readWithoutStatements(files.getPath("/"), Optional.of(publication.base()))
                    .version()
                    .equals(publication.version())) {
                throw new CommandFailedException(Code.BUNDLE_CHANGED);
            }
        }
    }

    /** Returns how a reader sees the site at the address that lasts. */
    private PageContext frame(Language language) {
        URI base = URI.create(publication.base());
        return new PageContext(
                version.site().at(Mount.parse(base.getRawPath()).orElse(Mount.ROOT)),
                Reader.of(language),
                base.getScheme() + "://" + base.getRawAuthority(),
                SiteRoute.HOME.path(),
                "",
                version.site().entry().dataset().map(Node::toString).orElse(publication.base()),
                List.of());
    }

    private Bundle bundle() {
        List<BundledFile> files = new ArrayList<>();
        for (PublicationCopy.CopiedFile file :
                PublicationCopy.of(publication.root()).files()) {
            files.add(BundledFile.of(
                    file.name(), title(file.name()), file.mediaType(), out -> Files.copy(file.path(), out)));
        }
        new Codebooks(new QueryService(Limits.standard()))
                .answers(version)
                .forEach(answer -> files.addAll(answer(answer)));
        files.add(BundledFile.of(
                "datacite.json",
                "DataCite",
                "application/vnd.datacite.datacite+json",
                DatasetCitation.dataCite(frame)));
        files.add(BundledFile.of(
                "CITATION.cff", "Citation File Format", "application/yaml", DatasetCitation.citationFile(frame)));
        Optional.ofNullable(frame.licence())
                .ifPresent(licence -> files.add(BundledFile.of(
                        "LICENSE.txt",
                        licence.text(),
                        "text/plain",
                        licence.text() + "\n" + licence.machine() + "\n")));
        String english = readme(Language.EN, files);
        String chinese = readme(Language.ZH, files);
        files.add(BundledFile.of("README.md", "README", "text/markdown", english));
        files.add(BundledFile.of("README.zh.md", "README", "text/markdown", chinese));
        files.sort(Comparator.comparing(BundledFile::path));
        return new Bundle(ResearchCrate.bundled(files, frame), files);
    }

    private String title(String file) {
        return version.questions().all().stream()
                .filter(question -> file.equals(query(question)))
                .findFirst()
                .map(this::title)
                .orElse(file);
    }

    private String title(Question question) {
        return QuestionCard.of(question, frame).title().text();
    }

    private static String query(Question question) {
        return QUERIES + question.name() + ".rq";
    }

    private List<BundledFile> answer(Codebooks.AnswerFile answer) {
        Question question = answer.codebook().question();
        String name = question.name() + "." + ResultFormat.CSV.suffix();
        String metadata = ANSWERS + question.name() + "." + CsvwMetadata.SUFFIX;
        BundledFile csv = BundledFile.of(
                        ANSWERS + name, title(question), ResultFormat.CSV.mediaType(), out -> out.write(answer.csv()))
                .relating(
                        publication.queries().stream()
                                        .anyMatch(file -> file.file().equals(query(question)))
                                ? List.of(
                                        new FileRelation("isBasedOn", query(question)),
                                        new FileRelation("subjectOf", metadata))
                                : List.of(new FileRelation("subjectOf", metadata)));
        String columns = CsvwMetadata.of(
                        answer.codebook(),
                        name,
                        SiteRoute.QUESTION.iri(version.base()) + question.name(),
                        version.site())
                .toString();
        return List.of(
                csv,
                BundledFile.of(metadata, title(question), CsvwMetadata.MEDIA_TYPE, columns)
                        .relating(List.of(new FileRelation("about", csv.path()))));
    }

    /** Returns the text to begin with, which names what there is. */
    private String readme(Language language, List<BundledFile> files) {
        Map<String, String> contents = new LinkedHashMap<>();
        contents.put("data/", "bundle.data");
        contents.put("ontology/", "bundle.ontology");
        contents.put(QUERIES, "bundle.queries");
        contents.put(ANSWERS, "bundle.answers");
        contents.put(Bundle.METADATA, "bundle.crate");
        contents.put("datacite.json", "bundle.datacite");
        contents.put("CITATION.cff", "bundle.citation");
        contents.put("LICENSE.txt", "bundle.licence");
        contents.keySet()
                .removeIf(part -> !part.equals(Bundle.METADATA)
                        && files.stream().noneMatch(file -> file.path().startsWith(part)));
        return BundleMarkdown.of(frame(language), contents);
    }
}
