package org.torchgraph.http.accept;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.torchgraph.http.HeaderText;

/**
 * Which content codings a client takes ({@code Accept-Encoding}, RFC 9110 §12.5.3).
 *
 * @param weights in thousandths, by coding in lower case; malformed elements are left out
 */
public record AcceptEncoding(Map<String, Integer> weights) {
    private static final String ANY = "*";
    private static final String IDENTITY = "identity";

    public AcceptEncoding {
        weights = Map.copyOf(weights);
    }

    /** Reads a header; null means no coding. Never throws. */
    public static AcceptEncoding parse(String header) {
        Map<String, Integer> weights = new HashMap<>();
        for (String element : HeaderText.split(header == null ? "" : header, ',')) {
            // In form an element is a media range without its slash.
            MediaRange.parse("coding/" + element)
                    .ifPresent(range -> weights.merge(name(range.range().subtype()), range.quality(), Math::max));
        }
        return new AcceptEncoding(weights);
    }

    /** The older name is taken as the same (§8.4.1.3). */
    private static String name(String coding) {
        return coding.equals("x-gzip") ? "gzip" : coding;
    }

    /** Whether a coding is taken, and liked no less than none at all. */
    public boolean prefers(String coding) {
        int weight = weights.getOrDefault(coding, weights.getOrDefault(ANY, 0));
        return weight > 0 && weight >= weights.getOrDefault(IDENTITY, 0);
    }

    /** Whether content may be sent as it is, which it may unless that is ruled out. */
    public boolean takesIdentity() {
        return Optional.ofNullable(weights.get(IDENTITY)).orElse(weights.getOrDefault(ANY, 1)) > 0;
    }

    /** Whether a coding is taken at all. */
    public boolean takes(String coding) {
        return weights.getOrDefault(coding, weights.getOrDefault(ANY, 0)) > 0;
    }
}
