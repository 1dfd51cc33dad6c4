package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.LoadProgress;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.Web;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.server.version.ReplaceableVersion;
import org.torchgraph.server.write.WriteGate;
import org.torchgraph.server.write.Writers;

/** What editors write to graphs of a store on disk. */
class WritesTest {
    private static final String TOKEN = "a-long-enough-token";
    private static final String GRAPH = "/data?graph=http://example.org/graph/b";
    private static final String B =
            "BASE <http://example.org/> PREFIX ex: <http://example.org/def#> <id/b> a ex:Thing ; ex:name \"b\" .";

    private static final String PATCH = "application/rdf-patch";
    private static final String UPDATE = "application/sparql-update";
    private static final String A = "A <http://example.org/id/b> <http://example.org/p> \"o\" ";

    @TempDir
    Path root;

    private Path writers;
    private DiskDataset dataset;
    private TorchgraphServer server;
    private Web web;

    @BeforeEach
    void serve() throws IOException {
        PublicationFolder files = PublicationFolder.in(root.resolve("publication"))
                .turtle("data/a.ttl", "<id/a> a ex:Thing ; ex:name \"a\" . <id/nameless> a ex:Thing .")
                .turtle(
                        "ontology/shapes.ttl",
                        """
                        ex:Shape a sh:NodeShape ; sh:targetClass ex:Thing ;
                          sh:property [ sh:path ex:name ; sh:minCount 1 ; sh:message "a thing needs a name"@en, "事物要有名称"@zh ] .
                        """)
                .write(
                        "queries/names.rq",
                        """
                        #+ title.en: Names
                        #+ title.zh: 名称
                        SELECT ?thing ?name { ?thing <http://example.org/def#name> ?name } ORDER BY ?thing
                        """);
        writers = root.resolve("writers");
        Files.createFile(writers, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(writers, "# who may write\neditor " + TOKEN + "\n");
        start(files.read());
    }

    private void start(Publication publication) {
        dataset = DiskDataset.open(root.resolve("store"), Limits.standard());
        if (dataset.record().isEmpty()) {
            dataset.fill(publication, LoadProgress.NONE, snapshot -> {});
        }
        dataset.publishWith(publication);
        ReplaceableVersion served = new ReplaceableVersion();
        served.replace(TestSite.version(publication, dataset.snapshot(), "test"));
        Writers named = new Writers(writers);
        server = TorchgraphServer.start(
                ServerAddress.of("127.0.0.1", 0),
                served,
                dataset,
                Optional.of(new WriteGate(dataset, publication, served, named)),
                new Monitoring(new ServerMetrics(), Optional.empty(), Optional.of(named)));
        web = new Web("http://127.0.0.1:" + server.port());
    }

    @AfterEach
    void end() {
        server.close();
    }

    private HttpResponse<String> write(String method, String path, String body, String... headers) {
        return write(method, path, "text/turtle", body, headers);
    }

    private HttpResponse<String> write(String method, String path, String type, String body, String[] headers) {
        String[] all = new String[headers.length + 4];
        all[0] = "Authorization";
        all[1] = "Bearer " + TOKEN;
        all[2] = "Content-Type";
        all[3] = type;
        System.arraycopy(headers, 0, all, 4, headers.length);
        return web.send(method, path, BodyPublishers.ofString(body), all);
    }

    private HttpResponse<String> update(String text, String... headers) {
        return write("POST", "/update", UPDATE, text, headers);
    }

    private String version() {
        return web.get("/data?default")
                .headers()
                .firstValue("Torchgraph-Version")
                .orElseThrow();
    }

    @Test
    void a_graph_is_put_added_to_and_deleted_and_all_answers_follow() {
        String first = version();
        HttpResponse<String> put = write("PUT", GRAPH, B, "Torchgraph-Note", "the second thing");
        assertThat(put.statusCode()).as(put.body()).isEqualTo(201);
        assertThat(put.body()).contains("\"added\":2", "\"removed\":0", "\"number\":1");
        assertThat(version()).isNotEqualTo(first);
        assertThat(web.get("/queries/names.csv").body()).contains("id/b,b");
        assertThat(web.get("/doc/b.ttl").body()).contains("\"b\"");
        assertThat(web.get("/export/torchgraph.nq").body()).contains("<http://example.org/graph/b>");
        assertThat(web.get(
                                "/sparql?format=csv&query=SELECT?s%7BGRAPH%3Chttp://example.org/graph/b%3E%7B?s?p%22b%22%7D%7D")
                        .body())
                .contains("http://example.org/id/b");

        HttpResponse<String> same = write("PUT", GRAPH, B);
        assertThat(same.statusCode()).isEqualTo(200);
        assertThat(same.body()).doesNotContain("number");
        assertThat(write("POST", GRAPH, B.replace("\"b\"", "\"c\"")).body()).contains("\"added\":1", "\"removed\":0");
        assertThat(web.get("/queries/names.csv").body()).contains("id/b,b", "id/b,c");
        assertThat(write("PUT", GRAPH, B.replace("\"b\"", "\"d\"")).body()).contains("\"added\":1", "\"removed\":2");
        assertThat(web.get("/queries/names.csv").body()).contains("id/b,d").doesNotContain("id/b,b");

        assertThat(write("DELETE", GRAPH, "").statusCode()).isEqualTo(200);
        assertThat(web.get(GRAPH).statusCode()).isEqualTo(404);
        assertThat(web.get("/doc/b.ttl").statusCode()).isEqualTo(410);
        assertThat(write("DELETE", GRAPH, "").statusCode()).isEqualTo(404);
    }

    @Test
    void what_writes_removed_is_410_and_tells_them_until_it_is_described_again() {
        String other = GRAPH.replace("graph/b", "graph/c");
        write("PUT", other, "<http://example.org/id/c> <http://example.org/def#of> <http://example.org/id/b> .");
        assertThat(web.get("/doc/b.ttl").statusCode()).isEqualTo(200);
        write("PUT", GRAPH, B);
        write("PUT", GRAPH, B.replace("\"b\"", "\"c\""));
        assertThat(web.get("/doc/b.ttl").statusCode()).isEqualTo(200);
        write("DELETE", GRAPH, "", "Torchgraph-Note", "<b>no</b> such thing");
        for (String path : List.of("/id/b", "/doc/b", "/doc/b.ttl", "/doc/b?cite=bibtex")) {
            HttpResponse<String> gone = web.get(path);
            assertThat(gone.statusCode()).as(path).isEqualTo(410);
            assertThat(gone.body())
                    .contains("write 4 by editor", "\"removedBy\":[{\"number\":4,", "\"writer\":\"editor\"")
                    .contains("no\\u003c/b> such thing", "\"removed\":2}", "{\"number\":3,")
                    .doesNotContain("\"number\":2");
            assertThat(gone.headers().firstValue("Link")).hasValueSatisfying(links -> assertThat(links)
                    .contains("</history/4>; rel=\"related\"", "</history/3>")
                    .doesNotContain("/history/2"));
        }
        assertThat(web.get("/resource?iri=http://example.org/id/b").headers().firstValue("Location"))
                .contains("/doc/b");
        assertThat(web.get("/doc/b?lang=en", "Accept", "text/html").body())
                .contains("This was withdrawn", "&lt;b&gt;no&lt;/b&gt; such thing", "by editor", "href=\"/history/4\"")
                .contains("Write 4: no statements are new, 2 gone.")
                .doesNotContain("/history/2");
        assertThat(web.get("/doc/b?lang=zh", "Accept", "text/html").body())
                .contains("已被撤回", "editor 的第 4 次写入", "href=\"/history/4\"");
        // What refers to it does not make it known again.
        write("DELETE", other, "");
        assertThat(web.get("/doc/b").statusCode()).isEqualTo(410);
        assertThat(web.get("/doc/nothing").statusCode()).isEqualTo(404);
        assertThat(web.get("/compare?thing=id/b&thing=id/a").statusCode()).isEqualTo(404);
        write("POST", "/history?undo=4", "");
        assertThat(web.get("/doc/b.ttl").body()).contains("\"c\"");
        assertThat(web.get("/id/b").statusCode()).isEqualTo(303);
        write("POST", "/history?undo=6", "");
        assertThat(web.get("/id/b").body())
                .contains("{\"number\":7,", "\"undoes\":6", "{\"number\":4,")
                .doesNotContain("\"number\":6");
    }

    @Test
    void what_was_accepted_is_there_after_a_restart() {
        write("PUT", GRAPH, B);
        String version = version();
        server.close();
        start(new PublicationFolder(root.resolve("publication")).read());
        assertThat(version()).isEqualTo(version);
        assertThat(web.get("/queries/names.csv").body()).contains("id/b,b");
    }

    @Test
    void a_file_of_writers_that_turns_bad_lets_nobody_on_and_is_told_once_and_at_health() throws Exception {
        List<String> logged = new ArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.add(new SimpleFormatter().formatMessage(line));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger log = Logger.getLogger(Writers.class.getName());
        log.addHandler(handler);
        try (AdminServer admin = AdminServer.start("127.0.0.1", 0, new ServerMetrics())) {
            admin.tellOf(server);
            server.prepareAnswers();
            Web operator = new Web("http://127.0.0.1:" + admin.port());
            assertThat(web.get("/health").body()).doesNotContain("writers");
            Instant end = Instant.now().plusSeconds(60);
            while (operator.get("/health/ready").statusCode() != 200) {
                assertThat(Instant.now()).isBefore(end);
            }
            String good = Files.readString(writers);
            Map<String, String> bad = Map.of(
                    "editor short",
                    ":1: a writer is",
                    good + "other " + TOKEN,
                    ":3: another writer has the same token",
                    "# nobody",
                    "names no writer");
            for (Map.Entry<String, String> one : bad.entrySet()) {
                logged.clear();
                Files.writeString(writers, one.getKey());
                assertThat(write("PUT", GRAPH, B).statusCode()).isEqualTo(401);
                assertThat(web.get("/health").body())
                        .contains("\"writers\":\"no writer is let on")
                        .doesNotContain(writers.toString());
                assertThat(operator.get("/health/ready").body()).contains(one.getValue());
                assertThat(logged).singleElement().asString().contains(writers.toString(), one.getValue());
                assertThatThrownBy(() -> new Writers(writers)).hasMessageContaining(one.getValue());
            }
            Files.writeString(writers, good);
            Files.setPosixFilePermissions(writers, PosixFilePermissions.fromString("rw-r-----"));
            logged.clear();
            assertThat(web.get("/health").body()).contains("no writer is let on");
            assertThat(logged).singleElement().asString().contains("chmod 600");
            Files.delete(writers);
            assertThat(write("PUT", GRAPH, B).statusCode()).isEqualTo(401);
            assertThat(operator.get("/health/ready").body()).contains("there is no " + writers);
            Files.createFile(
                    writers, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(writers, good);
            assertThat(write("PUT", GRAPH, B).statusCode()).isEqualTo(201);
            assertThat(web.get("/health").body()).doesNotContain("writers");
            assertThat(operator.get("/health/ready").body()).isEqualTo("{\"status\":\"ready\"}");
            assertThatThrownBy(() -> new Writers(root)).hasMessageContaining("is a folder");
        } finally {
            log.removeHandler(handler);
        }
    }

    @Test
    void a_write_without_the_token_of_a_writer_is_401_and_a_new_token_counts_at_once() throws Exception {
        String version = version();
        HttpResponse<String> without =
                web.send("PUT", GRAPH, BodyPublishers.ofString(B), "Content-Type", "text/turtle");
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(scheme -> assertThat(scheme).startsWith("Bearer"));
        String wrong = "another-long-enough-token";
        HttpResponse<String> refused = web.send(
                "PUT",
                GRAPH,
                BodyPublishers.ofString(B),
                "Content-Type",
                "text/turtle",
                "Authorization",
                "Bearer " + wrong);
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(web.send("DELETE", GRAPH, BodyPublishers.noBody(), "Authorization", "Basic " + TOKEN)
                        .statusCode())
                .isEqualTo(401);
        assertThat(version()).isEqualTo(version);

        Files.writeString(writers, "second " + wrong + "\n");
        Files.setLastModifiedTime(writers, FileTime.fromMillis(1));
        assertThat(web.send(
                                "PUT",
                                GRAPH,
                                BodyPublishers.ofString(B),
                                "Content-Type",
                                "text/turtle",
                                "Authorization",
                                "Bearer " + wrong)
                        .statusCode())
                .isEqualTo(201);
        assertThat(write("DELETE", GRAPH, "").statusCode()).isEqualTo(401);
    }

    @Test
    void a_graph_is_not_emptied_by_a_body_without_statements() {
        write("PUT", GRAPH, B);
        String version = version();
        for (String empty : List.of("", "# nothing", "PREFIX ex: <http://example.org/>")) {
            HttpResponse<String> refused = write("PUT", GRAPH, empty);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("graph/b", "DELETE");
            assertThat(write("POST", GRAPH, empty).statusCode()).isEqualTo(200);
        }
        assertThat(version()).isEqualTo(version);
        assertThat(write("PUT", "/data?graph=http://example.org/graph/none", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_change_that_brings_an_error_is_422_in_words_and_leaves_no_trace() {
        String version = version();
        HttpResponse<String> refused = write("PUT", GRAPH, B.replace("ex:name", "ex:title"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("\"findings\"", "in graph/b: a thing needs a name", "id/b")
                // It was there before.
                .doesNotContain("nameless");
        assertThat(write("PUT", GRAPH + "&lang=zh", B.replace("ex:name", "ex:title"))
                        .body())
                .contains("事物要有名称");
        HttpResponse<String> report = write(
                "PUT",
                GRAPH,
                B.replace("ex:name", "ex:title"),
                "Accept",
                "text/turtle, application/problem+json;q=0.5");
        assertThat(report.statusCode()).isEqualTo(422);
        assertThat(report.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/turtle"));
        assertThat(report.body())
                .contains("ValidationReport", "focusNode", "id/b", "a thing needs a name", "事物要有名称")
                .doesNotContain("nameless");
        assertThat(version()).isEqualTo(version);
        assertThat(web.get(GRAPH).statusCode()).isEqualTo(404);
        assertThat(root.resolve("store").resolve("history-data-1")).doesNotExist();
        HttpResponse<String> warned = write("PUT", GRAPH, B.replace(" .", " ; ex:of <id/nowhere> ."));
        assertThat(warned.statusCode()).isEqualTo(201);
        assertThat(warned.body()).contains("\"warnings\":[\"graph/b: warning: ", "id/nowhere");
    }

    @Test
    void a_write_against_another_version_is_412() {
        write("PUT", GRAPH, B);
        String tag = web.get(GRAPH).headers().firstValue("ETag").orElseThrow();
        assertThat(write("PUT", GRAPH, B.replace("\"b\"", "\"c\""), "If-None-Match", "*")
                        .statusCode())
                .isEqualTo(412);
        assertThat(write("PUT", GRAPH, B.replace("\"b\"", "\"c\""), "If-Match", tag)
                        .statusCode())
                .isEqualTo(200);
        assertThat(write("PUT", GRAPH, B, "If-Match", tag).statusCode()).isEqualTo(412);
        assertThat(write("DELETE", GRAPH, "", "If-Match", tag).statusCode()).isEqualTo(412);
        assertThat(web.get("/queries/names.csv").body()).contains("id/b,c");
        assertThat(write("PUT", GRAPH.replace("graph/b", "graph/c"), B, "If-Match", "*")
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void what_cannot_be_written_is_refused_in_words() {
        String version = version();
        String shapes = "/data?graph=http://example.org/graph/ontology/shapes";
        Object[][] refusals = {
            {"PUT", GRAPH, "text/turtle", "<id/b> a", 400},
            {"PUT", GRAPH, "text/turtle", "<relative> a <http://example.org/x> .", 400},
            {"PUT", "/data?graph=relative", "text/turtle", "", 400},
            {"PUT", "/data", "text/turtle", "", 400},
            {"PUT", "/data?default", "text/turtle", "", 403},
            {"DELETE", "/data?default", "text/turtle", "", 403},
            {"PUT", shapes, "text/turtle", "", 403},
            {"DELETE", shapes, "text/turtle", "", 403},
            {"PUT", GRAPH, "text/csv", "a,b", 415},
            {"PUT", GRAPH, "text/turtle", "#".repeat(17 << 20), 413},
            {"PATCH", GRAPH, "text/turtle", "", 415},
            {"PATCH", GRAPH, PATCH, "A <http://example.org/id/b> .\n", 400},
            {"PATCH", GRAPH, PATCH, "A <http://example.org/id/b> <http://example.org/p> \"o\"", 400},
            {"PATCH", GRAPH, PATCH, "A <id/b> <http://example.org/p> \"relative\" .\n", 400},
            {"PATCH", GRAPH, PATCH, "A \"subject\" <http://example.org/p> \"o\" .\n", 400},
            {"PATCH", GRAPH, PATCH, A + "<http://example.org/graph/other> .\n", 400},
            {"PATCH", "/data", PATCH, A + ".\n", 403},
            {"PATCH", "/data?default", PATCH, A + ".\n", 403},
            {"PATCH", "/data", PATCH, A + "_:graph .\n", 400},
            {"PATCH", "/data", PATCH, A + "<http://example.org/graph/ontology/shapes> .\n", 403},
            {"POST", "/update", UPDATE, "INSERT DATA { <id/b> <p> \"o\" }", 403},
            {"POST", "/update", UPDATE, "DELETE WHERE { ?s ?p ?o }", 403},
            {"POST", "/update", UPDATE, "CLEAR ALL", 403},
            {"POST", "/update", UPDATE, "CLEAR NAMED", 403},
            {"POST", "/update", UPDATE, "COPY <graph/a> TO DEFAULT", 403},
            {"POST", "/update", UPDATE, "LOAD <http://example.org/x> INTO GRAPH <g>", 403},
            {
                "POST",
                "/update",
                UPDATE,
                "INSERT { GRAPH <g> { ?s ?p ?o } } WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }",
                403
            },
            {
                "POST",
                "/update",
                UPDATE,
                "INSERT { GRAPH <g> { ?s ?p <java:java.lang.System> } } WHERE { ?s ?p ?o FILTER(<java:java.lang.System>(?o)) }",
                403
            },
            {
                "POST",
                "/update",
                UPDATE,
                "INSERT DATA { GRAPH <g> { <s> <p> \"13th\"^^<http://www.w3.org/2001/XMLSchema#date> } }",
                400
            },
            {"POST", "/update", UPDATE, "INSERT DATA { GRAPH <g> { <s> <p> }", 400},
            {"POST", "/update", UPDATE, "SELECT * { ?s ?p ?o }", 400},
            {"POST", "/update", "text/plain", "CLEAR GRAPH <g>", 415},
            {"POST", "/update", "application/x-www-form-urlencoded", "query=ASK%7B%7D", 400},
            {
                "POST",
                "/update?using-graph-uri=http://example.org/g",
                UPDATE,
                "WITH <g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
                400
            }
        };
        for (Object[] refusal : refusals) {
            HttpResponse<String> refused = web.send(
                    refusal[0].toString(),
                    refusal[1].toString(),
                    BodyPublishers.ofString(refusal[3].toString()),
                    "Authorization",
                    "Bearer " + TOKEN,
                    "Content-Type",
                    refusal[2].toString());
            assertThat(refused.statusCode()).as(refusal[3] + refused.body()).isEqualTo(refusal[4]);
            assertThat(refused.body()).contains("\"detail\"").doesNotContain("Exception");
            assertThat(version()).isEqualTo(version);
        }
        assertThat(write("PUT", GRAPH, "<id/b> a").body()).contains("\"line\":1", "\"column\"");
    }

    @Test
    void settings_name_the_graphs_that_may_be_written_and_others_are_403() {
        write("PUT", GRAPH, B);
        server.close();
        start(new PublicationFolder(root.resolve("publication"))
                .write(
                        "site.ttl",
                        """
                        PREFIX site: <https://w3id.org/torchgraph/site#>
                        BASE <http://example.org/graph/>
                        [] a site:Settings ; site:writable <a> , <notes/> .
                        """)
                .read());
        String version = version();
        String names = "may be written. These are: http://example.org/graph/a, http://example.org/graph/notes/";
        String add = "INSERT DATA { GRAPH <graph/a> { <s> <p> 1 } GRAPH <graph/a/b> { <s> <p> 1 } }";
        for (HttpResponse<String> refused : List.of(
                write("DELETE", GRAPH, ""),
                write("POST", "/data", B),
                write("POST", "/history?undo=1", ""),
                update(add),
                write("PATCH", "/data", PATCH, A + "<http://example.org/graph/notes> .\n", new String[0]))) {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains(names);
        }
        assertThat(write("PUT", GRAPH + "&lang=zh", "").body()).contains("图 http://example.org/graph/b 不在可写之列");
        assertThat(version()).isEqualTo(version);
        assertThat(write("PUT", GRAPH.replace("graph/b", "graph/notes/c"), B).statusCode())
                .isEqualTo(201);
        assertThat(write("POST", GRAPH.replace("graph/b", "graph/a"), B).statusCode())
                .isEqualTo(200);
    }

    private void assertThatTheHistoryIsRdfToo(String last) {
        Model all = model("/history", "text/turtle");
        assertThat(all.listSubjectsWithProperty(RDF.type, all.createResource("http://www.w3.org/ns/prov#Activity"))
                        .toList())
                .hasSize(5);
        String slip =
                """
                <history/3> a prov:Activity ; prov:endedAtTime ?time ; prov:wasAssociatedWith/rdfs:label "editor" ;
                  rdfs:comment "a slip" ; prov:wasInformedBy <history/2> ; prov:used ?before ; prov:generated ?after .
                <history/2> prov:generated ?before .
                <history/4> prov:used ?after .
                <history/5> prov:generated/owl:versionInfo "%s" .
                """
                        .formatted(last);
        assertThat(holds(all, slip + "<history/3> prov:invalidated/void:triples 1 ; prov:generated/void:triples 1"))
                .isTrue();
        Model one = model("/history/3", "application/ld+json");
        String of = " [ void:triples 1 ; prov:hadMember"
                + " [ rdf:subject <id/b> ; rdf:predicate ex:name ; rdf:object %s ; dct:isPartOf <graph/b> ] ]";
        assertThat(holds(
                        one,
                        "<history/3> prov:invalidated" + of.formatted("\"c\"") + " ; prov:generated"
                                + of.formatted("\"b\"")))
                .isTrue();
        assertThat(holds(one, "<id/b> ?p ?o")).isFalse();
        assertThat(web.get("/history/3", "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(web.get("/history/0", "Accept", "text/turtle").statusCode()).isEqualTo(406);
        // Browsers get what pages link to.
        assertThat(web.get("/history/3", "Accept", "text/html,application/xml;q=0.9,*/*;q=0.8")
                        .headers()
                        .firstValue("Content-Type"))
                .contains(PATCH);
    }

    private Model model(String path, String type) {
        HttpResponse<String> reply = web.get(path, "Accept", type);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        Model model = ModelFactory.createDefaultModel();
        RDFParser.fromString(reply.body(), RDFLanguages.contentTypeToLang(type)).parse(model);
        return model;
    }

    private static boolean holds(Model model, String pattern) {
        String query =
                """
                BASE <http://example.org/> PREFIX ex: <http://example.org/def#> PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX owl: <http://www.w3.org/2002/07/owl#> PREFIX prov: <http://www.w3.org/ns/prov#>
                PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX void: <http://rdfs.org/ns/void#>
                ASK { %s }
                """
                        .formatted(pattern);
        try (QueryExecution asked = QueryExecution.model(model).query(query).build()) {
            return asked.execAsk();
        }
    }

    @Test
    void an_update_changes_graphs_by_what_it_finds_in_all_of_them() {
        write("PUT", GRAPH, B);
        HttpResponse<String> renamed = update(
                "PREFIX ex: <http://example.org/def#> WITH <graph/b> DELETE { ?t ex:name ?n } INSERT { ?t ex:name ?new }"
                        + " WHERE { ?t ex:name ?n . { SELECT (CONCAT(?a, '!') AS ?new) { GRAPH <graph/a> { <id/a> ex:name ?a } } } } ;"
                        + " INSERT { GRAPH <graph/c> { <id/c> a ex:Thing ; ex:name ?n } } WHERE { <id/b> ex:name ?n }");
        assertThat(renamed.statusCode()).as(renamed.body()).isEqualTo(200);
        assertThat(renamed.body()).contains("\"number\":2", "\"added\":3", "\"removed\":1");
        // The second operation sees what the first one did.
        assertThat(web.get("/queries/names.csv").body())
                .contains("id/b,a!", "id/c,a!", "id/a,a")
                .doesNotContain("id/b,b");
        String form = "update=" + URLEncoder.encode("DROP GRAPH <graph/c>", StandardCharsets.UTF_8);
        String note = "/update?note=" + URLEncoder.encode("改名", StandardCharsets.UTF_8);
        assertThat(write("POST", note, "application/x-www-form-urlencoded", form, new String[0])
                        .body())
                .contains("\"removed\":2");
        assertThat(web.get("/queries/names.csv").body()).doesNotContain("id/c");
        HttpResponse<String> nothing =
                update("DELETE DATA { GRAPH <graph/b> { <id/b> <http://example.org/def#name> \"z\" } }");
        assertThat(nothing.statusCode()).isEqualTo(200);
        assertThat(nothing.body()).doesNotContain("number");
        assertThat(update("DELETE WHERE { GRAPH <graph/b> { <id/b> <http://example.org/def#name> ?n } }")
                        .statusCode())
                .isEqualTo(422);
        String tag = web.get("/data?default").headers().firstValue("ETag").orElseThrow();
        assertThat(update("CLEAR GRAPH <graph/b>", "If-Match", "\"other\"").statusCode())
                .isEqualTo(412);
        assertThat(update("CLEAR GRAPH <graph/b>", "If-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(web.get("/queries/names.csv").body()).contains("id/a,a").doesNotContain("id/b");
        assertThat(web.send("GET", "/update", BodyPublishers.noBody()).statusCode())
                .isEqualTo(405);
        assertThat(web.send("POST", "/update", BodyPublishers.ofString("CLEAR GRAPH <graph/a>"), "Content-Type", UPDATE)
                        .statusCode())
                .isEqualTo(401);
        assertThat(dataset.snapshot()
                        .history()
                        .numbered(3)
                        .orElseThrow()
                        .origin()
                        .note())
                .isEqualTo("改名");
    }

    @Test
    void an_update_stops_at_the_limits_of_queries_and_changes_nothing() {
        String version = version();
        assertThat(update(
                                "INSERT { GRAPH <graph/b> { ?a <p> ?d } } WHERE { ?a ?x ?l . ?b ?y ?m . ?c ?z ?n . ?d ?u ?o . ?e ?v ?q . ?f ?w ?r . ?g ?k ?h . ?i ?j ?aa }")
                        .statusCode())
                .isEqualTo(503);
        String values = IntStream.range(0, 400).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        HttpResponse<String> much =
                update("INSERT { GRAPH <graph/b> { <s> <p> ?a, ?b . <s> <q> ?b } } WHERE { VALUES ?a { " + values
                        + " } VALUES ?b { " + values + " } }");
        assertThat(much.statusCode()).isEqualTo(503);
        assertThat(much.body()).contains("out-of-budget");
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void a_patch_is_applied_whole_to_one_graph_or_to_many() {
        HttpResponse<String> one = write(
                "PATCH",
                GRAPH,
                PATCH,
                """
                H id <uuid:0> .
                TX .
                A <http://example.org/id/b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/def#Thing> .
                A <http://example.org/id/b> <http://example.org/def#name> "b" .
                A <http://example.org/id/b> <http://example.org/def#name> "x" .
                D <http://example.org/id/b> <http://example.org/def#name> "x" .
                TC .
                TX .
                D <http://example.org/id/b> <http://example.org/def#name> "b" .
                TA .
                """,
                new String[0]);
        assertThat(one.statusCode()).as(one.body()).isEqualTo(200);
        assertThat(one.body()).contains("\"added\":2", "\"removed\":0");
        assertThat(write(
                                "PATCH",
                                "/data",
                                PATCH,
                                """
                                TX .
                                D <http://example.org/id/b> <http://example.org/def#name> "b" <http://example.org/graph/b> .
                                A <http://example.org/id/b> <http://example.org/def#name> "in c" <http://example.org/graph/c> .
                                TC .
                                """,
                                new String[0])
                        .body())
                .contains("\"added\":1", "\"removed\":1");
        assertThat(web.get("/queries/names.csv").body()).contains("id/b,in c").doesNotContain("id/b,b");
        String inGraph = "INSERT { ?s <http://example.org/def#name> \"b\" } WHERE { ?s a ?type }";
        assertThat(write("PATCH", GRAPH, UPDATE, inGraph, new String[0]).body()).contains("\"added\":1");
        assertThat(write("PATCH", GRAPH, UPDATE, "DELETE WHERE { ?s <http://example.org/def#name> ?n }", new String[0])
                        .body())
                .contains("\"removed\":1");
        assertThat(web.get("/queries/names.csv").body())
                .contains("id/a,a", "id/b,in c")
                .doesNotContain("id/b,b");
    }

    @Test
    void a_write_that_the_disk_does_not_take_is_507_and_reading_goes_on() throws IOException {
        String version = version();
        // Where the history would be, something else is in the way.
        Path history = Files.writeString(root.resolve("store").resolve("history-data-1"), "");
        HttpResponse<String> refused = write("PUT", GRAPH, B);
        assertThat(refused.statusCode()).isEqualTo(507);
        assertThat(refused.body()).contains("was not accepted").doesNotContain("\\tat ");
        assertThat(version()).isEqualTo(version);
        assertThat(web.get("/queries/names.csv").body()).contains("id/a,a").doesNotContain("id/b");
        Files.delete(history);
        assertThat(write("PUT", GRAPH, B).statusCode()).isEqualTo(201);
    }

    @Test
    void a_write_is_undone_by_another_that_can_be_undone_unless_the_same_statements_changed_since() throws Exception {
        String first = web.get("/queries/names.csv").body();
        write("PUT", GRAPH, B, "Torchgraph-Note", "the second thing");
        String second = web.get("/queries/names.csv").body();
        write("PUT", GRAPH, B.replace("\"b\"", "\"c\""));
        String version = version();
        HttpResponse<String> later = write("POST", "/history?undo=1", "");
        assertThat(later.statusCode()).isEqualTo(409);
        assertThat(later.body()).contains("write 2 has changed the same statements", "undo that one first");
        assertThat(write("POST", "/history?undo=1&lang=zh", "").body()).contains("第 2 次写入之后又改动了相同的陈述");
        assertThat(write("POST", "/history?undo=3", "").statusCode()).isEqualTo(404);
        assertThat(write("POST", "/history?undo=x", "").statusCode()).isEqualTo(400);
        assertThat(write("POST", "/history", "").statusCode()).isEqualTo(400);
        assertThat(web.send("POST", "/history?undo=2", BodyPublishers.noBody()).statusCode())
                .isEqualTo(401);
        assertThat(version()).isEqualTo(version);

        HttpResponse<String> undone = write("POST", "/history?undo=2", "", "Torchgraph-Note", "a slip");
        assertThat(undone.statusCode()).as(undone.body()).isEqualTo(201);
        assertThat(undone.headers().firstValue("Location")).contains("/history/3");
        assertThat(web.get("/queries/names.csv").body()).isEqualTo(second);
        assertThat(write("POST", "/history?undo=3", "").statusCode()).isEqualTo(201);
        assertThat(web.get("/queries/names.csv").body()).contains("id/b,c").doesNotContain("id/b,b");
        write("POST", "/history?undo=4", "");
        // Writes 2 to 5 leave what write 1 made, which the last of them to change it has to say.
        assertThat(write("POST", "/history?undo=1", "").body()).contains("undo that one first");
        assertThat(web.get("/queries/names.csv").body()).isEqualTo(second).isNotEqualTo(first);

        assertThat(web.get("/doc/b?lang=en", "Accept", "text/html").body())
                .contains("<h2 id=\"h-changes\">Changes</h2>", "a slip", "the second thing", "by editor")
                .contains("Undoes write 2.", "href=\"/history/3\"")
                .containsPattern("changed from .*“.*>b<.*”.* to .*“.*>c<")
                .doesNotContain("write-6");
        assertThat(web.get("/doc/b?lang=zh", "Accept", "text/html").body())
                .contains(">改动</h2>", "撤销第 2 次写入")
                .containsPattern("由.*>b<.*改为.*>c<");
        assertThat(web.get("/doc/a", "Accept", "text/html").body()).doesNotContain("h-changes");
        assertThat(web.get("/versions?lang=en").body())
                .containsSubsequence(
                        "after write 5", "What writers have changed since is below", "id=\"write-5\"", "id=\"write-1\"")
                .containsPattern("<a href=\"/doc/b[^>]*>");
        assertThat(web.get("/versions?lang=zh").body()).contains("写入者的改动");
        assertThat(web.get("/feed.atom?lang=en").body())
                .containsSubsequence("write 5 by editor", "a slip", "write 1 by editor", "the second thing")
                .contains(
                        "/versions?lang=en#write-1\"",
                        "type=\"application/rdf-patch\" href=\"" + web.url("/history/1"));

        server.close();
        start(new PublicationFolder(root.resolve("publication")).read());
        assertThat(web.get("/history").body())
                .contains("\"total\":5", "\"undoes\":2", "\"note\":\"a slip\"", "\"writer\":\"editor\"")
                .doesNotContain(TOKEN);
        assertThat(web.get("/history?page=2").body()).contains("\"writes\":[]");
        assertThat(web.get("/history?page=0").statusCode()).isEqualTo(400);
        assertThatTheHistoryIsRdfToo(version());
        HttpResponse<String> patch = web.get("/history/3");
        assertThat(patch.headers().firstValue("Content-Type")).contains("application/rdf-patch");
        assertThat(patch.body())
                .contains("H note \"a slip\" .", "H undoes \"2\" .", "A <http://example.org/id/b> ")
                .isEqualTo(Files.readString(root.resolve("store/history-data-1/00000003.rdfp")));
        assertThat(web.get("/history/6").statusCode()).isEqualTo(404);
        assertThat(web.get("/history/0").body())
                .contains("A <http://example.org/id/a> ")
                .doesNotContain("id/b");
        Path backup = root.resolve("backup.zip");
        assertThat(Cli.run("backup", "--endpoint", web.url("/"), "--out", backup.toString())
                        .exit())
                .isZero();
        Cli restored = Cli.run(
                "load",
                backup.toString(),
                "--lenient",
                "--publication",
                root.resolve("publication").toString(),
                "--store",
                "tdb2:" + root.resolve("restored"));
        assertThat(restored.err()).contains("version " + version());
        assertThat(Cli.run("history", "--endpoint", web.url("/")).out())
                .isEqualTo(Cli.run("history", "--store", "tdb2:" + root.resolve("restored"))
                        .out())
                .contains("undoes write 2: a slip");
        assertThat(Cli.run("history", "--endpoint", web.url("/"), "--show", "3").out())
                .isEqualTo(patch.body());
        Cli refused = Cli.run("history", "--endpoint", web.url("/"), "--undo", "9");
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("status 401", "token").doesNotContain("Exception");
        assertThat(web.get("/history", "Accept", "text/html").headers().firstValue("Location"))
                .contains("/versions");
    }
}
