package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.http.Mount;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;
import org.torchgraph.routes.RouteRole;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.version.Representation;

/** The table of routes beside the site that runs by it. */
class SiteRoutesTest {
    @AutoClose
    private static TestSite site;

    @AutoClose
    private static TestSite below;

    @BeforeAll
    static void start(@TempDir Path root) {
        Publication publication = PublicationFolder.in(root)
                .turtle("ontology/core.ttl", "<def> a owl:Ontology . ex:Kite a owl:Class .")
                .turtle(
                        "data/kites.ttl",
                        "<id/kite> a ex:Kite ; rdfs:label \"kite\"@en . <id/box> a ex:Kite . <search> rdfs:label \"search\"@en ."
                                + "<update> rdfs:label \"update\"@en . <sparql/other> rdfs:label \"other\"@en ."
                                + "<dataset.csv> rdfs:label \"csv\"@en . <dataset.ttl> rdfs:label \"ttl\"@en .")
                .write(
                        "site.ttl",
                        "[] <https://w3id.org/torchgraph/site#accent> [ <https://w3id.org/torchgraph/site#light> \"#0a4d8c\" ] .")
                .write("queries/kites.rq", "#+ title.en: Kites\nSELECT ?s { ?s ?p ?o }\n")
                .write(
                        "queries/kite-facts.rq",
                        "#+ title.en: A kite\n#+ panel: ex:Kite\nPREFIX ex: <http://example.org/def#>\nSELECT ?o { ?this ?p ?o }\n")
                .read();
        site = TestSite.of(publication, TestSite.seconds(20));
        below = TestSite.of(publication, TestSite.seconds(20), new Mount("/below"), TrustedProxies.none());
    }

    @ParameterizedTest
    @EnumSource
    void every_route_of_the_table_is_answered(SiteRoute route) {
        String address =
                switch (route) {
                    case QUESTION -> route.path("kites");
                    case SPARQL -> route.path() + "?query=ASK%7B%7D";
                    case EXPLANATION ->
                        route.path() + "?query=SELECT%20*%7B%3Fs%20%3Chttp://example.org/none%3E%20%3Fo%7D";
                    case GRAPH_STORE -> route.path() + "?default";
                    case VOCABULARY_VERSION -> route.path("1.0");
                    case DUMP -> route.path("torchgraph.ttl");
                    case DOCUMENT -> route.path("kite");
                    case BRIEF -> route.path("kite");
                    case COMPARISON -> route.path() + "?thing=id/kite&thing=id/box";
                    case RESOURCE -> route.path() + "?iri=http://example.org/id/kite";
                    case WRITE -> route.path();
                    case ASSETS -> route.path("style.css");
                    case SITE_ASSETS -> route.path("colours.css");
                    case WEBJARS -> route.path("cytoscape/3.33.1/dist/cytoscape.min.js");
                    case RECONCILIATION_SERVICE -> route.path("suggest/entity") + "?prefix=kite";
                    case TERMS, SUGGESTIONS -> route.path() + "?q=kite";
                    case HOME,
                            SEARCH,
                            RECONCILIATION,
                            QUESTIONS,
                            VOCABULARY,
                            EXPORT,
                            ABOUT,
                            VERSIONS,
                            HISTORY,
                            DATASET,
                            VOID,
                            CONTEXT,
                            SITEMAP,
                            ROBOTS,
                            FEED,
                            OPENAPI,
                            GUIDE,
                            DATA_PACKAGE,
                            CROISSANT,
                            RESEARCH_CRATE,
                            DATA_CITE,
                            CITATION_FILE,
                            HEALTH,
                            UPDATE,
                            MCP -> route.path();
                };
        HttpResponse<String> answer = site.get(address);
        if (route == SiteRoute.UPDATE) {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("no writers");
            return;
        }
        assertThat(answer.statusCode()).as(address).isIn(route == SiteRoute.MCP ? List.of(405) : List.of(200, 303));
        String tag = answer.headers().firstValue("ETag").orElse("*");
        for (HttpResponse<?> each : List.of(
                answer,
                site.get(address, "Accept", "text/html"),
                site.get(address, "If-None-Match", tag),
                site.get(address, "Accept", "image/png"),
                site.get(address, "If-Match", "\"none\""),
                site.send("OPTIONS", address, BodyPublishers.noBody()),
                site.send("DELETE", address, BodyPublishers.noBody()))) {
            assertSecured(each.headers().map(), each.statusCode() + " " + address);
        }
        for (String form : route.forms()) {
            int status =
                    site.get(address.replace(route.path(), route.form(form))).statusCode();
            assertThat(status).as(form).isIn(200, 303);
        }
    }

