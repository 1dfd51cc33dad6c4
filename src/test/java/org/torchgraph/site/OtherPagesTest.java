package org.torchgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.torchgraph.export.Format;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.model.vocabulary.Vocabulary;
import org.torchgraph.model.vocabulary.VocabularyExcerpt;
import org.torchgraph.model.vocabulary.VocabularyTerm;
import org.torchgraph.question.Question;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.Reader;

class OtherPagesTest {
    private final Sample sample = Sample.of(
            """
            <dataset> void:uriSpace "%s" ; skos:prefLabel "高新火炬"@zh-Hans , "Torchgraph"@en ;
                dct:title "政策图谱"@zh-Hans , "Policies"@en ; dct:description "很多。"@zh-Hans , "Many."@en ;
                dct:license <https://creativecommons.org/licenses/by/4.0/> ; void:exampleResource <id/b> .
            <def> dct:title "本体"@zh-Hans , "Ontology"@en ; owl:versionInfo "1.0.0" .
            htz:Policy a owl:Class ; rdfs:label "政策"@zh-Hans , "Policy"@en ; skos:definition "文件。"@zh-Hans , "A document."@en ;
                rdfs:subClassOf <http://example.com/Work> .
            htz:states a owl:ObjectProperty ; rdfs:label "提出"@zh-Hans , "states"@en ; rdfs:domain htz:Policy ; rdfs:range skos:Concept .
            <id/a> a htz:Policy ; dct:source <id/s> . <id/b> a htz:Policy ; skos:prefLabel "B"@en .
            <id/b#part> a htz:Policy .
            <id/s> a htz:SourceDocument ; skos:prefLabel "chronicle"@en ; skos:note "A selection."@en , "选编。"@zh-Hans .
            """
                    .formatted(Sample.BASE));

    private PageContext frame(Language language, String path) {
        return sample.frame(language, false, path);
    }

    @Test
    void the_first_page_tells_what_there_is() {
        List<Question> questions = IntStream.range(0, 8)
                .mapToObj(i -> Asked.question("q" + i, "#+ title.en: Question " + i + "\nSELECT * {}"))
                .toList();
        String html = Pages.home(
                frame(Language.EN, "/"),
                questions,
                List.of(),
                sample.model().classes().get(),
                List.of(),
                sample.labels());
        assertThat(html)
                .contains("<title>Policies - Torchgraph</title>", "<h1 lang=\"en\" dir=\"auto\">Policies</h1>", "Many.")
                .contains("Question 5", "All questions", "href=\"/doc/b\"")
                .containsSubsequence("href=\"/def#Policy\"", "Policy", ">2</a>")
                .doesNotContain("Question 6");
    }

    @Test
    void the_frame_has_ways_to_the_rest() {
        String html = Pages.questions(frame(Language.ZH, "/queries"), List.of(), sample.labels());
        assertThat(html)
                .contains("href=\"/queries\" aria-current=\"page\">问题</a>", "href=\"/sparql\">SPARQL</a>")
                .contains("href=\"?lang=en\" lang=\"en\" hreflang=\"en\" dir=\"ltr\">English</a>")
                .contains("href=\"#main\"", "CC BY 4.0", "/export/torchgraph.trig", "href=\"/doc/dataset\"");
    }

    @Test
    void the_switch_of_language_keeps_the_query() {
        PageContext frame = new PageContext(
                sample.site(),
                Reader.of(Language.EN, List.of(), "en", List.of()),
                "",
                "/queries/q",
                "year=2025&lang=en",
                null,
                List.of(new PageContext.Alternate("/queries/q.csv", "text/csv", "CSV")));
        assertThat(Pages.questions(frame, List.of(), sample.labels()))
                .contains("href=\"?year=2025&amp;lang=zh\"")
                .contains("<link rel=\"alternate\" type=\"text/csv\" href=\"/queries/q.csv\">")
                .doesNotContain("rel=\"canonical\"");
    }

    @Test
    void terms_have_anchors_and_both_languages() {
        Vocabulary terms = Vocabulary.of(sample.triples(), Sample.BASE + "def#");
        assertThat(terms.classes()).extracting(VocabularyTerm::name).containsExactly("Policy");
        assertThat(terms.properties()).extracting(VocabularyTerm::name).containsExactly("states");
        assertThat(Pages.vocabulary(frame(Language.EN, "/def"), VocabularyExcerpt.whole(terms), sample.labels()))
                .contains(
                        "<h1 lang=\"en\" dir=\"auto\">Ontology</h1>", "version 1.0.0", "id=\"Policy\"", "id=\"states\"")
                .containsSubsequence(
                        "lang=\"en\" dir=\"auto\">Policy<", "lang=\"zh-Hans\" dir=\"auto\">政策<", "A document.", "文件。")
                .containsSubsequence("Domain", "href=\"/def#Policy\"", "Range", "concept");
    }

    @Test
    void the_editor_opens_with_the_query_or_with_the_prefixes() {
        assertThat(Pages.editor(frame(Language.EN, "/sparql"), "ASK {}", List.of()))
                .contains("data-query=\"ASK {}\" data-given=\"true\"", ">ASK {}</textarea>");
        assertThat(Pages.editor(frame(Language.EN, "/sparql"), "", List.of()))
                .contains("PREFIX htz: &lt;https://w3id.org/torchgraph/def#&gt;", "SELECT ?thing ?class")
                .doesNotContain("data-given")
                .contains("<form id=\"plain\"", "action=\"/sparql\"");
    }

