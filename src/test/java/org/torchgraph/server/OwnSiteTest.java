package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.http.Mount;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.PublicationCopy;

/** What an owner sets of the site as a whole: its name, look, languages and address. */
class OwnSiteTest {
    private static final String SETTINGS = "PREFIX site: <https://w3id.org/torchgraph/site#>\n[] a site:Settings ;\n";
    private static final String LOGO = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\">"
            + "<script>alert(1)</script><rect width=\"8\" height=\"8\"/></svg>";

    @TempDir
    Path root;

    private PublicationFolder folder(String settings) {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle(
                        "data/bridges.ttl",
                        """
                        <id/long> rdfs:label "long bridge"@en , "lange Brücke"@de , "pont long"@fr .
                        <id/old> rdfs:label "pons vetus"@la , "alte Brücke"@de , "vieux pont"@fr , "no tag" .
                        <id/new> rdfs:label "pons novus"@la , "pont neuf"@fr .
                        """)
                .write("queries/all.rq", "#+ title.en: All\nSELECT ?s { ?s ?p ?o }");
        if (!settings.isEmpty()) {
            return folder.write("site.ttl", SETTINGS + settings);
        }
        try {
            Files.deleteIfExists(root.resolve("site.ttl"));
            return folder;
        } catch (IOException held) {
            throw new UncheckedIOException(held);
        }
    }

    private TestSite site(String settings) {
        return TestSite.of(folder(settings).read(), TestSite.seconds(20));
    }

