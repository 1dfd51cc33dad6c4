package org.torchgraph.cli;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.PublicationFolder;

/** Commands that run over a small publication of a thing, a term and a question. */
abstract class CommandRuns {
    static final String PREFIXES = "BASE <http://example.org/>\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n";

    @TempDir
    Path root;

    PublicationFolder folder;

    @BeforeEach
    void a_publication() {
        folder = PublicationFolder.in(root)
                .turtle("data/a.ttl", "<id/a> rdfs:label \"A\"@en ; ex:year \"2025\"^^xsd:gYear .")
                .turtle("ontology/terms.ttl", "ex:year rdfs:label \"year\"@en .")
                .write(
                        "queries/of-year.rq",
                        """
                        #+ title.en: Things of a year
                        #+ title.zh: 某年的事物
                        #+ param: year xsd:gYear 2025 "the year"
                        SELECT ?thing ?year { ?thing <http://example.org/def#year> ?year } ORDER BY ?thing
                        """);
    }

    Cli run(String command, String... more) {
        String[] args = new String[more.length + 3];
        args[0] = command;
        args[1] = "--publication";
        args[2] = root.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        return Cli.run(args);
    }

    static List<String> statements(Cli cli) {
        return cli.out().lines().filter(line -> !line.startsWith("#")).toList();
    }
}
