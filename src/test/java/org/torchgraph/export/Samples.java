package org.torchgraph.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.torchgraph.rdf.order.NamedGraphs;
import org.torchgraph.rdf.syntax.Coercions;

/** Graphs that are hard to write, and the way back from what was written. */
final class Samples {
    static final PrefixMap PREFIXES = PrefixMapFactory.create(Map.of(
            "dct", "http://purl.org/dc/terms/",
            "ex", "https://example.org/",
            "exd", "https://example.org/def#",
            "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
            "skos", "http://www.w3.org/2004/02/skos/core#",
            "unused", "https://example.org/unused#",
            "xsd", "http://www.w3.org/2001/XMLSchema#"));
    private static final String HEADER =
            """
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX ex: <https://example.org/>
            PREFIX exd: <https://example.org/def#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    /** Everything at once: tags, datatypes, scripts, escapes, nests, lists, shared and ringed blank nodes. */
    static final String HARD =
            """
            ex:a a exd:Policy, exd:Thing ;
                skos:prefLabel "policy"@en, "政策"@zh-Hans, "politique"@fr, "plain" ;
                dct:title "标题"@zh-Hans ;
                exd:year "2025"^^xsd:gYear ;
                exd:hash "492AE426"^^xsd:hexBinary ;
                exd:number 1, 01, -2, 4.0, 4.00, "4."^^xsd:decimal, 1e3, true, "1"^^xsd:boolean, "-"^^xsd:integer ;
                exd:text "two\\nlines \\"quoted\\" \\"\\"\\" end\\"", "tab\\t cr\\r\\n back\\\\slash 🔥", "", "\\n", "a & b < c > ]]>" ;
                exd:link <https://example.org/id/高新区>, <https://example.org/id/%E9%AB%98?a=b&c=d#e>, <urn:x:y>, ex:a.b, ex:, <https://example.org/-x> ;
                <https://example.org/def#面积> 3 ;
                <https://other.example/p/q> "no prefix" ;
                exd:part [ exd:inner [ exd:innermost "deep"@en ] ; rdfs:label "outer" ], [], [ a [ rdfs:label "class" ] ] ;
                exd:list (), ( 1 "two" ex:three [ rdfs:label "four" ] ( 5 6 ) ), ( "long list item number one" "long list item number two" "long list item number three" "four" ) .
            ex:b exd:shared _:s, _:only . ex:c exd:shared _:s . _:s rdfs:label "shared" .
            _:r1 exd:next _:r2 . _:r2 exd:next _:r1 . _:self exd:next _:self .
            _:open rdf:first 1 ; rdf:rest _:more . _:more rdf:first 2 ; rdf:rest rdf:nil ; rdfs:label "no plain list" .
            ex:d exd:list _:l1 . ex:e exd:list _:l1 . _:l1 rdf:first 1 ; rdf:rest () .
            [] exd:unnamed "top" ; exd:to ex:a .
            [] exd:unnamed "top" ; exd:to ex:b .
            """;

    private Samples() {}

    static Graph turtle(String text) {
        return read(HEADER + text, Format.TURTLE).getDefaultGraph();
    }

    static Collection<Triple> triples(Graph graph) {
        return graph.find().toList();
    }

    /** The triples as a default graph, ready to be written. */
    static NamedGraphs named(Collection<Triple> triples) {
        return NamedGraphs.of(triples.stream()
                .map(triple -> Quad.create(Quad.defaultGraphIRI, triple))
                .toList());
    }

    static DatasetGraph read(String text, Format format) {
        return RDFParser.create()
                .source(new StringReader(text))
                .lang(lang(format))
                .strict(true)
                .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
                .toDatasetGraph();
    }

    static Lang lang(Format format) {
        return switch (format) {
            case TURTLE -> Lang.TURTLE;
            case TRIG -> Lang.TRIG;
            case NTRIPLES -> Lang.NTRIPLES;
            case NQUADS -> Lang.NQUADS;
            case JSONLD -> Lang.JSONLD;
            case RDFXML -> Lang.RDFXML;
        };
    }

    static String write(Collection<Triple> triples, Format format) {
        return write(triples, format, Coercions.NONE);
    }

    static String write(Collection<Triple> triples, Format format, Coercions coercions) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new RdfWriter(PREFIXES, coercions, Optional.empty()).triples(triples, format, out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
    }

    static String write(List<Quad> quads, Format format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new RdfWriter(PREFIXES).quads(quads, format, out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
    }

    /** The same statements in another order, with other labels. */
    static List<Triple> shuffled(Collection<Triple> triples, long seed) {
        Map<Node, Node> names = new HashMap<>();
        List<Triple> copy = new ArrayList<>();
        Random random = new Random(seed);
        for (Triple triple : triples) {
            copy.add(Triple.create(
                    renamed(triple.getSubject(), names, random),
                    triple.getPredicate(),
                    renamed(triple.getObject(), names, random)));
        }
        Collections.shuffle(copy, random);
        return copy;
    }

    private static Node renamed(Node node, Map<Node, Node> names, Random random) {
        return node.isBlank()
                ? names.computeIfAbsent(node, n -> NodeFactory.createBlankNode("x" + random.nextLong()))
                : node;
    }

    static DatasetGraph dataset(Collection<Quad> quads) {
        DatasetGraph data = DatasetGraphFactory.create();
        quads.forEach(data::add);
        return data;
    }

    static Graph graph(Collection<Triple> triples) {
        Graph graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return graph;
    }
}
