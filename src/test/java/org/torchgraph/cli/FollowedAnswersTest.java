package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.AtomDocument;
import org.torchgraph.kit.PublicationFolder;

/** A feed of a question tells when its answer changed, and how. */
class FollowedAnswersTest {
    private static final String TARGETS =
            """
            #+ title.en: Targets of a year
            #+ title.zh: 某年的目标
            #+ param: year xsd:integer 2025 "year"
            SELECT ?target ?name ?value { ?target ex:year ?year ; rdfs:label ?name ; ex:value ?value } ORDER BY ?target
            """;

    @TempDir
    Path root;

    private PublicationFolder files;
    private ReloadedSite site;

    private void publish() {
        files = PublicationFolder.in(root.resolve("files"))
                .write("queries/targets.rq", prefixed(TARGETS))
                .write(
                        "queries/any.rq",
                        "#+ title.en: Any\n#+ title.zh: 有\nASK { ?t <http://example.org/def#year> 2030 }")
                .write(
                        "queries/all.rq",
                        "#+ title.en: All\n#+ title.zh: 全部\nCONSTRUCT { ?s ?p ?o } { ?s ?p ?o FILTER isLiteral(?o) }")
                .write("queries/now.rq", "#+ title.en: Now\n#+ title.zh: 现在\nSELECT (NOW() AS ?now) {}");
        targets("40", "zones");
    }

    private static String prefixed(String query) {
        return query.replace(
                "SELECT",
                "PREFIX ex: <http://example.org/def#>\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\nSELECT");
    }

    private void targets(String value, String name, String... more) {
        files.turtle(
                "data/targets.ttl",
                "<id/a> rdfs:label \"%s\"@en ; ex:year 2025 ; ex:value %s .\n".formatted(name, value)
                        + "<id/old> rdfs:label \"old\"@en ; ex:year 2020 ; ex:value 1 .\n"
                        + String.join("\n", more));
    }

    private ReloadedSite serve(int number) {
        return serveUnkept(number).keep();
    }

    /** Serves the files and does not archive them yet. */
    private ReloadedSite serveUnkept(int number) {
        end();
        site = new ReloadedSite(files, root.resolve("kept"), number);
        return site;
    }

    @AfterEach
    void end() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void a_changed_row_is_told_with_the_old_and_the_new_value_in_both_languages() {
        publish();
        serve(10);
        String first = site.version();
        targets("60", "zones");
        String second = site.reload();

        AtomDocument feed = site.feed("/queries/targets.atom?year=2025&lang=en");
        assertThat(feed.titles()).containsExactly("Targets of a year: 2025: 1 row changed, 0 new, 0 gone");
        assertThat(feed.sentences(0)).containsExactly("zones: Value: 40 → 60");
        assertThat(feed.page(0)).isEqualTo(site.web().url("/queries/targets?year=2025&version=" + second + "&lang=en"));
        assertThat(feed.id()).isEqualTo("http://example.org/queries/targets.atom?year=2025");
        assertThat(feed.subtitle()).contains(first).doesNotContain("still being read");

        AtomDocument chinese = site.feed("/queries/targets.atom?year=2025&lang=zh");
        assertThat(chinese.titles()).containsExactly("某年的目标：2025：1 行有变化，新增 0 行，消失 0 行");
        assertThat(chinese.sentences(0).getFirst()).contains("40 → 60");
        assertThat(chinese.id()).isEqualTo(feed.id());
        assertThat(site.web()
                        .get(feed.page(0).substring(site.web().url("").length()), "Accept", "text/csv")
                        .body())
                .contains("60");
    }

    @Test
    void a_change_elsewhere_is_no_entry() {
        publish();
        serve(10);
        files.turtle("data/more.ttl", "<id/b> rdfs:label \"b\" .");
        site.reload();
        targets("40", "zones", "<id/n> rdfs:label \"next\" ; ex:year 2030 ; ex:value 3 .");
        String third = site.reload();

        assertThat(site.feed("/queries/targets.atom").titles()).isEmpty();
        assertThat(site.feed("/queries/targets.atom?year=2030&lang=en").titles())
                .containsExactly("Targets of a year: 2030: no row changed, 1 new, 0 gone");
        assertThat(site.feed("/queries/targets.atom?year=2030&lang=en").sentences(0))
                .containsExactly("New: next · next · 3");
        assertThat(site.feed("/queries/any.atom?lang=en").titles())
                .containsExactly("Any: the answer is yes now; it was no");
        assertThat(site.feed("/queries/all.atom?lang=en").titles())
                .containsExactly("All: no row changed, 3 new, 0 gone", "All: no row changed, 1 new, 0 gone");
        assertThat(site.feed("/queries/all.atom?lang=en").page(0)).contains("version=" + third);
    }

