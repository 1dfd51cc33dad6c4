package org.torchgraph.site.words;

import java.util.List;
import java.util.Set;

/** Assigns page fragments to the parts of a thing. */
public final class Anchors {
    private static final Set<String> SECTIONS = Set.of(
            "main",
            "statements",
            "parts",
            "claims",
            "evidence",
            "incoming",
            "iri",
            "walk",
            "cite",
            "cite-line",
            "download",
            "site-q",
            "site-q-form");

    private static final List<String> PREFIXES = List.of("h-", "panel-", "view-");

    private Anchors() {}

    /**
     * Returns the page fragment for the fragment of an IRI, prefixed by {@code part-} if the page uses that name
     * itself.
     */
    public static String of(String fragment) {
        boolean taken = SECTIONS.contains(fragment) || PREFIXES.stream().anyMatch(fragment::startsWith);
        return taken ? "part-" + fragment : fragment;
    }
}
