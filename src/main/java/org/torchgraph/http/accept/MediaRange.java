package org.torchgraph.http.accept;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.torchgraph.http.MediaType;

/**
 * One element of an {@code Accept} header field.
 *
 * <p>A parameter that an offer lacks does not exclude the offer, because clients send {@code text/turtle;charset=utf-8}
 * and {@code application/ld+json;profile=…} to servers that use neither parameter. A parameter that the offer has with
 * another value does exclude it.
 *
 * @param range the media types that the element matches
 * @param quality the weight in thousandths; 0 means not acceptable
 */
public record MediaRange(MediaType range, int quality) {
    /** The weight; some clients send more digits than the three of the grammar, or none before the point. */
    private static final Pattern QUALITY = Pattern.compile("(?:0|(?=\\.[0-9]))(?:\\.([0-9]*))?|1(?:\\.0*)?");

    /** Parses an element; empty if it is malformed. */
    static Optional<MediaRange> parse(String text) {
        return MediaType.parse(text)
                .filter(type -> !type.type().equals("*") || type.subtype().equals("*"))
                .flatMap(MediaRange::of);
    }

    private static Optional<MediaRange> of(MediaType written) {
        Map<String, String> before = new LinkedHashMap<>();
        for (Map.Entry<String, String> parameter : written.parameters().entrySet()) {
            if (parameter.getKey().equals("q")) {
                // Parameters after the weight were extensions of Accept, not part of the media type.
                return quality(parameter.getValue())
                        .map(quality ->
                                new MediaRange(new MediaType(written.type(), written.subtype(), before), quality));
            }
            before.put(parameter.getKey(), parameter.getValue());
        }
        return Optional.of(new MediaRange(written, 1000));
    }

    private static Optional<Integer> quality(String text) {
        if (!QUALITY.matcher(text).matches()) {
            return Optional.empty();
        }
        String digits = text.substring(text.indexOf('.') + 1) + "000";
        return Optional.of(
                text.startsWith("1") ? 1000 : text.contains(".") ? Integer.parseInt(digits.substring(0, 3)) : 0);
    }

    boolean matches(MediaType offer) {
        return (range.type().equals("*") || range.type().equals(offer.type()))
                && (range.subtype().equals("*") || range.subtype().equals(offer.subtype()))
                && (range.parameters().isEmpty() || hasParameters(offer));
    }

    private boolean hasParameters(MediaType offer) {
        return range.parameters().entrySet().stream().allMatch(each -> each.getValue()
                .equalsIgnoreCase(offer.parameters().getOrDefault(each.getKey(), each.getValue())));
    }

    /** Returns how specific a matching range is for an offer; the most specific range decides the weight. */
    int specificity(MediaType offer) {
        int shared = (int) range.parameters().keySet().stream()
                .filter(offer.parameters()::containsKey)
                .count();
        int hints = range.parameters().size() - shared;
        return (names() * 1000 + shared) * 1000 - hints;
    }

    /** Returns whether this decides the weight of an offer that another range matches, too. */
    boolean isCloserThan(MediaRange other, MediaType offer) {
        int difference = specificity(offer) - other.specificity(offer);
        return difference > 0 || difference == 0 && quality > other.quality;
    }

    /** Returns whether an offer of this range goes before one of another. */
    boolean isPreferredTo(MediaRange other) {
        return quality > other.quality || quality == other.quality && names() > other.names();
    }

    /** Returns whether the range has no wildcard. */
    boolean isOfOneType() {
        return names() == 2;
    }

    /** Returns how many parts of a media type the range names: 0 for none, 1 for the type, 2 for the subtype too. */
    int names() {
        return range.type().equals("*") ? 0 : range.subtype().equals("*") ? 1 : 2;
    }
}
