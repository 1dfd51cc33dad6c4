package org.torchgraph.routes;

import java.util.List;

/** The paths that the site answers by itself, so that a thing of the same name is not what they lead to. */
public final class SitePaths {
    /** Paths, and folders that end in {@code /}, without the {@code /} at the beginning. */
    public static final List<String> OWN = List.of(
            "about",
            "assets/",
            "context.jsonld",
            "data",
            "dataset.",
            "def.",
            "doc/",
            "export",
            "export/",
            "feed.atom",
            "health",
            "openapi.json",
            "queries",
            "queries/",
            "resource",
            "resource.",
            "robots.txt",
            "search",
            "search.json",
            "search/suggest",
            "sitemap.xml",
            "sparql",
            "sparql/",
            "update",
            "webjars/",
            ".well-known/void",
            ".well-known/void.");

    private SitePaths() {}

    /** @param name what follows the base of an IRI, without fragment */
    public static boolean isOwn(String name) {
        return OWN.stream()
                .anyMatch(own -> own.endsWith("/") || own.endsWith(".")
                        ? name.startsWith(own) && name.length() > own.length()
                        : name.equals(own));
    }
}
