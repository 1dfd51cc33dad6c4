package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.OWL2;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.export.TidyTurtle;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.DcatAp;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.model.catalogue.Version;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Three versions of a publication, made as an editor makes them: changed, recorded by {@code diff}, served. */
class VersionsTest {
    private static final String BASE = PublicationFolder.BASE;
    private static final String CATALOG =
            """
            <dataset> a dcat:Dataset , void:Dataset ; skos:prefLabel "例"@zh-Hans , "Example"@en ;
                dcat:version "%s" ; dct:publisher <id/editors> ; dct:created "2030-01-01"^^xsd:date ; void:uriSpace "http://example.org/" .
            <id/editors> skos:prefLabel "编者"@zh-Hans , "the editors"@en .
            """;
    private static final Property PREVIOUS = ResourceFactory.createProperty(DCAT.NS, "previousVersion");

    @TempDir
    static Path root;

    private static final List<String> RECORDS = new ArrayList<>();

    @AutoClose
    private static TestSite first;

    @AutoClose
    private static TestSite second;

    @AutoClose
    private static TestSite third;

    @BeforeAll
    static void publish_three_versions() throws IOException {
        Path one = edited("1", "1.0.0", "<id/a> a ex:T ; skos:prefLabel \"甲\"@zh-Hans , \"A\"@en .");
        first = serve(one);
        Path two = edited(
                "2",
                "1.1.0",
                "<id/a> a ex:T ; skos:prefLabel \"甲\"@zh-Hans , \"A & <b>\"@en .\n<id/b> a ex:T ; skos:prefLabel \"乙\"@zh-Hans , \"B\"@en .");
        record(one.toString(), two, 2, "2030-02-01");
        second = serve(two);
        Path dump = root.resolve("two.trig");
        assertThat(Cli.run("export", "--publication", two.toString(), "--format", "trig", "--out", dump.toString())
                        .exit())
                .isZero();
        Path three = edited("3", "2.0.0", "<id/b> a ex:T ; skos:prefLabel \"乙\"@zh-Hans , \"B\"@en .");
        Files.createDirectories(three.resolve("data/versions"));
        Files.copy(two.resolve("data/versions/2.ttl"), three.resolve("data/versions/2.ttl"));
        record(dump.toString(), three, 3, "2030-03-01");
        third = serve(three);
    }

    private static Path edited(String folder, String name, String things) {
        Path path = root.resolve(folder);
        PublicationFolder.in(path)
                .turtle("data/catalog.ttl", "PREFIX dcat: <http://www.w3.org/ns/dcat#>\n" + CATALOG.formatted(name))
                .turtle(
                        "ontology/terms.ttl",
                        "ex:T a owl:Class ; rdfs:label \"事物\"@zh-Hans , \"thing\"@en ; skos:definition \"凡可命名者。\"@zh-Hans , \"What has a name.\"@en .")
                .turtle("data/things.ttl", things);
        return path;
    }

