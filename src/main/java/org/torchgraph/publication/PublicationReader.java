package org.torchgraph.publication;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIs;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.syntax.GraphName;
import org.torchgraph.rdf.digest.ContentDigest;

/** Reads a publication from its folder; the RDF files are parsed in parallel. */
public final class PublicationReader {
    private static final int LARGE = 1 << 20;
    private static final String CATALOG = "data/catalog";
    private static final String QUERIES = "queries/";
    private static final String RULES = "ontology/rules/";

    private record ReadFile(PublicationFile source, byte[] digest, Node graph, List<Quad> quads, List<Fault> faults) {

        DataFile data() {
            return new DataFile(source.file(), HexFormat.of().formatHex(digest), graph, quads);
        }
    }

    private PublicationReader() {}

    /**
     * Reads all files of a publication. Errors in files are part of the result and are not thrown.
     *
     * @param root the folder that contains {@code data/}
     * @param givenBase the base IRI, instead of {@code void:uriSpace} in {@code data/catalog.ttl}
     * @throws MissingPublicationException if the folder has no {@code data/}, or the base is unknown
     * @throws PublicationTooLargeException if the heap has no room for it
     */
    public static Publication read(Path root, Optional<String> givenBase) {
        return read(root, givenBase, file -> true);
    }

    /**
     * Reads a publication without its statements, which somebody has already: its version is that of its files as they
     * are, but they are not parsed, so that errors in them are not found.
     *
     * @param root the folder that contains {@code data/}
     * @param givenBase the base IRI, instead of {@code void:uriSpace} in {@code data/catalog.ttl}
     * @throws MissingPublicationException if the folder has no {@code data/}, or the base is unknown
     */
    public static Publication readWithoutStatements(Path root, Optional<String> givenBase) {
        return read(root, givenBase, file -> file.plainName().equals(PrefixTable.FILE))
                .withoutStatements();
    }

    private static Publication read(Path root, Optional<String> givenBase, Predicate<PublicationFile> parsed) {
        JenaSystem.init();
        if (!Files.isDirectory(root.resolve("data"))) {
            throw new MissingPublicationException(Message.of(Code.PUBLICATION_MISSING, root));
        }
        List<PublicationFile> files = Stream.of("data", "ontology")
                .flatMap(folder -> PublicationFile.below(root, folder).stream())
                .filter(file -> !file.file().startsWith(RULES))
                .toList();
        HeapRoom room =
                new HeapRoom(files.stream().mapToLong(PublicationFile::length).sum());
        try {
            return read(root, givenBase, files, parsed, room);
        } catch (OutOfMemoryError between) {
            throw room.usedUp();
        }
    }

    private static Publication read(
            Path root,
            Optional<String> givenBase,
            List<PublicationFile> files,
            Predicate<PublicationFile> parsed,
            HeapRoom room) {
        String base = givenBase.orElseGet(() -> declaredBase(files));
        requireBase(base);

        MessageFiles messages = MessageFiles.read(root);
        InterfaceLanguages languages = InterfaceLanguages.BUNDLED.and(messages.languages());
        // Beside the other files, because its shapes are parsed too.
        CompletableFuture<SettingsFile> settingsRead =
                CompletableFuture.supplyAsync(() -> SettingsFile.read(root, base, languages));
        List<ReadFile> read = files.parallelStream()
                .map(file -> parsed.test(file) ? read(file, base, room) : digested(file, base))
                .toList();
        List<Fault> faults = new ArrayList<>(sameGraphTwice(files, base));
        read.forEach(one -> faults.addAll(one.faults()));
        List<QueryFile> queries = queryFiles(root, QUERIES, Code.FILE_NO_QUESTION, faults);
        List<QueryFile> rules = queryFiles(root, RULES, Code.FILE_NO_RULE, faults);
        SettingsFile settings = settingsRead.join();
        faults.addAll(settings.faults());
        faults.addAll(messages.faults());

        ContentDigest digest = new ContentDigest(base);
        read.forEach(one -> digest.add(one.source().plainName(), one.digest()));
        Stream.concat(queries.stream(), rules.stream())
                .forEach(query -> digest.add(
                        query.file(), ContentDigest.ofText(query.text().getBytes(StandardCharsets.UTF_8))));

        settings.content().ifPresent(content -> digest.add(SettingsFile.NAME, ContentDigest.ofText(content)));
        settings.settings()
                .website()
                .logo()
                .ifPresent(logo -> digest.add(logo.file(), ContentDigest.ofText(logo.content())));
        messages.contents().forEach((file, content) -> digest.add(file, ContentDigest.ofText(content)));

        List<DataFile> data = read.stream().map(ReadFile::data).toList();
        faults.sort(Comparator.comparing(Fault::place));
        return new Publication(
                root,
                base,
                digest.version(),
                PrefixTable.read(data, files),
                data,
                queries,
                rules,
                settings.settings(),
                languages,
                List.copyOf(faults));
    }

    /**
     * Reads a single RDF file such as a dump. Triples that would be in the graph named after the file are in the
     * default graph.
     */
    public static Publication readFile(Path path) {
        JenaSystem.init();
        PublicationFile file = new PublicationFile(path.toString(), path);
        ReadFile read = read(file, Quad.defaultGraphIRI, new HeapRoom(file.length()));
        ContentDigest digest = new ContentDigest("");
        digest.add("", read.digest());
        return new Publication(
                path.toAbsolutePath().getParent(),
                "",
                digest.version(),
                PrefixTable.declaredIn(read.quads()),
                List.of(read.data()),
                List.of(),
                List.of(),
                List.copyOf(read.faults()));
    }

