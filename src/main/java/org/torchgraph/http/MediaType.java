package org.torchgraph.http;

import static java.util.Locale.ROOT;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A media type (RFC 9110 §8.3.1), or a media range if a part is {@code *}.
 *
 * @param type in lower case
 * @param subtype in lower case
 * @param parameters by name in lower case, in the order written
 */
public record MediaType(String type, String subtype, Map<String, String> parameters) {

    public MediaType {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Parses a media type that the program itself names.
     *
     * @throws IllegalArgumentException if the text is malformed
     */
    public static MediaType of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a media type: " + text));
    }

    /** Parses a media type that a client sent; empty if it is malformed. */
    public static Optional<MediaType> parse(String text) {
        List<String> parts = HeaderText.split(text, ';');
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        String[] names = parts.get(0).split("/", -1);
        if (names.length != 2 || !HeaderText.isToken(names[0]) || !HeaderText.isToken(names[1])) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            Optional<String> value = HeaderText.value(part.substring(equals + 1));
            if (equals < 1 || value.isEmpty() || !HeaderText.isToken(part.substring(0, equals))) {
                return Optional.empty();
            }
            parameters.putIfAbsent(part.substring(0, equals).toLowerCase(ROOT), value.get());
        }
        return Optional.of(new MediaType(names[0].toLowerCase(ROOT), names[1].toLowerCase(ROOT), parameters));
    }

    /** Returns the media type without parameters, {@code text/turtle}. */
    public String essence() {
        return type + "/" + subtype;
    }

    @Override
    public String toString() {
        return parameters.entrySet().stream()
                .map(each -> ";" + each.getKey() + "=" + HeaderText.quoteUnlessToken(each.getValue()))
                .collect(Collectors.joining("", essence(), ""));
    }
}
