package org.torchgraph.search;

import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.torchgraph.search.text.NameTerms;

/**
 * A name as somebody wrote it, to be compared with those of things.
 *
 * @param text the text
 * @param squeezed its letters and digits
 * @param terms the weight of each of its terms
 * @param unknown those of its terms that no name has, which may be slips
 */
record TypedName(String text, String squeezed, Map<String, Double> terms, Set<String> unknown) {
    private static final double SHARE_OF_SLIP = 0.8;

    /**
     * Returns the share of this name, by the square of weights, that the terms of a thing have too: a thing without the
     * rarest word of a name is hardly meant, however many usual ones it has.
     */
    double shareIn(Set<String> others) {
        return share(
                terms,
                weight -> weight * weight,
                term -> others.contains(term)
                        ? 1
                        : unknown.contains(term) && NameTerms.isAlmostIn(term, others) ? SHARE_OF_SLIP : 0);
    }

    /** Returns the share of another name, given by the weight of each term, that this one has too. */
    double shareOf(Map<String, Double> other) {
        return share(
                other,
                weight -> weight,
                term -> terms.containsKey(term) ? 1 : NameTerms.isAlmostIn(term, unknown) ? SHARE_OF_SLIP : 0);
    }

    private static double share(
            Map<String, Double> terms, DoubleUnaryOperator counted, ToDoubleFunction<String> found) {
        double all = 0;
        double shared = 0;
        for (Map.Entry<String, Double> term : terms.entrySet()) {
            double weight = counted.applyAsDouble(term.getValue());
            all += weight;
            shared += found.applyAsDouble(term.getKey()) * weight;
        }
        return all == 0 ? 0 : shared / all;
    }

    /** Returns the harmonic mean of two shares. */
    static double harmonic(double one, double other) {
        return one + other == 0 ? 0 : 2 * one * other / (one + other);
    }
}
