package org.torchgraph.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationReaderTest {
    private static final String BASE = "http://example.org/";
    private static final String CATALOG =
            "<http://example.org/dataset> <http://rdfs.org/ns/void#uriSpace> \"" + BASE + "\" .\n";

    @TempDir
    Path root;

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Publication read() {
        return PublicationReader.read(root, Optional.empty());
    }

    private Publication readWith(String file, String text) throws IOException {
        write("data/catalog.ttl", CATALOG);
        write(file, text);
        return read();
    }

    private List<String> faultsOf(String file, String text) throws IOException {
        return readWith(file, text).faults().stream().map(Fault::toString).toList();
    }

    private static List<String> graphs(Publication publication) {
        return publication.data().stream()
                .flatMap(file -> file.quads().stream())
                .map(Quad::getGraph)
                .map(Object::toString)
                .distinct()
                .toList();
    }

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
        Locator places = new Locator(publication);
        Quad second = publication.data().get(0).quads().get(1);
        Quad third = publication.data().get(0).quads().get(2);
        assertThat(places.find(second.getSubject(), second.getPredicate(), null))
                .hasToString("data/a.ttl:3");
        assertThat(places.find(third.getSubject(), third.getPredicate(), third.getObject()))
                .hasToString("data/a.ttl:4");
    }

    /** What is read of a file beside the faults of it. */
    private List<String> objects(String file, String text) throws IOException {
        return readWith(file, text).data().stream()
                .filter(data -> data.file().equals(file))
                .flatMap(data -> data.quads().stream())
                .map(quad -> NodeFmtLib.strNT(quad.getObject()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<http://e/a b>",
                "<http://e/a|b>",
                "<http://e/a{b}>",
                "<http://e/a\tb>",
                "<http://e/a^b>",
                "<http://e/a`b>",
                "<http://e/%zz>",
                "<http://e/%2>",
                "<http://e/a\\u0020b>",
                "<relative>",
                "<>",
                "<#x>",
                "\"x\"^^<a b>",
                "\"x\"@en_US",
                "\"x\"@zh_Hans_CN",
                "\"x\"@es_419",
                "\"x\"@abcdefghijk",
                "\"x\"@en-abcdefghijk",
                "\"x\"@en--up",
                "<<( <urn:ex:s> <urn:ex:p> <http://e/a b> )>>"
            })
    void a_term_that_is_none_costs_its_statement_and_is_named_with_its_line(String term) throws IOException {
        for (String end : List.of("ttl", "nt", "trig", "nq")) {
            String file = "data/x." + end;
            String text = "<urn:ex:a> <urn:ex:p> \"before\" .\n<urn:ex:a> <urn:ex:p> " + term
                    + " .\n<urn:ex:a> <urn:ex:p> \"after\" .\n";
            assertThat(faultsOf(file, text))
                    .as(file)
                    .singleElement()
                    .asString()
                    .matches("data/x\\." + end + ":2:\\d+: error: (Bad IRI|Relative IRI|Language not valid): .*");
            assertThat(objects(file, text)).as(file).containsExactly("\"before\"", "\"after\"");
            Files.delete(root.resolve(file));
        }
    }

    @Test
    void a_term_that_is_none_costs_all_statements_with_it_and_no_other() throws IOException {
        String text =
                "<http://e/a b> <urn:ex:p> 1 ; <urn:ex:q> 2 .\n<urn:ex:c> <urn:ex:p> [ <urn:ex:q> <http://e/a b> ; <urn:ex:r> 3 ] .";
        assertThat(objects("data/x.ttl", text)).hasSize(2).anyMatch(object -> object.startsWith("\"3\""));
        assertThat(objects("data/y.ttl", "PREFIX p: <http://e/a b/>\np:x <urn:ex:p> 1 .\n<urn:ex:y> <urn:ex:p> 2 ."))
                .singleElement()
                .asString()
                .startsWith("\"2\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2021-02-30\"^^<http://www.w3.org/2001/XMLSchema#date>",
                "\"2025-6-24T18:00:00\"^^<http://www.w3.org/2001/XMLSchema#dateTime>",
                "\"many\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                "\"<a>\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral>",
                "\"yes\"^^<http://www.w3.org/2001/XMLSchema#boolean>"
            })
    void an_ill_typed_literal_is_a_fault_and_is_kept(String literal) throws IOException {
        String text = "<urn:ex:a> <urn:ex:p> 1 .\n<urn:ex:a> <urn:ex:p> " + literal + " .\n";
        assertThat(faultsOf("data/x.ttl", text))
                .singleElement()
                .asString()
                .startsWith("data/x.ttl:2:")
                .contains("not valid");
        assertThat(objects("data/x.ttl", text)).hasSize(2).contains(literal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP://example.org/x",
                "urn:x:y",
                "urn:a:b",
                "http://EXAMPLE.org/",
                "http://e:80/",
                "http://e/a/../b",
                "file:x",
                "tag:a,2004:b",
                "urn:uuid:none",
                "http://e/%c3%a4",
                "http://e/风筝"
            })
    void what_a_scheme_advises_against_is_no_fault(String iri) throws IOException {
        assertThat(faultsOf("data/x.nt", "<urn:ex:a> <urn:ex:p> <" + iri + "> .\n"))
                .isEmpty();
        assertThat(objects("data/x.nt", "<urn:ex:a> <urn:ex:p> <" + iri + "> .\n"))
                .containsExactly("<" + iri + ">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "ttl|<urn:ex:s> <urn:ex:p> <urn:ex:o>",
                "ttl|<urn:ex:s> <urn:ex:p> 'a' ; ",
                "ttl|@prefix e: <urn:ex:>",
                "ttl|<urn:ex:s> = <urn:ex:o> .",
                "ttl|\"s\" <urn:ex:p> <urn:ex:o> .",
                "ttl|<urn:ex:s> <urn:ex:p> \"a\\uD83D\\uDE00b\" .",
                "ttl|<urn:ex:s> <urn:ex:p> \"a\\uD800b\" .",
                "nt|<urn:ex:s> <urn:ex:p> 'o' .",
                "nt|<urn:ex:s> <urn:ex:p> \"o\"",
                "nq|<urn:ex:s> <urn:ex:p> \"o\" <urn:ex:g>",
                "trig|GRAPH <urn:ex:g> { <urn:ex:s> <urn:ex:p> <urn:ex:o> } .",
                "trig|<urn:ex:g> { <urn:ex:s> <urn:ex:p> 1 } .",
                "trig|( 1 2 3 ) .",
                "trig|<urn:ex:s> <urn:ex:p> <urn:ex:o>"
            })
    void what_the_grammar_forbids_is_a_fault_of_the_whole_file(String end, String text) throws IOException {
        String file = "data/x." + end;
        assertThat(faultsOf(file, text)).singleElement().asString().startsWith(file + ":1:");
        assertThat(objects(file, text)).isEmpty();
    }

    @Test
    void rdfxml_is_read_with_the_line_of_its_faults() throws IOException {
        String head =
                """
                <?xml version="1.0"?>
                <?xml-stylesheet href="style.xsl"?>
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="urn:ex:">
                """;
        String good = head
                + "<rdf:Description rdf:about=\"urn:ex:a\"><ex:p xml:lang=\"en\">A</ex:p></rdf:Description></rdf:RDF>";
        for (String end : List.of("rdf", "owl")) {
            assertThat(faultsOf("data/x." + end, good)).isEmpty();
            assertThat(objects("data/x." + end, good)).containsExactly("\"A\"@en");
            Files.delete(root.resolve("data/x." + end));
        }
        assertThat(faultsOf("data/x.rdf", head + "<rdf:Description>\n<ex:p></rdf:RDF>"))
                .singleElement()
                .asString()
                .startsWith("data/x.rdf:5:");
        String terms = head
                + "<rdf:Description rdf:about=\"urn:ex:a\">\n<ex:p rdf:datatype=\"http://www.w3.org/2001/XMLSchema#date\">never</ex:p>\n<ex:p xml:lang=\"en_US\">x</ex:p>\n<ex:p>kept</ex:p></rdf:Description></rdf:RDF>";
        assertThat(faultsOf("data/x.rdf", terms)).hasSize(2).allSatisfy(fault -> assertThat(fault)
                .matches("data/x\\.rdf:[56]:.*"));
        assertThat(objects("data/x.rdf", terms))
                .hasSize(2)
                .contains("\"kept\"")
                .noneMatch(object -> object.contains("en_US"));
        assertThat(faultsOf("data/x.rdf", terms.replace("en_US", "en").replace("urn:ex:a", "http://e/a b")))
                .satisfiesExactly(
                        fault -> assertThat(fault).startsWith("data/x.rdf:4:").contains("Space"),
                        fault -> assertThat(fault).startsWith("data/x.rdf:5:").contains("never"));
    }

    @Test
    void an_iri_of_rdfxml_that_is_none_costs_its_statements_alone() throws IOException {
        String xml =
                """
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <!DOCTYPE rdf:RDF [<!ENTITY e "urn:ex:">]>
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:ex="urn:ex:">
                  <rdf:Description rdf:about="&e;a"
                      ex:short="kept 1">
                    <ex:p rdf:resource="http://e/a b"/>
                    <ex:p rdf:resource="http://e/{x}" ex:q="of what is none"/>
                    <ex:p rdf:datatype="a|b">typed by what is none</ex:p>
                    <ex:p rdf:resource="&e;kept2"/>
                    <ex:p><ex:Thing rdf:about="http://e/%zz"><ex:q>of what is none</ex:q><ex:r rdf:parseType="Literal"><b xmlns="urn:h">x</b> y</ex:r></ex:Thing></ex:p>
                    <ex:p>kept 3 &amp; &lt;more&gt;</ex:p>
                  </rdf:Description>
                </rdf:RDF>
                """;
        assertThat(faultsOf("data/x.rdf", xml))
                .hasSize(4)
                .allSatisfy(fault -> assertThat(fault).contains("Bad IRI").doesNotContain("urn:x-"))
                .satisfiesExactly(
                        at -> assertThat(at).startsWith("data/x.rdf:6:"),
                        at -> assertThat(at).startsWith("data/x.rdf:7:"),
                        at -> assertThat(at).startsWith("data/x.rdf:8:"),
                        at -> assertThat(at).startsWith("data/x.rdf:10:"));
        assertThat(objects("data/x.rdf", xml))
                .containsExactlyInAnyOrder("\"kept 1\"", "<urn:ex:kept2>", "\"kept 3 & <more>\"");
        assertThat(faultsOf("data/x.rdf", xml.replace("</rdf:RDF>", ""))).isNotEmpty();
        assertThat(objects("data/x.rdf", xml.replace("</rdf:RDF>", ""))).isEmpty();
    }

    @Test
    void an_unknown_parse_type_is_literal() throws IOException {
        String xml =
                "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:ex=\"urn:ex:\"><rdf:Description rdf:about=\"urn:ex:a\">\n<ex:p rdf:parseType=\"daml:collection\">some <b>bold</b> text</ex:p></rdf:Description></rdf:RDF>";
        assertThat(faultsOf("data/x.rdf", xml)).isEmpty();
        assertThat(objects("data/x.rdf", xml))
                .singleElement()
                .asString()
                .startsWith("\"some <b>bold</b> text\"")
                .contains("XMLLiteral");
    }

    @Test
    void a_text_that_needs_a_language_and_has_none_costs_its_statement() throws IOException {
        String turtle =
                "<urn:ex:a> <urn:ex:p> 1 ;\n <urn:ex:p> \"x\"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString> .";
        assertThat(faultsOf("data/x.ttl", turtle))
                .singleElement()
                .asString()
                .startsWith("data/x.ttl:2:")
                .contains("has no language");
        assertThat(objects("data/x.ttl", turtle)).singleElement().asString().startsWith("\"1\"");
    }

    @Test
    void rdfxml_reaches_for_no_other_file() throws IOException {
        write("secret.txt", "secret");
        String entity =
                "<!DOCTYPE r [<!ENTITY s SYSTEM \"" + root.resolve("secret.txt").toUri() + "\">]>\n"
                        + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:ex=\"urn:ex:\">"
                        + "<rdf:Description rdf:about=\"urn:ex:a\"><ex:p>[&s;]</ex:p></rdf:Description></rdf:RDF>";
        assertThat(objects("data/x.rdf", entity)).noneMatch(object -> object.contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LICENSE",
                "LICENCE",
                "LICENSE-MIT",
                "COPYING",
                "NOTICE",
                "README",
                "readme.rst",
                "README.zh.md",
                "CHANGELOG",
                "sub/README.html",
                "notes.txt",
                ".hidden",
                ".git/config",
                "CITATION.cff",
                "a.md"
            })
    void files_for_people_are_passed_over(String file) throws IOException {
        assertThat(faultsOf("data/" + file, "not RDF")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.csv", "licences.csv", "readme.xml", "x", "x.ttl.bak", "x.html"})
    void other_files_that_are_no_rdf_stay_faults(String file) throws IOException {
        assertThat(faultsOf("data/" + file, "not RDF"))
                .singleElement()
                .asString()
                .startsWith("data/" + file + ": ");
    }

    @Test
    void a_file_of_rdf_or_a_query_may_be_called_as_it_likes() throws IOException {
        write("queries/readme.rq", "ASK {}");
        assertThat(graphs(readWith("data/LICENSE.nt", "<urn:ex:a> <urn:ex:p> 1 .\n".replace("1", "\"1\""))))
                .contains(BASE + "graph/LICENSE");
        assertThat(read().queries()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "my kites, my%20kites",
        "50%, 50%25",
        "a%20b, a%2520b",
        "a<b>c, a%3Cb%3Ec",
        "a?b#c, a%3Fb%23c",
        "a\"{b}|^`, a%22%7Bb%7D%7C%5E%60",
        "风筝, 风筝",
        "caf\u00e9 (1), caf\u00e9%20(1)",
        "a\u202eb, a%E2%80%AEb",
        "x/y z, x/y%20z"
    })
    void what_an_iri_cannot_hold_is_encoded_in_the_name_of_the_graph(String file, String graph) throws IOException {
        Publication read = readWith("data/" + file + ".nt", "<urn:ex:a> <urn:ex:p> \"1\" .\n");
        assertThat(read.faults()).isEmpty();
        assertThat(graphs(read)).contains(BASE + "graph/" + graph);
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
