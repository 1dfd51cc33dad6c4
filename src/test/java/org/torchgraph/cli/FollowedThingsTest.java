package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.AtomDocument;
import org.torchgraph.kit.PublicationFolder;

/** A feed of a thing tells which of its statements came, went or changed. */
class FollowedThingsTest {
    private static final String OUTSIDE = "http://example.net/zone?n=1";

    @TempDir
    Path root;

    private PublicationFolder files;
    private ReloadedSite site;

    private void publish() {
        files = PublicationFolder.in(root.resolve("files"))
                .turtle(
                        "data/terms.ttl",
                        "ex:value rdfs:label \"value\"@en , \"数值\"@zh . ex:in rdfs:label \"lies in\"@en , \"位于\"@zh .")
                .turtle("data/b.ttl", "<id/b> rdfs:label \"b\"@en .");
        zone("\"zone\"@en , \"高新区\"@zh", "ex:value 40");
        site = new ReloadedSite(files, root.resolve("kept"), 10).keep();
    }

    private void zone(String names, String rest) {
        files.turtle("data/zone.ttl", "<id/zone> rdfs:label %s ; %s .\n".formatted(names, rest));
    }

    @AfterEach
    void end() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void statements_that_came_went_and_changed_are_told_with_names_in_both_languages() {
        publish();
        zone("\"zone\"@en , \"高新区\"@zh", "ex:value 60 ; ex:in <id/b> ; ex:size [ ex:value 5 ]");
        site.reload();
        AtomDocument feed = site.feed("/doc/zone.atom?lang=en");
        assertThat(feed.title()).isEqualTo("zone: what changed");
        assertThat(feed.titles()).containsExactly("zone: changed");
        assertThat(feed.sentences(0)).contains("value: 40 → 60", "lies in: now also b");
        assertThat(feed.page(0)).isEqualTo(site.web().url("/doc/zone?lang=en"));
        AtomDocument chinese = site.feed("/doc/zone.atom?lang=zh");
        assertThat(chinese.titles()).containsExactly("高新区：有变化");
        assertThat(chinese.sentences(0)).contains("数值：40 → 60");
        assertThat(chinese.id()).isEqualTo(feed.id()).isEqualTo("http://example.org/doc/zone.atom");
    }

    @Test
    void a_change_elsewhere_and_blank_nodes_that_are_read_again_are_no_entry() {
        publish();
        zone("\"zone\"@en , \"高新区\"@zh", "ex:value 40 ; ex:size [ ex:value 5 ; ex:part [ ex:value 6 ] ]");
        site.reload();
        files.append("data/zone.ttl", "# read again\n").turtle("data/b.ttl", "<id/b> rdfs:label \"bee\"@en .");
        site.reload();
        assertThat(site.feed("/doc/zone.atom").titles()).hasSize(1);
        AtomDocument other = site.feed("/doc/b.atom?lang=en");
        assertThat(other.titles()).containsExactly("bee: changed");
        assertThat(other.sentences(0)).containsExactly("label (en): changed from “b” to “bee”");
        assertThat(site.feed("/doc/def.atom").titles()).isEmpty();
    }

    @Test
    void a_thing_that_goes_has_a_last_entry_and_one_that_comes_a_first() {
        publish();
        files.turtle("data/zone.ttl", "<id/later> rdfs:label \"later\" .");
        site.reload();
        assertThat(site.web().get("/doc/zone", "Accept", "text/turtle").statusCode())
                .isEqualTo(404);
        AtomDocument gone = site.feed("/doc/zone.atom?lang=en");
        assertThat(gone.titles()).containsExactly("zone: no longer described");
        assertThat(gone.sentences(0)).contains("value: no longer “40”");
        assertThat(site.feed("/doc/later.atom?lang=en").titles())
                .containsExactly("later: described for the first time");
        HttpResponse<String> never = site.web().get("/doc/never.atom?lang=en");
        assertThat(never.statusCode()).isEqualTo(404);
        assertThat(never.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void a_withdrawn_thing_is_gone_for_its_followers_too() {
        publish();
        files.turtle("data/zone.ttl", "<id/zone> owl:deprecated true .");
        site.reload();
        assertThat(site.web().get("/doc/zone").statusCode()).isEqualTo(410);
        assertThat(site.feed("/doc/zone.atom?lang=en").titles()).containsExactly("zone: no longer described");
    }

    @Test
    void a_thing_outside_the_base_is_followed_by_its_iri() {
        publish();
        files.turtle("data/zone.ttl", "<" + OUTSIDE + "> rdfs:label \"far\"@en .");
        site.reload();
        String path = "/resource.atom?iri=http%3A%2F%2Fexample.net%2Fzone%3Fn%3D1";
        AtomDocument feed = site.feed(path);
        assertThat(feed.titles()).containsExactly("far: described for the first time");
        assertThat(site.web()
                        .get("/resource.atom?iri=http%3A%2F%2Fexample.org%2Fid%2Fb")
                        .headers()
                        .firstValue("Location"))
                .contains("/doc/b.atom");
        assertThat(site.web()
                        .get("/resource.atom?lang=zh&iri=http%3A%2F%2Fexample.org%2Fid%2Fb")
                        .headers()
                        .firstValue("Location"))
                .contains("/doc/b.atom?lang=zh");
        assertThat(site.web().get("/resource.atom").statusCode()).isEqualTo(400);
        assertThat(site.web()
                        .get("/resource.atom?iri=http%3A%2F%2Fexample.net%2Fnone")
                        .statusCode())
                .isEqualTo(404);
        Document page = Jsoup.parse(site.web()
                .get("/resource?lang=en&iri=http%3A%2F%2Fexample.net%2Fzone%3Fn%3D1", "Accept", "text/html")
                .body());
        assertThat(page.select("a[type=application/atom+xml]").eachAttr("href")).containsExactly(path + "&lang=en");
    }

    @Test
    void a_page_leads_to_its_feed_in_head_text_and_header() {
        publish();
        HttpResponse<String> answer = site.web().get("/doc/b?lang=en", "Accept", "text/html");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("head link[type=application/atom+xml]").eachAttr("href"))
                .contains("/doc/b.atom?lang=en");
        assertThat(page.select("a[type=application/atom+xml]").eachAttr("href")).containsExactly("/doc/b.atom?lang=en");
        assertThat(page.select("#download a").eachAttr("href")).noneMatch(href -> href.contains(".atom"));
        assertThat(answer.headers().firstValue("Link"))
                .get()
                .asString()
                .contains("</doc/b.atom>; rel=\"alternate\"; type=\"application/atom+xml\"");
        assertThat(site.feed("/doc/b.atom").titles()).isEmpty();
        assertThat(List.of(200, 304))
                .contains(site.web()
                        .send("HEAD", "/doc/b.atom", java.net.http.HttpRequest.BodyPublishers.noBody())
                        .statusCode());
    }
}
