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
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.rdf.digest.SortedNQuads;

/**
 * The comments at the top of an RDF file, for formats that have comments.
 *
 * @param licence the IRI of the licence that the catalogue states
 * @param version the dataset version
 */
public record FileHeader(Optional<String> licence, String version) {
    private static final String VERSION_LABEL = "Dataset version: ";
    private static final Pattern VERSION =
            Pattern.compile("(?:#|<!--| {4}) " + VERSION_LABEL + "([0-9a-f]{32})(?: -->)?");

    /** The number of lines in which the version is looked for. */
    private static final int MAX_HEADER_LINES = 20;

    /** Returns the header of the dataset whose {@code void:uriSpace} is the base. */
    public static FileHeader of(TripleSource data, String base, String version) {
        return new FileHeader(
                data.subjects(VOID.uriSpace.asNode(), NodeFactory.createLiteralString(base))
                        .flatMap(dataset -> data.objects(dataset, DCTerms.license.asNode()))
                        .filter(Node::isURI)
                        .map(Node::getURI)
                        .min(String::compareTo),
                version);
    }

    /** Returns the dataset version that the header of a file states; files that end in {@code .gz} are decompressed. */
    public static Optional<String> versionIn(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream content = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader lines = new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .limit(MAX_HEADER_LINES)
                    .map(VERSION::matcher)
                    .filter(Matcher::matches)
                    .map(line -> line.group(1))
                    .findFirst();
        }
    }

    /**
     * Returns the comments in the syntax of a format; empty for a format without comments.
     *
     * @param digest gives the digest of the statements, see {@link SortedNQuads}
     * @param format the format of the file
     */
    String text(Format format, Supplier<String> digest) {
        if (format == Format.JSONLD) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        licence.ifPresent(iri -> lines.add("Licence: " + iri));
        lines.add(VERSION_LABEL + version);
        lines.add(SortedNQuads.DIGEST + digest.get());
        return format == Format.RDFXML
                ? "<!-- " + String.join("\n     ", lines).replace("--", "%2D%2D") + " -->\n"
                : "# " + String.join("\n# ", lines) + "\n";
    }
}
