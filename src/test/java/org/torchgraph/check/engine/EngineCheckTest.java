package org.torchgraph.check.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.check.Finding;
import org.torchgraph.dataset.engine.EngineAddress;
import org.torchgraph.dataset.engine.EngineDivergence;
import org.torchgraph.dataset.engine.EngineProbe;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.kit.PlainFuseki;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.Rdf4jEngine;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.Virtuoso;
import org.torchgraph.publication.Publication;

/** What engines do otherwise, and lose, is told. */
class EngineCheckTest {
    @TempDir
    static Path root;

    private static Publication publication;

    @AutoClose
    private static final PlainFuseki fuseki = new PlainFuseki();

    @AutoClose
    private static final Rdf4jEngine rdf4j = new Rdf4jEngine();

    @AutoClose
    private static Virtuoso virtuoso;

    @BeforeAll
    static void start(@TempDir Path folder) {
        publication = PublicationFolder.in(root)
                .turtle(
                        "data/one.ttl",
                        """
                        <a> a ex:Thing ; ex:share 0.40 ; skos:prefLabel "高新区"@zh-Hans ; ex:holds [ ex:w 3 ] ; ex:seen [ ex:w 4 ] .
                        <b> a ex:Thing ; ex:at "2021-06-30T08:00:00.500+08:00"^^xsd:dateTime ; ex:is true ; ex:from "1988"^^xsd:gYear .
                        <c> ex:long "007"^^xsd:integer ; ex:double 1.50E1 ; ex:name "𠮷野" ; ex:note "e\\u0301" ; ex:on "2021-06-30+08:00"^^xsd:date .
                        <d> ex:share 5.0 , 5 , "5"^^xsd:nonNegativeInteger .
                        """)
                .turtle("data/two.ttl", "<a> a ex:Thing ; ex:to <b> .")
                .read();
        fuseki.with(publication);
        rdf4j.with(publication);
        virtuoso = Virtuoso.startIn(folder).with(publication);
    }

    private static List<String> findings(EngineAddress address) {
        try (RemoteDataset engine = RemoteDataset.open(address, publication.base(), TestSite.seconds(60))) {
            return new EngineCheck(publication, engine, "engine")
                    .findings().stream().map(Finding::toString).toList();
        }
    }

    private static Set<EngineProbe> differences(EngineAddress address) {
        try (RemoteDataset engine = RemoteDataset.open(address, publication.base(), TestSite.seconds(60))) {
            return engine.divergences().stream().map(EngineDivergence::probe).collect(Collectors.toSet());
        }
    }

    @Test
    void plain_fuseki_loses_nothing_and_differs_in_its_default_graph() {
        assertThat(findings(fuseki.address()))
                .containsExactly(
                        "engine: warning: differs in labels of blank nodes: the engine gives them anew in each answer",
                        "engine: warning: differs in the graph of a query that names none: the engine reads the union of the graphs only if"
                                + " a query says FROM <urn:x-arq:UnionGraph>, as the site does");
    }

    @Test
    void rdf4j_loses_nothing_and_differs_in_four_points() {
        assertThat(findings(rdf4j.address()))
                .containsExactly(
                        "engine: warning: differs in BIND inside OPTIONAL: the engine answers { (1 2 1) } where SPARQL says { (1 2 UNDEF) }",
                        "engine: warning: differs in the number of statements in all graphs: the engine answers { 23 } where SPARQL says { 22 }",
                        "engine: warning: differs in characters outside of the basic plane: the engine answers { (\"𠮷野\" 3 \"?野\") }"
                                + " where SPARQL says { (\"𠮷野\" 2 \"野\") }",
                        "engine: warning: differs in triple terms of RDF 1.2: the engine gives no answer (status 400)");
    }

    @Test
    void virtuoso_differs_in_what_it_does_not_keep_or_evaluate() {
        assertThat(differences(virtuoso.address()))
                .containsExactlyInAnyOrder(
                        EngineProbe.AGGREGATES_OF_NOTHING,
                        EngineProbe.ASK,
                        EngineProbe.BOOLEANS,
                        EngineProbe.CONDITIONS,
                        EngineProbe.CONSTRUCTED_TRIPLES,
                        EngineProbe.DATE_TIMES,
                        EngineProbe.DECIMALS,
                        EngineProbe.DERIVED_NUMBERS,
                        EngineProbe.DIVISION,
                        EngineProbe.DOUBLES,
                        EngineProbe.ERRORS,
                        EngineProbe.INTEGERS,
                        EngineProbe.LANGUAGE_FUNCTION,
                        EngineProbe.PATH_BETWEEN_VARIABLES,
                        EngineProbe.REGULAR_EXPRESSIONS,
                        EngineProbe.ROWS,
                        EngineProbe.STATEMENTS_OF_ALL_GRAPHS,
                        EngineProbe.TRIPLE_TERMS);
    }

    @Test
    void virtuoso_loses_spellings_and_equal_numbers_of_several_types() {
        List<String> found = findings(virtuoso.address());
        assertThat(found)
                .filteredOn(finding -> finding.startsWith("data/"))
                .containsExactlyInAnyOrder(
                        "data/one.ttl: error: the graph <graph/one> has 17 statements in the engine and 19 in the files",
                        "data/one.ttl:14: error: the engine does not have <d> ex:share 5.0",
                        "data/one.ttl:14: error: the engine does not have <d> ex:share 5",
                        "data/one.ttl:12: warning: the engine has true as \"1\"^^xsd:boolean",
                        "data/one.ttl:11: warning: the engine has 0.40 as 0.4",
                        "data/one.ttl:13: warning: the engine has 1.50E1 as \"15.0\"^^xsd:double",
                        "data/one.ttl:13: warning: the engine has 007 as 7");
        assertThat(found)
                .contains(
                        "engine: warning: differs in the tag that LANG returns: the engine answers { \"zh-hans\" } where SPARQL says { \"zh-Hans\" }",
                        "engine: warning: differs in 20,000 triples of one CONSTRUCT: the engine answers 10001 where SPARQL says 20000",
                        "engine: warning: differs in an answer of 20,000 rows: the engine ends each answer after 10000 rows",
                        "engine: warning: differs in regular expressions: the engine answers { } where SPARQL says { \"高新区\" }");
    }
}