    @Test
    void a_term_tells_how_it_is_used_what_is_checked_and_what_it_is_elsewhere() {
        Sample terms = Sample.of(
                """
                htz:Policy a owl:Class ; rdfs:label "Policy"@en , "政策"@zh-Hans ; rdfs:subClassOf htz:Work , <http://example.com/Act> .
                htz:Work a owl:Class ; rdfs:label "Work"@en ; owl:deprecated true ; dct:isReplacedBy htz:Policy .
                htz:states a owl:ObjectProperty ; rdfs:label "states"@en ; rdfs:domain htz:Policy ; rdfs:range htz:Work .
                <id/a> a htz:Policy ; skos:prefLabel "Plan A"@en ; htz:states <id/b> .
                <id/b> a htz:Work ; skos:prefLabel "Work B"@en .
                <shapes#P> a <http://www.w3.org/ns/shacl#NodeShape> ; <http://www.w3.org/ns/shacl#targetClass> htz:Policy ;
                    <http://www.w3.org/ns/shacl#property> [ <http://www.w3.org/ns/shacl#path> htz:states ;
                        <http://www.w3.org/ns/shacl#minCount> 1 ; <http://www.w3.org/ns/shacl#class> htz:Work ;
                        <http://www.w3.org/ns/shacl#message> "写明提出什么"@zh-Hans , "say what it states"@en ] .
                <shapes#Broken> a <http://www.w3.org/ns/shacl#NodeShape> ; <http://www.w3.org/ns/shacl#targetClass> htz:Work ;
                    <http://www.w3.org/ns/shacl#in> <id/loop> .
                <id/loop> rdf:first 1 ; rdf:rest <id/loop> .
                """);
        Vocabulary vocabulary = Vocabulary.of(terms.triples(), Sample.BASE + "def#");
        String html = Pages.vocabulary(
                terms.frame(Language.EN, false, "/def"), VocabularyExcerpt.whole(vocabulary), terms.labels());
        String policy = html.substring(html.indexOf("id=\"Policy\""), html.indexOf("id=\"Work\""));
        assertThat(policy)
                .containsSubsequence("Broader", "href=\"/def#Work\"", "In other vocabularies", "http://example.com/Act")
                .containsSubsequence("Uses", ">1<", "Examples", "Plan A")
                .containsSubsequence("What is checked (1)", "states", "at least", ">1<", "of the class", "Work")
                .contains("say what it states")
                .doesNotContain("写明提出什么", "Deprecated");
        assertThat(html.substring(html.indexOf("id=\"Work\"")))
                .containsSubsequence("Deprecated", "href=\"/def#Policy\"");
        assertThat(html.substring(html.indexOf("id=\"states\"")))
                .containsSubsequence("Plan A", "Work B", "say what it states");
        assertThat(html.substring(html.indexOf("<svg class=\"diagram\""), html.indexOf("id=\"h-classes\"")))
                .contains("<title id=\"dg-title\">", ">Policy</text>")
                .containsSubsequence("Policy", "states", "Work")
                .containsSubsequence("Policy", "is a kind of", "Work");
    }

    @Test
    void the_dumps_keep_or_merge_the_graphs_as_the_formats_do() {
        String page = Pages.export(frame(Language.EN, "/export"));
        for (Format format : Format.values()) {
            String row = page.substring(page.indexOf("href=\"/export/torchgraph." + format.suffix() + "\""));
            assertThat(row.substring(0, row.indexOf("</tr>")))
                    .contains(format.label(), format.mediaType(), format.holdsGraphs() ? ">kept<" : ">merged<");
        }
    }

    @Test
    void the_limits_are_those_of_the_sources() {
        assertThat(Pages.about(
                        frame(Language.EN, "/about"), sample.model().cited().get(), List.of(), sample.labels()))
                .contains("Many.", "chronicle", "A selection.", "CC BY 4.0")
                .doesNotContain("选编。");
    }

    @Test
    void a_problem_has_a_sentence_and_a_way_home() {
        assertThat(Pages.problem(
                        frame(Language.ZH, "/doc/x"),
                        new ProblemPage(Problem.ProblemKind.NOT_FOUND, Message.of(Code.THING_UNKNOWN, "x{0}y"))))
                .contains("404", "<h1>没有关于它的记载</h1>", "图谱中没有关于 &lt;x{0}y&gt; 的记载。", "href=\"/\"");
    }

    @Test
    void every_kind_of_problem_is_explained_where_its_type_leads() {
        String about = Pages.about(frame(Language.EN, "/about"), List.of(), List.of(), sample.labels());
        for (Problem.ProblemKind kind : Problem.ProblemKind.values()) {
            assertThat(about).contains("id=\"" + kind.slug() + "\"").contains(kind.title(Language.EN));
        }
    }

    @Test
    void a_publication_without_a_catalogue_has_pages_too() {
        Sample bare = Sample.of("<id/a> a <id/T> .");
        assertThat(Pages.home(
                        bare.frame(Language.EN, false, "/"),
                        List.of(),
                        List.of(),
                        bare.model().classes().get(),
                        List.of(),
                        bare.labels()))
                .contains("<h1>Torchgraph</h1>", "id/T")
                .doesNotContain("rel=\"license\"");
    }
}
