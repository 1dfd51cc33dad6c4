package org.torchgraph.routes;

import org.torchgraph.http.PercentEncoding;

/**
 * The address of a page on this site, without host, fragment and language.
 *
 * @param path percent-encoded, without the suffix of a form
 * @param query percent-encoded, without {@code ?}, or empty
 */
public record PageAddress(String path, String query) {
    /** The parameter of {@link SiteRoute#RESOURCE}. */
    public static final String IRI = "iri";

    /** As long as an address may be that the site hands out. */
    public static final int LONGEST = 30_000;

    /** The address of the document about any IRI, whatever characters it has. */
    public static PageAddress resource(String iri) {
        return new PageAddress(SiteRoute.RESOURCE.path(), IRI + "=" + PercentEncoding.value(iri));
    }

    /** The same page in a form that its suffix names. */
    public PageAddress form(String suffix) {
        return new PageAddress(path + "." + suffix, query);
    }

    /** The same page with one more parameter. */
    public PageAddress with(String name, Object value) {
        return new PageAddress(path, (query.isEmpty() ? "" : query + "&") + name + "=" + value);
    }

    /** Path and query as a link has them. */
    @Override
    public String toString() {
        return path + suffixQuery();
    }

    /** The query with {@code ?} before it, or empty. */
    public String suffixQuery() {
        return query.isEmpty() ? "" : "?" + query;
    }
}
