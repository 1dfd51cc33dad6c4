package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.File;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;
import org.xml.sax.InputSource;

class QuestionPagesTest {
    @AutoClose
    private static final TestSite site = ZonesExtract.site();

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    @Test
    void a_question_is_a_page_or_data_by_suffix() {
        assertThat(type(site.get("/queries/targets-due-in.html"))).startsWith("text/html");
        assertThat(type(site.get("/queries/targets-due-in.csv"))).startsWith("text/csv");
        assertThat(type(site.get("/queries/targets-due-in.json"))).isEqualTo("application/sparql-results+json");
        assertThat(type(site.get("/queries/targets-due-in.ttl"))).startsWith("text/turtle");
        assertThat(type(site.get("/queries/targets-due-in", "Accept", "text/html")))
                .startsWith("text/html");
        assertThat(type(site.get("/queries/targets-due-in"))).startsWith("text/csv");
        assertThat(site.get("/queries/targets-due-in.exe").statusCode()).isEqualTo(404);
    }

    @Test
    void a_picture_is_a_file_that_stands_alone_and_runs_nothing() throws Exception {
        HttpResponse<String> answer = site.get("/queries/zones.svg?labels=zh&province=510000");
        assertThat(type(answer)).startsWith("image/svg+xml");
        String svg = answer.body();
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(svg)
                .contains("<title>高新区：四川省</title>", "四川", "数值：高新区", "来源：")
                .contains("http://www.w3.org/2000/svg", "href=\"http://", "版本", "/queries/zones?province=510000")
                .doesNotContain("var(--", "href=\"/", "<script", "class=\"hatch\"");
        String style = svg.substring(svg.indexOf("<style>") + "<style>".length(), svg.indexOf("</style>"));
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; style-src 'sha256-" + digest + "'; frame-ancestors 'none'");
        assertThat(site.get("/queries/zones.svg").body()).contains("class=\"hatch\"", "Number: Zone");
    }

