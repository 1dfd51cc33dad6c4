package org.torchgraph.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.publication.Fault;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;

/** The syntax suites of RDF 1.1: what they say is no RDF is refused, all else is read and says what it should. */
class RdfSyntaxTest {
    private static final List<Suite> SUITES = List.of(
            new Suite("/testcases/ntriples/", "http://www.w3.org/2013/NTriplesTests/"),
            new Suite("/testcases/nquads/", "http://www.w3.org/2013/NQuadsTests/"),
            new Suite("/testcases/turtle/tests-ttl-w3c-20170126/", "http://www.w3.org/2013/TurtleTests/"),
            new Suite("/testcases/trig/", "http://www.w3.org/2013/TriGTests/"));

    @TempDir
    private Path folder;

    @Test
    void negative_tests_are_refused() {
        List<Suite.Test> negative = tests(Suite.Test::isNegative);

        assertThat(negative).hasSizeGreaterThan(200);
        assertThat(negative)
                .filteredOn(test -> read(test).faults().isEmpty())
                .as("of %d", negative.size())
                .isEmpty();
    }

    @Test
    void positive_tests_are_read() {
        List<Suite.Test> positive = tests(test -> !test.isNegative());

        assertThat(positive).hasSizeGreaterThan(400);
        assertThat(positive)
                .flatExtracting(test -> read(test).faults())
                .extracting(Fault::toString)
                .as("of %d", positive.size())
                .isEmpty();
    }

    @Test
    void what_is_read_says_what_the_suite_says() {
        List<Suite.Test> evaluated =
                tests(test -> !test.isNegative() && test.result().isPresent());

        assertThat(evaluated).hasSizeGreaterThan(200);
        assertThat(evaluated)
                .filteredOn(test -> !IsoMatcher.isomorphic(dataset(read(test)), expected(test)))
                .as("of %d", evaluated.size())
                .isEmpty();
    }

    private static List<Suite.Test> tests(Predicate<Suite.Test> wanted) {
        return SUITES.stream()
                .flatMap(suite -> suite.tests().stream())
                .filter(wanted)
                .toList();
    }

    private Publication read(Suite.Test test) {
        try {
            Path file = folder.resolve(test.name());
            Files.writeString(file, test.text());
            return PublicationReader.readFile(file);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static DatasetGraph dataset(Publication read) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        read.quads().forEach(dataset::add);
        return dataset;
    }

    private static DatasetGraph expected(Suite.Test test) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(test.suite().text(test.result().orElseThrow()), Lang.NQUADS)
                .parse(dataset);
        return dataset;
    }
}
