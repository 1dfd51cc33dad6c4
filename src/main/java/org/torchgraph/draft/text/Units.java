package org.torchgraph.draft.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.publication.Publication;

/** Maps the words after a number to units: those of the publication and common ones of QUDT. */
final class Units {
    private static final String QUDT_UNIT = "http://qudt.org/vocab/unit/";
    private static final Node UNIT = NodeFactory.createURI("http://qudt.org/schema/qudt/Unit");

    private Units() {}

    static Names of(Publication publication) {
        Names units = Names.of(publication, Set.of(UNIT));
        try (InputStream table = Units.class.getResourceAsStream("units.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(row -> {
                        for (String word : row[1].split(" ")) {
                            units.add(word, NodeFactory.createURI(QUDT_UNIT + row[0]));
                        }
                    });
            return units;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
