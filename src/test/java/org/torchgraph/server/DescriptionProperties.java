package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.commons.io.FileUtils;
import org.torchgraph.kit.TestSite;

/** What holds of every query, whatever terms it names. */
class DescriptionProperties {
    private static final List<String> TERMS = List.of(
            "void:class",
            "void:Linkset",
            "void:Dataset",
            "void:documents",
            "void:propertyPartition",
            "sh:SPARQLExecutable",
            "sh:select",
            "rdfs:label",
            "ex:Kite",
            "<http://example.org/.well-known/void>",
            "<http://example.org/dataset>");

    private static Path root;
    private static TestSite site;

    @BeforeContainer
    static void start() throws IOException {
        root = Files.createTempDirectory("described");
        site = TestSite.of(DescriptionQueriesTest.folder(root).read(), TestSite.seconds(30));
    }

    @AfterContainer
    static void stop() throws IOException {
        site.close();
        FileUtils.deleteDirectory(root.toFile());
    }

    private static int count(String pattern) {
        String counted = DescriptionQueriesTest.csv(site, "SELECT (COUNT(*) AS ?n) { " + pattern + " }", "");
        return Integer.parseInt(counted.lines().skip(1).findFirst().orElseThrow());
    }

    @Provide
    Arbitrary<String> term() {
        return Arbitraries.of(TERMS);
    }

    @Provide
    Arbitrary<String> pattern() {
        Arbitrary<String> subject = Arbitraries.of("?s", "?x", "[]");
        Arbitrary<String> triple = Combinators.combine(subject, term(), Arbitraries.of("?o", "?s", "?y"))
                .as((s, p, o) -> s + " " + p + " " + o);
        Arbitrary<String> typed = Combinators.combine(subject, term()).as((s, type) -> s + " a " + type);
        Arbitrary<String> any = Arbitraries.of("?s ?p ?o", "?s a ?type", "?s rdfs:label ?o", "GRAPH ?g { ?s ?p ?o }");
        return Arbitraries.oneOf(triple, typed, any)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(all -> String.join(" . ", all));
    }

    /** What can only take rows away. */
    @Provide
    Arbitrary<String> reduction() {
        return Combinators.combine(
                        Arbitraries.of("?s", "?p", "?o", "?g", "?x", "?type"),
                        term(),
                        term(),
                        Arbitraries.integers().between(0, 8))
                .as((variable, one, other, form) -> switch (form) {
                    case 0 -> "FILTER(" + variable + " != " + one + ")";
                    case 1 -> "FILTER(" + variable + " = " + one + ")";
                    case 2 -> "FILTER(" + variable + " IN (" + one + ", " + other + "))";
                    case 3 -> "FILTER(STR(" + variable + ") != STR(" + one + "))";
                    case 4 -> "MINUS { " + variable + " a " + one + " }";
                    case 5 -> "MINUS { ?s " + one + " ?other }";
                    case 6 -> "FILTER NOT EXISTS { " + variable + " " + one + " ?other }";
                    case 7 -> "FILTER EXISTS { ?s a " + one + " . ?s ?q ?other }";
                    default -> "FILTER NOT EXISTS { GRAPH " + one + " { " + variable + " ?q " + other + " } }";
                });
    }

    @Property(tries = 150)
    void what_takes_away_never_adds(@ForAll("pattern") String pattern, @ForAll("reduction") String reduction) {
        assertThat(count("{ " + pattern + " } " + reduction)).isLessThanOrEqualTo(count(pattern));
        assertThat(count(pattern + " " + reduction)).isLessThanOrEqualTo(count(pattern));
    }

    @Property(tries = 40)
    void command_line_and_site_answer_alike(@ForAll("pattern") String pattern, @ForAll("reduction") String reduction) {
        for (String query : Stream.of(pattern, pattern + " " + reduction)
                .map(part -> "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?m) { " + part + " }")
                .toList()) {
            assertThat(DescriptionQueriesTest.csvOfCommand(root, query))
                    .as(query)
                    .isEqualTo(DescriptionQueriesTest.csv(site, query, ""));
        }
    }
}
