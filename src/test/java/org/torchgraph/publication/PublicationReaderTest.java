package org.torchgraph.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationReaderTest extends ReadFiles {
    @Test
    void one_file_is_one_graph_named_by_its_path() throws IOException {
        write("ontology/terms.ttl", "<http://example.org/def#A> a <http://example.org/def#B> .");
        Publication publication =
                readWith("data/sub/x.ttl", "<http://example.org/id/x> a <http://example.org/def#A> .");
        assertThat(graphs(publication))
                .containsExactlyInAnyOrder(BASE + "graph/catalog", BASE + "graph/sub/x", BASE + "graph/ontology/terms");
        assertThat(publication.faults()).isEmpty();
    }

    @Test
    void every_syntax_is_read_and_quads_keep_their_graph() throws IOException {
        write("data/a.nt", "<urn:ex:a> <urn:ex:p> \"1\" .\n");
        write("data/b.nq", "<urn:ex:b> <urn:ex:p> \"1\" <urn:ex:g> .\n<urn:ex:b> <urn:ex:p> \"2\" .\n");
        write("data/c.trig", "<urn:ex:h> { <urn:ex:c> <urn:ex:p> 1 }\n<urn:ex:c> <urn:ex:p> 2 .\n");
        Publication publication = readWith("data/d.jsonld", "{\"@id\": \"urn:ex:d\", \"urn:ex:p\": \"1\"}");
        assertThat(publication.faults()).isEmpty();
        assertThat(graphs(publication))
                .contains(
                        "urn:ex:g", "urn:ex:h", BASE + "graph/a", BASE + "graph/b", BASE + "graph/c", BASE + "graph/d");
    }

    @Test
    void gzip_is_read_and_gives_the_same_version() throws IOException {
        String text = "<urn:ex:a> <urn:ex:p> \"1\" .\n";
        String plain = readWith("data/a.nt", text).version();
        Files.delete(root.resolve("data/a.nt"));
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(root.resolve("data/a.nt.gz")))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        Publication zipped = read();
        assertThat(zipped.faults()).isEmpty();
        assertThat(zipped.version()).isEqualTo(plain);
        assertThat(graphs(zipped)).contains(BASE + "graph/a");
    }

    @Test
    void version_follows_the_content_and_not_the_line_ends() throws IOException {
        String unix = readWith("data/a.ttl", "<urn:ex:a> <urn:ex:p> 1 .\n<urn:ex:a> <urn:ex:p> 2 .\n")
                .version();
        String windows = readWith("data/a.ttl", "<urn:ex:a> <urn:ex:p> 1 .\r\n<urn:ex:a> <urn:ex:p> 2 .\r\n")
                .version();
        String changed = readWith("data/a.ttl", "<urn:ex:a> <urn:ex:p> 1 .\n<urn:ex:a> <urn:ex:p> 3 .\n")
                .version();
        assertThat(unix).isEqualTo(windows).hasSize(32).isNotEqualTo(changed);
        write("queries/q.rq", "ASK {}");
        assertThat(read().version()).isNotEqualTo(changed);
    }

    @Test
    void blank_nodes_are_the_same_in_each_reading() throws IOException {
        Publication first = readWith("data/a.ttl", "<urn:ex:a> <urn:ex:p> [ <urn:ex:q> _:x ] .");
        assertThat(read().data()).isEqualTo(first.data());
    }

    @Test
    void broken_turtle_is_a_fault_with_line_and_column() throws IOException {
        assertThat(faultsOf("data/a.ttl", "<urn:ex:a> <urn:ex:p> 1 .\n<urn:ex:b> <urn:ex:p> ;;; , .\n"))
                .singleElement()
                .asString()
                .startsWith("data/a.ttl:2:");
    }

    @Test
    void bad_date_bad_iri_and_relative_iri_are_faults_with_their_line() throws IOException {
        String xsd = "^^<http://www.w3.org/2001/XMLSchema#date>";
        List<String> faults = faultsOf(
                "data/a.ttl",
                "<urn:ex:a> <urn:ex:p> \"2020-13-01\"" + xsd + " .\n<urn:ex:a> <urn:ex:p> <http://exa mple/> .\n");
        assertThat(faults).anyMatch(fault -> fault.startsWith("data/a.ttl:1:") && fault.contains("2020-13-01"));
        assertThat(faults).anyMatch(fault -> fault.startsWith("data/a.ttl:2:"));
        assertThat(faultsOf("data/a.ttl", "<urn:ex:a> <urn:ex:p> 1 .\n<urn:ex:a> <urn:ex:p> <relative> .\n"))
                .singleElement()
                .asString()
                .startsWith("data/a.ttl:2:")
                .contains("relative");
    }

    @Test
    void base_in_the_file_makes_a_relative_iri_whole() throws IOException {
        Publication publication = readWith("data/a.ttl", "BASE <http://example.org/>\n<id/a> <def#p> <id/b> .\n");
        assertThat(publication.faults()).isEmpty();
        assertThat(publication.data().get(0).quads().get(0).getObject().getURI())
                .isEqualTo(BASE + "id/b");
    }

    @Test
    void relative_iri_in_n_triples_and_json_ld_is_not_passed_over() throws IOException {
        assertThat(faultsOf("data/a.nt", "<urn:ex:a> <urn:ex:p> <b> .\n")).hasSize(1);
        assertThat(faultsOf("data/a.nt", "")).isEmpty();
        assertThat(faultsOf("data/b.jsonld", "{\"@id\": \"relative\", \"urn:ex:p\": \"1\"}"))
                .isNotEmpty();
    }

    @Test
    void a_file_with_faults_says_nothing_and_the_others_are_kept() throws IOException {
        Publication publication = readWith("data/a.ttl", "<urn:ex:a> <urn:ex:p> 1 .\n<urn:ex:b>");
        assertThat(publication.faults()).hasSize(1);
        assertThat(graphs(publication)).containsExactly(BASE + "graph/catalog");
    }

    @Test
    void remote_json_ld_context_is_refused_without_a_request() throws IOException {
        assertThat(faultsOf("data/a.jsonld", "{\"@context\": \"http://127.0.0.1:9/c\", \"@id\": \"urn:ex:a\"}"))
                .singleElement()
                .asString()
                .contains("data/a.jsonld")
                .contains("remote");
    }

    @Test
    void wrong_encoding_and_unknown_format_and_shared_graph_name_are_faults() throws IOException {
        Files.createDirectories(root.resolve("data"));
        Files.write(
                root.resolve("data/latin.ttl"),
                "<urn:ex:a> <urn:ex:p>\n \"\u00e9\" .".getBytes(StandardCharsets.ISO_8859_1));
        write("data/x.csv", "a,b");
        write("data/y.nt", "");
        assertThat(faultsOf("data/y.ttl", ""))
                .hasSize(3)
                .anyMatch(fault -> fault.startsWith("data/latin.ttl:2: ") && fault.contains("UTF-8"))
                .anyMatch(fault -> fault.startsWith("data/x.csv: "))
                .anyMatch(fault -> fault.startsWith("data/y.ttl: ") && fault.contains("data/y.nt"));
    }

    @Test
    void missing_folder_and_missing_base_are_said_in_one_sentence() throws IOException {
        assertThatThrownBy(this::read)
                .isInstanceOf(MissingPublicationException.class)
                .hasMessageContaining("no publication in");
        write("data/x.ttl", "");
        assertThatThrownBy(this::read)
                .isInstanceOf(MissingPublicationException.class)
                .hasMessageContaining("--base");
        assertThat(PublicationReader.read(root, Optional.of(BASE)).base()).isEqualTo(BASE);
        assertThatThrownBy(() -> PublicationReader.read(root, Optional.of("example")))
                .isInstanceOf(MissingPublicationException.class)
                .hasMessageContaining("<example>");
    }

    @Test
    void a_broken_catalog_is_named_when_the_base_cannot_be_read() throws IOException {
        write("data/catalog.ttl", "<urn:ex:a> <urn:ex:p> ;;; .");
        assertThatThrownBy(this::read).hasMessageStartingWith("data/catalog.ttl:1:");
    }

    @Test
    void prefixes_are_those_that_the_publication_declares() throws IOException {
        write(
                "ontology/prefixes.ttl",
                """
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                <http://example.org/def> sh:declare [ sh:prefix "ex" ; sh:namespace "http://example.org/def#" ] .
                """);
        assertThat(readWith("data/a.ttl", "").prefixes().getMapping()).containsOnlyKeys("ex");
        Files.delete(root.resolve("ontology/prefixes.ttl"));
        assertThat(read().prefixes().getMapping()).containsKeys("rdf", "skos", "xsd");
    }

    @Test
    void place_of_a_statement_is_found_again() throws IOException {
        Publication publication = readWith(
                "data/a.ttl", "<urn:ex:a>\n  <urn:ex:p> 1 ;\n  <urn:ex:q> 2 ,\n    3 .\n\n<urn:ex:b> <urn:ex:p> 1 .\n");
        Locator places = new FileLocator(publication);
        Quad second = publication.data().get(0).quads().get(1);
        Quad third = publication.data().get(0).quads().get(2);
        assertThat(places.find(second.getSubject(), second.getPredicate(), null))
                .hasToString("data/a.ttl:3");
        assertThat(places.find(third.getSubject(), third.getPredicate(), third.getObject()))
                .hasToString("data/a.ttl:4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "nt|VERSION \"1.2\"¶<urn:ex:a> <urn:ex:p> <<( <urn:ex:a> <urn:ex:p> \"x\"@ar--rtl )>> .¶VERSION '1.2'",
                "nq|VERSION \"1.2\"¶<urn:ex:a> <urn:ex:p> <<( <urn:ex:a> <urn:ex:p> \"x\"@ar--rtl )>> <urn:ex:g> .",
                "ttl|VERSION \"1.2\"¶@version '1.2-basic' .¶<urn:ex:a> <urn:ex:p> <<( <urn:ex:a> <urn:ex:p> 'x'@ar--rtl )>> .",
                "trig|VERSION \"1.2\"¶<urn:ex:g> { <urn:ex:a> <urn:ex:p> <<( <urn:ex:a> <urn:ex:p> 'x'@ar--rtl )>> }"
            })
    void rdf_1_2_is_read_with_its_versions(String end, String lines) throws IOException {
        String text = lines.replace("¶", "\n");
        assertThat(faultsOf("data/x." + end, text)).isEmpty();
        assertThat(objects("data/x." + end, text)).singleElement().asString().contains("<<( <urn:ex:a> ", "@ar--rtl");
    }

    @Test
    void a_version_is_none_without_its_name_or_inside_a_statement() throws IOException {
        assertThat(faultsOf("data/x.nt", "VERSION\n<urn:ex:a> <urn:ex:p> \"1\" .\n"))
                .hasSize(1);
        assertThat(faultsOf("data/x.nt", "<urn:ex:a> VERSION \"1.2\" <urn:ex:p> \"1\" .\n"))
                .hasSize(1);
    }

    @Test
    void annotations_and_reifiers_are_read() throws IOException {
        String text =
                "PREFIX : <urn:ex:>\n:a :p :o ~ :claim {| :source \"a book\" |} .\n<< :a :p :o ~ :claim >> :page 7 .\n";
        assertThat(faultsOf("data/x.ttl", text)).isEmpty();
        assertThat(objects("data/x.ttl", text))
                .contains("<<( <urn:ex:a> <urn:ex:p> <urn:ex:o> )>>", "\"a book\"", "<urn:ex:o>")
                .hasSize(5);
    }
}
