package org.torchgraph.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Claim;
import org.torchgraph.model.Description;
import org.torchgraph.model.IncomingPage;
import org.torchgraph.model.Statement;
import org.torchgraph.query.Table;
import org.torchgraph.question.Question;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.question.Panel;
import org.torchgraph.site.question.QuestionResult;

class ThingPageTest {
    private final Sample sample = Sample.of(
                    """
            <def#Policy> rdfs:label "政策"@zh-Hans , "Policy"@en .
            <def#carriesOut> rdfs:label "贯彻落实"@zh-Hans , "carries out"@en .
            <id/policy/x> a htz:Policy ;
                skos:prefLabel "甲方案"@zh-Hans , "Plan A"@en ;
                dct:description "一句话。"@zh-Hans , "One sentence."@en ;
                dct:issued "2021-01-29"^^xsd:date ;
                eli:number "国科〔2021〕28号" ;
                rdfs:seeAlso <https://example.com/é> , <javascript:alert(1)> , <data:text/html,x> ;
                htz:carriesOut <id/policy/y> ;
                htz:evidence <id/evidence/e> ;
                htz:targetValue <id/policy/x#value> ;
                htz:note [ rdfs:label "inner" ; htz:deeper [ htz:count 46 ] ] .
            <id/policy/x#value> a qudt:QuantityValue ; qudt:numericValue 0.4 ; qudt:hasUnit <id/unit/u> .
            <id/unit/u> rdfs:label "tce/10⁴ CNY" .
            <id/policy/y> skos:prefLabel "乙意见"@zh-Hans .
            <id/policy/z> htz:followsUp <id/policy/x> ; skos:prefLabel "Later plan"@en .
            <id/source/s> skos:prefLabel "chronicle"@en .
            <id/evidence/e> oa:hasSource <id/source/s> ;
                oa:hasSelector [ rdf:value "line=12,18" ] ;
                htz:quoteSha256 "ABCDEF"^^xsd:hexBinary .
            <concept/basis/inferred> skos:prefLabel "inferred from the source"@en .
            <concept/claim-status/disputed> skos:prefLabel "disputed"@en .
            <id/claim/1> a htz:Claim ; rdf:subject <id/policy/x> ; rdf:predicate htz:carriesOut ; rdf:object <id/policy/y> ;
                htz:basis <concept/basis/inferred> ; htz:confidence 0.7 ; htz:evidence <id/evidence/e> ;
                skos:note "因为。"@zh-Hans , "Because."@en .
            <id/claim/2> a htz:Claim ; rdf:subject <id/policy/x> ; rdf:predicate dct:issued ; rdf:object "1999-09-09"^^xsd:date ;
                htz:claimStatus <concept/claim-status/disputed> ; dct:source <id/source/s> .
            """)
            .add("graph/editorial/lineage", "<id/policy/x> htz:followsUp <id/policy/y> .");

    private String page(Language language) {
        return Pages.thing(
                sample.frame(language, true, "/doc/policy/x"),
                sample.describe("id/policy/x"),
                List.of(),
                List.of(),
                List.of(),
                sample.labels());
    }

    private String english() {
        return page(Language.EN);
    }

    @Test
    void the_title_is_in_the_language_of_the_page_and_the_other_below_it() {
        assertThat(english())
                .contains(
                        "<html lang=\"en\" dir=\"ltr\">",
                        "<h1 lang=\"en\" dir=\"auto\">Plan A</h1>",
                        "<p class=\"other\" lang=\"zh-Hans\" dir=\"auto\">甲方案</p>")
                .contains("<p class=\"lead\" lang=\"en\" dir=\"auto\">One sentence.</p>");
        assertThat(page(Language.ZH))
                .contains(
                        "<html lang=\"zh-Hans\" dir=\"ltr\">",
                        "<h1 lang=\"zh-Hans\" dir=\"auto\">甲方案</h1>",
                        "<p class=\"other\" lang=\"en\" dir=\"auto\">Plan A</p>");
    }

    @Test
    void the_class_is_marked_by_shape_and_word() {
        assertThat(english()).contains("class=\"kind k-blue\" href=\"/def?lang=en#Policy\"", ">Policy</span>");
    }

    @Test
    void values_are_shown_by_their_kind() {
        assertThat(english())
                .contains("<time datetime=\"2021-01-29\">29 January 2021</time>")
                .contains("href=\"/doc/policy/y?lang=en\" lang=\"zh-Hans\" dir=\"auto\">乙意见</a>")
                .contains("href=\"https://example.com/%C3%A9\" rel=\"external\"");
    }

    @Test
    void only_addresses_of_the_web_become_links() {
        assertThat(english()).contains("<code>javascript:alert(1)</code>", "<code>data:text/html,x</code>");
        assertThat(english()).doesNotContain("href=\"javascript", "href=\"data");
    }

    @Test
    void parts_are_shown_where_they_hang() {
        assertThat(english())
                .containsSubsequence("id=\"value\"", "0.4", "tce/10⁴ CNY")
                .containsSubsequence("class=\"facts nested\"", "inner", "class=\"facts nested\"", "46");
    }

