package org.torchgraph.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormatTest {

    @ParameterizedTest
    @CsvSource({
        "TURTLE, ttl, turtle, text/turtle, false",
        "TRIG, trig, trig, application/trig, true",
        "NTRIPLES, nt, ntriples, application/n-triples, false",
        "NQUADS, nq, nquads, application/n-quads, true",
        "JSONLD, jsonld, jsonld, application/ld+json, false",
        "RDFXML, rdf, rdfxml, application/rdf+xml, false",
    })
    void names_are_those_of_the_contract(Format format, String suffix, String name, String mediaType, boolean graphs) {
        assertThat(format.suffix()).isEqualTo(suffix);
        assertThat(format.optionName()).isEqualTo(name);
        assertThat(format.mediaType()).isEqualTo(mediaType);
        assertThat(format.holdsGraphs()).isEqualTo(graphs);
    }

    @ParameterizedTest
    @EnumSource
    void each_is_found_by_each_of_its_names(Format format) {
        assertThat(Format.bySuffix(format.suffix())).contains(format);
        assertThat(Format.byOptionName(format.optionName())).contains(format);
    }

    @Test
    void unknown_names_find_nothing() {
        assertThat(Format.bySuffix("html")).isEmpty();
        assertThat(Format.byOptionName("TURTLE")).isEmpty();
    }
}