    /** Requests that Jetty refuses or answers by itself, at a site below a path. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | GET / HTTP/1.1",
                "30  | GET /below HTTP/1.1",
                "400 | GET /below/a%zz HTTP/1.1",
                "404 | GET /below/a/..;/b HTTP/1.1",
                "400 | GET /below/%00 HTTP/1.1",
                "400 | GET http://[ HTTP/1.1",
                "400 | GET /below/ HTTP/3.7",
                "400 | GET /below/ HTTP/1.1~Host: another",
                "400 | GET /below/ HTTP/1.1~Content-Length: x",
                "400 | GET /below/ HTTP/1.1~a field without a colon",
                "400 | GET /below/ HTTP/1.1~Transfer-Encoding: strange",
                "400 | POST /below/sparql HTTP/1.1~Expect: wonders",
                "405 | TRACE /below/ HTTP/1.1",
                "400 | nonsense",
                "431 | GET /below/ HTTP/1.1~X-Long: {long}",
                "414 | GET /below/{long} HTTP/1.1"
            })
    void what_jetty_refuses_has_the_fields_of_every_reply(String status, String head) {
        String lines = (head + "~").replaceFirst("~", "~Host: a~").replace("{long}", "x".repeat(70_000));
        String answer = below.web().raw(lines.replace("~", "\n"));
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        Map<String, List<String>> fields = answer.lines()
                .skip(1)
                .takeWhile(line -> !line.isEmpty())
                .map(line -> line.split(": ", 2))
                .collect(Collectors.groupingBy(
                        field -> field[0].toLowerCase(Locale.ROOT),
                        Collectors.mapping(field -> field[1], Collectors.toList())));
        assertSecured(fields, answer);
    }

    private static void assertSecured(Map<String, List<String>> fields, String answer) {
        assertThat(fields)
                .as(answer)
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("referrer-policy", List.of("strict-origin-when-cross-origin"))
                .containsEntry("access-control-allow-origin", List.of("*"))
                .hasEntrySatisfying("content-security-policy", policy -> assertThat(policy)
                        .singleElement(InstanceOfAssertFactories.STRING)
                        .startsWith("default-src '")
                        .contains("frame-ancestors 'none'"));
    }

    @Test
    void the_forms_of_documents_are_those_that_can_be_negotiated() {
        assertThat(SiteRoute.VOCABULARY.forms())
                .containsExactlyInAnyOrderElementsOf(Representation.PAGE_AND_RDF.stream()
                        .map(Representation::suffix)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"update", "sparql/other", "dataset.csv", "search", "dataset.ttl"})
    void a_name_is_reserved_when_and_only_when_its_address_does_not_lead_to_the_thing(String name) {
        Optional<String> document =
                site.get("/" + name, "Accept", "text/turtle").headers().firstValue("Location");
        assertThat(document.isEmpty()).isEqualTo(SiteRoute.isReserved(name));
        assertThat(document.filter(address -> !address.equals("/doc/" + name))).isEmpty();
    }

    @Test
    void openapi_describes_the_routes_that_are_marked_for_it_and_no_others() {
        Set<SiteRoute> described;
        try (var reader =
                Json.createReader(new StringReader(site.get("/openapi.json").body()))) {
            described = reader.readObject().getJsonObject("paths").keySet().stream()
                    .map(path -> SiteRoute.of(path).orElseThrow())
                    .collect(Collectors.toSet());
        }
        assertThat(described).isEqualTo(SiteRoute.with(RouteRole.DESCRIBED).collect(Collectors.toSet()));
    }

    @Test
    void sitemap_and_robots_follow_the_table() {
        assertThat(site.get("/sitemap.xml").body())
                .contains(SiteRoute.with(RouteRole.LISTED)
                        .map(route -> "<loc>" + site.url(route.path()) + "</loc>")
                        .toArray(String[]::new));
        assertThat(site.get("/robots.txt").body().lines())
                .contains("Disallow: /sparql?", "Disallow: /data?", "Disallow: /queries/*?", "Disallow: /search?");
    }

    @Test
    void a_route_without_a_handler_is_refused_at_the_start() {
        assertThatThrownBy(() -> new Router(Map.of(), request -> null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ABOUT")
                .hasMessageNotContaining("SPARQL,");
    }
}
