package org.torchgraph.site.words;

import java.util.List;
import java.util.Set;

/** The fragments that lead to parts of a thing on the page about it. */
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

    private static final List<String> PREFIXES = List.of("h-", "panel-");

    private Anchors() {}

    /** The fragment on the page for a fragment of an IRI; another one where the page has a section of that name. */
    public static String of(String fragment) {
        boolean taken = SECTIONS.contains(fragment) || PREFIXES.stream().anyMatch(fragment::startsWith);
        return taken ? "part-" + fragment : fragment;
    }
}
