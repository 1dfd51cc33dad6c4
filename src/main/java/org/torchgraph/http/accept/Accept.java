package org.torchgraph.http.accept;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.torchgraph.http.HeaderText;
import org.torchgraph.http.MediaType;

/**
 * The media types that a client accepts ({@code Accept}, RFC 9110 §12.5.1).
 *
 * @param ranges in the order written; malformed ones are left out
 */
public record Accept(List<MediaRange> ranges) {
    private static final Accept ANYTHING = new Accept(List.of(new MediaRange(MediaType.of("*/*"), 1000)));

    public Accept {
        ranges = List.copyOf(ranges);
    }

    /**
     * Parses the header field value. Null, empty and entirely malformed values all mean {@code *}{@code /*}. Never
     * throws.
     */
    public static Accept parse(String header) {
        if (header == null) {
            return ANYTHING;
        }
        List<MediaRange> ranges = HeaderText.split(header, ',').stream()
                .flatMap(element -> MediaRange.parse(element).stream())
                .toList();
        return ranges.isEmpty() ? ANYTHING : new Accept(ranges);
    }

    /**
     * Returns the offer of highest quality; empty if none is acceptable. Of equal offers it is the one that the most
     * specific range names, because clients add wildcards as a fallback; of those the first.
     */
    public Optional<MediaType> best(List<MediaType> offers) {
        return best(offers, Function.identity());
    }

    /** Returns the best offer as {@link #best(List)} does, for offers that have a media type. */
    public <T> Optional<T> best(List<T> offers, Function<? super T, MediaType> type) {
        // Stream.max would give the last of equals.
        return offers.stream()
                .filter(offer -> quality(type.apply(offer)) > 0)
                .min(Comparator.comparingInt((T offer) -> quality(type.apply(offer)))
                        .thenComparingInt(offer -> named(type.apply(offer)))
                        .reversed());
    }

    /**
     * Returns the weight of a media type in thousandths, taken from the most specific range that matches; 0 if none
     * does.
     */
    public int quality(MediaType offer) {
        return closest(offer).map(MediaRange::quality).orElse(0);
    }

    /** Returns the value that the most specific matching range gives for a parameter. */
    public Optional<String> hint(MediaType offer, String parameter) {
        return closest(offer)
                .flatMap(range -> Optional.ofNullable(range.range().parameters().get(parameter)));
    }

    private int named(MediaType offer) {
        return closest(offer).map(MediaRange::names).orElse(0);
    }

    private Optional<MediaRange> closest(MediaType offer) {
        return ranges.stream()
                .filter(range -> range.matches(offer))
                .max(Comparator.comparingInt((MediaRange range) -> range.specificity(offer))
                        .thenComparingInt(MediaRange::quality));
    }
}