    @Test
    void the_bar_of_a_year_leads_to_the_answer_for_it_where_the_question_takes_a_year() {
        Document zones = Jsoup.parse(
                site.get("/queries/zones?lang=en", "Accept", "text/html").body());
        assertThat(zones.select("svg.chart a[href]").eachAttr("href"))
                .containsExactly("/queries/zones?lang=en&year=1991", "/queries/zones?lang=en&year=1992");
        assertThat(zones.select("svg.chart [role=img]").eachAttr("aria-label")).containsExactly("no year: 1");
        Document one = Jsoup.parse(site.get("/queries/zones?lang=en&year=1991", "Accept", "text/html")
                .body());
        assertThat(one.select("tbody tr")).hasSize(2);
        assertThat(one.select("svg.chart")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/queries/zones.svg?picture=3, 404, no-picture",
        "/queries/zones.svg?picture=x, 404, no-picture",
        "/queries/targets-due-in.svg, 404, no-picture",
        "/queries/zones.svg?labels=xx, 400, labels-language",
        "/queries/zones.svg?colour=red, 400, parameter-unknown"
    })
    void what_cannot_be_drawn_is_told(String path, int status, String code) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
    }

    @Test
    void the_values_that_have_answers_are_offered_where_a_pattern_gives_them() {
        Document page = Jsoup.parse(site.get("/queries/targets-due-in?year=1950&lang=en", "Accept", "text/html")
                .body());
        assertThat(page.select("#p-year option").eachText()).contains("1950", "2009", "2010", "2025");
        // The value that was asked for stays, though it has no answer.
        assertThat(page.select("#p-year option[selected]").eachText()).containsExactly("1950");
        assertThat(site.get("/queries/targets-due-in.csv?year=2010").body().lines())
                .hasSizeGreaterThan(1);
    }

    @Test
    void the_heading_and_the_title_tell_what_the_answer_is_for() {
        Document due = Jsoup.parse(site.get("/queries/targets-due-in?year=2010&lang=en", "Accept", "text/html")
                .body());
        assertThat(due.select("h1").text()).isEqualTo("Targets due in a year: 2010");
        assertThat(due.title()).startsWith("Targets due in a year: 2010");
        assertThat(due.select(".crumbs a").eachAttr("href")).contains("/queries/targets-due-in?lang=en");
    }

    @Test
    void parameters_are_bound_as_terms() {
        String due2025 = site.get("/queries/targets-due-in.csv?year=2025").body();
        assertThat(due2025).contains("energy-intensity-all");
        assertThat(site.get("/queries/targets-due-in.csv?year=1066").body().lines())
                .hasSize(1);
        HttpResponse<String> injected = site.get("/queries/targets-due-in.csv?year=2025%22%20.%20%3Fs%20%3Fp%20%3Fo");
        assertThat(injected.statusCode()).isEqualTo(400);
    }

    @Test
    void an_ill_typed_an_unknown_or_a_doubled_parameter_is_400_and_named() {
        for (String query : new String[] {"year=abc", "yaer=2025", "year=2025&year=2026"}) {
            HttpResponse<String> response = site.get("/queries/targets-due-in.csv?" + query);
            assertThat(response.statusCode()).as(query).isEqualTo(400);
            assertThat(response.body()).contains("\"parameter\":\"");
        }
    }

    @Test
    void the_parameter_of_a_frame_is_none_of_data() {
        for (String form : new String[] {"csv", "xlsx", "json"}) {
            HttpResponse<String> response = site.get("/queries/policies." + form + "?embed=1");
            assertThat(response.statusCode()).as(form).isEqualTo(400);
            assertThat(response.body()).contains("\"parameter\":\"embed\"");
        }
    }

    @Test
    void a_value_that_the_data_do_not_have_is_said_beside_no_rows() {
        assertThat(site.get("/queries/policies?year=1066&lang=en", "Accept", "text/html")
                        .body())
                .contains("Nothing matches.", "“1066” is none of the values");
        assertThat(site.get("/queries/policies?year=1066&lang=zh", "Accept", "text/html")
                        .body())
                .contains("没有“1066”这个值");
        assertThat(site.get("/queries/policies?lang=en", "Accept", "text/html").body())
                .doesNotContain("none of the values");
    }

    @Test
    void an_ill_typed_parameter_in_a_browser_shows_the_form_again() {
        HttpResponse<String> response = site.get("/queries/targets-due-in?year=abc", "Accept", "text/html");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body())
                .contains("name=\"year\"", "it wants a year such as 2025")
                .doesNotContain("Exception", "value=\"abc\"", "XMLSchema")
                .doesNotContainPattern("<(title|h1)[^>]*>[^<]*abc");
        String huge = "9".repeat(6000);
        HttpResponse<String> refused = site.get("/queries/targets-due-in?lang=en&year=" + huge, "Accept", "text/html");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("longer than 2000 characters").doesNotContain("name=\"year\" value=\"9");
    }

    @Test
    void an_unknown_question_is_404() {
        assertThat(site.get("/queries/nothing").statusCode()).isEqualTo(404);
        assertThat(site.get("/queries/nothing.csv").statusCode()).isEqualTo(404);
    }

    @Test
    void the_list_holds_every_question_in_the_language_asked_for() {
        assertThat(site.get("/queries", "Accept-Language", "zh-CN").body()).contains("某年到期的量化目标");
        assertThat(site.get("/queries?lang=en").body()).contains("Targets due in a year");
    }

    @Test
    void a_policy_page_answers_the_questions_of_its_panels() {
        String page = site.get("/doc/policy/2021-most-green-development-action-plan.html?lang=en")
                .body();
        assertThat(page).contains("/queries/policy-goals", "energy intensity in 2025");
    }

    @Test
    void a_brief_has_its_facts_its_rows_with_numbers_and_the_sources_that_they_name() {
        HttpResponse<String> answer =
                site.get("/brief/policy/2020-state-council-high-quality-development?lang=en", "Accept", "text/html");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        Document page = Jsoup.parse(answer.body());
        assertThat(page.title()).startsWith(page.select("h1").text() + ": brief");
        assertThat(page.select(".masthead").text()).contains("printed on " + LocalDate.now(ZoneOffset.UTC));
        assertThat(page.select(".sheet table")).isNotEmpty();
        assertThat(page.select(".sheet svg, .sheet details, .sheet .ev")).isEmpty();
        List<String> numbered = page.select(".notes > li").eachAttr("id");
        assertThat(numbered).isNotEmpty();
        assertThat(page.select("sup a").eachAttr("href").stream()
                        .map(link -> link.substring(1))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(numbered);
        assertThat(page.select(".sheet").text()).containsOnlyOnce("under copyright");
        assertThat(page.select(".tools a").attr("href"))
                .isEqualTo("/doc/policy/2020-state-council-high-quality-development?lang=en");
        assertThat(Jsoup.parse(site.get(page.select(".tools a").attr("href"), "Accept", "text/html")
                                .body())
                        .select(".tools > a")
                        .eachAttr("href"))
                .contains("/brief/policy/2020-state-council-high-quality-development?lang=en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/brief/nothing", "/brief/", "/brief/graph/statistics"})
    void there_is_no_brief_of_what_has_no_panels(String path) {
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"no-brief\"");
    }

    @Test
    void things_of_a_class_can_be_listed() {
        String list = site.get("/queries/things.csv?class=https://w3id.org/torchgraph/def%23Policy")
                .body();
        assertThat(list.lines()).hasSize(7);
    }

    @Test
    void only_an_embedded_answer_may_be_framed() {
        HttpResponse<String> bare = site.get("/queries/stages?embed=1", "Accept", "text/html");
        assertThat(policy(bare)).endsWith("frame-ancestors *");
        assertThat(bare.body()).contains("<svg", "<table").doesNotContain("<form", "<nav");
        HttpResponse<String> refused = site.get("/queries/targets-due-in?year=soon&embed=1", "Accept", "text/html");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(policy(refused)).endsWith("frame-ancestors *");
        for (String path :
                new String[] {"/queries/stages", "/queries", "/?embed=1", "/queries/targets-due-in?year=x"}) {
            assertThat(policy(site.get(path, "Accept", "text/html"))).as(path).endsWith("frame-ancestors 'none'");
        }
        assertThat(site.get("/queries/stages?embed=yes", "Accept", "text/html").statusCode())
                .isEqualTo(400);
    }

    private static String policy(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Security-Policy").orElse("");
    }

    @Test
    void a_parameter_may_be_chosen_from_the_things_like_its_default() {
        String page =
                site.get("/queries/zone-story?lang=zh", "Accept", "text/html").body();
        assertThat(page)
                .contains(
                        "<option value=\"id/zone/wuhan-east-lake\"",
                        "<option value=\"id/zone/taiyuan\" lang=\"zh-Hans\" selected>");
        String provinces = site.get("/queries/zones-of-province?lang=en", "Accept", "text/html")
                .body();
        assertThat(provinces)
                .contains("<option value=\"concept/province/510000\"")
                .doesNotContain("<option value=\"concept/basis/stated\"");
    }

    @Test
    void the_list_is_by_subject_and_marks_what_things_answer_too() {
        String page = site.get("/queries?lang=en").body();
        assertThat(page)
                .containsSubsequence(
                        "<h2 id=\"about-0\" lang=\"en\" dir=\"auto\">Policy</h2>",
                        "Lineage of the policies",
                        "<h2 id=\"about-1\"")
                .contains("href=\"#about-0\"", "also on pages of: <span lang=\"en\" dir=\"auto\">Policy</span>");
        assertThat(page.split("<ul class=\"questions\">", -1).length).isBetween(6, 14);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/queries/targets-due-in?year=2025",
                "/queries/passages?thing=id/target/2021-green/energy-intensity-all",
                "/queries/policies"
            })
    void the_code_to_copy_gives_the_answer(String path, @TempDir Path folder) throws Exception {
        String page = site.get(path + (path.contains("?") ? "&" : "?") + "lang=en", "Accept", "text/html")
                .body();
        String answer = site.get(path.replaceFirst("(\\?|$)", ".csv$1")).body();
        assertThat(answer.lines().count()).isGreaterThan(1);
        assertThat(run(folder, "sh", "-c", code(page, "curl") + " -sS")).isEqualTo(answer);
        Files.writeString(folder.resolve("Ask.java"), code(page, "java"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        assertThat(run(folder, java, "-Dstdout.encoding=UTF-8", "-Dfile.encoding=UTF-8", "Ask.java"))
                .isEqualTo(answer);
        if (is("python3")) {
            Files.writeString(folder.resolve("ask.py"), code(page, "python"));
            assertThat(run(folder, "python3", "ask.py").lines()).hasSize((int) rows(path));
        }
        if (is("Rscript")) {
            Files.writeString(folder.resolve("ask.R"), code(page, "r"));
            assertThat(run(folder, "Rscript", "ask.R")).isNotBlank();
        }
    }

    private static long rows(String path) {
        String json = site.get(path.replaceFirst("(\\?|$)", ".json$1")).body();
        return Json.createReader(new StringReader(json))
                .readObject()
                .getJsonObject("results")
                .getJsonArray("bindings")
                .size();
    }

    private static String code(String page, String language) {
        Matcher code = Pattern.compile("<code id=\"code-" + language + "\">(.*?)</code>", Pattern.DOTALL)
                .matcher(page);
        assertThat(code.find()).as(language).isTrue();
        return code.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static boolean is(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(Path folder, String... command) throws Exception {
        Path out = folder.resolve("out");
        Path faults = folder.resolve("faults");
        ProcessBuilder process = new ProcessBuilder(command).directory(folder.toFile());
        process.environment().put("PYTHONIOENCODING", "utf-8");
        Process running = process.redirectOutput(out.toFile())
                .redirectError(faults.toFile())
                .start();
        assertThat(running.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue()).as(Files.readString(faults)).isZero();
        return Files.readString(out);
    }
}
