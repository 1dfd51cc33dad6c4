package org.torchgraph.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Terms that RDF does not allow, and what they cost. */
class TermFaultsTest extends ReadFiles {
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
}
