package org.torchgraph.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shared.JenaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.WritableSite;

/**
 * The 22 tests of the SPARQL 1.1 Graph Store HTTP Protocol, sent to a store with writers in the order of the suite. Its
 * graphs are named by {@code ?graph=}, because paths of the site stand for things.
 */
class GraphStoreSuiteTest {
    private static final String FILE = "/testcases-sparql-1.1-w3c/http-rdf-update/tests.txt";

    private static final Pattern TEST = Pattern.compile(
            "(?m)^-+ Request \\((.*?) ?\\) -+\\n(\\w+) (\\S+) HTTP/1.1\\n((?:.*\\n)*?)-+ Response -+ *\\n(\\d+) .*\\n((?:.*\\n)*?)-{40,}$");

    private static final Pattern FIELD = Pattern.compile("^([A-Za-z-]+): (.*)$");

    /** What the suite wants and this server does in another way, with the reason. */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("PUT - default graph", "the default graph is the union and refused in words, 403"),
            Map.entry("GET of PUT - default graph", "it is the union, 200"),
            Map.entry("GET of PUT - empty graph", "a graph is there as long as it has statements, 404"),
            Map.entry("DELETE - existing graph", "that one is the empty graph, 404"));

    /** A test and what came of it. */
    private record Sent(String name, int wanted, Optional<Model> graph, HttpResponse<String> reply) {
        boolean passes() {
            boolean status = reply.statusCode() == wanted || wanted / 100 == 2 && reply.statusCode() / 100 == 2;
            return status
                    && (graph.isEmpty()
                            || graph.get().isIsomorphicWith(read(reply.body()).orElse(null)));
        }
    }

    private static String suite() throws IOException {
        try (InputStream file = GraphStoreSuiteTest.class.getResourceAsStream(FILE)) {
            // Writes are held against the terms of FOAF and vCard, which have no such ones.
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r", "")
                    .replace("http://xmlns.com/foaf/0.1/", "http://example.org/foaf#")
                    .replace("http://www.w3.org/2006/vcard/ns#", "http://example.org/vcard#");
        }
    }

    /** Returns Turtle with its last dot, which the suite leaves out. */
    private static String ended(String turtle) {
        String text = turtle.strip();
        return text.isEmpty() || text.endsWith(".") || text.endsWith("--") ? text : text + " .";
    }

    private static Optional<Model> read(String turtle) {
        try {
            Model model = ModelFactory.createDefaultModel();
            // The answers of the suite leave out prefixes that its requests have.
            String prefixes = "@prefix foaf: <http://example.org/foaf#> . @prefix v: <http://example.org/vcard#> .\n";
            RDFDataMgr.read(model, new StringReader(prefixes + ended(turtle)), "http://example.org/", Lang.TURTLE);
            return Optional.of(model);
        } catch (JenaException notRdf) {
            return Optional.empty();
        }
    }

    private static Sent sent(WritableSite site, MatchResult test, AtomicReference<String> made) {
        String address = test.group(3);
        String path = address.startsWith("$GRAPHSTORE$")
                ? address.replace("$GRAPHSTORE$", "/data")
                : address.equals("$NEWPATH$")
                        ? made.get()
                        : "/data?graph=" + PercentEncoding.value("http://example.org" + address);
        List<String> headers = new ArrayList<>();
        List<String> body = new ArrayList<>();
        for (String line : test.group(4).lines().toList()) {
            MatchResult field = FIELD.matcher(line).results().findFirst().orElse(null);
            if (body.isEmpty() && field != null) {
                if (!field.group(1).equals("Host")) {
                    headers.add(field.group(1));
                    headers.add(field.group(2).replace("data, b", "data; b").replaceFirst("(turtle); charset.*", "$1"));
                }
            } else if (!body.isEmpty() || !line.isBlank()) {
                body.add(line);
            }
        }
        String content = ended(String.join("\n", body).replace("$HOST$", "example.org"));
        if (content.startsWith("--")) {
            // The suite leaves out the dots, the end of the form, and the line ends that it has to have.
            content = content.replace("mixed, b", "mixed; b")
                    .replaceAll("\"\\s*\n--", "\" .\n--")
                    .replace("--BbC04y\n--AaB03x", "--BbC04y--\n--AaB03x--\n")
                    .replace("\n", "\r\n");
        }
        HttpResponse<String> reply = site.write(
                test.group(2), path, content.getBytes(StandardCharsets.UTF_8), headers.toArray(String[]::new));
        reply.headers().firstValue("Location").ifPresent(made::set);
        String answer =
                test.group(6).replaceAll("(?m)^(Content-type|Location):.*$", "").replace("$HOST$", "example.org");
        return new Sent(
                test.group(1),
                Integer.parseInt(test.group(5)),
                test.group(2).equals("GET") && test.group(5).equals("200") ? read(answer) : Optional.empty(),
                reply);
    }

    @Test
    void each_of_the_suite_passes_or_is_refused_in_words(@TempDir Path root) throws IOException {
        Map<String, Sent> all = new LinkedHashMap<>();
        try (WritableSite site = new WritableSite(
                root,
                PublicationFolder.in(root.resolve("publication"))
                        .turtle("data/a.ttl", "<id/a> rdfs:label \"A\" .")
                        .read())) {
            AtomicReference<String> made = new AtomicReference<>();
            TEST.matcher(suite())
                    .results()
                    .map(test -> sent(site, test, made))
                    .forEach(one -> all.put(one.name(), one));
        }
        assertThat(all).hasSize(22);
        Map<String, String> others = new LinkedHashMap<>();
        all.values().stream()
                .filter(one -> !one.passes())
                .forEach(one -> others.put(
                        one.name(),
                        one.wanted() + " was wanted: " + one.reply().statusCode() + " "
                                + one.reply().body()));
        assertThat(others.keySet()).as(others.toString()).isSubsetOf(OTHERWISE.keySet());
        assertThat(all.values())
                .allSatisfy(one -> assertThat(one.reply().statusCode()).isLessThan(500));
        assertThat(all.get("PUT - default graph").reply().body()).contains("\"detail\":\"");
    }
}
