package org.torchgraph.bench;

import java.util.Arrays;
import java.util.Locale;

/** Medians, means and their text. */
final class Numbers {
    private Numbers() {}

    /** Returns the value below which a share of the values lies. */
    static double part(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }

    static double median(double[] values) {
        return part(values, 0.5);
    }

    static double geometricMean(double[] values) {
        return Math.exp(Arrays.stream(values).map(Math::log).average().orElse(Double.NaN));
    }

    /** Returns each value of one by that of the other. */
    static double[] ratios(double[] ones, double[] others) {
        double[] ratios = new double[ones.length];
        for (int at = 0; at < ones.length; at++) {
            ratios[at] = ones[at] / others[at];
        }
        return ratios;
    }

    /** Writes a ratio with the tenth and the ninetieth percentile of its values. */
    static String spread(double middle, double[] values) {
        return text(middle) + " (" + text(part(values, 0.1)) + " to " + text(part(values, 0.9)) + ")";
    }

    /** Writes a number with as many decimals as its size needs. */
    static String text(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
