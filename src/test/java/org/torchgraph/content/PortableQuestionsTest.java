package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.lang3.math.NumberUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.torchgraph.dataset.Dataset;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.Checkout;
import org.torchgraph.kit.Rdf4jEngine;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.question.Question;
import org.torchgraph.question.Questions;

/** Each saved query has its answer from an engine of another kind, too. */
class PortableQuestionsTest {
    private static final int THINGS_OF_A_PANEL = 5;

    private static final Publication publication = Checkout.read();
    private static final Questions questions = Questions.of(publication);

    @AutoClose
    private static final Rdf4jEngine engine = new Rdf4jEngine().with(publication);

    @AutoClose
    private static final RemoteDataset remote = RemoteDataset.open(
            engine.address(), publication.base(), Limits.standard().within(Duration.ofMinutes(2)));

    @AutoClose
    private static final MemoryDataset memory = MemoryDataset.of(publication);

    @TestFactory
    Stream<DynamicTest> answers_of_another_engine() throws IOException {
        return ExpectedAnswer.all().stream()
                .map(expected -> DynamicTest.dynamicTest(expected.name(), () -> assertThat(
                                rows(expected.ask(questions, publication.base(), remote.snapshot())))
                        .containsExactlyInAnyOrderElementsOf(rows(expected.text()))));
    }

    @TestFactory
    Stream<DynamicTest> panels_of_another_engine() {
        return questions.all().stream()
                .filter(question -> question.panel().or(question::compares).isPresent())
                .map(question -> DynamicTest.dynamicTest(question.name(), () -> {
                    List<String> things = things(question);
                    assertThat(things).as(question.name()).isNotEmpty();
                    for (String thing : things) {
                        QueryRequest about = question.prepare(Map.of(Question.THIS, thing), publication.base());
                        assertThat(rows(csv(remote, about)))
                                .as(thing)
                                .containsExactlyInAnyOrderElementsOf(rows(csv(memory, about)));
                    }
                }));
    }

    /** Some of the things on whose pages an answer is shown. */
    private static List<String> things(Question question) {
        String kind = question.panel().or(question::compares).orElseThrow();
        String text = "SELECT DISTINCT ?thing { ?thing a/<" + RDFS.subClassOf + ">* <" + kind
                + "> FILTER(isIRI(?thing)) } ORDER BY ?thing LIMIT " + THINGS_OF_A_PANEL;
        return memory
                .snapshot()
                .query(QueryRequest.of(text, publication.base()), ResultReaders.table(THINGS_OF_A_PANEL))
                .column("thing")
                .stream()
                .map(Node::getURI)
                .toList();
    }

    private static String csv(Dataset store, QueryRequest request) throws IOException {
        return ExpectedAnswer.csv(store.snapshot(), request);
    }

    /** The rows of a table, with numbers by their values: engines write what they work out in different ways. */
    private static List<List<Object>> rows(String table) throws IOException {
        try (CSVParser rows = CSVParser.parse(table, CSVFormat.RFC4180)) {
            return rows.stream()
                    .map(row -> row.stream().map(PortableQuestionsTest::value).toList())
                    .toList();
        }
    }

    private static Object value(String cell) {
        return NumberUtils.isParsable(cell) ? new BigDecimal(cell).stripTrailingZeros() : cell;
    }
}
