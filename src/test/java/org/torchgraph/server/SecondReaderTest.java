package org.torchgraph.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.rio.ParserConfig;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.rio.helpers.ParseErrorCollector;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.ZonesExtract;
import org.torchgraph.model.DocumentTriples;
import org.torchgraph.model.Resources;
import org.torchgraph.publication.Publication;
import org.torchgraph.site.words.LocalLinks;

/**
 * What is served is read by Eclipse RDF4J, which shares no line with the writers, as the statements that Jena holds.
 * Those are turned into terms of RDF4J one by one, so that no other writer stands between the two.
 */
class SecondReaderTest {
    private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

    private static final String HARD =
            """
            <id/a> a ex:Thing ;
                skos:prefLabel "label"@en , "label"@en-GB , "标签"@zh-Hans , "標籤"@zh-Hant-TW , "label" ;
                ex:number 1 , 01 , +1 , -0 , 1.0 , 1.00 , .5 , 1e0 , 1E0 , 1.0e400 , -1e-7 , true , "1"^^xsd:boolean ,
                    "NaN"^^xsd:double , "-INF"^^xsd:double , "INF"^^xsd:float , "1"^^xsd:int ,
                    123456789012345678901234567890 , 0.1234567890123456789012345 ;
                ex:time "2030"^^xsd:gYear , "2030-02"^^xsd:gYearMonth , "2030-02-01Z"^^xsd:date , "24:00:00"^^xsd:time , "P1Y"^^xsd:duration ;
                ex:text "" , "\\tx\\r\\n" , "two\\nlines" , "\\"quoted\\" 'and' \\"\\"\\"more\\"\\"\\"" , "ends with \\"" ,
                    "back\\\\slash \\\\u0041 \\\\n" , "🔥 𠀀 𝒳" , "e\\u0301 é" , "\\u200F\\u202E\\uFEFF" , "a & b < c > ]]> <!-- -- -->" ,
                    "{ \\"@id\\": \\"x\\" }" , "@en" , "_:b0" , "<http://example.org/>" , "%s" ;
                ex:own "text"^^ex:type , "文"^^<http://example.org/类型> ;
                ex:link <http://example.org/id/高新区> , <http://example.org/id/𠀀> , <http://example.org/id/%E9%AB%98%2F> ,
                    <http://example.org/?a=b&c=d#e> , <http://example.org/a;b,c(d)'e*!~> , <http://example.org/a//b> , <http://example.org> , <http://example.org/> ,
                    <urn:isbn:0451450523> , <mailto:a@example.org> , <tel:+1-201-555-0123> , <http://[::1]:8080/x> , <HTTP://EXAMPLE.org/X> ;
                <http://example.org/def#面积> 3 ;
                ex:part [ ex:inner [ ex:innermost "deep"@en ] ] , [] , [] , [ a [] ] ;
                ex:list () , ( 1 "two" [ ex:is 3 ] ( 4 ) ) .
            _:ring1 ex:next _:ring2 . _:ring2 ex:next _:ring3 . _:ring3 ex:next _:ring1 . _:self ex:next _:self .
            <id/b> ex:part _:shared . <id/c> ex:part _:shared . _:shared ex:is "shared" .
            _:open rdf:first 1 ; rdf:rest _:more . _:more rdf:rest rdf:nil ; rdf:first 2 , 3 .
            """
                    .replace("\"%s\"", "\"" + "长long ".repeat(20_000) + "\"");

    private static final String GRAPHS =
            """
            PREFIX ex: <http://example.org/def#>
            ex:g1 { <http://example.org/id/x> ex:part _:between . _:between ex:is "said in one graph" . }
            ex:g2 { _:between ex:is "and in another" ; ex:of <http://example.org/id/x> . }
            """;

    @TempDir
    static Path root;

    private static Publication whole;
    private static Publication hard;

    @AutoClose
    private static TestSite ofWhole;

    @AutoClose
    private static TestSite ofHard;

    @BeforeAll
    static void start() {
        whole = ZonesExtract.read();
        hard = PublicationFolder.in(root)
                .turtle("data/hard.ttl", HARD)
                .write("data/graphs.trig", GRAPHS)
                .read();
        assertThat(hard.faults()).isEmpty();
        ofWhole = ZonesExtract.site();
        ofHard = TestSite.of(hard, TestSite.seconds(20));
    }

    private static Value value(Node node) {
        if (node.isURI()) {
            return VALUES.createIRI(node.getURI());
        }
        if (node.isBlank()) {
            return VALUES.createBNode(node.getBlankNodeLabel());
        }
        return node.getLiteralLanguage().isEmpty()
                ? VALUES.createLiteral(node.getLiteralLexicalForm(), VALUES.createIRI(node.getLiteralDatatypeURI()))
                : VALUES.createLiteral(node.getLiteralLexicalForm(), node.getLiteralLanguage());
    }

    /** @param graphs whether the statements keep their graphs */
    private static Model model(Collection<Quad> quads, boolean graphs) {
        Model model = new LinkedHashModel();
        for (Quad quad : quads) {
            Resource[] contexts = graphs ? new Resource[] {(Resource) value(quad.getGraph())} : new Resource[0];
            model.add(
                    (Resource) value(quad.getSubject()),
                    VALUES.createIRI(quad.getPredicate().getURI()),
                    value(quad.getObject()),
                    contexts);
        }
        return model;
    }

