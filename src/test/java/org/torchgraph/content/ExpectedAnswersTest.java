package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.Checkout;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.SpooledResult;
import org.torchgraph.question.Question;
import org.torchgraph.question.Questions;

/** Each saved query of this checkout gives the answer that was read against the sources. */
class ExpectedAnswersTest {
    private static final Path EXPECTED = Path.of("src/test/resources/questions");

    private static final Publication publication = Checkout.read();
    private static final Questions questions = Questions.of(publication);

    @AutoClose
    private static final MemoryDataset dataset = MemoryDataset.of(publication);

    @Test
    void every_question_can_be_read() {
        assertThat(publication.faults()).isEmpty();
        assertThat(questions.faults()).isEmpty();
        assertThat(questions.all()).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void every_question_of_the_publication_has_an_expected_answer() throws IOException {
        TreeSet<String> answered = new TreeSet<>();
        for (Path file : expected()) {
            answered.add(name(file));
        }
        assertThat(answered)
                .containsAll(publication.queries().stream()
                        .map(query -> query.name())
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> answers() throws IOException {
        return expected().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> assertThat(answer(file))
                        .isEqualTo(Files.readString(file).replace("\r\n", "\n"))));
    }

    private static List<Path> expected() throws IOException {
        try (Stream<Path> files = Files.list(EXPECTED)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }

    /** {@code name.csv}, or {@code name@parameter=value&parameter=value.csv}. */
    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("(@.*)?\\.csv$", "");
    }

    private static String answer(Path file) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        String given = file.getFileName().toString().replaceFirst("\\.csv$", "");
        if (given.contains("@")) {
            for (String pair : given.substring(given.indexOf('@') + 1).split("&")) {
                values.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        Question question = questions.named(name(file)).orElseThrow();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SpooledResult answer = dataset.snapshot()
                .query(
                        question.prepare(values, publication.base()),
                        ResultReaders.bytes(ResultFormat.CSV, 10_000_000))) {
            answer.writeTo(out);
        }
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
