package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.Checkout;
import org.torchgraph.publication.Publication;
import org.torchgraph.question.Questions;

/** Each saved query of this checkout gives the answer that was read against the sources. */
class ExpectedAnswersTest {
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
        for (ExpectedAnswer expected : ExpectedAnswer.all()) {
            answered.add(expected.question());
        }
        assertThat(answered)
                .containsAll(publication.queries().stream()
                        .map(query -> query.name())
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> answers() throws IOException {
        return ExpectedAnswer.all().stream()
                .map(expected -> DynamicTest.dynamicTest(expected.name(), () -> assertThat(
                                expected.ask(questions, publication.base(), dataset.snapshot()))
                        .isEqualTo(expected.text())));
    }
}
