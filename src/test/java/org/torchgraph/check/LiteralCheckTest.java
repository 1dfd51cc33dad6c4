package org.torchgraph.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;

/** Literals that parsers accept and that are ill-typed are warned of, with their lines. */
class LiteralCheckTest {
    @TempDir
    Path root;

    private List<String> findings(String value) {
        PublicationFolder folder = PublicationFolder.in(root).turtle("data/a.ttl", "<id/a> ex:p " + value + " .");
        return new Checks(folder.read())
                .all(Map.of()).stream()
                        .map(Finding::toString)
                        .filter(finding -> !finding.contains("nothing is said of"))
                        .toList();
    }

    @Test
    void spaces_around_a_value_of_a_datatype_are_warned_of() {
        for (String value : List.of("\" 1\"^^xsd:integer", "\"1.5 \"^^xsd:decimal", "\"\\ttrue\"^^xsd:boolean")) {
            assertThat(findings(value))
                    .as(value)
                    .singleElement()
                    .asString()
                    .startsWith("data/a.ttl:11: warning: \"")
                    .endsWith("because of the spaces around it: remove them");
        }
        for (String value : List.of("\" 1\"", "\" 1\"^^xsd:normalizedString", "\" 1\"@en", "1", "\" 1\"^^ex:own")) {
            assertThat(findings(value)).as(value).isEmpty();
        }
    }

    @Test
    void json_that_is_none_is_warned_of() {
        for (String value : List.of("{a: 1}", "[1,", "", "{} x", "1 2", "[1] ]", "{\"a\": 1", "nul")) {
            assertThat(findings("'" + value + "'^^rdf:JSON"))
                    .as(value)
                    .singleElement()
                    .asString()
                    .startsWith("data/a.ttl:11: warning: a literal of datatype rdf:JSON is not JSON");
        }
        for (String value :
                List.of("{\"a\": [1, null]}", "1", "\"x\"", " true ", "[".repeat(5_000) + "]".repeat(5_000))) {
            assertThat(findings("'" + value + "'^^rdf:JSON")).as(value).isEmpty();
        }
    }
}