    @Test
    void a_row_that_went_and_another_name_are_told_the_last_version_first() {
        publish();
        serve(10);
        targets("40", "zones of the state");
        site.reload();
        files.turtle("data/targets.ttl", "<id/old> rdfs:label \"old\" .");
        site.reload();

        AtomDocument feed = site.feed("/queries/targets.atom?lang=en");
        assertThat(feed.titles())
                .containsExactly(
                        "Targets of a year: 2025: no row changed, 0 new, 1 gone",
                        "Targets of a year: 2025: 1 row changed, 0 new, 0 gone");
        assertThat(feed.sentences(0)).containsExactly("Gone: zones of the state · zones of the state · 40");
        assertThat(feed.sentences(1)).containsExactly("zones of the state: Name: zones → zones of the state");
    }

    @Test
    void a_question_with_other_columns_or_a_new_one_says_so() {
        publish();
        serve(10);
        files.write("queries/targets.rq", prefixed(TARGETS).replace("?name ?value {", "?value ?name {"))
                .write("queries/later.rq", "#+ title.en: Later\n#+ title.zh: 后来\nSELECT ?s { ?s a ?c }");
        site.reload();
        assertThat(site.feed("/queries/targets.atom?lang=en").titles())
                .containsExactly("Targets of a year: 2025: the question has other columns; 1 row before, 1 now");
        assertThat(site.feed("/queries/later.atom?lang=en").titles())
                .containsExactly("Later: asked for the first time; no rows");
    }

    @Test
    void a_restart_keeps_the_entries_and_a_version_that_is_let_go_takes_its_own_along() {
        publish();
        serve(2);
        for (String value : List.of("41", "42")) {
            targets(value, "zones");
            site.reload();
        }
        List<String> before = site.feed("/queries/targets.atom?lang=en")
                .xml()
                .select("entry id")
                .eachText();
        assertThat(before).hasSize(2);
        serve(2);
        AtomDocument again = site.feed("/queries/targets.atom?lang=en");
        assertThat(again.xml().select("entry id").eachText()).isEqualTo(before);
        assertThat(again.sentences(1)).containsExactly("zones: Value: 40 → 41");

        targets("43", "zones");
        site.reload();
        AtomDocument later = site.feed("/queries/targets.atom?lang=en");
        assertThat(later.titles()).hasSize(2);
        assertThat(later.sentences(0)).containsExactly("zones: Value: 42 → 43");
        assertThat(later.xml().select("entry id").eachText())
                .contains(before.getFirst())
                .doesNotContain(before.get(1));
    }

    @Test
    void a_version_that_is_archived_later_or_served_again_keeps_the_time_of_its_entry() {
        publish();
        serve(10);
        targets("60", "zones");
        site.reloadUnkept();
        String path = "/queries/targets.atom?lang=en";
        HttpResponse<String> early = site.web().get(path);
        Instant since = site.since();
        List<String> before = times(path);
        site.keep();
        HttpResponse<String> late = site.web().get(path);
        assertThat(late.body()).isEqualTo(early.body()).contains("<entry>");
        assertThat(late.headers().firstValue("ETag")).isEqualTo(early.headers().firstValue("ETag"));
        assertThat(site.since()).isEqualTo(since);

        serveUnkept(10);
        assertThat(site.since()).isEqualTo(since);
        site.keep();
        assertThat(site.since()).isEqualTo(since);
        assertThat(times(path)).isEqualTo(before);

        targets("70", "zones");
        serveUnkept(10);
        Instant later = site.since();
        assertThat(later).isAfter(since);
        List<String> changed = times(path);
        site.keep();
        assertThat(site.since()).isEqualTo(later);
        assertThat(times(path)).isEqualTo(changed).hasSize(4);
    }

    /** Returns the ids and times of the entries of a feed. */
    private List<String> times(String path) {
        return site.feed(path).xml().select("entry > id, entry > updated").eachText();
    }

    @Test
    void a_version_that_returns_is_the_current_one_since_it_returned() {
        publish();
        serve(10);
        Instant first = site.since();
        targets("60", "zones");
        site.reload();
        Instant second = site.since();
        targets("40", "zones");
        site.reloadUnkept();
        Instant third = site.since();
        assertThat(third).isAfter(second);
        assertThat(second).isAfter(first);
        site.keep();
        assertThat(site.since()).isEqualTo(third);
    }

