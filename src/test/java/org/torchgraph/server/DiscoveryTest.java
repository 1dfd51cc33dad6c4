package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class DiscoveryTest {
    @AutoClose
    private static final TestSite site = ZonesExtract.site();

    private static Element xml(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
            return document.getDocumentElement();
        } catch (Exception malformed) {
            throw new AssertionError(text, malformed);
        }
    }

    private static List<String> texts(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent());
        }
        return texts;
    }

    @Test
    void the_sitemap_lists_pages_of_the_host_that_was_asked_and_they_are_there() {
        Element urlset = xml(site.get("/sitemap.xml").body());
        assertThat(urlset.getNamespaceURI()).isEqualTo("http://www.sitemaps.org/schemas/sitemap/0.9");
        assertThat(urlset.getLocalName()).isEqualTo("urlset");
        List<String> pages = texts(urlset, "loc");
        assertThat(pages)
                .contains(
                        site.url("/doc/org/most"), site.url("/doc/graph/organizations"), site.url("/queries/policies"))
                .doesNotContain(site.url("/doc/org/nobody"))
                .allMatch(page -> page.startsWith(site.url("/")) && !page.contains("#"))
                .doesNotHaveDuplicates();
        for (int i = 0; i < pages.size(); i += pages.size() / 20) {
            String path = pages.get(i).substring(site.url("").length());
            assertThat(site.get(path, "Accept", "text/html").statusCode())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(site.get("/sitemap.xml?part=2").statusCode()).isEqualTo(404);
        assertThat(site.get("/sitemap.xml?part=x").statusCode()).isEqualTo(404);
    }

    @Test
    void a_page_says_when_it_changed_as_the_data_say_and_else_nothing(@TempDir Path root) {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle(
                        "data/a.ttl",
                        """
                        <id/a> dct:modified "2024-02-29"^^xsd:date .
                        <id/b> dct:modified "2024-03-01T23:59:59Z"^^xsd:dateTime , "2023-01-01"^^xsd:date .
                        <id/c> rdfs:label "c" .
                        <id/d> dct:modified "last spring" , "2024"^^xsd:gYear .
                        """);
        try (TestSite undated = TestSite.of(folder.read(), TestSite.seconds(10))) {
            assertThat(lastmod(undated, "/doc/a")).contains("2024-02-29");
            assertThat(lastmod(undated, "/doc/b")).contains("2024-03-01");
            assertThat(lastmod(undated, "/doc/c")).isEmpty();
            assertThat(lastmod(undated, "/doc/d")).isEmpty();
            assertThat(lastmod(undated, "/")).isEmpty();
        }
        folder.turtle(
                "data/catalog.ttl",
                "<dataset> void:uriSpace \"http://example.org/\" ; dct:modified \"2025-12-24\"^^xsd:date .");
        try (TestSite dated = TestSite.of(folder.read(), TestSite.seconds(10))) {
            assertThat(lastmod(dated, "/doc/a")).contains("2024-02-29");
            assertThat(lastmod(dated, "/doc/c")).contains("2025-12-24");
            assertThat(lastmod(dated, "/about")).contains("2025-12-24");
        }
    }

    private static List<String> lastmod(TestSite site, String path) {
        NodeList urls = xml(site.get("/sitemap.xml").body()).getElementsByTagNameNS("*", "url");
        for (int i = 0; i < urls.getLength(); i++) {
            Element url = (Element) urls.item(i);
            if (texts(url, "loc").contains(site.url(path))) {
                return texts(url, "lastmod");
            }
        }
        throw new AssertionError("not in the sitemap: " + path);
    }

    @Test
    void a_sitemap_of_too_many_pages_is_an_index(@TempDir Path root) {
        StringBuilder things = new StringBuilder();
        for (int i = 0; i < 50_001; i++) {
            things.append("<id/t/").append(i).append("> a ex:T .\n");
        }
        PublicationFolder folder = PublicationFolder.in(root).turtle("data/a.ttl", things.toString());
        try (TestSite large = TestSite.of(folder.read(), TestSite.seconds(10))) {
            Element index = xml(large.get("/sitemap.xml").body());
            assertThat(index.getLocalName()).isEqualTo("sitemapindex");
            assertThat(texts(index, "loc"))
                    .containsExactly(large.url("/sitemap.xml?part=1"), large.url("/sitemap.xml?part=2"));
            Set<String> all =
                    new HashSet<>(texts(xml(large.get("/sitemap.xml?part=1").body()), "loc"));
            assertThat(all).hasSize(50_000);
            all.addAll(texts(xml(large.get("/sitemap.xml?part=2").body()), "loc"));
            assertThat(all).contains(large.url("/doc/t/0"), large.url("/doc/t/50000"));
            assertThat(large.get("/sitemap.xml?part=3").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void robots_are_told_of_the_sitemap_and_kept_from_queries() {
        assertThat(site.get("/robots.txt").body().lines())
                .contains("User-agent: *", "Disallow: /sparql?", "Disallow: /*?page=")
                .contains("Sitemap: " + site.url("/sitemap.xml"))
                .doesNotContain("Disallow: /");
    }

    @Test
    void the_feed_has_an_entry_for_the_first_version() {
        Element feed = xml(site.get("/feed.atom", "Accept-Language", "zh-CN").body());
        assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(feed.getAttribute("xml:lang")).isEqualTo("zh-Hans");
        assertThat(texts(feed, "entry")).hasSize(1);
        assertThat(texts(feed, "id")).hasSize(2).doesNotHaveDuplicates().allMatch(id -> URI.create(id)
                .isAbsolute());
        assertThat(texts(feed, "title")).containsExactly("高新火炬：数据集的版本", "高新火炬 1.0.0");
        assertThat(texts(feed, "name")).containsExactly("高新火炬编者");
        assertThat(texts(feed, "updated")).hasSize(2).allSatisfy(Instant::parse);
        assertThat(texts(feed, "summary").get(0)).containsPattern("\\d+ 条陈述");
        Element english = xml(site.get("/feed.atom?lang=en").body());
        assertThat(texts(english, "title")).contains("Torchgraph 1.0.0");
        assertThat(texts(english, "id")).isEqualTo(texts(feed, "id"));
    }

    @Test
    void a_feed_is_asked_for_and_leads_on_in_the_language_that_was_chosen() {
        for (String path : List.of("/?lang=zh", "/versions?lang=zh", "/export?lang=zh")) {
            var page = Jsoup.parse(site.get(path, "Accept", "text/html").body());
            assertThat(page.select("[href^=/feed.atom]").eachAttr("href"))
                    .as(path)
                    .isNotEmpty()
                    .allMatch("/feed.atom?lang=zh"::equals);
        }
        HttpResponse<String> feed = site.get("/feed.atom?lang=zh-CN", "Accept-Language", "en");
        assertThat(feed.headers().firstValue("Content-Language")).contains("zh-Hans");
        var atom = Jsoup.parse(feed.body(), Parser.xmlParser());
        assertThat(atom.select("feed > link[rel=self]").attr("href")).isEqualTo(site.url("/feed.atom?lang=zh"));
        assertThat(atom.select("feed > link[rel=alternate]").attr("href")).isEqualTo(site.url("/?lang=zh"));
        assertThat(atom.select("entry > link[rel=alternate]").attr("href")).endsWith("?lang=zh");
        assertThat(Jsoup.parse(site.get("/feed.atom").body(), Parser.xmlParser())
                        .select("link[rel=self]")
                        .attr("href"))
                .isEqualTo(site.url("/feed.atom"));
    }

    @Test
    void a_feed_with_a_character_that_xml_lacks_is_406(@TempDir Path root) {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle(
                        "data/catalog.ttl",
                        "<dataset> void:uriSpace \"http://example.org/\" ; dct:title \"All\"@en ; <http://www.w3.org/ns/dcat#version> \"1 \\u0007 2\" .");
        try (TestSite site = TestSite.of(folder.read(), TestSite.seconds(10))) {
            HttpResponse<String> feed = site.get("/feed.atom");
            assertThat(feed.statusCode()).isEqualTo(406);
            assertThat(feed.body()).contains("U+0007").doesNotContain("\uFFFD", "<feed");
            assertThat(site.get("/sitemap.xml").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void every_question_is_in_the_description_for_programs() {
        JsonObject api = json(site.get("/openapi.json").body());
        assertThat(api.getString("openapi")).startsWith("3.1.");
        assertThat(api.getJsonArray("security"))
                .as("what is described needs no key")
                .isEmpty();
        assertThat(api.getJsonObject("info").getString("version")).isEqualTo("1.0.0");
        assertThat(api.getJsonArray("servers").getJsonObject(0).getString("url"))
                .isEqualTo(site.url(""));
        JsonObject paths = api.getJsonObject("paths");
        assertThat(paths.getJsonObject("/doc/{thing}").toString()).contains("parameters/cite");
        assertThat(paths.getJsonObject("/queries/policies").toString()).contains("parameters/cite", "parameters/embed");
        assertThat(paths.getJsonObject("/queries/policies.{format}").toString())
                .doesNotContain("parameters/cite", "parameters/embed");
        assertThat(paths.keySet())
                .contains("/search", "/versions", "/doc/{thing}", "/sparql", "/queries/policies", "/queries/things");
        JsonObject due = paths.getJsonObject("/queries/targets-due-in").getJsonObject("get");
        assertThat(due.getString("summary")).isEqualTo("Targets due in a year / 某年到期的量化目标");
        JsonObject year = due.getJsonArray("parameters").getJsonObject(0);
        assertThat(year.getString("name")).isEqualTo("year");
        assertThat(year.getString("description")).contains("the year", "年份");
        assertThat(year.getJsonObject("schema").getString("default")).isEqualTo("2025");
        assertThat(due.getJsonObject("responses").getJsonObject("200").getJsonObject("content"))
                .containsKeys("text/csv", "application/sparql-results+json", "text/html");
    }

    @Test
    void what_views_of_a_thing_take_and_what_every_path_refuses_is_in_the_description() {
        JsonObject api = json(site.get("/openapi.json").body());
        JsonObject known = api.getJsonObject("components").getJsonObject("parameters");
        for (String path : List.of("/doc/{thing}", "/resource")) {
            JsonObject get = api.getJsonObject("paths").getJsonObject(path).getJsonObject("get");
            for (String name : List.of("tree", "names", "letter", "matches", "rows", "dimensions", "datasets")) {
                assertThat(get.getJsonArray("parameters").toString()).contains("/parameters/" + name + "\"");
                assertThat(known.getJsonObject(name).getString("in")).isEqualTo("query");
            }
            assertThat(get.getJsonObject("responses")).containsKeys("400", "404");
        }
        for (String path : List.of("/health", "/sparql/terms")) {
            assertThat(site.post(path, "text/plain", "").statusCode()).isEqualTo(405);
            assertThat(api.getJsonObject("paths")
                            .getJsonObject(path)
                            .getJsonObject("get")
                            .getJsonObject("responses"))
                    .containsKey("405");
        }
        assertThat(known.getJsonObject("labels")
                        .getJsonObject("schema")
                        .getJsonArray("enum")
                        .toString())
                .contains("de", "fr");
    }

    @Test
    void what_helps_to_write_queries_is_in_the_description_for_programs() {
        JsonObject api = json(site.get("/openapi.json").body());
        JsonObject explain = api.getJsonObject("paths").getJsonObject("/sparql/explain");
        assertThat(explain.keySet()).containsExactlyInAnyOrder("get", "post");
        JsonObject why =
                api.getJsonObject("components").getJsonObject("schemas").getJsonObject("Explanation");
        JsonObject empty = json(site.get("/sparql/explain?query=SELECT*%7B%3Fs%20%3Curn:x:y%3E%20%3Fo%7D")
                .body());
        assertThat(why.getJsonObject("properties").keySet()).isEqualTo(empty.keySet());
        assertThat(why.getJsonObject("properties")
                        .getJsonObject("removedBy")
                        .getJsonObject("properties")
                        .keySet())
                .isEqualTo(empty.getJsonObject("removedBy").keySet());
        assertThat(api.getJsonObject("paths").getJsonObject("/sparql/terms").keySet())
                .containsExactly("get");
        assertThat(api.getJsonObject("components")
                        .getJsonObject("schemas")
                        .getJsonObject("Terms")
                        .getJsonObject("properties")
                        .keySet())
                .isEqualTo(json(site.get("/sparql/terms").body()).keySet());
    }

    /** The structure that the specification demands, for every path. */
    @Test
    void the_description_for_programs_is_well_formed() {
        JsonObject api = json(site.get("/openapi.json").body());
        Set<String> ids = new HashSet<>();
        api.getJsonObject("paths").forEach((path, item) -> item.asJsonObject().forEach((method, value) -> {
            JsonObject operation = value.asJsonObject();
            assertThat(method).isIn("get", "post");
            assertThat(ids.add(operation.getString("operationId"))).as(path).isTrue();
            assertThat(operation.getJsonObject("responses")).isNotEmpty();
            operation.getJsonObject("responses").keySet().forEach(status -> assertThat(status)
                    .matches("[1-5]\\d\\d"));
            Set<String> inPath = new HashSet<>();
            if (operation.containsKey("parameters")) {
                for (JsonValue one : operation.getJsonArray("parameters")) {
                    JsonObject parameter = one.asJsonObject();
                    if (!parameter.containsKey("$ref")) {
                        assertThat(parameter.getString("in")).isIn("path", "query");
                        assertThat(parameter.getJsonObject("schema")).containsKey("type");
                        if (parameter.getString("in").equals("path")) {
                            assertThat(parameter.getBoolean("required")).isTrue();
                            inPath.add("{" + parameter.getString("name") + "}");
                        }
                    }
                }
            }
            assertThat(inPath).as(path).isEqualTo(variables(path));
        }));
        references(api).forEach(reference -> assertThat(api.getValue(reference.substring(1)))
                .as(reference)
                .isNotNull());
    }

    private static Set<String> variables(String path) {
        Set<String> variables = new HashSet<>();
        Pattern.compile("\\{[^}]*}").matcher(path).results().forEach(found -> variables.add(found.group()));
        return variables;
    }

    private static Set<String> references(JsonValue value) {
        Set<String> found = new HashSet<>();
        if (value.getValueType() == JsonValue.ValueType.OBJECT) {
            value.asJsonObject().forEach((key, inner) -> {
                if (key.equals("$ref")) {
                    found.add(((JsonString) inner).getString());
                }
                found.addAll(references(inner));
            });
        } else if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            value.asJsonArray().forEach(inner -> found.addAll(references(inner)));
        }
        return found;
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    /** What search engines read of a page. */
    private static JsonObject structured(String path) {
        String html = site.get(path, "Accept", "text/html").body();
        String begin = "<script type=\"application/ld+json\">";
        int start = html.indexOf(begin) + begin.length();
        return json(html.substring(start, html.indexOf("</script>", start)));
    }

    @Test
    void pages_say_in_the_terms_of_schema_org_what_they_are_about() {
        JsonObject policy = structured("/doc/policy/2021-most-green-development-action-plan?lang=en");
        assertThat(policy.getString("@type")).isEqualTo("Legislation");
        assertThat(policy.getString("@id"))
                .isEqualTo("https://w3id.org/torchgraph/id/policy/2021-most-green-development-action-plan");
        assertThat(policy.getString("name")).startsWith("Implementation Plan");
        assertThat(policy.getString("alternateName")).isEqualTo("国家高新区绿色发展专项行动实施方案");
        assertThat(policy.getString("datePublished")).isEqualTo("2021-01-29");
        assertThat(policy.getJsonObject("legislationPassedBy").getString("@id"))
                .isEqualTo("https://w3id.org/torchgraph/id/org/most");
        assertThat(policy.getJsonObject("subjectOf").getString("@id")).isEqualTo("https://w3id.org/torchgraph/dataset");
        assertThat(structured("/doc/org/most").getString("@type")).isEqualTo("Organization");
        assertThat(structured("/doc/concept/basis/stated").getString("@type")).isEqualTo("DefinedTerm");
        JsonObject dataset = structured("/");
        assertThat(dataset.getString("@type")).isEqualTo("Dataset");
        assertThat(dataset.getString("license")).isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        assertThat(dataset.getJsonArray("distribution")).hasSize(6);
        assertThat(site.get("/doc/evidence/2021-green-targets", "Accept", "text/html")
                        .body())
                .doesNotContain("application/ld+json\">{");
    }

    @Test
    void a_thing_can_be_cited() {
        String iri = "https://w3id.org/torchgraph/id/org/most";
        assertThat(site.get("/doc/org/most.html?lang=en").body())
                .containsPattern(
                        "id=\"cite-line\"><bdi lang=\"en\">[^<]+</bdi>\\. Torchgraph, version 1\\.0\\.0 \\([0-9a-f]{12}\\)\\. "
                                + iri + " \\(licence: CC BY 4\\.0\\)<");
        assertThat(site.get("/doc/org/most.html?lang=zh").body())
                .containsPattern(
                        "id=\"cite-line\"><bdi lang=\"zh-Hans\">[^<]+</bdi>\\[DS/OL\\]\\. 高新火炬, 版本 1\\.0\\.0 \\([0-9a-f]{12}\\)<span data-today=\"\\[#\\]\"></span>\\. "
                                + iri + "（许可：CC BY 4\\.0）<");
    }

    @Test
    void the_first_page_leads_to_all_of_it() {
        assertThat(site.get("/", "Accept", "text/html")
                        .headers()
                        .firstValue("Link")
                        .orElseThrow())
                .contains("</dataset>; rel=\"describedby\"", "</openapi.json>; rel=\"service-desc\"", "</feed.atom>");
        assertThat(site.get("/", "Accept", "text/html").body())
                .contains("href=\"/feed.atom\"", "rel=\"service-desc\"", "href=\"/dataset.ttl\"");
    }
}
