package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.Shapes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.kit.Cli;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;

class InitCommandTest {
    private static final Path KINDS = Path.of("src/test/resources/kinds");
    private static final String SKOS = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n";

    @TempDir
    private Path root;

    private Path made;

    @BeforeEach
    void a_folder_that_is_not_there() {
        made = root.resolve("made");
    }

    private Cli init(Path... files) {
        return Cli.run(Stream.concat(
                        Stream.of("init", made.toString()), Stream.of(files).map(Path::toString))
                .toArray(String[]::new));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(root.resolve(name), text);
    }

    private String written(String file) throws IOException {
        return Files.readString(made.resolve(file));
    }

    private void assertRefused(int exit, String what, Cli cli) throws IOException {
        assertThat(cli.exit()).as(cli.err()).isEqualTo(exit);
        assertThat(cli.err()).contains(what).doesNotContain("Exception", "\tat ");
        assertThat(cli.out()).isEmpty();
        assertThat(made).doesNotExist();
        try (Stream<Path> left = Files.list(root)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.startsWith(".init"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "arabic,http://example.org/",
        "dcat,http://example.org/",
        "eli,http://example.org/eli/act/",
        "foaf,http://example.org/",
        "french,http://example.org/lieu/",
        "geonames,http://example.org/place/",
        "german,http://example.org/begriff/",
        "japanese,http://example.org/resource/",
        "owl-hash,http://example.org/",
        "schema-http,http://example.org/",
        "schema-https,http://example.org/",
        "skos-hash,http://example.org/",
        "skos-slash,http://example.org/",
        "skos-xl,http://example.org/",
        "vcard,http://example.org/"
    })
    void a_publication_of_each_kind_of_data_is_sound_and_served(String kind, String base) throws IOException {
        Path data = KINDS.resolve(kind + ".ttl");
        Cli cli = init(data);
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.err()).isEmpty();
        assertThat(cli.out()).contains("Base: " + base + " (", "none outside", "the contact");
        assertThat(made.resolve("data/" + kind + ".ttl")).hasSameTextualContentAs(data);

        Publication publication = PublicationReader.read(made, Optional.empty());
        assertThat(publication.faults()).isEmpty();
        assertThat(publication.base()).isEqualTo(base);
        Cli check = Cli.run("check", "--publication", made.toString());
        assertThat(check.exit()).as(check.err()).isZero();
        assertThat(check.err()).doesNotContain("catalog.ttl", "site.ttl", "prefixes.ttl");

        String thing = RDFDataMgr.loadGraph(data.toString()).stream()
                .map(triple -> triple.getSubject())
                .filter(subject -> subject.isURI())
                .findFirst()
                .orElseThrow()
                .getURI();
        try (TestSite site = TestSite.of(publication, TestSite.seconds(20))) {
            assertThat(site.get("/", "Accept", "text/html").statusCode()).isEqualTo(200);
            assertThat(page(site, thing).statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> page(TestSite site, String thing) {
        HttpResponse<String> reply =
                site.get("/resource?lang=en&iri=" + PercentEncoding.value(thing), "Accept", "text/html");
        return reply.statusCode() == 200
                ? reply
                : site.get(
                        reply.headers().firstValue("Location").orElseThrow().replaceFirst("#.*", ""),
                        "Accept",
                        "text/html");
    }

    @Test
    void files_in_each_format_are_read_and_copied_as_they_are() throws IOException {
        String thing = "<http://example.org/%s> <http://www.w3.org/2000/01/rdf-schema#label> \"%s\"@en .";
        Path packed = root.resolve("f.nt.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(thing.formatted("f", "F").getBytes(StandardCharsets.UTF_8));
        }
        Cli cli = init(
                file("a.ttl", thing.formatted("a", "A")),
                file("b.nt", thing.formatted("b", "B")),
                file("c.nq", thing.formatted("c", "C").replace(" .", " <http://example.org/g> .")),
                file("d.jsonld", "{\"@id\": \"http://example.org/d\", \"http://example.org/p\": \"D\"}"),
                file(
                        "e.rdf",
                        """
                        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="http://example.org/terms#">
                        <rdf:Description rdf:about="http://example.org/e"><ex:p>E</ex:p></rdf:Description></rdf:RDF>
                        """),
                packed);
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("Read 6 statements of 6 files about 6 things", "Languages: en (4)");
        assertThat(made.resolve("data/f.nt.gz")).hasSameBinaryContentAs(packed);
        Publication publication = PublicationReader.read(made, Optional.empty());
        assertThat(publication.faults()).isEmpty();
        assertThat(publication.prefixes().getMapping()).containsEntry("ex", "http://example.org/terms#");
        assertThat(publication.prefixes().getMapping()).containsKeys("rdfs", "skos");
    }

    @Test
    void title_licence_languages_and_prefixes_are_those_of_the_data() throws IOException {
        Path data = file(
                "boats.ttl",
                SKOS
                        + """
                        @prefix boat: <http://boats.example.org/terms#> .
                        @prefix cc: <http://creativecommons.org/ns#> .
                        <http://boats.example.org/all> a skos:ConceptScheme ; skos:prefLabel "Boats"@en , "\\"Boote\\""@de ;
                          cc:license <https://creativecommons.org/licenses/by/4.0/> .
                        <http://boats.example.org/id/1> a skos:Concept ; skos:prefLabel "Kahn"@de ; boat:oars 2 .
                        <http://elsewhere.example.org/2> a skos:Concept .
                        """);
        Cli cli = init(data);
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.out())
                .contains(
                        "Base: http://boats.example.org/ (2 things lie below it, 1 outside)",
                        "Classes: skos:Concept (2), skos:ConceptScheme (1)",
                        "Languages: de (2), en (1)",
                        "Licence: https://creativecommons.org/licenses/by/4.0/")
                .doesNotContain("the title", "the licence");
        assertThat(written("data/catalog.ttl"))
                .contains(
                        "<http://boats.example.org/dataset> a void:Dataset ;",
                        "\"\\\"Boote\\\"\"@de , \"Boats\"@en ;",
                        "dct:license <https://creativecommons.org/licenses/by/4.0/> ;",
                        "void:uriSpace \"http://boats.example.org/\" .");
        assertThat(written("site.ttl")).contains("first: de, en.", "skos/core#Concept>");
        assertThat(written("ontology/prefixes.ttl")).contains("\"boat\"", "\"cc\"", "\"skos\"");
    }

    @Test
    void the_title_is_that_of_what_lies_within_the_base_before_a_foreign_one() throws IOException {
        Path data = file(
                "boats.ttl",
                SKOS
                        + """
                        @prefix owl: <http://www.w3.org/2002/07/owl#> .
                        @prefix dct: <http://purl.org/dc/terms/> .
                        <http://foreign.example.org/terms> a owl:Ontology ; dct:title "Foreign terms"@en .
                        <http://boats.example.org/all> a skos:ConceptScheme ; skos:prefLabel "Boats"@en .
                        <http://boats.example.org/id/1> a skos:Concept ; skos:prefLabel "Kahn"@de .
                        """);
        assertThat(init(data).out()).contains("Title: Boats").doesNotContain("Foreign terms");
        assertThat(written("data/catalog.ttl")).contains("\"Boats\"@en").doesNotContain("Foreign terms");
    }

    @Test
    void what_is_not_known_is_to_be_filled_in_and_what_is_common_needs_no_table() throws IOException {
        Cli cli = init(file("a.ttl", SKOS + "<http://example.org/a> skos:prefLabel \"A\" ."));
        assertThat(cli.out())
                .contains("  the title: ", "  the licence: ", "  the contact: ")
                .doesNotContain("Title:");
        assertThat(written("data/catalog.ttl"))
                .contains("dct:title \"made\" ;", "# dct:license <https://creativecommons.org/licenses/by/4.0/> ;");
        assertThat(made.resolve("ontology")).doesNotExist();
    }

    @Test
    void several_licences_are_left_to_the_owner() throws IOException {
        String licences =
                """
                <http://example.org/all> a skos:ConceptScheme ; skos:prefLabel "All"@en ;
                  <http://purl.org/dc/terms/license> <http://example.org/l/1> , <http://example.org/l/2> .
                """;
        Cli cli = init(file("a.ttl", SKOS + licences));
        assertThat(cli.out()).contains("the data state 2").doesNotContain("Licence: ");
        assertThat(written("data/catalog.ttl")).contains("# dct:license");
    }

    @Test
    void the_licence_of_a_part_is_not_that_of_the_whole() throws IOException {
        String licence = "<http://example.org/%s> <http://purl.org/dc/terms/license> <http://example.org/l/1> .\n";
        String scheme = "<http://example.org/all> a skos:ConceptScheme ; skos:prefLabel \"All\"@en .\n";
        Cli photo = init(file("photo.ttl", SKOS + scheme + licence.formatted("photo")));
        assertThat(photo.out()).contains("Title: All", "  the licence: under").doesNotContain("Licence: ");
        assertThat(written("data/catalog.ttl"))
                .contains("# dct:license <https://creativecommons.org/")
                .doesNotContain("http://example.org/l/1");

        String dataset =
                "<http://example.org/%1$s> a <http://www.w3.org/ns/dcat#Dataset> ; skos:prefLabel \"%1$s\" .\n";
        Path two = file("two.ttl", SKOS + dataset.formatted("a") + dataset.formatted("b") + licence.formatted("a"));
        assertThat(Cli.run("init", root.resolve("two").toString(), two.toString())
                        .out())
                .contains("  the licence: under")
                .doesNotContain("Licence: ");
    }

    @Test
    void the_licence_of_the_dataset_whose_base_is_stated_is_that_of_the_whole() throws IOException {
        String dataset =
                """
                <http://example.org/d> <http://rdfs.org/ns/void#uriSpace> "http://example.org/" ;
                  <http://purl.org/dc/terms/license> <http://example.org/l/1> .
                <http://example.org/photo> <http://purl.org/dc/terms/license> <http://example.org/l/2> .
                """;
        assertThat(init(file("a.ttl", dataset)).out())
                .contains("Licence: http://example.org/l/1")
                .doesNotContain("the licence", "http://example.org/l/2");
    }

    @Test
    void a_base_that_the_data_state_or_the_owner_names_is_taken() throws IOException {
        Path stated = file(
                "a.ttl",
                "<http://example.org/d> <http://rdfs.org/ns/void#uriSpace> \"http://example.org/id/\" .\n"
                        + "<http://other.example.org/1> a <http://example.org/T> .\n");
        assertThat(init(stated).exit()).isZero();
        assertThat(written("data/catalog.ttl"))
                .contains("<http://example.org/d> a void:Dataset", "void:uriSpace \"http://example.org/id/\" .");
        Path named = root.resolve("named");
        Cli cli = Cli.run("init", named.toString(), stated.toString(), "--base", "http://other.example.org/");
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(PublicationReader.read(named, Optional.empty()).base()).isEqualTo("http://other.example.org/");
        Cli wrong = Cli.run("init", root.resolve("x").toString(), stated.toString(), "--base", "other");
        assertThat(wrong.exit()).as(wrong.err()).isEqualTo(2);
        assertThat(root.resolve("x")).doesNotExist();
    }

    @Test
    void bases_that_the_data_state_of_several_datasets_are_not_taken() throws IOException {
        String dataset = "<http://example.org/%s> <http://rdfs.org/ns/void#uriSpace> \"http://%s.example.org/\" .\n";
        assertThat(init(file("a.ttl", dataset.formatted("a", "one") + dataset.formatted("b", "two")))
                        .out())
                .contains("Base: http://example.org/ (2 things");
    }

    @Test
    void terms_of_common_vocabularies_do_not_move_the_base() throws IOException {
        String label = "<http://www.w3.org/%s> <http://www.w3.org/2000/01/rdf-schema#label> \"x\"@en .\n";
        Path data = file(
                "a.ttl",
                label.formatted("ns/kites#Kite")
                        + label.formatted("ns/kites#Tail")
                        + label.formatted("2000/01/rdf-schema#label"));
        assertThat(init(data).out()).contains("Base: http://www.w3.org/ns/ (2 things lie below it, 1 outside)");
    }

    @Test
    void words_can_be_chinese() throws IOException {
        Path data = file("a.ttl", SKOS + "<http://example.org/a> skos:prefLabel \"A\"@en .");
        Cli cli = Cli.run("init", made.toString(), data.toString(), "--lang", "zh");
        assertThat(cli.out()).contains("基址：http://example.org/", "请在").doesNotContain("Base", "Next");
        assertThat(written("data/catalog.ttl")).startsWith("# 目录。");
    }

    @Test
    void the_vocabulary_of_shacl_is_published_with_its_own_title() throws IOException {
        Path shacl = root.resolve("shacl.ttl");
        try (InputStream carried = Shapes.class.getResourceAsStream("/std/shacl.ttl")) {
            Files.copy(carried, shacl);
        }
        Cli cli = init(shacl);
        assertThat(cli.exit()).as(cli.err()).isZero();
        assertThat(cli.out()).contains("Base: http://www.w3.org/ns/ (", "Title: W3C Shapes Constraint Language");
        Cli check = Cli.run("check", "--publication", made.toString());
        assertThat(check.exit()).as(check.err()).isZero();
        try (TestSite site = TestSite.of(PublicationReader.read(made, Optional.empty()), TestSite.seconds(20))) {
            assertThat(site.get("/", "Accept", "text/html").body()).contains("W3C Shapes Constraint Language");
            assertThat(page(site, "http://www.w3.org/ns/shacl#NodeShape").body())
                    .contains("Node shape");
        }
    }

    @Test
    void a_folder_or_file_that_is_there_is_left_as_it_is() throws IOException {
        Path data = file("a.ttl", "<http://example.org/a> a <http://example.org/T> .");
        Files.createDirectories(made);
        Files.writeString(made.resolve("notes.txt"), "mine");
        Cli cli = init(data);
        assertThat(cli.exit()).isEqualTo(1);
        assertThat(cli.err()).contains(made + " is not empty");
        try (Stream<Path> inside = Files.list(made)) {
            assertThat(inside).containsExactly(made.resolve("notes.txt"));
        }
        Cli over = Cli.run("init", data.toString(), data.toString());
        assertThat(over.exit()).isEqualTo(1);
        assertThat(over.err()).contains("is not a folder");
        assertThat(data).content().startsWith("<http://example.org/a>");
        Files.delete(made.resolve("notes.txt"));
        assertThat(init(data).exit()).as("an empty folder is filled").isZero();
        try (Stream<Path> inside = Files.list(made)) {
            assertThat(inside.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("data", "site.ttl");
        }
    }

    @Test
    void what_no_publication_can_be_made_of_is_refused_in_a_sentence_and_nothing_is_written() throws IOException {
        Path sound = file("a.ttl", "<http://example.org/a> a <http://example.org/T> .");
        assertRefused(2, "absent.ttl cannot be read", init(sound, root.resolve("absent.ttl")));
        assertRefused(2, "cannot be read", init(root));
        Path broken =
                file("broken.ttl", "<http://example.org/a> a <http://example.org/T> .\n\n<http://example.org/b> ;");
        Cli faulty = init(sound, broken);
        assertRefused(1, broken + ":3:", faulty);
        assertThat(faulty.err()).contains("nothing is written");
        assertRefused(1, "not a format that is read", init(file("notes.txt", "notes")));
        assertRefused(1, "describe nothing by an IRI", init(file("empty.ttl", "")));
        assertRefused(1, "describe nothing by an IRI", init(file("blank.ttl", "[] a <http://example.org/T> .")));
        assertRefused(1, "say --base", init(file("urn.ttl", "<urn:isbn:1> a <http://example.org/T> .")));
        assertRefused(2, "rename one of the two", init(sound, file("a.nt", "")));
        assertRefused(2, "rename it", init(file("catalog.ttl", "")));
        Cli none = Cli.run("init", made.toString());
        assertThat(none.exit()).isEqualTo(2);
        assertThat(List.of(none.err().split("\n"))).hasSizeLessThanOrEqualTo(2);
    }
}
