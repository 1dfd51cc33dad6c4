package org.torchgraph.model.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names that terms of common vocabularies have without those in the data. */
class CommonTermNamesTest {
    private static List<String> tags(Node term) {
        return CommonTermNames.names(term).stream()
                .map(Node::getLiteralLanguage)
                .toList();
    }

    private static String name(Node term, String tag) {
        return CommonTermNames.names(term).stream()
                .filter(name -> name.getLiteralLanguage().equals(tag))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElse("");
    }

    private static List<Node> terms() {
        return RDFParser.create()
                .source(CommonTermNames.class.getResourceAsStream("well-known.ttl"))
                .lang(Lang.TURTLE)
                .toGraph()
                .stream()
                .map(triple -> triple.getSubject())
                .filter(term -> !tags(term).equals(List.of("")))
                .distinct()
                .toList();
    }

    @Test
    void every_term_with_a_name_in_a_language_has_one_in_each_language_of_the_program() {
        assertThat(terms()).hasSizeGreaterThan(200).allSatisfy(term -> assertThat(tags(term))
                .as(term.toString())
                .containsExactlyInAnyOrder("zh-Hans", "en", "de", "fr"));
    }

    /** The issue of a document and its publication are two days. */
    @ParameterizedTest
    @ValueSource(strings = {"zh-Hans", "en", "de", "fr"})
    void dates_have_one_name_only_where_they_have_one_in_english(String tag) {
        Map<String, Set<String>> english = new HashMap<>();
        for (Node term : terms()) {
            String name = name(term, "en");
            if (name.startsWith("date ")) {
                english.computeIfAbsent(name(term, tag), none -> new HashSet<>())
                        .add(name);
            }
        }
        assertThat(english)
                .hasSizeGreaterThan(4)
                .allSatisfy((name, names) -> assertThat(names).as(name).hasSize(1));
    }

    @Test
    void a_date_of_issue_is_not_called_that_of_publication() {
        assertThat(name(DCTerms.issued.asNode(), "de")).isEqualTo("Ausgabedatum");
        assertThat(name(DCTerms.issued.asNode(), "fr")).isEqualTo("date d’émission");
    }

    @Test
    void a_reader_of_german_or_french_gets_it_in_the_language() {
        assertThat(CommonTermNames.names(SKOS.broader.asNode()))
                .contains(
                        NodeFactory.createLiteralLang("Oberbegriff", "de"),
                        NodeFactory.createLiteralLang("concept générique", "fr"));
    }
}
