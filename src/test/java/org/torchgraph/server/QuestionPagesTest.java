package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.torchgraph.kit.TestSite;

class QuestionPagesTest {
    private static TestSite site;

    @BeforeAll
    static void start() {
        site = TestSite.ofThisCheckout();
    }

    @AfterAll
    static void stop() {
        site.close();
    }

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
    void an_ill_typed_parameter_in_a_browser_shows_the_form_again() {
        HttpResponse<String> response = site.get("/queries/targets-due-in?year=abc", "Accept", "text/html");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("name=\"year\"", "value=\"abc\"").doesNotContain("Exception");
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
    void things_of_a_class_can_be_listed() {
        String list = site.get("/queries/things.csv?class=https://w3id.org/torchgraph/def%23Policy")
                .body();
        assertThat(list.lines()).hasSize(27);
    }
}