    private static String page(TestSite site, String path, String... headers) {
        HttpResponse<String> answer = site.get(path, headers);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String field(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void the_site_has_the_name_that_its_owner_sets_and_the_dataset_keeps_its_title() {
        try (TestSite site = site("site:title \"Bridges\"@en , \"Brücken\"@de , \"桥梁\"@zh-Hans .")) {
            assertThat(page(site, "/?lang=en"))
                    .contains("<title>Bridges</title>", ">Bridges</h1>", "dir=\"auto\">Bridges</span>")
                    .doesNotContain("<title>Example", ">Example</h1>");
            assertThat(page(site, "/?lang=de")).contains(">Brücken</h1>");
            assertThat(page(site, "/about?lang=zh")).contains(" - 桥梁</title>");
            assertThat(page(site, "/feed.atom?lang=en")).contains("Bridges");
            assertThat(page(site, "/openapi.json")).contains("Bridges / Brücken / 桥梁");
            assertThat(page(site, "/llms.txt?lang=en")).startsWith("# Bridges");
            assertThat(page(site, "/dataset.ttl")).contains("\"Example\"@en").doesNotContain("Bridges");
        }
        try (TestSite site = site("site:dumpName \"x\" .")) {
            assertThat(page(site, "/?lang=en")).contains("<title>Example</title>", ">Example</h1>");
        }
    }

    @Test
    void a_dataset_without_a_title_has_that_of_the_site() {
        folder("site:title \"Bridges\"@en .")
                .turtle("data/catalog.ttl", "<dataset> void:uriSpace \"http://example.org/\" .");
        try (TestSite site = TestSite.of(new PublicationFolder(root).read(), TestSite.seconds(20))) {
            assertThat(page(site, "/dataset.ttl"))
                    .contains("dct:title \"Bridges\"@en")
                    .doesNotContain("Dataset of");
        }
    }

    @Test
    void the_text_of_the_first_page_is_markdown_without_html() {
        String text =
                """
                site:homeText \"\"\"# Every bridge

                With *its builders*: the [long one](http://example.org/id/long), [search](/search), [no](javascript:alert), [there](id/new).

                <script>alert(1)</script>

                ![picture](http://elsewhere.example/x.png)\"\"\"@en , "所有桥梁"@zh .
                """;
        try (TestSite site = site(text)) {
            assertThat(page(site, "/?lang=en"))
                    .contains(
                            "<h2>Every bridge</h2>",
                            "<em>its builders</em>",
                            "<a href=\"/doc/long?lang=en\">long one</a>",
                            "<a href=\"/search?lang=en\">search</a>",
                            "<a>no</a>",
                            "<a href=\"/doc/new?lang=en\">there</a>",
                            "&lt;script&gt;alert(1)&lt;/script&gt;",
                            "<a href=\"http://elsewhere.example/x.png\">picture</a>")
                    .doesNotContain("<script>alert", "javascript:", "所有桥梁", "src=\"http:");
            assertThat(page(site, "/?lang=zh")).contains("<p>所有桥梁</p>").doesNotContain("Every bridge");
        }
        try (TestSite below =
                TestSite.of(folder(text).read(), TestSite.seconds(20), new Mount("/b"), TrustedProxies.none())) {
            assertThat(page(below, "/b/?lang=en"))
                    .contains("<a href=\"/b/doc/long?lang=en\">", "<a href=\"/b/search?lang=en\">search</a>");
        }
    }

    @Test
    void contact_and_licence_are_told_to_readers_and_programs() {
        try (TestSite site = site(
                "site:contact <mailto:bridges@example.org> ; site:licence <https://creativecommons.org/licenses/by/4.0/> .")) {
            assertThat(page(site, "/doc/long?lang=en", "Accept", "text/html"))
                    .contains(
                            "<h2>Contact</h2>",
                            "href=\"mailto:bridges@example.org\"",
                            ">bridges@example.org</a>",
                            "rel=\"license\"");
            assertThat(page(site, "/dataset.ttl"))
                    .contains(
                            "<https://creativecommons.org/licenses/by/4.0/>",
                            "contactPoint",
                            "<mailto:bridges@example.org>");
            assertThat(page(site, "/.well-known/void.ttl")).contains("<mailto:bridges@example.org>");
            assertThat(page(site, "/openapi.json"))
                    .containsPattern("\"contact\": ?\\{\\s*\"email\": ?\"bridges@example.org\"")
                    .contains("\"https://creativecommons.org/licenses/by/4.0/\"");
            assertThat(page(site, "/llms.txt?lang=en")).contains("Contact:", "bridges@example.org", "Licence:");
            assertThat(site.get("/doc/long.ttl").headers().allValues("Link").toString())
                    .contains("<https://creativecommons.org/licenses/by/4.0/>; rel=\"license\"");
        }
        try (TestSite site = site("")) {
            assertThat(page(site, "/?lang=en")).doesNotContain("<h2>Contact</h2>", "<h2>Licence</h2>");
            assertThat(page(site, "/dataset.ttl")).doesNotContain("contactPoint", "dct:license");
            assertThat(page(site, "/openapi.json")).doesNotContain("\"contact\"", "\"license\"");
            assertThat(page(site, "/llms.txt?lang=en")).doesNotContain("Contact:", "Licence:");
        }
    }

    @Test
    void what_the_catalogue_states_stays_and_its_contact_is_shown() {
        String licence = "<http://example.org/own-terms>";
        folder("site:licence <https://creativecommons.org/licenses/by/4.0/> .")
                .turtle(
                        "data/catalog.ttl",
                        "PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX v: <http://www.w3.org/2006/vcard/ns#>"
                                + " <dataset> void:uriSpace \"http://example.org/\" ; dct:license " + licence
                                + " ; dcat:contactPoint [ v:hasURL <http://example.org/desk> ] .");
        try (TestSite site = TestSite.of(new PublicationFolder(root).read(), TestSite.seconds(20))) {
            assertThat(page(site, "/dataset.ttl")).contains(licence).doesNotContain("creativecommons");
            assertThat(page(site, "/?lang=en"))
                    .contains("href=\"http://example.org/desk\"", "own-terms")
                    .doesNotContain("creativecommons");
        }
    }

    @Test
    void dumps_have_the_name_that_is_set_and_answer_by_the_old_one_too() {
        try (TestSite site = site("site:dumpName \"bridges\" .")) {
            HttpResponse<String> dump = site.get("/export/bridges.nt");
            assertThat(dump.statusCode()).isEqualTo(200);
            assertThat(field(dump, "Content-Disposition")).contains("filename=\"bridges.nt\"");
            assertThat(site.get("/export/torchgraph.nt").body()).isEqualTo(dump.body());
            assertThat(site.get("/export/others.nt").statusCode()).isEqualTo(404);
            for (String path : List.of("/", "/export", "/openapi.json", "/dataset.ttl", "/ro-crate-metadata.json")) {
                assertThat(page(site, path, "Accept", "text/html, */*;q=0.1"))
                        .as(path)
                        .contains("/export/bridges.")
                        .doesNotContain("/export/torchgraph.");
            }
        }
        try (TestSite site = site("site:title \"x\" .")) {
            assertThat(site.get("/export/bridges.nt").statusCode()).isEqualTo(404);
            assertThat(page(site, "/")).contains("/export/torchgraph.ttl");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // asked for | id/long | id/old | id/new
                "de | lange Brücke | alte Brücke | pont neuf",
                "en | long bridge | vieux pont | pont neuf",
                "it | long bridge | vieux pont | pont neuf",
                "la | long bridge | pons vetus | pons novus"
            })
    void labels_follow_the_reader_and_then_the_settings(String asked, String one, String two, String three) {
        try (TestSite site = site("site:languages ( \"fr\" \"de\" ) .")) {
            for (String[] each : new String[][] {{"long", one}, {"old", two}, {"new", three}}) {
                assertThat(page(site, "/doc/" + each[0], "Accept", "text/html", "Accept-Language", asked))
                        .contains(">" + each[1] + "</h1>");
            }
        }
        try (TestSite site = site("")) {
            assertThat(page(site, "/doc/old", "Accept", "text/html", "Accept-Language", "en"))
                    .contains(">no tag</h1>");
        }
    }

    @Test
    void the_interface_has_the_language_that_is_set_for_readers_who_state_none_that_it_has() {
        try (TestSite site = site("site:language \"zh\" .")) {
            assertThat(page(site, "/")).contains("<html lang=\"zh-Hans\" ");
            assertThat(page(site, "/", "Accept-Language", "tlh")).contains("<html lang=\"zh-Hans\" ");
            assertThat(page(site, "/", "Accept-Language", "en")).contains("<html lang=\"en\" ");
            assertThat(page(site, "/?lang=en")).contains("<html lang=\"en\" ");
            assertThat(page(site, "/feed.atom")).contains("xml:lang=\"zh-Hans\"");
        }
        try (TestSite site = site("")) {
            assertThat(page(site, "/")).contains("<html lang=\"en\" ");
        }
    }

    @Test
    void a_logo_is_served_with_its_type_and_without_scripts_and_revalidated() {
        folder("site:logo \"logo.svg\" .").write("logo.svg", LOGO);
        try (TestSite site = TestSite.of(new PublicationFolder(root).read(), TestSite.seconds(20))) {
            assertThat(page(site, "/?lang=en"))
                    .contains(
                            "<img class=\"logo\" src=\"/assets/own/logo.svg\" alt=\"\">",
                            "<link rel=\"icon\" href=\"/assets/own/logo.svg\" type=\"image/svg+xml\">")
                    .doesNotContain("torch.svg", "colours.css");
            HttpResponse<String> logo = site.get("/assets/own/logo.svg");
            assertThat(logo.body()).isEqualTo(LOGO);
            assertThat(field(logo, "Content-Type")).startsWith("image/svg+xml");
            assertThat(field(logo, "Content-Security-Policy"))
                    .contains("default-src 'none'", "sandbox")
                    .doesNotContain("script-src", "allow-scripts");
            assertThat(field(logo, "X-Content-Type-Options")).isEqualTo("nosniff");
            HttpResponse<String> again = site.get("/assets/own/logo.svg", "If-None-Match", field(logo, "ETag"));
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(site.get("/assets/own/logo.png").statusCode()).isEqualTo(404);
            assertThat(site.get("/assets/own/colours.css").statusCode()).isEqualTo(404);
        }
        try (TestSite site = site("site:title \"x\" .")) {
            assertThat(page(site, "/?lang=en")).contains("torch.svg").doesNotContain("/assets/own/");
            assertThat(site.get("/assets/own/logo.svg").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void another_logo_is_another_version_and_is_served_from_then_on() {
        PublicationFolder folder = folder("site:logo \"logo.svg\" .").write("logo.svg", LOGO);
        try (TestSite site = TestSite.of(folder.read(), TestSite.seconds(20))) {
            String before = field(site.get("/doc/long.ttl"), "Torchgraph-Version");
            String tag = field(site.get("/assets/own/logo.svg"), "ETag");
            site.replace(folder.write("logo.svg", LOGO.replace('8', '9')).read());
            assertThat(field(site.get("/doc/long.ttl"), "Torchgraph-Version")).isNotEqualTo(before);
            HttpResponse<String> logo = site.get("/assets/own/logo.svg", "If-None-Match", tag);
            assertThat(logo.statusCode()).isEqualTo(200);
            assertThat(logo.body()).contains("0 0 9 9");
        }
    }

    @Test
    void colours_are_a_style_sheet_of_their_own_and_no_page_has_styles_in_it() {
        try (TestSite site = site("site:accent [ site:light \"#006A55\" ; site:dark \"#63cfb3\" ] ;"
                + " site:linkColour [ site:dark \"#93b8f5\" ] .")) {
            HttpResponse<String> home = site.get("/?lang=en");
            assertThat(home.body())
                    .containsSubsequence(
                            "/assets/style.css", "<link rel=\"stylesheet\" href=\"/assets/own/colours.css\">")
                    .doesNotContain("<style", " style=\"");
            assertThat(field(home, "Content-Security-Policy")).contains("style-src 'self';");
            assertThat(page(site, "/queries/all?embed=1&lang=en", "Accept", "text/html"))
                    .contains("/assets/own/colours.css");
            HttpResponse<String> sheet = site.get("/assets/own/colours.css");
            assertThat(field(sheet, "Content-Type")).startsWith("text/css");
            assertThat(sheet.body().split("@media"))
                    .satisfiesExactly(
                            before -> assertThat(before).isEmpty(),
                            light -> assertThat(light)
                                    .contains("light", "--torch: #006a55", "--torch-ink: #ffffff")
                                    .doesNotContain("--link"),
                            dark -> assertThat(dark)
                                    .contains("dark", "--torch: #63cfb3", "--torch-ink: #000000", "--link: #93b8f5"));
            assertThat(site.get("/assets/own/colours.css", "If-None-Match", field(sheet, "ETag"))
                            .statusCode())
                    .isEqualTo(304);
        }
    }

    @Test
    void what_is_said_of_evidence_stands_where_the_settings_name_it() {
        try (TestSite site = site("site:evidence <http://example.org/def#source> .")) {
            assertThat(page(site, "/about?lang=en")).contains("What has no source is not written");
        }
        try (TestSite site = site("site:language \"en\" .")) {
            assertThat(page(site, "/about?lang=en")).doesNotContain("What has no source is not written");
        }
    }

    private static final String FACTS =
            """
            ex:secret rdfs:label "row number"@en . ex:river rdfs:label "river crossed"@en .
            <id/long> a ex:Bridge ; rdfs:label "long bridge"@en ; ex:secret "r-77" ; ex:river <id/rhine> ; dct:issued "1901-05-01"^^xsd:date .
            <id/short> a ex:Bridge ; rdfs:label "short bridge"@en ; ex:secret "r-78" ; ex:river <id/maas> .
            <id/rhine> rdfs:label "Rhine"@en . <id/maas> rdfs:label "Maas"@en . <id/tunnel> ex:secret <id/maas> ; rdfs:label "tunnel"@en .
            <id/pier> a ex:Bridge ; rdfs:label "pier"@en ; ex:river [ ex:secret "r-79" ] .
            """;

    private TestSite bridges(String settings) {
        return TestSite.of(folder(settings).turtle("data/bridges.ttl", FACTS).read(), TestSite.seconds(20))
                .searchable();
    }

    private static String thing(TestSite site, String path) {
        return page(site, path + "?lang=en", "Accept", "text/html");
    }

    private static String found(TestSite site, String text) {
        return page(site, "/search?q=" + text + "&lang=en", "Accept", "text/html");
    }

    @Test
    void a_hidden_property_is_on_no_page_and_in_all_data() {
        try (TestSite site = bridges("site:hidden <http://example.org/def#secret> .")) {
            assertThat(thing(site, "/doc/long")).contains("river crossed").doesNotContain("r-77", "row number");
            assertThat(thing(site, "/doc/maas")).contains(">short bridge</a>").doesNotContain(">tunnel</a>");
            assertThat(page(site, "/doc/long.md")).contains("Rhine").doesNotContain("r-77");
            assertThat(thing(site, "/doc/pier")).contains("river crossed").doesNotContain("r-79", "row number");
            assertThat(page(site, "/compare?thing=id/long&thing=id/short&lang=en", "Accept", "text/html"))
                    .contains("river crossed")
                    .doesNotContain("r-77", "row number");
            assertThat(page(site, "/compare.csv?thing=id/long&thing=id/short")).contains("r-77");
            for (String path : List.of("/doc/long.ttl", "/doc/long.jsonld", "/doc/long.nt", "/export/torchgraph.nt")) {
                assertThat(page(site, path)).as(path).contains("r-77");
            }
            assertThat(page(site, "/sparql?query=SELECT%20*%20%7B%3Fs%20%3Fp%20%22r-77%22%7D"))
                    .contains("id/long");
            assertThat(page(site, "/search.json?q=r-77")).contains("id/long");
            assertThat(found(site, "r-77")).contains(">long bridge").doesNotContain("row number", "<mark>");
        }
        try (TestSite site = bridges("")) {
            assertThat(thing(site, "/doc/long")).contains("r-77", "row number");
            assertThat(found(site, "r-77")).containsSubsequence(">long bridge", "row number", "<mark>");
            assertThat(page(site, "/compare?thing=id/long&thing=id/short&lang=en", "Accept", "text/html"))
                    .contains("r-77", "row number");
            assertThat(thing(site, "/doc/maas")).contains(">tunnel</a>");
        }
    }

    @Test
    void a_group_of_its_own_has_a_heading_in_the_language_of_the_reader() {
        String settings =
                """
                site:layout [ site:group "water" ; <http://www.w3.org/2000/01/rdf-schema#label> "Water"@en , "水"@zh ;
                    site:properties ( <http://example.org/def#river> ) ] ,
                  [ site:group "names" ; <http://www.w3.org/2000/01/rdf-schema#label> "What it is called"@en ;
                    site:properties ( <http://www.w3.org/2000/01/rdf-schema#label> ) ] .
                """;
        try (TestSite site = bridges(settings)) {
            assertThat(thing(site, "/doc/long"))
                    .containsSubsequence(
                            "data-group=\"facts\"><caption>Facts</caption>",
                            "1901",
                            "data-group=\"water\"><caption><span lang=\"en\" dir=\"auto\">Water</span></caption>",
                            "river crossed",
                            "<span lang=\"en\" dir=\"auto\">What it is called</span></caption>")
                    .doesNotContain("水");
            assertThat(page(site, "/doc/long?lang=zh", "Accept", "text/html")).contains(">水</span></caption>");
        }
        try (TestSite site = bridges("")) {
            assertThat(thing(site, "/doc/long")).doesNotContain("data-group=\"water\"", "What it is called");
        }
    }

    @Test
    void hits_are_filtered_by_the_properties_that_are_set() {
        try (TestSite site = bridges("site:facets ( <http://example.org/def#river>"
                + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ) .")) {
            String found = page(site, "/search.json?q=bridge&river=id/rhine");
            assertThat(found).contains("id/long").doesNotContain("id/short");
            assertThat(found).containsSubsequence("\"river\"", "river crossed", "\"class\"");
            assertThat(page(site, "/search?q=bridge&lang=en", "Accept", "text/html"))
                    .containsSubsequence("river crossed", "Rhine")
                    .doesNotContain("name=\"year\"");
            assertThat(site.get("/search.json?q=bridge&year=1901").statusCode()).isEqualTo(400);
        }
        try (TestSite site = bridges("")) {
            assertThat(site.get("/search.json?q=bridge&river=id/rhine").statusCode())
                    .isEqualTo(400);
            assertThat(page(site, "/search.json?q=bridge&year=1901")).contains("id/long");
        }
    }

    @Test
    void two_facets_of_one_name_are_told_apart_and_none_is_called_like_another_parameter() {
        folder(
                        "site:facets ( <http://example.org/def#page> <http://example.org/a#river> <http://example.org/def#river> ) .")
                .turtle("data/bridges.ttl", FACTS + "<id/long> ex:page 3 ; <http://example.org/a#river> <id/maas> .");
        try (TestSite site = TestSite.of(new PublicationFolder(root).read(), TestSite.seconds(20))
                .searchable()) {
            assertThat(page(site, "/search.json?q=bridge&page-2=3&river=id/maas&river-2=id/rhine"))
                    .contains("id/long")
                    .doesNotContain("id/short");
        }
    }

    @Test
    void a_copy_of_the_publication_has_the_logo() throws IOException {
        folder("site:logo \"pictures/logo.svg\" .").write("pictures/logo.svg", LOGO);
        Path zip = root.resolve("copy.zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            PublicationCopy.of(root).writeTo(out);
        }
        try (ZipFile copy = new ZipFile(zip.toFile())) {
            assertThat(copy.stream().map(ZipEntry::getName)).contains("pictures/logo.svg", "site.ttl");
        }
        assertThat(PublicationCopy.of(root).files())
                .anyMatch(file -> file.name().equals("pictures/logo.svg")
                        && file.mediaType().equals("image/svg+xml"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "site:logo \"none.png\" . | site.ttl:3: error: the publication has no file",
                "site:accent [ site:light \"#ffcc00\" ] . | site.ttl:3: error: \"#ffcc00\" has a contrast of 1.30",
                "site:name \"x\" . | site.ttl:3: error: there is no such setting",
                "site:dumpName \"x\" .~[] site:title \"y\" . | site.ttl:4: error: settings are one node"
            })
    void bad_settings_are_refused_by_check_and_serve(String settings, String why) {
        folder(settings.replace("~", "\n"));
        Cli check = Cli.run("check", "--publication", root.toString());
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out() + check.err()).contains(why).doesNotContain("Exception");
        Cli serve = Cli.run("serve", "--port", "0", "--publication", root.toString());
        assertThat(serve.exit()).isEqualTo(1);
        assertThat(serve.out() + serve.err()).contains(why).doesNotContain("Exception", "ready");
    }

    @Test
    void settings_in_bytes_that_are_no_text_are_one_sentence() {
        folder("")
                .write("site.ttl", new String("\u0000\u0001".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        Cli check = Cli.run("check", "--publication", root.toString());
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out() + check.err()).contains("site.ttl:1:1: error: ").doesNotContain("Exception");
    }
}
