package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.publication.PublicationReader;

class DatasetTest {
    private static final String BASE = "https://w3id.org/torchgraph/";

    /** What the SPARQL editor of SIB asks an endpoint for, and the mark by which it does. */
    private static final String EDITOR_EXAMPLES =
            """
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            SELECT DISTINCT ?sq ?comment ?query
            WHERE {
              ?sq a sh:SPARQLExecutable ; rdfs:comment ?comment ; sh:select|sh:ask|sh:construct|sh:describe ?query .
            } ORDER BY ?sq""";

    private static final String EDITOR_VOID =
            """
            PREFIX void: <http://rdfs.org/ns/void#>
            PREFIX void-ext: <http://ldf.fi/void-ext#>
            SELECT DISTINCT ?subjectClass ?prop ?objectClass ?objectDatatype
            WHERE {
              { ?cp void:class ?subjectClass ; void:propertyPartition ?pp .
                ?pp void:property ?prop .
                OPTIONAL { { ?pp void:classPartition [ void:class ?objectClass ] }
                  UNION { ?pp void-ext:datatypePartition [ void-ext:datatype ?objectDatatype ] } }
              } UNION {
                ?linkset void:subjectsTarget [ void:class ?subjectClass ] ; void:linkPredicate ?prop ;
                  void:objectsTarget [ void:class ?objectClass ] .
              } }""";

    @AutoClose
    private static final TestSite site = ZonesExtract.site();

    private static final Model description = model(site.get("/dataset"), Lang.TURTLE);

