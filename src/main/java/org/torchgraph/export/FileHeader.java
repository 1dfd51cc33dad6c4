package org.torchgraph.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.rdf.digest.SortedNQuads;

/**
 * What a file says of itself in the comments that it opens with, where its format has comments.
 *
 * @param licence IRI of the licence that the catalogue names
 * @param version the dataset version
 */
public record FileHeader(Optional<String> licence, String version) {
    private static final String STATES_VERSION = "Dataset version: ";
    private static final Pattern VERSION =
            Pattern.compile("(?:#|<!--| {4}) " + STATES_VERSION + "([0-9a-f]{32})(?: -->)?");

    /** No file has its comments below this line. */
    private static final int HEAD = 20;

    /** Of the dataset whose {@code void:uriSpace} is the base. */
    public static FileHeader of(Graph data, String base, String version) {
        return new FileHeader(
                data.stream(Node.ANY, VOID.uriSpace.asNode(), NodeFactory.createLiteralString(base))
                        .map(Triple::getSubject)
                        .flatMap(dataset -> G.listSP(data, dataset, DCTerms.license.asNode()).stream())
                        .filter(Node::isURI)
                        .map(Node::getURI)
                        .min(String::compareTo),
                version);
    }

    /**
     * The dataset version that a file names in the comments at its head; files that end in {@code .gz} are unpacked.
     */
    public static Optional<String> versionIn(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream content = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .limit(HEAD)
                    .map(VERSION::matcher)
                    .filter(Matcher::matches)
                    .map(line -> line.group(1))
                    .findFirst();
        }
    }

    /**
     * The comments, with the line ends of a file; empty for a format without comments.
     *
     * @param digest of the statements, see {@link SortedNQuads}
     */
    String text(Format format, Supplier<String> digest) {
        if (format == Format.JSONLD) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        licence.ifPresent(iri -> lines.add("Licence: " + iri));
        lines.add(STATES_VERSION + version);
        lines.add(SortedNQuads.DIGEST + digest.get());
        return format == Format.RDFXML
                ? "<!-- " + String.join("\n     ", lines).replace("--", "%2D%2D") + " -->\n"
                : "# " + String.join("\n# ", lines) + "\n";
    }
}
