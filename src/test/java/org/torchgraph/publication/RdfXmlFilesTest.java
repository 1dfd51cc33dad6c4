package org.torchgraph.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of RDF/XML in a publication. */
class RdfXmlFilesTest extends ReadFiles {
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
}