    private static Model model(HttpResponse<String> response, Lang lang) {
        assertThat(response.statusCode()).isEqualTo(200);
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(response.body()), BASE, lang);
        return model;
    }

    private static List<QuerySolution> ask(TestSite of, String query) {
        HttpResponse<String> answer = of.get(
                "/sparql?ac=1&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8),
                "Accept",
                "application/sparql-results+json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ResultSetFormatter.toList(
                ResultSetFactory.fromJSON(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8))));
    }

    private static long count(String pattern) {
        return ask(site, "SELECT (COUNT(*) AS ?n) { " + pattern + " }")
                .get(0)
                .getLiteral("n")
                .getLong();
    }

    private static List<String> strings(Resource subject, Property property) {
        return subject.listProperties(property)
                .mapWith(said -> said.getString())
                .toList();
    }

    @Test
    void both_addresses_say_the_same_in_every_form() {
        for (String form : List.of("ttl", "jsonld", "nt", "rdf")) {
            Lang lang = form.equals("ttl")
                    ? Lang.TURTLE
                    : form.equals("nt") ? Lang.NTRIPLES : form.equals("rdf") ? Lang.RDFXML : Lang.JSONLD11;
            HttpResponse<String> wellKnown = site.get("/.well-known/void." + form);
            assertThat(wellKnown.body()).isEqualTo(site.get("/dataset." + form).body());
            assertThat(model(wellKnown, lang).isIsomorphicWith(description))
                    .as(form)
                    .isTrue();
        }
        assertThat(site.get("/.well-known/void").headers().firstValue("Content-Location"))
                .contains("/.well-known/void.ttl");
        assertThat(site.get("/dataset", "Accept", "image/png").statusCode()).isEqualTo(406);
        HttpResponse<String> page = site.get("/dataset", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.headers().firstValue("Location")).contains("/doc/dataset");
    }

    @Test
    void names_come_in_both_languages_and_every_dump_has_the_licence() {
        Resource dataset = description.createResource(BASE + "dataset");
        assertThat(strings(dataset, DCTerms.title)).hasSize(2);
        assertThat(strings(dataset, DCTerms.description)).hasSize(2);
        assertThat(dataset.listProperties(DCAT.distribution).toList())
                .hasSize(6)
                .allSatisfy(said -> assertThat(said.getResource().hasProperty(DCTerms.license))
                        .isTrue());
        assertThat(strings(dataset, description.createProperty(DCAT.NS + "version")))
                .containsExactly("1.0.0");
        assertThat(dataset.hasProperty(description.createProperty(DCAT.NS + "previousVersion")))
                .isFalse();
    }

    @Test
    void size_and_checksum_are_those_of_the_dump() {
        byte[] dump = site.bytes("/export/torchgraph.nt").body();
        Resource distribution = description.createResource(BASE + "dataset#nt");
        assertThat(distribution.getProperty(DCAT.byteSize).getLong()).isEqualTo(dump.length);
        String spdx = "http://spdx.org/rdf/terms#";
        Resource checksum = distribution.getPropertyResourceValue(description.createProperty(spdx + "checksum"));
        assertThat(checksum.getProperty(description.createProperty(spdx + "checksumValue"))
                        .getString())
                .isEqualTo(DigestUtils.sha256Hex(dump));
    }

    @Test
    void the_counts_are_those_of_the_endpoint() {
        Resource dataset = description.createResource(BASE + "dataset");
        Function<Property, Long> said =
                property -> dataset.getProperty(property).getLong();
        assertThat(said.apply(VOID.triples)).isEqualTo(count("?s ?p ?o"));
        assertThat(said.apply(VOID.distinctSubjects)).isEqualTo(count("SELECT DISTINCT ?s { ?s ?p ?o }"));
        assertThat(said.apply(VOID.distinctObjects)).isEqualTo(count("SELECT DISTINCT ?o { ?s ?p ?o }"));
        assertThat(said.apply(VOID.properties)).isEqualTo(count("SELECT DISTINCT ?p { ?s ?p ?o }"));
        Resource policies = description
                .listSubjectsWithProperty(VOID._class, description.createResource(BASE + "def#Policy"))
                .filterKeep(part -> part.hasProperty(VOID.entities))
                .next();
        assertThat(policies.getProperty(VOID.entities).getLong()).isEqualTo(count("?s a <def#Policy>"));
        assertThat(description
                        .createResource(BASE + "graph/organizations")
                        .getProperty(VOID.triples)
                        .getLong())
                .isEqualTo(count("GRAPH <graph/organizations> { ?s ?p ?o }"));
        Resource linkset = description
                .listSubjectsWithProperty(VOID.linkPredicate, DCAT.landingPage)
                .filterKeep(links -> links.getPropertyResourceValue(VOID.objectsTarget)
                        .hasProperty(VOID.uriSpace, "https://most.gov.cn/"))
                .next();
        assertThat(linkset.getProperty(VOID.triples).getLong())
                .isEqualTo(
                        count(
                                "?s <http://www.w3.org/ns/dcat#landingPage> ?o FILTER STRSTARTS(STR(?o), 'https://most.gov.cn/')"));
    }

    @Test
    void an_editor_finds_the_examples_and_each_can_be_run() {
        List<QuerySolution> examples = ask(site, EDITOR_EXAMPLES);
        List<String> names =
                examples.stream().map(row -> row.getResource("sq").getURI()).toList();
        assertThat(names).contains(BASE + "queries/targets-due-in").doesNotHaveDuplicates();
        assertThat(examples.size()).isGreaterThan(10);
        assertThat(ask(site, examples.get(0).getLiteral("query").getString())).isNotEmpty();
        QuerySolution due = examples.get(names.indexOf(BASE + "queries/targets-due-in"));
        assertThat(due.getLiteral("comment").getString()).contains("Targets due in a year", "某年到期的量化目标");
        assertThat(due.getLiteral("query").getString()).containsPattern("htz:deadlineYear\\s+\"2025\"");
        assertThat(ask(site, due.getLiteral("query").getString())).isNotEmpty();
    }

    @Test
    void an_editor_finds_classes_with_their_properties_and_what_these_lead_to() {
        List<String> rows = ask(site, EDITOR_VOID).stream()
                .map(row -> List.of("subjectClass", "prop", "objectClass", "objectDatatype").stream()
                        .map(row::getResource)
                        .map(term -> term == null ? "-" : term.getURI().replaceFirst(".*[#/]", ""))
                        .collect(Collectors.joining(" ")))
                .toList();
        assertThat(rows)
                .contains("Policy passed_by FormalOrganization -", "Policy issued - date")
                .doesNotContain("Policy passed_by Policy -");
    }

    @Test
    void the_description_is_in_no_count_dump_or_document() {
        long triples = count("?s ?p ?o");
        assertThat(site.get("/export/torchgraph.nt")
                        .body()
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .count())
                .isEqualTo(triples);
        assertThat(site.get("/export/torchgraph.nt").body()).doesNotContain("classPartition", "SPARQLExecutable");
        assertThat(site.get("/health").body()).contains("\"triples\":" + triples);
        assertThat(count("GRAPH ?g { ?s a <http://www.w3.org/ns/dcat#Catalog> }"))
                .isZero();
        assertThat(count("GRAPH <.well-known/void> { ?s a <http://www.w3.org/ns/dcat#Catalog> }"))
                .isEqualTo(1);
    }

    @Test
    void a_query_over_terms_that_the_data_have_is_asked_of_the_data(@TempDir Path root) {
        PublicationFolder folder = PublicationFolder.in(root)
                .turtle("data/a.ttl", "<id/a> void:class ex:Mine ; void:propertyPartition <id/p> .");
        try (TestSite own = TestSite.of(folder.read(), TestSite.seconds(10))) {
            assertThat(ask(own, "SELECT ?c { ?s <http://rdfs.org/ns/void#class> ?c }"))
                    .extracting(row -> row.getResource("c").getURI())
                    .containsExactly("http://example.org/def#Mine");
        }
    }

    @Test
    void a_publication_without_a_catalogue_describes_itself_too(@TempDir Path root) {
        PublicationFolder folder =
                new PublicationFolder(root).turtle("data/a.ttl", "<id/a> a ex:T ; dct:title \"A\" .");
        try (TestSite bare = TestSite.of(
                PublicationReader.read(folder.root(), Optional.of("http://example.org/")), TestSite.seconds(10))) {
            Model said = model(bare.get("/.well-known/void"), Lang.TURTLE);
            Resource dataset = said.createResource("http://example.org/dataset");
            assertThat(dataset.getProperty(VOID.triples).getLong()).isEqualTo(2);
            assertThat(dataset.hasProperty(DCTerms.title)).isTrue();
            assertThat(dataset.hasProperty(DCTerms.publisher)).isFalse();
            assertThat(bare.get("/dataset", "Accept", "text/html").headers().firstValue("Location"))
                    .contains("/about");
        }
    }
}
