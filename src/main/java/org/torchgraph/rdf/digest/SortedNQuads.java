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
 * Writes statements as sorted lines of N-Quads: equal sets of statements give equal text, whichever file they came
 * from. The digest of the text shows whether a file still has the statements that it had when it was written.
 *
 * @see <a href="https://www.w3.org/TR/n-quads/">RDF 1.1 N-Quads</a>
 */
public final class SortedNQuads {
    /** The text before the digest in the comment at the top of a file. */
    public static final String DIGEST = "SHA-256 of the sorted N-Quads: ";

    private SortedNQuads() {}

    /**
     * Returns the upper-case hex SHA-256 of the sorted lines in UTF-8; blank nodes have the labels of
     * {@link CanonicalLabels}.
     */
    public static String digest(Collection<Quad> quads) {
        return digestOfLines(lines(quads));
    }

    /** Returns the sorted lines with canonical labels; equal lists mean equal sets of statements. */
    public static List<String> lines(Collection<Quad> quads) {
        return lines(CanonicalLabels.relabel(quads).stream());
    }

    /** Returns the sorted lines of statements whose blank nodes have canonical labels already. */
    public static List<String> lines(Stream<Quad> labelled) {
        NQuadsLine line = new NQuadsLine();
        return labelled.map(line::of).sorted().toList();
    }

    /** Returns the upper-case hex SHA-256 of lines in UTF-8. */
    public static String digestOfLines(List<String> lines) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        lines.forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return hex(digest);
    }

    /** Returns the result of a digest in upper-case hex. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().withUpperCase().formatHex(digest.digest());
    }
}
