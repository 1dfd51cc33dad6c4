package org.torchgraph.site.words;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.http.Mount;
import org.torchgraph.http.PercentEncoding;

/**
 * Where on this site, or outside it, the page about an IRI is. Links are ASCII only.
 *
 * @param base the IRI that the publication's own IRIs begin with
 * @param mount where clients find the site
 */
public record LocalLinks(String base, Mount mount) {
    /** Paths below the base that are served as they are, not as documents about a thing. */
    private static final List<String> SERVED = List.of("def", "sparql", "queries", "queries/", "export/");

    public LocalLinks(String base) {
        this(base, Mount.ROOT);
    }

    /** What a link to a path of the site says. */
    public String href(String path) {
        return mount.of(path);
    }

    /** The path of the page about an IRI of the publication, with its fragment. */
    public Optional<String> path(String iri) {
        if (!iri.startsWith(base)) {
            return Optional.empty();
        }
        String rest = iri.substring(base.length());
        if (rest.isEmpty()) {
            return Optional.of("/");
        }
        int hash = rest.indexOf('#');
        String fragment = hash < 0 ? "" : "#" + PercentEncoding.ascii(rest.substring(hash + 1));
        return Optional.of(page(hash < 0 ? rest : rest.substring(0, hash)) + fragment);
    }

    /** The IRI of the document about a thing of the publication. */
    public Optional<Node> document(Node thing) {
        String iri = thing.getURI();
        return iri.startsWith(base)
                ? Optional.of(NodeFactory.createURI(
                        base + document(encoded(iri.substring(base.length()).replaceFirst("#.*", "")))))
                : Optional.empty();
    }

    private static String encoded(String path) {
        // A question mark in an IRI would begin the query of a request.
        return PercentEncoding.ascii(path).replace("?", "%3F");
    }

    private static String page(String rest) {
        String encoded = encoded(rest);
        if (SERVED.stream().anyMatch(word -> rest.equals(word) || rest.startsWith(word) && word.endsWith("/"))) {
            return "/" + encoded;
        }
        return "/" + document(encoded);
    }

    /**
     * Things have no {@code id/} in the paths of their documents; whatever else lies under the base has its whole path.
     */
    private static String document(String encoded) {
        return "doc/" + (encoded.startsWith("id/") ? encoded.substring("id/".length()) : encoded);
    }

    /** The address of an IRI outside the publication, when following it is safe: {@code http} and {@code https}. */
    public static Optional<String> outside(String iri) {
        boolean web = iri.regionMatches(true, 0, "http://", 0, 7) || iri.regionMatches(true, 0, "https://", 0, 8);
        return web ? Optional.of(PercentEncoding.ascii(iri)) : Optional.empty();
    }
}
