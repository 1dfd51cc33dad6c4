package org.torchgraph.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Times starts of plain Fuseki and of Torchgraph, turn and turn about, each until its first answer over all the data.
 */
final class StartPart {
    private static final int STARTS = 3;

    private final Servers servers;

    StartPart(Servers servers) {
        this.servers = servers;
    }

    /** The times of starts, of Fuseki and of Torchgraph, in milliseconds. */
    record Starts(double[] fuseki, double[] torchgraph) {

        /**
         * Returns how many times as fast as Fuseki Torchgraph loads what it has more than in another, smaller start.
         */
        String loading(Starts less) {
            double ours = Numbers.median(torchgraph) - Numbers.median(less.torchgraph);
            double theirs = Numbers.median(fuseki) - Numbers.median(less.fuseki);
            return Numbers.text(theirs / ours);
        }

        /** Writes both, and their ratio. */
        String text() {
            double[] ratios = Numbers.ratios(torchgraph, fuseki);
            return "%s ms, Fuseki %s ms: %s"
                    .formatted(
                            Numbers.text(Numbers.median(torchgraph)),
                            Numbers.text(Numbers.median(fuseki)),
                            Numbers.spread(Numbers.median(torchgraph) / Numbers.median(fuseki), ratios));
        }
    }

    /** Times the starts over a publication. */
    Starts over(Path publication) throws IOException, InterruptedException {
        List<Double> fuseki = new ArrayList<>();
        List<Double> torchgraph = new ArrayList<>();
        List<Path> files = Servers.files(publication);
        for (int start = 0; start < STARTS; start++) {
            try (Engine engine = servers.fuseki(files)) {
                fuseki.add((double) engine.readyMillis());
            }
            try (Engine engine = servers.torchgraph(publication)) {
                torchgraph.add((double) engine.readyMillis());
            }
        }
        return new Starts(
                fuseki.stream().mapToDouble(millis -> millis).toArray(),
                torchgraph.stream().mapToDouble(millis -> millis).toArray());
    }
}
