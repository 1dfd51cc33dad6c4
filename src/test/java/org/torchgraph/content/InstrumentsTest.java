package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.check.Checks;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.export.TidyTurtle;
import org.torchgraph.kit.Checkout;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;
import org.torchgraph.question.Questions;

/** The second publication of this repository has no fault, and its answers and figures are true. */
class InstrumentsTest {
    static final Path FOLDER = Path.of("examples/instruments");
    private static final Path ANSWERS = Path.of("src/test/resources/examples/instruments");

    private static final Publication publication = PublicationReader.read(FOLDER, Optional.empty());
    private static final Questions questions = Questions.of(publication);

    @AutoClose
    private static final MemoryDataset dataset = MemoryDataset.of(publication);

    @TempDir
    private Path root;

    @Test
    void nothing_is_found_in_it() {
        assertThat(new Checks(publication).all(Map.of())).isEmpty();
        assertThat(publication.queries()).hasSizeBetween(3, 9);
    }

    @TestFactory
    Stream<DynamicTest> files_are_kept_in_the_one_order_and_style() throws IOException {
        TidyTurtle style = new TidyTurtle(publication.base(), publication.prefixes());
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files
                    .filter(file -> file.toString().endsWith(".ttl") && !file.endsWith("site.ttl"))
                    .toList()
                    .stream()
                    .map(file -> DynamicTest.dynamicTest(file.toString(), () -> assertThat(Files.readString(file))
                            .isEqualTo(style.of(Files.readString(file)))));
        }
    }

    @Test
    void every_question_is_titled_in_each_language_and_has_an_expected_answer() throws IOException {
        assertThat(publication.queries().stream()
                        .map(query -> questions.named(query.name()).orElseThrow()))
                .allSatisfy(question -> assertThat(question.titles()).containsOnlyKeys("ar", "de", "en", "zh"));
        assertThat(ExpectedAnswer.in(ANSWERS).stream().map(ExpectedAnswer::question))
                .containsExactlyInAnyOrderElementsOf(publication.queries().stream()
                        .map(query -> query.name())
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> answers() throws IOException {
        return ExpectedAnswer.in(ANSWERS).stream()
                .map(expected -> DynamicTest.dynamicTest(expected.name(), () -> assertThat(
                                expected.ask(questions, publication.base(), dataset.snapshot()))
                        .isEqualTo(expected.text())));
    }

    @Test
    void a_figure_that_is_no_longer_true_is_listed() throws IOException {
        PublicationFolder folder = PublicationFolder.copied(FOLDER, root);
        folder.write(
                "data/more.ttl",
                """
                BASE <https://example.org/instruments/>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                <term/lithophone> a skos:Concept ; skos:inScheme <thesaurus> ; skos:broader <term/struck-idiophone> ;
                  skos:prefLabel "lithophone"@en , "Lithophon"@de .
                """);
        Publication changed = folder.read();
        try (MemoryDataset data = MemoryDataset.of(changed)) {
            assertThat(new ExpectedAnswer(ANSWERS.resolve("stale-figures.csv"))
                            .ask(Questions.of(changed), changed.base(), data.snapshot())
                            .lines()
                            .skip(1)
                            .map(row -> row.replaceFirst(".*/([^,]*),(\\d+),(\\d+)", "$1 +")
                                    + (Integer.parseInt(row.split(",")[2]) - Integer.parseInt(row.split(",")[1]))))
                    .containsExactly("idiophone-de +1", "idiophone-en +1", "prefLabel-de +1", "prefLabel-en +1");
        }
    }

    @Test
    void the_publication_of_this_repository_does_not_read_it() {
        assertThat(List.of(Checkout.read().base(), publication.base()))
                .containsExactly("https://w3id.org/torchgraph/", "https://example.org/instruments/");
        assertThat(Checkout.read().queries().stream().map(query -> query.name()))
                .doesNotContain("missing-names", "stale-figures");
        try (MemoryDataset other = MemoryDataset.of(Checkout.read())) {
            assertThat(other.snapshot().union().subjects())
                    .noneMatch(thing -> thing.toString().startsWith(publication.base()));
        }
    }
}
