package org.torchgraph.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.export.Format;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.query.Limits;
import org.torchgraph.question.Question;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.files.StaticAddress;
import org.torchgraph.site.files.StaticEngine;
import org.torchgraph.site.files.StaticFiles;
import org.torchgraph.site.files.StaticNames;
import org.torchgraph.site.files.StaticPage;
import org.torchgraph.site.files.StaticPolicy;
import org.torchgraph.site.files.StaticQuestion;
import org.torchgraph.site.words.Reader;

/** Puts a query engine, the data and their names beside the pages of the static site. */
final class StaticSparql {
    private final EngineArchive archive;
    private final PublishedVersion version;
    private StaticEngine engine;

    /**
     * Creates the part of a site that answers queries in the browser.
     *
     * @param version the version that the pages are of
     */
    StaticSparql(EngineArchive archive, PublishedVersion version) {
        this.archive = archive;
        this.version = version;
    }

    /** Returns the addresses of the pages that need the engine. */
    List<String> pages() {
        return Stream.concat(
                        Stream.of(SiteRoute.SPARQL.path()),
                        version.questions().all().stream().map(question -> SiteRoute.QUESTION.path(question.name())))
                .toList();
    }

    /**
     * Writes the files of the engine.
     *
     * @param files the pages of the site
     * @param fetched returns what the running site has at a path
     * @param save writes a file
     */
    void write(StaticFiles files, Function<String, byte[]> fetched, BiConsumer<String, byte[]> save) {
        Map<String, String> named = new LinkedHashMap<>();
        String name = archive.release().name() + "-" + archive.release().version();
        named.put(StaticEngine.SCRIPT, kept(name, ".js", archive.script(), save));
        named.put(StaticEngine.MODULE, kept(name, ".wasm.gz", gzip(archive.module()), save));
        named.put(
                StaticEngine.DATA,
                kept(
                        StaticEngine.DATA,
                        ".nq.gz",
                        gzip(fetched.apply(SiteRoute.DUMP.path(version.site().dumpFile(Format.NQUADS)))),
                        save));
        named.put(StaticEngine.TERMS, kept(StaticEngine.TERMS, ".json", fetched.apply(SiteRoute.TERMS.path()), save));
        for (Language language : version.site().interfaceLanguages().all()) {
            String use = StaticEngine.names(language.code());
            named.put(use, kept(use, ".json.gz", gzip(names(files, language)), save));
        }
        for (String script : StaticEngine.SCRIPTS) {
            String file = SiteRoute.ASSETS.path(script);
            save.accept(file.substring(1), fetched.apply(file));
        }
        String worker = new String(
                fetched.apply(SiteRoute.ASSETS.path("static-" + StaticEngine.SERVICE_WORKER)), StandardCharsets.UTF_8);
        String all = DigestUtils.sha256Hex(version.snapshot().version() + version.program() + named + worker);
        save.accept(
                StaticEngine.SERVICE_WORKER,
                ("const version = \"" + all.substring(0, 16) + "\";\n" + worker).getBytes(StandardCharsets.UTF_8));
        engine =
                new StaticEngine(named, version.base(), Limits.standard().time().toSeconds());
    }

    private byte[] names(StaticFiles files, Language language) {
        Set<Node> things = Stream.concat(
                        version.resources().iris().map(NodeFactory::createURI),
                        version.snapshot().union().properties().filter(Node::isURI))
                .collect(Collectors.toSet());
        Labels labels = version.resources().labels(things);
        return StaticNames.json(
                        things.stream().map(Node::getURI).toList(),
                        version.site().wording(labels, Reader.of(language)),
                        href -> files.page(StaticAddress.of(href), language.code()))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a file under a name that has a digest of its content between stem and suffix, and returns the name. */
    private static String kept(String stem, String suffix, byte[] content, BiConsumer<String, byte[]> save) {
        String file = StaticEngine.FOLDER + stem + "."
                + DigestUtils.sha256Hex(content).substring(0, 16) + suffix;
        save.accept(file, content);
        return file;
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        GzipParameters parameters = new GzipParameters();
        parameters.setCompressionLevel(Deflater.BEST_COMPRESSION);
        try (OutputStream out = new GzipCompressorOutputStream(packed, parameters)) {
            out.write(content);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return packed.toByteArray();
    }

    /**
     * Adds to a page what it needs of the engine.
     *
     * @param policy the policy with which the page is served
     */
    StaticPage added(StaticPage page, StaticAddress address, Language language, String policy) {
        return page.asking(html -> {
            engine.keep(html);
            if (address.path().equals(SiteRoute.SPARQL.path())) {
                engine.editor(html, StaticPolicy.of(policy), language);
            }
            question(address).ifPresent(question -> {
                engine.question(
                        html,
                        StaticQuestion.json(question, version.site(), Reader.of(language))
                                .toString(),
                        StaticPolicy.of(policy),
                        language);
            });
        });
    }

    private Optional<Question> question(StaticAddress address) {
        String folder = SiteRoute.QUESTION.path();
        return address.path().startsWith(folder)
                ? version.questions().named(address.path().substring(folder.length()))
                : Optional.empty();
    }
}