    private static ReadFile read(PublicationFile file, String base, HeapRoom room) {
        return read(file, GraphName.of(base, file.stem()), room);
    }

    private static ReadFile read(PublicationFile file, Node graph, HeapRoom room) {
        Optional<Lang> lang = file.lang();
        List<Quad> quads = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        byte[] digest = new byte[0];
        if (file.isLinkToNoFile()) {
            faults.add(Fault.of(Location.in(file.file()), Code.FILE_LINK));
        } else if (lang.isEmpty()) {
            faults.add(notRead(file));
        } else {
            long length = file.length();
            room.beforeText(length);
            try {
                byte[] content = file.bytes();
                CompletableFuture<byte[]> digested = digested(content);
                file.brokenEncoding(content)
                        .ifPresentOrElse(
                                faults::add,
                                () -> faults.addAll(parsed(file, graph, content, lang.get(), quads, room)));
                digest = digested.join();
            } catch (IOException unreadable) {
                faults.add(unreadable(file, unreadable));
            } finally {
                room.afterText(length);
            }
        }
        return new ReadFile(file, digest, graph, quads, faults);
    }

    private static ReadFile digested(PublicationFile file, String base) {
        List<Fault> faults = new ArrayList<>();
        byte[] digest = new byte[0];
        try (InputStream content = file.open()) {
            digest = ContentDigest.ofText(content);
        } catch (IOException unreadable) {
            faults.add(unreadable(file, unreadable));
        }
        return new ReadFile(file, digest, GraphName.of(base, file.stem()), List.of(), faults);
    }

    /** Computes the digest of a text, that of a large one while it is parsed. */
    private static CompletableFuture<byte[]> digested(byte[] content) {
        return content.length < LARGE
                ? CompletableFuture.completedFuture(ContentDigest.ofText(content))
                : CompletableFuture.supplyAsync(() -> ContentDigest.ofText(content));
    }

    private static Fault notRead(PublicationFile file) {
        PublicationFile small = new PublicationFile(file.withSmallEndings(), file.path());
        return small.lang().isPresent()
                ? Fault.of(Location.in(file.file()), Code.FILE_ENDING_CASE, small.file())
                : Fault.of(Location.in(file.file()), Code.FILE_FORMAT);
    }

    /** Parses a file. If the syntax is broken, no statement is kept, because a part would look like the whole. */
    private static List<Fault> parsed(
            PublicationFile file, Node graph, byte[] content, Lang lang, List<Quad> quads, HeapRoom room) {
        RdfParser.ParseResult outcome = LineBlocks.parse(file.file(), graph, content, lang, quads, room::watched);
        if (!outcome.whole()) {
            quads.clear();
        }
        return outcome.faults();
    }

    private static List<Fault> sameGraphTwice(List<PublicationFile> files, String base) {
        Map<Node, String> first = new HashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (PublicationFile file : files) {
            String other = first.putIfAbsent(GraphName.of(base, file.stem()), file.file());
            if (other != null) {
                faults.add(Fault.of(Location.in(file.file()), Code.FILE_GRAPH_SHARED, other));
            }
        }
        return faults;
    }

    private static List<QueryFile> queryFiles(Path root, String folder, Code other, List<Fault> faults) {
        List<QueryFile> queries = new ArrayList<>();
        for (PublicationFile file : PublicationFile.below(root, folder)) {
            String name = file.stem().substring(folder.length());
            if (!file.file().endsWith(".rq") || name.contains("/")) {
                faults.add(Fault.of(Location.in(file.file()), other));
                continue;
            }
            try {
                byte[] content = file.bytes();
                file.brokenEncoding(content).ifPresent(faults::add);
                queries.add(new QueryFile(name, file.file(), new String(content, StandardCharsets.UTF_8)));
            } catch (IOException unreadable) {
                faults.add(unreadable(file, unreadable));
            }
        }
        return List.copyOf(queries);
    }

    private static Fault unreadable(PublicationFile file, IOException reason) {
        if (file.isLinkToNoFile()) {
            return Fault.of(Location.in(file.file()), Code.FILE_LINK);
        }
        return Fault.of(Location.in(file.file()), Code.FILE_UNREADABLE, String.valueOf(reason.getMessage()));
    }

    private static String declaredBase(List<PublicationFile> files) {
        List<ReadFile> catalogs = files.stream()
                .filter(file -> file.stem().equals(CATALOG))
                .map(file -> read(file, "urn:x-base-not-known:", new HeapRoom(file.length())))
                .toList();
        return catalogs.stream()
                .flatMap(catalog -> catalog.quads().stream())
                .filter(quad -> quad.getPredicate().equals(VOID.uriSpace.asNode()))
                .filter(quad -> quad.getObject().isLiteral())
                .map(quad -> quad.getObject().getLiteralLexicalForm())
                .findFirst()
                .orElseThrow(() -> baseless(catalogs.stream()
                        .flatMap(catalog -> catalog.faults().stream())
                        .toList()));
    }

    private static MissingPublicationException baseless(List<Fault> faults) {
        return new MissingPublicationException(
                faults.stream()
                        .findFirst()
                        .map(fault -> Message.of(Code.BASE_UNREAD, fault.place(), fault.message()))
                        .orElse(Message.of(Code.BASE_MISSING)),
                faults);
    }

    private static void requireBase(String base) {
        try {
            if (IRIs.resolve(base).equals(base) && (base.endsWith("/") || base.endsWith("#")) && base.contains("://")) {
                return;
            }
        } catch (IRIException notAnIri) {
            // said below
        }
        throw new MissingPublicationException(Message.of(Code.BASE_IRI, base));
    }
}
