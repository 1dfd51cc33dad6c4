package org.torchgraph.site.files;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.torchgraph.http.Ordinal;

/**
 * An address of the site, taken apart.
 *
 * @param path the percent-encoded path without {@code .html}
 * @param query the query without the language and the page number, or an empty text
 * @param number the page number from 2; empty for the first page
 * @param language the language that the address asks for, if any
 */
public record StaticAddress(String path, String query, Optional<String> number, Optional<String> language) {
    private static final String HTML = ".html";
    private static final String LANGUAGE = "lang=";
    private static final String NUMBER = "page=";
    private static final String LABELS = "labels=";

    /**
     * Parses the path and query of a link.
     *
     * @param address path and query as links have them
     */
    public static StaticAddress of(String address) {
        int mark = address.indexOf('?');
        List<String> pairs =
                mark < 0 ? List.of() : Arrays.asList(address.substring(mark + 1).split("&"));
        String path = mark < 0 ? address : address.substring(0, mark);
        return new StaticAddress(
                path.endsWith(HTML) ? path.substring(0, path.length() - HTML.length()) : path,
                pairs.stream()
                        .filter(pair -> !pair.startsWith(LANGUAGE) && !pair.startsWith(NUMBER))
                        .collect(Collectors.joining("&")),
                value(pairs, NUMBER)
                        .flatMap(Ordinal::parse)
                        .filter(number -> number > 1)
                        .map(String::valueOf),
                value(pairs, LANGUAGE));
    }

    private static Optional<String> value(List<String> pairs, String name) {
        return pairs.stream()
                .filter(pair -> pair.startsWith(name))
                .map(pair -> pair.substring(name.length()))
                .findFirst();
    }

    /** Returns the language of the labels beside IRIs in a CSV file, if the address asks for them. */
    Optional<String> labels() {
        return value(Arrays.asList(query.split("&")), LABELS);
    }

    /** Returns the query without the language of labels. */
    String values() {
        return Arrays.stream(query.split("&"))
                .filter(pair -> !pair.startsWith(LABELS))
                .collect(Collectors.joining("&"));
    }

    /** Returns the address of the first page, without a language. */
    public String first() {
        return path + (query.isEmpty() ? "" : "?" + query);
    }

    /** Returns the address of this page in a language. */
    public String in(String other) {
        return first()
                + (query.isEmpty() ? "?" : "&")
                + number.map(n -> NUMBER + n + "&").orElse("")
                + LANGUAGE
                + other;
    }
}