    private static void record(String old, Path now, int number, String issued) throws IOException {
        Cli cli = Cli.run("diff", old, now.toString(), "--format", "record", "--issued", issued);
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.err()).isEmpty();
        RECORDS.add(cli.out());
        Path kept = now.resolve("data/versions/" + number + ".ttl");
        Files.createDirectories(kept.getParent());
        Files.writeString(kept, cli.out());
        Cli again = Cli.run("diff", old, now.toString(), "--format", "record", "--issued", issued);
        assertThat(again.out()).as("a record that is there changes nothing").isEqualTo(cli.out());
    }

    private static TestSite serve(Path publication) {
        return TestSite.of(new PublicationFolder(publication).read(), TestSite.seconds(10));
    }

    private static String version(TestSite site) {
        return site.get("/dataset.nt")
                .headers()
                .firstValue("Torchgraph-Version")
                .orElseThrow();
    }

    private static Element feed(TestSite site, String language) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(
                            site.get("/feed.atom?lang=" + language).body())))
                    .getDocumentElement();
        } catch (Exception malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static List<String> ofEntries(TestSite site, String language, String name) {
        NodeList entries = feed(site, language).getElementsByTagName("entry");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < entries.getLength(); i++) {
            NodeList found = ((Element) entries.item(i)).getElementsByTagName(name);
            texts.add(found.getLength() == 0 ? "" : found.item(0).getTextContent());
        }
        return texts;
    }

    private static Model description(TestSite site, String path) {
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new StringReader(site.get(path).body()), BASE, Lang.NTRIPLES);
        return model;
    }

    @Test
    void a_record_is_tidy_turtle_in_terms_of_dcat_and_adms() {
        assertThat(RECORDS.get(0))
                .isEqualTo(
                        """
                        BASE <http://example.org/>
                        PREFIX adms: <http://www.w3.org/ns/adms#>
                        PREFIX dcat: <http://www.w3.org/ns/dcat#>
                        PREFIX dct: <http://purl.org/dc/terms/>
                        PREFIX owl: <http://www.w3.org/2002/07/owl#>
                        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

                        # What changed from version 1.0.0 to version 1.1.0, as torchgraph diff tells it; kept as data/versions/2.ttl.

                        <id/version/1> a dcat:Dataset ;
                            dct:title "例 1.0.0"@zh-Hans , "Example 1.0.0"@en ;
                            dcat:isVersionOf <dataset> ;
                            dcat:version "1.0.0" ;
                            dct:description "例，版本 1.0.0，发布于 2030-01-01。"@zh-Hans , "Example, version 1.0.0, published on 2030-01-01."@en ;
                            dct:issued "2030-01-01"^^xsd:date ;
                            owl:versionInfo "%s" .

                        <id/version/2> a dcat:Dataset ;
                            dct:title "例 1.1.0"@zh-Hans , "Example 1.1.0"@en ;
                            adms:versionNotes \"""新增陈述 5 条，去掉 2 条。
                        新增：事物（1）：“乙”。
                        有变：RDF 数据集（1）：“例”。
                        有变：事物（1）：“甲”。\"""@zh-Hans ,
                                \"""5 statements are new, 2 gone.
                        New: thing (1): “B”.
                        Changed: RDF dataset (1): “Example”.
                        Changed: thing (1): “A & <b>”.\"""@en ;
                            dcat:isVersionOf <dataset> ;
                            dcat:previousVersion <id/version/1> ;
                            dcat:version "1.1.0" ;
                            dct:description "例，版本 1.1.0，发布于 2030-02-01。"@zh-Hans , "Example, version 1.1.0, published on 2030-02-01."@en ;
                            dct:issued "2030-02-01"^^xsd:date .
                        """
                                .formatted(version(first)));
    }

    /** From a dump; of the version before, which has its record, only the digest is new. */
    @Test
    void the_next_record_adds_to_the_one_before() {
        assertThat(RECORDS.get(1))
                .containsOnlyOnce("<id/version/2> owl:versionInfo \"" + version(second) + "\" .")
                .contains(
                        "dcat:previousVersion <id/version/2> ;",
                        "1 statement is new, 4 gone.\nGone: thing (1): “A & <b>”")
                .doesNotContain("id/version/1", "1.0.0", "Example 1.1.0", "记录");
    }

    @Test
    void check_is_clean_and_leaves_the_records_as_they_are() throws IOException {
        for (String folder : List.of("2", "3")) {
            Path publication = root.resolve(folder);
            Cli cli = Cli.run("check", "--publication", publication.toString());
            assertThat(cli.err()).isEmpty();
            assertThat(cli.out()).contains("0 errors, 0 warnings");
            TidyTurtle style = new TidyTurtle(
                    BASE, new PublicationFolder(publication).read().prefixes());
            String record = Files.readString(publication.resolve("data/versions/2.ttl"));
            assertThat(style.of(record)).isEqualTo(record);
        }
    }

    @Test
    void the_feed_has_an_entry_for_each_version_the_newest_first() {
        assertThat(ofEntries(first, "en", "title")).containsExactly("Example 1.0.0");
        assertThat(ofEntries(second, "en", "title")).containsExactly("Example 1.1.0", "Example 1.0.0");
        assertThat(ofEntries(third, "en", "title")).containsExactly("Example 2.0.0", "Example 1.1.0", "Example 1.0.0");
        assertThat(ofEntries(third, "en", "updated"))
                .containsExactly("2030-03-01T00:00:00Z", "2030-02-01T00:00:00Z", "2030-01-01T00:00:00Z");
        assertThat(feed(third, "en").getElementsByTagName("updated").item(0).getTextContent())
                .isEqualTo("2030-03-01T00:00:00Z");
    }

    @Test
    void an_entry_keeps_its_id_when_later_versions_come() {
        List<String> ids = ofEntries(third, "en", "id");
        assertThat(ids)
                .doesNotHaveDuplicates()
                .containsExactly(
                        BASE + "dataset#version-" + version(third),
                        BASE + "dataset#version-" + version(second),
                        BASE + "dataset#version-" + version(first));
        assertThat(ofEntries(second, "zh", "id")).isEqualTo(ids.subList(1, 3));
        assertThat(ofEntries(first, "en", "id")).isEqualTo(ids.subList(2, 3));
    }

    @Test
    void an_entry_says_what_changed_in_the_language_of_the_feed() {
        assertThat(ofEntries(third, "en", "content"))
                .satisfiesExactly(
                        newest -> assertThat(newest).contains("Gone: thing (1)").doesNotContain("去掉", "ersion"),
                        middle -> assertThat(middle).contains("New: thing (1): “B”", "A & <b>"),
                        oldest -> assertThat(oldest).isEmpty());
        assertThat(ofEntries(third, "zh", "content").get(0))
                .contains("去掉：事物（1）")
                .doesNotContain("Gone");
        assertThat(ofEntries(third, "zh", "title").get(0)).isEqualTo("例 2.0.0");
        assertThat(ofEntries(third, "en", "summary"))
                .satisfiesExactly(
                        newest -> assertThat(newest).matches("\\d+ statements\\. Digest " + version(third) + "\\."),
                        middle -> assertThat(middle).isEqualTo("An earlier version. Digest " + version(second) + "."),
                        oldest -> assertThat(oldest).isEqualTo("An earlier version. Digest " + version(first) + "."));
        assertThat(ofEntries(third, "zh", "summary").get(2)).isEqualTo("较早的版本。指纹 " + version(first) + "。");
    }

    @Test
    void what_an_entry_links_to_is_there() {
        String feed = third.get("/feed.atom").body();
        for (String path : List.of("/doc/version/3", "/doc/version/1.ttl")) {
            assertThat(feed).contains("href=\"" + third.url(path) + "\"");
            assertThat(third.get(path).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void the_dataset_names_its_versions_and_the_one_before() {
        for (String path : List.of("/dataset.nt", "/.well-known/void.nt")) {
            Model model = description(third, path);
            Resource dataset = model.createResource(BASE + "dataset");
            Resource current = model.createResource(BASE + "id/version/3");
            Resource before = model.createResource(BASE + "id/version/2");
            assertThat(dataset.listProperties(PREVIOUS).toList())
                    .extracting(said -> said.getResource())
                    .containsExactly(before);
            assertThat(dataset.hasProperty(dcat("hasCurrentVersion"), current)).isTrue();
            assertThat(dataset.listProperties(dcat("hasVersion")).toList()).hasSize(3);
            assertThat(dataset.listProperties(Version.NOTES).toList())
                    .hasSize(2)
                    .allMatch(said -> current.hasProperty(Version.NOTES, said.getObject()));
            assertThat(before.getProperty(OWL2.versionInfo).getString()).isEqualTo(version(second));
            assertThat(current.getProperty(OWL2.versionInfo).getString()).isEqualTo(version(third));
            assertThat(current.hasProperty(PREVIOUS, before)).isTrue();
            assertThat(before.hasProperty(PREVIOUS, model.createResource(BASE + "id/version/1")))
                    .isTrue();
        }
        assertThat(description(first, "/dataset.nt").contains(null, PREVIOUS)).isFalse();
    }

    @Test
    void versions_in_the_description_of_the_dataset_keep_dcat_ap_too() {
        for (TestSite site : List.of(first, second, third)) {
            assertThat(DcatAp.faults(description(site, "/dataset.nt").getGraph()))
                    .isEmpty();
        }
    }

    private static Property dcat(String name) {
        return ResourceFactory.createProperty(DCAT.NS, name);
    }

    @Test
    void the_page_of_versions_says_of_each_what_changed_in_both_languages() {
        assertThat(page(third, "/versions?lang=en"))
                .containsSubsequence(
                        "href=\"/doc/version/3?lang=en\"",
                        ">2.0.0<",
                        "<time datetime=\"2030-03-01\">",
                        "current",
                        "1 statement is new, 4 gone.",
                        "Gone: thing (1)",
                        version(third),
                        "/export/torchgraph.ttl",
                        ">1.1.0<",
                        "New: thing (1): “B”",
                        version(second),
                        ">1.0.0<",
                        "The first version",
                        version(first));
        assertThat(page(third, "/versions?lang=zh"))
                .containsSubsequence(">2.0.0<", "现行", "新增陈述 1 条，去掉 4 条。", "第一版")
                .doesNotContain("is new");
    }

    @Test
    void where_no_version_is_recorded_the_page_of_versions_says_so() {
        assertThat(page(first, "/versions?lang=en"))
                .containsSubsequence(">1.0.0<", "2030-01-01", "No earlier version is recorded", version(first))
                .containsOnlyOnce("class=\"v\"");
        assertThat(page(first, "/versions?lang=zh")).contains("没有更早版本的记录");
    }

    @Test
    void the_foot_of_every_page_links_the_release_to_the_versions() {
        for (String path : List.of("/", "/about", "/doc/b")) {
            assertThat(page(third, path + "?lang=en")).contains("<a href=\"/versions?lang=en\">Dataset 2.0.0</a>");
        }
    }

    private static String page(TestSite site, String path) {
        return site.get(path, "Accept", "text/html").body();
    }

    /** What is served then is neither of the recorded versions, and has an entry of its own. */
    @Test
    void data_that_are_called_otherwise_than_the_newest_record_are_a_version_of_their_own() throws IOException {
        Path later = edited("later", "2.1.0", "<id/b> a ex:T ; skos:prefLabel \"乙\"@zh-Hans , \"B2\"@en .");
        Files.createDirectories(later.resolve("data/versions"));
        for (String record : List.of("2.ttl", "3.ttl")) {
            Files.copy(
                    root.resolve("3/data/versions").resolve(record),
                    later.resolve("data/versions").resolve(record));
        }
        try (TestSite unrecorded = serve(later)) {
            assertThat(ofEntries(unrecorded, "en", "title"))
                    .containsExactly("Example 2.1.0", "Example 2.0.0", "Example 1.1.0", "Example 1.0.0");
            assertThat(page(unrecorded, "/versions?lang=en"))
                    .containsSubsequence(
                            ">2.1.0<", "not recorded yet", version(unrecorded), ">2.0.0<", "1 statement is new");
            assertThat(ofEntries(unrecorded, "en", "id").get(0))
                    .isEqualTo(BASE + "dataset#version-" + version(unrecorded));
            Model model = description(unrecorded, "/dataset.nt");
            assertThat(model.contains(
                            model.createResource(BASE + "dataset"),
                            PREVIOUS,
                            model.createResource(BASE + "id/version/3")))
                    .isTrue();
            assertThat(model.contains(null, dcat("hasCurrentVersion"))).isFalse();
        }
        Path next = edited("next", "2.2.0", "<id/b> a ex:T ; skos:prefLabel \"乙\"@zh-Hans , \"B3\"@en .");
        assertThat(Cli.run("diff", later.toString(), next.toString(), "--format", "record")
                        .out())
                .contains(
                        "<id/version/4> a dcat:Dataset ;",
                        "dcat:version \"2.1.0\" ;",
                        "dcat:previousVersion <id/version/3> ;",
                        "<id/version/5> a dcat:Dataset ;",
                        "dcat:previousVersion <id/version/4> ;");
    }

    @Test
    void words_only_count_what_is_said_of_versions() {
        String words = Cli.run(
                        "diff", root.resolve("1").toString(), root.resolve("2").toString())
                .out();
        assertThat(words)
                .startsWith("5 statements are new, 2 gone.")
                .contains("Records of versions: 20 statements are new or gone.")
                .doesNotContain("id/version");
    }
}
