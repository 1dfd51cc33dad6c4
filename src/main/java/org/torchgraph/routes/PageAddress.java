package org.torchgraph.routes;

import org.torchgraph.http.PercentEncoding;

/**
 * The address of a page on this site, without host, fragment and language.
 *
 * @param path the percent-encoded path, without the suffix of a form
 * @param query the percent-encoded query without {@code ?}, or an empty text
 */
public record PageAddress(String path, String query) {
    /** The parameter of {@link SiteRoute#RESOURCE}. */
    public static final String IRI = "iri";

    /** The length of the longest address that the site links to. */
    public static final int MAX_CHARACTERS = 30_000;

    /** Returns the address of the document about any IRI, whatever its characters. */
    public static PageAddress resource(String iri) {
        return new PageAddress(SiteRoute.RESOURCE.path(), IRI + "=" + PercentEncoding.value(iri));
    }

    /** Returns the address of a form of the page, by its suffix. */
    public PageAddress form(String suffix) {
        return new PageAddress(path + "." + suffix, query);
    }

    /** Returns the same address with one more parameter. */
    public PageAddress with(String name, Object value) {
        return new PageAddress(path, (query.isEmpty() ? "" : query + "&") + name + "=" + value);
    }

    /** Returns the path with the query, as links have it. */
    @Override
    public String toString() {
        return path + suffixQuery();
    }

    /** Returns the query with {@code ?}, or an empty text. */
    public String suffixQuery() {
        return query.isEmpty() ? "" : "?" + query;
    }
}
