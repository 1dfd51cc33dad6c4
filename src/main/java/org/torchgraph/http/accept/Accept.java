package org.torchgraph.http.accept;

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

    private static final ParsedFields<Accept> PARSED = new ParsedFields<>(Accept::parsed);

    public Accept {
        ranges = List.copyOf(ranges);
    }

    /**
     * Parses the header field value. Null, empty and entirely malformed values all mean {@code *}{@code /*}. Never
     * throws.
     */
    public static Accept parse(String header) {
        return header == null ? ANYTHING : PARSED.of(header);
    }

    private static Accept parsed(String header) {
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
        T best = null;
        MediaRange ofBest = null;
        for (T offer : offers) {
            MediaRange range = closest(type.apply(offer));
            if (range != null && range.quality() > 0 && (ofBest == null || range.isPreferredTo(ofBest))) {
                best = offer;
                ofBest = range;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * Returns the weight of a media type in thousandths, taken from the most specific range that matches; 0 if none
     * does.
     */
    public int quality(MediaType offer) {
        MediaRange range = closest(offer);
        return range == null ? 0 : range.quality();
    }

    /** Returns whether the client names a media type as one that it does not accept. */
    public boolean excludes(MediaType offer) {
        MediaRange range = closest(offer);
        return range != null && range.quality() == 0 && range.isOfOneType();
    }

    /** Returns the value that the most specific matching range gives for a parameter. */
    public Optional<String> hint(MediaType offer, String parameter) {
        return Optional.ofNullable(closest(offer))
                .map(range -> range.range().parameters().get(parameter));
    }

    /** Returns the most specific range that matches, and of equals one of the highest quality; or null. */
    private MediaRange closest(MediaType offer) {
        MediaRange closest = null;
        for (MediaRange range : ranges) {
            if (range.matches(offer) && (closest == null || range.isCloserThan(closest, offer))) {
                closest = range;
            }
        }
        return closest;
    }
}
