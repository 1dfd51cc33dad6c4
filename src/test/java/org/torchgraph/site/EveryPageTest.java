package org.torchgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.WriteOrigin;
import org.torchgraph.dataset.WriteRecord;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.model.change.Writes;
import org.torchgraph.model.vocabulary.Vocabulary;
import org.torchgraph.model.vocabulary.VocabularyExcerpt;
import org.torchgraph.publication.settings.Presentation;
import org.torchgraph.question.Question;
import org.torchgraph.rdf.syntax.Expressiveness;
import org.torchgraph.search.HighlightedText;
import org.torchgraph.search.Hits;
import org.torchgraph.search.QuestionHit;
import org.torchgraph.search.Search;
import org.torchgraph.search.SearchRequest;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.QuestionForm;
import org.torchgraph.site.question.QuestionResult;
import org.torchgraph.site.search.SearchPage;

/** What holds of every page, whatever the data say. */
class EveryPageTest {
    private static final String EVIL = "<script>alert(1)</script>\\\" onload=\\\"alert(2)' -->";
    private static final Sample SAMPLE = Sample.of(
            """
            <dataset> void:uriSpace "%2$s" ; dct:title "%1$s"@en ; dct:description "%1$s"@zh-Hans ; dct:license <javascript:alert(1)> .
            <def> dct:title "%1$s"@en .
            <def#T> a owl:Class ; rdfs:label "%1$s"@en ; skos:definition "%1$s"@zh-Hans , "d"@en .
            <id/x> a htz:T ; rdfs:label "%1$s"@en , "乙"@zh-Hans ; dct:source <id/s> ; rdfs:seeAlso <javascript:alert(1)> ; skos:note "%1$s" .
            <id/s> skos:note "%1$s"@en .
            """
                    .formatted(EVIL, Sample.BASE));

    private static final Node X = NodeFactory.createURI(Sample.BASE + "id/x");
    private static final Quad SAID = Quad.create(X, X, X, NodeFactory.createLiteralString(EVIL));
    private static final Writes WRITES = Writes.of(
            History.NONE.with(new WriteRecord(
                    1,
                    new WriteOrigin(EVIL, EVIL, OptionalInt.of(1)),
                    Instant.EPOCH,
                    "v",
                    new Change(Set.of(), Set.of(SAID)))),
            SAMPLE.snapshot().union());

    static Stream<String> pages() {
        return InterfaceLanguages.BUNDLED.all().stream().flatMap(EveryPageTest::pages);
    }

    private static Stream<String> pages(Language language) {
        PageContext frame = SAMPLE.frame(language, true, "/doc/x");
        Map<String, String> evil = Map.of("year", EVIL);
        Question question = Asked.question(
                "one",
                "#+ title.en: " + EVIL + "\n#+ param: year xsd:gYear 2025 \"the <year>\"\nSELECT ?s ?o { ?s ?p ?o }");
        QuestionResult rows =
                new QuestionResult.Rows(Asked.answer(SAMPLE.graph(), question, Map.of()), SAMPLE.labels());
        QuestionResult triples = new QuestionResult.Triples(
                SAMPLE.graph().stream().toList(), SAMPLE.labels(), List.of(Expressiveness.values()));
        return Stream.of(
                Pages.thing(frame, SAMPLE.describe("id/x"), List.of(), List.of(), WRITES.about(X), SAMPLE.labels()),
                Pages.home(
                        frame,
                        List.of(question),
                        List.of(),
                        SAMPLE.model().classes().get(),
                        List.of(),
                        SAMPLE.labels()),
                Pages.questions(frame, List.of(question), SAMPLE.labels()),
                Pages.question(frame, question, evil, QuestionForm.Choices.NONE, rows, EVIL),
                Pages.question(frame, question, evil, QuestionForm.Choices.NONE, triples, EVIL),
                Pages.question(frame, question, evil, QuestionForm.Choices.NONE, new QuestionResult.Truth(true), EVIL),
                Pages.question(
                        frame,
                        question,
                        evil,
                        QuestionForm.Choices.NONE,
                        new QuestionResult.Refused(Message.of(Code.NO_FILE, EVIL)),
                        EVIL),
                Pages.search(frame, SearchPage.form(frame, EVIL, Message.of(Code.NO_FILE, EVIL), SAMPLE.labels())),
                Pages.search(frame, found(frame)),
                Pages.editor(frame, "", List.of()),
                Pages.editor(frame, EVIL, List.of(question)),
                Pages.vocabulary(
                        frame,
                        VocabularyExcerpt.whole(Vocabulary.of(SAMPLE.triples(), Sample.BASE + "def#")),
                        SAMPLE.labels()),
                Pages.export(frame),
                Pages.about(frame, SAMPLE.model().cited().get(), List.of(), SAMPLE.labels()),
                Pages.versions(
                        frame,
                        VersionsPage.of(
                                frame,
                                SAMPLE.versions(),
                                WRITES,
                                SAMPLE.labels(),
                                5,
                                List.of(new KeptEdition("0".repeat(32), LocalDate.parse("2026-01-01"), null)))),
                Pages.problem(frame, new ProblemPage(Problem.ProblemKind.NOT_FOUND, Message.of(Code.NO_FILE, EVIL))));
    }

