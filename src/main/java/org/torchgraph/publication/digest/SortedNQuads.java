package org.torchgraph.publication.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.atlas.io.StringWriterI;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatter;
import org.apache.jena.riot.out.NodeFormatterNT;
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

    private static final NodeFormatter TERMS = new NodeFormatterNT();

    private SortedNQuads() {}

    /** One line with its end; of a triple in the default graph it is N-Triples. */
    public static String line(Triple triple, Node graph) {
        StringWriterI line = new StringWriterI();
        for (Node term : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject(), graph)) {
            if (!Quad.isDefaultGraph(term)) {
                TERMS.format(line, term);
                line.print(' ');
            }
        }
        line.print(".\n");
        return line.toString();
    }

    /** Upper-case hex SHA-256 of the text in UTF-8; blank nodes have the labels of {@link CanonicalLabels}. */
    public static String digest(Collection<Quad> quads) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        CanonicalLabels.relabel(quads).stream()
                .map(quad -> line(quad.asTriple(), quad.getGraph()))
                .sorted()
                .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
        return hex(digest);
    }

    /** A digest as it is written. */
    public static String hex(MessageDigest digest) {
        return HexFormat.of().withUpperCase().formatHex(digest.digest());
    }
}
