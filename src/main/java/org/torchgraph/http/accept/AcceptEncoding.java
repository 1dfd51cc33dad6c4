package org.torchgraph.http.accept;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.torchgraph.http.HeaderText;

/**
 * The content codings that a client accepts ({@code Accept-Encoding}, RFC 9110 §12.5.3).
 *
 * @param weights in thousandths, by coding in lower case; malformed elements are left out
 */
public record AcceptEncoding(Map<String, Integer> weights) {
    private static final String ANY = "*";
    private static final String IDENTITY = "identity";

    private static final ParsedFields<AcceptEncoding> PARSED = new ParsedFields<>(AcceptEncoding::parsed);

    public AcceptEncoding {
        weights = Map.copyOf(weights);
    }

    /** Parses the header field value; null means no coding. Never throws. */
    public static AcceptEncoding parse(String header) {
        return PARSED.of(header == null ? "" : header);
    }

    private static AcceptEncoding parsed(String header) {
        Map<String, Integer> weights = new HashMap<>();
        for (String element : HeaderText.split(header, ',')) {
            // An element has the syntax of a media range without its type.
            MediaRange.parse("coding/" + element)
                    .ifPresent(range -> weights.merge(name(range.range().subtype()), range.quality(), Math::max));
        }
        return new AcceptEncoding(weights);
    }

    /** Returns the current name of a coding; {@code x-gzip} is an alias of {@code gzip} (RFC 9110 §8.4.1.3). */
    private static String name(String coding) {
        return coding.equals("x-gzip") ? "gzip" : coding;
    }

    /** Returns whether the client accepts a coding and gives it at least the weight of {@code identity}. */
    public boolean prefers(String coding) {
        int weight = weights.getOrDefault(coding, weights.getOrDefault(ANY, 0));
        return weight > 0 && weight >= weights.getOrDefault(IDENTITY, 0);
    }

    /** Returns whether content may be sent without a coding, which is the case unless the client excludes it. */
    public boolean takesIdentity() {
        return Optional.ofNullable(weights.get(IDENTITY)).orElse(weights.getOrDefault(ANY, 1)) > 0;
    }

    /** Returns whether the client accepts a coding at all. */
    public boolean takes(String coding) {
        return weights.getOrDefault(coding, weights.getOrDefault(ANY, 0)) > 0;
    }
}
