package org.torchgraph.rdf.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.sparql.core.Quad;

/**
 * Statements as lines of N-Quads in the order of their characters: one text for one set of statements, whatever file
 * they came in. Its digest tells whether a file still says what it said when it was written.
 *
 * @see <a href="https://www.w3.org/TR/n-quads/">RDF 1.1 N-Quads</a>
 */
public final class SortedNQuads {
    /** What stands before the digest in the comment at the head of a file. */
    public static final String DIGEST = "SHA-256 of the sorted N-Quads: ";

    private SortedNQuads() {}

    /** Upper-case hex SHA-256 of the text in UTF-8; blank nodes have the labels of {@link CanonicalLabels}. */
    public static String digest(Collection<Quad> quads) {
        return digestOfLines(lines(quads));
    }

    /** The lines in order, with canonical labels: where they are the same, the statements are. */
    public static List<String> lines(Collection<Quad> quads) {
        return lines(CanonicalLabels.relabel(quads).stream());
    }

    /** The lines in order, of statements whose blank nodes have those labels. */
    public static List<String> lines(Stream<Quad> labelled) {
        NQuadsLine line = new NQuadsLine();
        return labelled.map(line::of).sorted().toList();
    }

    /** The digest of a text by its lines. */
    public static String digestOfLines(List<String> lines) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        lines.forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return hex(digest);
    }

    /** A digest as it is written. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().withUpperCase().formatHex(digest.digest());
    }
}