    @Test
    void a_feed_is_validated_by_its_tag_which_changes_with_the_version() {
        publish();
        serve(10);
        HttpResponse<String> feed = site.web().get("/queries/targets.atom?year=2025", "Accept-Language", "zh");
        assertThat(feed.headers().map())
                .containsEntry("torchgraph-version", List.of(site.version()))
                .containsEntry("content-language", List.of("zh-Hans"))
                .containsKeys("vary", "etag");
        assertThat(feed.headers().allValues("Vary").toString()).contains("Accept-Language");
        String tag = feed.headers().firstValue("ETag").orElseThrow();
        assertThat(site.web()
                        .get("/queries/targets.atom?year=2025", "Accept-Language", "zh", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(site.web()
                        .get("/queries/targets.atom?year=2025", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
        files.turtle("data/more.ttl", "<id/b> rdfs:label \"b\" .");
        site.reload();
        assertThat(site.web()
                        .get("/queries/targets.atom?year=2025", "Accept-Language", "zh", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_changes_with_the_versions_that_are_kept_has_no_date() throws InterruptedException {
        publish();
        serve(10);
        // A date counts seconds, and is given only once the second of the version is over.
        while (site.web()
                .get("/doc/a.ttl")
                .headers()
                .firstValue("Last-Modified")
                .isEmpty()) {
            Thread.sleep(100);
        }
        for (String path : List.of("/queries/targets.atom", "/doc/a.atom", "/feed.atom", "/versions")) {
            assertThat(site.web().get(path, "Accept", "*/*").headers().map())
                    .as(path)
                    .containsKey("etag")
                    .doesNotContainKey("last-modified");
        }
        assertThat(site.web().get("/about", "Accept", "text/html").headers().map())
                .containsKey("last-modified");
    }

    @Test
    void pages_and_data_lead_to_the_feed_of_their_values() {
        publish();
        serve(10);
        Document page = Jsoup.parse(site.web()
                .get("/queries/targets?year=2020&lang=en&utm=x", "Accept", "text/html")
                .body());
        assertThat(page.select("head link[type=application/atom+xml]").eachAttr("href"))
                .contains("/queries/targets.atom?year=2020&lang=en");
        assertThat(page.select("a[type=application/atom+xml]").eachAttr("href"))
                .containsExactly("/queries/targets.atom?year=2020&lang=en");
        assertThat(page.select("a[type=application/atom+xml]").text()).startsWith("Follow");
        String link = "</queries/targets.atom?year=2020>; rel=\"alternate\"; type=\"application/atom+xml\"";
        for (String path : List.of("/queries/targets.csv?year=2020", "/queries/targets?year=2020")) {
            assertThat(site.web().get(path).headers().firstValue("Link"))
                    .get()
                    .asString()
                    .contains(link);
        }
        assertThat(site.web()
                        .get("/queries/targets.csv?version=" + site.version())
                        .headers()
                        .firstValue("Link"))
                .get()
                .asString()
                .doesNotContain(".atom");
        assertThat(site.web().get("/queries/now?lang=en", "Accept", "text/html").body())
                .doesNotContain("now.atom");
    }

    @Test
    void a_parameter_that_is_left_empty_is_not_in_the_title() {
        publish();
        files.write(
                "queries/named.rq",
                """
                #+ title.en: Named targets
                #+ param: year xsd:string "" "year"
                #+ param: target xsd:anyURI "" "target"
                PREFIX ex: <http://example.org/def#>
                SELECT ?found ?at { ?found ex:year ?at FILTER(?year = "" || STR(?at) = ?year) FILTER(STR(?target) = "" || ?target != ex:none) }
                """);
        serve(10);
        assertThat(site.feed("/queries/named.atom?lang=en").title()).isEqualTo("Named targets: what changed");
        assertThat(site.feed("/queries/named.atom?target=id%2Fa&lang=en").title())
                .isEqualTo("Named targets: zones: what changed");
        assertThat(site.feed("/queries/named.atom?target=id%2Fa&year=2025&lang=en")
                        .title())
                .isEqualTo("Named targets: 2025, zones: what changed");
    }

    @Test
    void what_has_no_feed_says_why() {
        publish();
        serve(10);
        HttpResponse<String> clock = site.web().get("/queries/now.atom?lang=en");
        assertThat(clock.statusCode()).isEqualTo(404);
        assertThat(clock.body()).contains("feed-volatile", "differs in each run");
        assertThat(site.web().get("/queries/none.atom").statusCode()).isEqualTo(404);
        HttpResponse<String> value = site.web().get("/queries/targets.atom?year=soon");
        assertThat(value.statusCode()).isEqualTo(400);
        assertThat(value.body()).contains("\"parameter\":\"year\"");
        assertThat(site.web().get("/queries/targets.atom?month=5").statusCode()).isEqualTo(400);
        assertThat(site.web().get("/queries/targets.atom?month").statusCode()).isEqualTo(400);
        assertThat(site.web()
                        .get("/queries/targets.atom?version=" + site.version())
                        .body())
                .contains("feed-version");
        assertThat(site.web().get("/queries/targets.atom?year=").statusCode()).isEqualTo(200);

        serve(0);
        HttpResponse<String> unkept = site.web().get("/queries/targets.atom?lang=en");
        assertThat(unkept.statusCode()).isEqualTo(404);
        assertThat(unkept.body()).contains("feed-unkept", "/feed.atom");
        assertThat(site.web().get("/queries/targets", "Accept", "text/html").body())
                .doesNotContain("targets.atom");
        assertThat(site.web()
                        .get("/queries/targets.csv")
                        .headers()
                        .firstValue("Link")
                        .orElse(""))
                .doesNotContain(".atom");
    }
}