    private static SearchPage found(PageContext frame) {
        Search search = new Search(SAMPLE.snapshot(), Sample.BASE, Presentation.DEFAULT, List.of());
        SearchRequest wanted = new SearchRequest("alert", Map.of(), 1);
        Hits hits = search.find(wanted, Duration.ofMinutes(1)).orElseThrow();
        assertThat(hits.total()).isPositive();
        QuestionHit asked = new QuestionHit("a", Map.of(EVIL, EVIL), Map.of("de", HighlightedText.plain(EVIL)));
        return SearchPage.of(frame, wanted, hits, List.of(asked), "?q=alert", SAMPLE.labels());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothing_runs_but_the_scripts_of_the_site(String html) {
        assertThat(html).doesNotContain("<script>", "<style", "href=\"javascript", "href=\"data");
        // What search engines read is data: no browser runs it, and nothing in it can end it.
        List<String> data = found("<script type=\"application/ld\\+json\">([^<]*)</script>", html);
        assertThat(data).allSatisfy(json -> assertThat(
                        Json.createReader(new StringReader(json)).readObject().getString("@context"))
                .isEqualTo("https://schema.org"));
        assertThat(found("<script([^>]*)>[^<]+", html)).hasSameSizeAs(data);
        assertThat(found("<script[^>]* src=\"([^\"]*)\"", html))
                .allMatch(source -> source.startsWith("/assets/") || source.startsWith("/webjars/"));
        for (String tag : found("<([a-z][^>]*)>", html)) {
            String names = tag.replaceAll("\"[^\"]*\"", "");
            assertThat(names).doesNotContainPattern("(?i)\\s(style|on[a-z]+)=");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_page_has_one_heading_one_main_and_ids_that_differ(String html) {
        assertThat(found("<(h1)[ >]", html)).hasSize(1);
        assertThat(found("<(main)[ >]", html)).hasSize(1);
        assertThat(found(" id=\"([^\"]*)\"", html)).doesNotHaveDuplicates().doesNotContain("");
        assertThat(found("<title>([^<]*)", html)).hasSize(1).doesNotContain("");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_part_of_a_table_says_again_what_it_is(String html) {
        assertThat(html).doesNotContainPattern("role=\"(table|rowgroup|row|cell|columnheader|rowheader)\"");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void links_are_ascii_and_keep_the_chosen_language(String html) {
        for (String href : found("<a[^>]* href=\"([^\"]*)\"", html)) {
            assertThat(href).isNotEmpty().matches("\\p{ASCII}*");
            boolean page = href.startsWith("/")
                    && !href.matches(
                            "/((queries/|def|export/|doc/|search|dataset|feed|openapi|sitemap)[^?]*\\.[a-z]+([?].*)?|history/[0-9]+)");
            assertThat(!page || href.contains("lang=")).as(href).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_reference_leads_to_something_on_the_page(String html) {
        List<String> ids = found(" id=\"([^\"]*)\"", html);
        assertThat(ids).containsAll(found("href=\"#([^\"]+)\"", html));
        assertThat(ids).containsAll(found("aria-labelledby=\"([^\"]+)\"", html));
        assertThat(ids).containsAll(found("<label for=\"([^\"]+)\"", html));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void a_text_in_the_other_language_says_so(String html) {
        assertThat(found("<([^<>]*)>乙<", html)).allMatch(tag -> tag.contains("lang=\"zh-Hans\""));
    }

    private static List<String> found(String pattern, String html) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
