package org.torchgraph.site.words;

import java.util.List;
import java.util.Optional;
import org.torchgraph.http.PercentEncoding;

/**
 * Where on this site, or outside it, the page about an IRI is. Links are ASCII only.
 *
 * @param base the IRI that the publication's own IRIs begin with
 */
public record LocalLinks(String base) {
    /** Paths below the base that are served as they are, not as documents about a thing. */
    private static final List<String> SERVED = List.of("def", "sparql", "queries", "queries/", "export/");

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

    private static String page(String rest) {
        // A question mark in an IRI would begin the query of a request.
        String encoded = PercentEncoding.ascii(rest).replace("?", "%3F");
        if (SERVED.stream().anyMatch(word -> rest.equals(word) || rest.startsWith(word) && word.endsWith("/"))) {
            return "/" + encoded;
        }
        return "/doc/" + (encoded.startsWith("id/") ? encoded.substring("id/".length()) : encoded);
    }

    /** The address of an IRI outside the publication, when following it is safe: {@code http} and {@code https}. */
    public static Optional<String> outside(String iri) {
        boolean web = iri.regionMatches(true, 0, "http://", 0, 7) || iri.regionMatches(true, 0, "https://", 0, 8);
        return web ? Optional.of(PercentEncoding.ascii(iri)) : Optional.empty();
    }
}
