package org.torchgraph.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files of the folder are read, and how their graphs are called. */
class FileNamesTest extends ReadFiles {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "LICENSE",
                "LICENCE",
                "LICENSE-MIT",
                "COPYING",
                "NOTICE",
                "README",
                "readme.rst",
                "README.zh.md",
                "CHANGELOG",
                "sub/README.html",
                "notes.txt",
                ".hidden",
                ".git/config",
                "CITATION.cff",
                "a.md"
            })
    void files_for_people_are_passed_over(String file) throws IOException {
        assertThat(faultsOf("data/" + file, "not RDF")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.csv", "licences.csv", "readme.xml", "x", "x.ttl.bak", "x.html"})
    void other_files_that_are_no_rdf_stay_faults(String file) throws IOException {
        assertThat(faultsOf("data/" + file, "not RDF"))
                .singleElement()
                .asString()
                .startsWith("data/" + file + ": ");
    }

    @Test
    void a_file_of_rdf_or_a_query_may_be_called_as_it_likes() throws IOException {
        write("queries/readme.rq", "ASK {}");
        assertThat(graphs(readWith("data/LICENSE.nt", "<urn:ex:a> <urn:ex:p> 1 .\n".replace("1", "\"1\""))))
                .contains(BASE + "graph/LICENSE");
        assertThat(read().queries()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "my kites, my%20kites",
        "50%, 50%25",
        "a%20b, a%2520b",
        "a<b>c, a%3Cb%3Ec",
        "a?b#c, a%3Fb%23c",
        "a\"{b}|^`, a%22%7Bb%7D%7C%5E%60",
        "风筝, 风筝",
        "caf\u00e9 (1), caf\u00e9%20(1)",
        "a\u202eb, a%E2%80%AEb",
        "x/y z, x/y%20z"
    })
    void what_an_iri_cannot_hold_is_encoded_in_the_name_of_the_graph(String file, String graph) throws IOException {
        Publication read = readWith("data/" + file + ".nt", "<urn:ex:a> <urn:ex:p> \"1\" .\n");
        assertThat(read.faults()).isEmpty();
        assertThat(graphs(read)).contains(BASE + "graph/" + graph);
    }
}
