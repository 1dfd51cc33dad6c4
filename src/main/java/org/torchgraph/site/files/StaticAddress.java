package org.torchgraph.site.files;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An address of the site as a link has it, taken apart.
 *
 * @param path percent-encoded; without {@code .html}, which stands for the page itself
 * @param query without the language and the number, or empty
 * @param number of a further page of what is at the address, from 2; empty for the first
 * @param language that the address asks for, if it does
 */
public record StaticAddress(String path, String query, Optional<String> number, Optional<String> language) {
    private static final String HTML = ".html";
    private static final String LANGUAGE = "lang=";
    private static final String NUMBER = "page=";
    private static final String LABELS = "labels=";

    /** @param address path and query as links have them */
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
                value(pairs, NUMBER).filter(number -> number.matches("[1-9]\\d{0,8}") && !number.equals("1")),
                value(pairs, LANGUAGE));
    }

    private static Optional<String> value(List<String> pairs, String name) {
        return pairs.stream()
                .filter(pair -> pair.startsWith(name))
                .map(pair -> pair.substring(name.length()))
                .findFirst();
    }

    /** The language of the names beside the IRIs of a table, if there are any. */
    Optional<String> labels() {
        return value(Arrays.asList(query.split("&")), LABELS);
    }

    /** The query without the language of names. */
    String values() {
        return Arrays.stream(query.split("&"))
                .filter(pair -> !pair.startsWith(LABELS))
                .collect(Collectors.joining("&"));
    }

    /** The address of the first page, in no language. */
    public String first() {
        return path + (query.isEmpty() ? "" : "?" + query);
    }

    /** The address of this page in a language. */
    public String in(String other) {
        return first()
                + (query.isEmpty() ? "?" : "&")
                + number.map(n -> NUMBER + n + "&").orElse("")
                + LANGUAGE
                + other;
    }
}