    @Test
    void the_graph_is_said_once_and_where_it_differs() {
        assertThat(english())
                .containsOnlyOnce("href=\"/doc/graph/data?lang=en\"")
                .containsOnlyOnce("href=\"/doc/graph/editorial/lineage?lang=en\"");
    }

    @Test
    void a_claim_stands_beside_its_statement() {
        assertThat(english())
                .containsSubsequence(
                        "乙意见", "<details class=\"ev\">", "inferred from the source", "chronicle", "lines 12–18")
                .containsSubsequence("medium 0.7", "Because.", "href=\"/doc/claim/1?lang=en\"")
                .doesNotContain("因为。", "SHA-256");
    }

    @Test
    void a_claim_that_is_not_stated_has_its_own_section() {
        assertThat(english()).containsSubsequence("id=\"claims\"", "9 September 1999", "disputed");
    }

    @Test
    void what_links_here_is_grouped() {
        assertThat(english()).containsSubsequence("id=\"incoming\"", "1 in all", "htz:followsUp", "Later plan");
    }

    @Test
    void it_can_be_taken_away() {
        List<PageContext.Alternate> forms =
                List.of(new PageContext.Alternate("/doc/policy/x.ttl", "text/turtle", "Turtle"));
        PageContext frame = sample.frame(Language.EN, true, "/doc/policy/x").offering(forms);
        assertThat(Pages.thing(frame, sample.describe("id/policy/x"), List.of(), List.of(), List.of(), sample.labels()))
                .contains("<a class=\"button\" href=\"/doc/policy/x.ttl\">Turtle</a>")
                .doesNotContain("/doc/policy/x.rdf")
                .contains(
                        "/sparql?query=DESCRIBE%20%3Chttps%3A%2F%2Fw3id.org%2Ftorchgraph%2Fid%2Fpolicy%2Fx%3E&amp;lang=en");
    }

    @Test
    void a_share_is_read_in_per_cent() {
        Sample half = Sample.of("<id/a> htz:populationShare 0.5 ; htz:other 0.5 .");
        assertThat(Pages.thing(
                        half.frame(Language.EN, false, "/doc/a"),
                        half.describe("id/a"),
                        List.of(),
                        List.of(),
                        List.of(),
                        sample.labels()))
                .contains(">50%</span>", "<span class=\"number\">0.5</span>");
    }

    @Test
    void the_picture_of_links_waits_until_it_is_asked_for() {
        assertThat(english())
                .contains("<details class=\"more\" id=\"walk\"", "data-group=\"facts\"")
                .doesNotContain("<script src=\"/webjars", "walk.js");
    }

    @Test
    void many_links_come_in_pages() {
        Description few = sample.describe("id/policy/x");
        List<Statement> statements = IntStream.range(0, 3)
                .mapToObj(i -> new Statement(
                        Triple.create(
                                NodeFactory.createURI(Sample.BASE + "id/n/" + i), RDFS.seeAlso.asNode(), few.thing()),
                        List.of()))
                .toList();
        Description many = new Description(
                few.thing(),
                few.statements(),
                few.parts(),
                few.claims(),
                few.passages(),
                new IncomingPage(8, 2, 3, statements),
                few.citable(),
                Optional.empty(),
                0,
                List.of(),
                few.labels());
        String html = Pages.thing(
                sample.frame(Language.EN, false, "/doc/policy/x"),
                many,
                List.of(),
                List.of(),
                List.of(),
                sample.labels());
        assertThat(html).contains("8 in all", "Page 2 of 3", "href=\"?page=1#incoming\"", "href=\"?page=3#incoming\"");
    }

    @Test
    void parts_that_lead_back_to_themselves_end() {
        Sample loop = Sample.of("<id/a> htz:p _:b . _:b htz:q _:c . _:c htz:q _:b .");
        assertThat(Pages.thing(
                        loop.frame(Language.EN, false, "/doc/a"),
                        loop.describe("id/a"),
                        List.of(),
                        List.of(),
                        List.of(),
                        sample.labels()))
                .contains("htz:q");
    }

    @Test
    void panels_come_before_the_statements() {
        Question goals = Asked.question(
                "goals",
                "#+ title.en: Its goals\n#+ title.zh: 目标\n#+ panel: htz:Policy\nPREFIX htz: <def#>\nSELECT ?goal { ?this htz:states ?goal }");
        Node goal = NodeFactory.createURI(Sample.BASE + "id/policy/y");
        Panel panel = new Panel(
                goals,
                thing("id/policy/x"),
                new QuestionResult.Rows(new Table(List.of("goal"), List.of(List.of(goal))), sample.labels()));
        Panel empty = new Panel(
                goals,
                thing("id/policy/x"),
                new QuestionResult.Rows(new Table(List.of("goal"), List.of()), sample.labels()));
        String html = Pages.thing(
                sample.frame(Language.EN, false, "/doc/policy/x"),
                sample.describe("id/policy/x"),
                List.of(panel),
                List.of(),
                List.of(),
                sample.labels());
        assertThat(html)
                .containsSubsequence(
                        "id=\"panel-goals\"",
                        "Its goals",
                        "href=\"/queries/goals?this=id%2Fpolicy%2Fx\"",
                        "乙意见",
                        "id=\"statements\"");
        assertThat(Pages.thing(
                        sample.frame(Language.EN, false, "/"),
                        sample.describe("id/policy/x"),
                        List.of(empty),
                        List.of(),
                        List.of(),
                        sample.labels()))
                .doesNotContain("Its goals");
    }

