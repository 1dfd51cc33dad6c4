package org.torchgraph.publication.syntax;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.routes.IriPaths;

/**
 * Derives the graph name of a file. Characters that the path of an IRI does not allow, such as a space, and {@code %}
 * itself are percent-encoded, so that two files never share a name (RFC 3987 §2.2, §4.1).
 */
public final class GraphName {
    private static final String DATA = "data/";

    /** The ASCII characters allowed beside letters and digits (RFC 3986 §3.3). */
    private static final String LEGAL = "/-._~!$&'()*+,;=:@";

    private GraphName() {}

    /**
     * Returns the graph name of a file.
     *
     * @param base the base IRI of the publication
     * @param stem the path of the file in the publication's folder, without extensions
     */
    public static Node of(String base, String stem) {
        String path = stem.startsWith(DATA) ? stem.substring(DATA.length()) : stem;
        IntFunction<String> written = c -> isLegal(c)
                ? Character.toString(c)
                : URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8)
                        .replace("+", "%20");
        return NodeFactory.createURI(
                base + IriPaths.GRAPHS + path.codePoints().mapToObj(written).collect(Collectors.joining()));
    }

    private static boolean isLegal(int c) {
        if (c < 0x80) {
            return Character.isLetterOrDigit(c) || LEGAL.indexOf(c) >= 0;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
