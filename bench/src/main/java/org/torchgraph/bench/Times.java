package org.torchgraph.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Times of queries.
 *
 * @param engines the servers, plain Fuseki first
 * @param millis by query, server and round; not a number where the server did not answer, or not with the same rows
 */
record Times(String title, List<Engine> engines, TreeMap<String, double[][]> millis) {

    /** Makes an empty table. */
    static Times of(String title, List<Engine> engines, Collection<String> queries, int rounds) {
        TreeMap<String, double[][]> millis = new TreeMap<>();
        for (String query : queries) {
            millis.put(query, new double[engines.size()][rounds]);
        }
        return new Times(title, engines, millis);
    }

    /**
     * Returns the geometric mean of the ratios of one server's times to another's, with that of each round as spread.
     */
    String mean(int one, int other) {
        List<double[][]> both = answeredBy(one, other);
        double[] medians = both.stream()
                .mapToDouble(times -> Numbers.median(times[one]) / Numbers.median(times[other]))
                .toArray();
        int rounds = both.isEmpty() ? 0 : both.get(0)[one].length;
        double[] means = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            int at = round;
            means[round] = Numbers.geometricMean(both.stream()
                    .mapToDouble(times -> times[one][at] / times[other][at])
                    .toArray());
        }
        return Numbers.spread(Numbers.geometricMean(medians), means);
    }

    /** Returns the greatest ratio of one server's median to another's, with the name of its query. */
    String worst(int one, int other) {
        double worst = Double.NaN;
        String name = "";
        for (var entry : millis.entrySet()) {
            double[][] times = entry.getValue();
            double ratio = Numbers.median(times[one]) / Numbers.median(times[other]);
            if (Double.isFinite(ratio) && !(ratio <= worst)) {
                worst = ratio;
                name = entry.getKey();
            }
        }
        return Numbers.text(worst) + " (" + name + ")";
    }

    /** Tells of how many queries both servers gave the same rows. */
    int compared(int one, int other) {
        return answeredBy(one, other).size();
    }

    private List<double[][]> answeredBy(int one, int other) {
        List<double[][]> both = new ArrayList<>();
        for (double[][] times : millis.values()) {
            if (Double.isFinite(Numbers.median(times[one])) && Double.isFinite(Numbers.median(times[other]))) {
                both.add(times);
            }
        }
        return both;
    }

    /** Writes the medians as a table of Markdown, with their ratios to the first server's. */
    String markdown() {
        StringBuilder text = new StringBuilder("| query |");
        engines.forEach(engine -> text.append(' ').append(engine.name()).append(" |"));
        text.append("\n|---|").append("---:|".repeat(engines.size())).append('\n');
        for (var entry : millis.entrySet()) {
            text.append("| ").append(entry.getKey()).append(" |");
            double[][] times = entry.getValue();
            for (int at = 0; at < engines.size(); at++) {
                text.append(' ').append(cell(times, at)).append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String cell(double[][] times, int at) {
        double median = Numbers.median(times[at]);
        if (at == 0 || Double.isNaN(median)) {
            return Numbers.text(median);
        }
        double first = Numbers.median(times[0]);
        double[] ratios = times[at].clone();
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] /= first;
        }
        return Numbers.text(median) + " · " + Numbers.spread(median / first, ratios);
    }
}