    private String panel(Language language, List<String> columns, List<List<Node>> rows) {
        Question question = Asked.question(
                "q", "#+ title.en: Q\n#+ title.zh: 问\n#+ panel: htz:Policy\nPREFIX htz: <def#>\nSELECT * { ?s ?p ?o }");
        Description policy = sample.describe("id/policy/x");
        Claim claim = policy.claims().get(0);
        Map<Node, Claim> worth = Map.of(
                claim.node(),
                claim,
                thing("id/evidence/e"),
                Claim.ofEvidence(policy.passages(), List.of()),
                thing("id/source/s"),
                Claim.ofEvidence(List.of(), List.of(thing("id/source/s"))));
        Panel panel = new Panel(
                question,
                thing("id/policy/x"),
                new QuestionResult.Rows(new Table(columns, rows), worth, sample.labels(), sample.labels()));
        String html = Pages.thing(
                sample.frame(language, true, "/doc/policy/x"),
                policy,
                List.of(panel),
                List.of(),
                List.of(),
                sample.labels());
        return html.substring(html.indexOf("id=\"panel-q\""), html.indexOf("id=\"walk\""));
    }

    private static Node thing(String path) {
        return NodeFactory.createURI(Sample.BASE + path);
    }

    @Test
    void a_row_of_a_panel_has_a_mark_that_opens_what_the_statements_own_do() {
        List<List<Node>> rows = List.of(List.of(
                thing("id/policy/y"),
                thing("id/claim/1"),
                thing("concept/basis/inferred"),
                NodeFactory.createLiteralDT("0.7", XSDDatatype.XSDdecimal)));
        List<String> columns = List.of("policy", "evidence", "basis", "confidence");
        assertThat(panel(Language.EN, columns, rows))
                .containsSubsequence("<th ", ">Policy</th>", "<th ", ">Evidence</th>", "</thead>")
                .containsSubsequence(
                        "乙意见",
                        "<details class=\"ev\"><summary>",
                        "inferred from the source",
                        "medium",
                        "</summary>",
                        "chronicle",
                        "lines 12–18",
                        "medium 0.7",
                        "Because.",
                        "href=\"/doc/claim/1?lang=en\"")
                .doesNotContain(">basis</th>", ">confidence</th>");
        assertThat(panel(Language.ZH, columns, rows)).containsSubsequence("class=\"ev\"", "第 12–18 行", "因为。");
    }

    @Test
    void rows_that_differ_in_their_evidence_alone_are_one_with_one_mark_for_all_places() {
        Node stated = thing("concept/basis/inferred");
        String panel = panel(
                Language.EN,
                List.of("policy", "evidence", "basis"),
                List.of(
                        Arrays.asList(thing("id/policy/y"), thing("id/claim/1"), stated),
                        Arrays.asList(thing("id/policy/y"), thing("id/evidence/e"), stated),
                        Arrays.asList(thing("id/policy/y"), thing("id/source/s"), stated),
                        Arrays.asList(thing("id/policy/z"), null, null)));
        assertThat(panel.split("<tr>", -1)).hasSize(1 + 1 + 2);
        assertThat(panel.split("<details class=\"ev\"", -1)).hasSize(1 + 2);
        assertThat(panel)
                .containsSubsequence(
                        "lines 12–18", "href=\"/doc/source/s?lang=en\"", "</details>", "Because.", "Later plan")
                .containsSubsequence("Later plan", "not given");
    }

    @Test
    void a_thing_without_a_label_is_called_by_its_path() {
        Sample bare = Sample.of("<id/a> htz:p 1 .");
        assertThat(Pages.thing(
                        bare.frame(Language.EN, false, "/doc/a"),
                        bare.describe("id/a"),
                        List.of(),
                        List.of(),
                        List.of(),
                        sample.labels()))
                .contains("<h1 dir=\"ltr\">id/a</h1>")
                .doesNotContain("class=\"other\"");
    }

    @Test
    void labels_may_be_missing_everywhere() {
        Description nothing = new Description(
                NodeFactory.createURI(Sample.BASE + "id/none"),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                new IncomingPage(0, 1, 1, List.of()),
                List.of(),
                Optional.empty(),
                0,
                List.of(),
                sample.labels());
        assertThat(Pages.thing(
                        sample.frame(Language.ZH, false, "/doc/none"),
                        nothing,
                        List.of(),
                        List.of(),
                        List.of(),
                        sample.labels()))
                .doesNotContain("id=\"incoming\"", "id=\"evidence\"", "id=\"claims\"");
    }
}