    private static Model read(TestSite site, String path) {
        HttpResponse<byte[]> response = site.bytes(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        RDFFormat format = Rio.getParserFormatForMIMEType(response.headers()
                        .firstValue("Content-Type")
                        .orElseThrow()
                        .replaceFirst(";.*", ""))
                .orElseThrow();
        ParseErrorCollector errors = new ParseErrorCollector();
        try {
            Model model = Rio.parse(
                    new ByteArrayInputStream(response.body()),
                    "http://relative.example/",
                    format,
                    new ParserConfig(),
                    VALUES,
                    errors);
            assertThat(errors.getFatalErrors()).isEmpty();
            assertThat(errors.getErrors()).isEmpty();
            return model;
        } catch (IOException inMemory) {
            throw new IllegalStateException(inMemory);
        }
    }

    /** Literals with the letters of their language tags, which RDF4J does not tell apart. */
    private static Set<String> texts(Model model) {
        return model.objects().stream()
                .filter(Literal.class::isInstance)
                .map(Literal.class::cast)
                .map(literal ->
                        literal.getLabel() + "@" + literal.getLanguage().orElse("") + "^^" + literal.getDatatype())
                .collect(Collectors.toSet());
    }

    private static void assertSame(Model read, Model held, String suffix) {
        // A processor of JSON-LD may write all tags small (JSON-LD 1.1 API, 5.1.2).
        if (!suffix.equals("jsonld")) {
            assertThat(texts(read)).containsExactlyInAnyOrderElementsOf(texts(held));
        }
        assertThat(ground(read)).containsExactlyInAnyOrderElementsOf(ground(held));
        assertThat(Models.isomorphic(read, held)).isTrue();
    }

    /** Where isomorphism fails, these tell what is different. */
    private static Set<Statement> ground(Model model) {
        return model.stream()
                .filter(statement -> !statement.getSubject().isBNode()
                        && !statement.getObject().isBNode())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({"ttl,false", "nt,false", "rdf,false", "jsonld,false", "trig,true", "nq,true"})
    void a_dump_says_what_is_held(String suffix, boolean graphs) {
        String path = "/export/torchgraph." + suffix;
        assertSame(read(ofWhole, path), model(whole.quads().toList(), graphs), suffix);
        assertSame(read(ofHard, path), model(hard.quads().toList(), graphs), suffix);
    }

    /** White space and nothing else is nothing to the RDF/XML reader of RDF4J. */
    @ParameterizedTest
    @ValueSource(strings = {"ttl", "nt", "jsonld", "trig", "nq"})
    void text_of_nothing_but_white_space_or_with_control_characters_is_kept(String suffix, @TempDir Path folder) {
        Publication odd = PublicationFolder.in(folder)
                .turtle("data/a.ttl", "<id/a> ex:text \" \" , \"\\n\" , \"\\t\\r\\n\" , \"\\b\\f\\u0001\\u007F\" .")
                .read();
        try (TestSite site = TestSite.of(odd, TestSite.seconds(20))) {
            boolean graphs = List.of("trig", "nq").contains(suffix);
            assertSame(
                    read(site, "/export/torchgraph." + suffix),
                    model(odd.quads().toList(), graphs),
                    suffix);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttl", "nt", "rdf", "jsonld"})
    void a_document_says_what_is_held(String suffix) {
        assertSame(
                read(ofWhole, "/doc/policy/2021-most-green-development-action-plan." + suffix),
                document(whole, "id/policy/2021-most-green-development-action-plan"),
                suffix);
        assertSame(read(ofHard, "/doc/a." + suffix), document(hard, "id/a"), suffix);
    }

    private static Model document(Publication publication, String thing) {
        Snapshot snapshot = MemoryDataset.of(publication).snapshot();
        Resources resources = new Resources(snapshot, publication.prefixes(), publication.settings());
        Node node = NodeFactory.createURI(publication.base() + thing);
        Node document = new LocalLinks(publication.base()).document(node);
        return model(
                DocumentTriples.of(resources.describe(node, 1).orElseThrow(), document).stream()
                        .map(triple -> Quad.create(Quad.defaultGraphIRI, triple))
                        .toList(),
                false);
    }

    @Test
    void a_difference_would_be_seen() throws IOException {
        Model held = model(hard.quads().toList(), false);
        for (String[] change : new String[][] {
            {"ex:next _:ring1", "ex:next _:ring2"},
            {"\"label\"@en-GB", "\"label\"@en-US"},
            {"1.00", "1.000"},
            {"ex:innermost \"deep\"", "ex:innermost \"deeper\""},
            {"<id/c> ex:part _:shared", "<id/c> ex:part []"}
        }) {
            assertThat(HARD).contains(change[0]);
            Model other = model(
                    new PublicationFolder(root.resolve("other"))
                            .turtle(
                                    "data/catalog.ttl",
                                    "<dataset> void:uriSpace \"http://example.org/\" ; dct:title \"Example\"@en .")
                            .turtle("data/hard.ttl", HARD.replace(change[0], change[1]))
                            .write("data/graphs.trig", GRAPHS)
                            .read()
                            .quads()
                            .toList(),
                    false);
            assertThat(other.size()).isGreaterThan(50);
            assertThat(Models.isomorphic(other, held) && texts(other).equals(texts(held)))
                    .as(change[1])
                    .isFalse();
        }
    }
}
