package org.torchgraph.model.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

/** The names that terms of common vocabularies have without those in the data. */
class CommonTermNamesTest {
    private static List<String> tags(Node term) {
        return CommonTermNames.names(term).stream()
                .map(Node::getLiteralLanguage)
                .toList();
    }

    @Test
    void every_term_with_a_name_in_a_language_has_one_in_each_language_of_the_program() {
        List<Node> terms = RDFParser.create()
                .source(CommonTermNames.class.getResourceAsStream("well-known.ttl"))
                .lang(Lang.TURTLE)
                .toGraph()
                .stream()
                .map(triple -> triple.getSubject())
                .filter(term -> !tags(term).equals(List.of("")))
                .distinct()
                .toList();
        assertThat(terms).hasSizeGreaterThan(200).allSatisfy(term -> assertThat(tags(term))
                .as(term.toString())
                .containsExactlyInAnyOrder("zh-Hans", "en", "de", "fr"));
    }

    @Test
    void a_reader_of_german_or_french_gets_it_in_the_language() {
        assertThat(CommonTermNames.names(SKOS.broader.asNode()))
                .contains(
                        NodeFactory.createLiteralLang("Oberbegriff", "de"),
                        NodeFactory.createLiteralLang("concept générique", "fr"));
    }
}
