package org.torchgraph.w3c;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.torchgraph.dataset.numbered.NumberedData;
import org.torchgraph.dataset.run.QueriedData;
import org.torchgraph.dataset.run.QueryExecutor;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultFormat;
import org.torchgraph.query.ResultReaders;
import org.torchgraph.query.SpooledResult;

/** The evaluation tests of SPARQL 1.0, 1.1 and 1.2: what plain ARQ answers, the guarded runs answer too. */
class SparqlSuiteTest {
    private static final List<String> FOLDERS =
            List.of("/testcases-sparql-1.0-w3c/data-r2/", "/testcases-sparql-1.1-w3c/", "/testcases-sparql-1.2/");
    private static final String MANIFEST = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String QUERY = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";

    @AutoClose
    private final QueryExecutor runs = new QueryExecutor(Limits.standard().within(Duration.ofSeconds(60)));

    /**
     * @param folder of its files
     * @param data of the default graph
     * @param graphs that are named by their file
     * @param result what is expected, if it is told
     */
    private record Case(String folder, String query, List<String> data, List<String> graphs, Optional<String> result) {

        String text() {
            return SparqlSuiteTest.text(folder + query);
        }

        DatasetGraph dataset() {
            DatasetGraph dataset = DatasetGraphFactory.create();
            data.forEach(file -> RDFParser.source(stream(folder + file))
                    .lang(lang(file))
                    .base("http://suite.example/" + file)
                    .parse(dataset.getDefaultGraph()));
            graphs.forEach(file -> {
                Graph graph = dataset.getGraph(NodeFactory.createURI("http://suite.example/" + file));
                RDFParser.source(stream(folder + file))
                        .lang(lang(file))
                        .base("http://suite.example/" + file)
                        .parse(graph);
            });
            return dataset;
        }

        private static Lang lang(String file) {
            return file.endsWith(".rdf") ? Lang.RDFXML : file.endsWith(".trig") ? Lang.TRIG : Lang.TURTLE;
        }
    }

    @Test
    void guarded_runs_answer_as_plain_arq_does() {
        List<String> otherwise = new ArrayList<>();
        int asked = 0;
        for (Case test : FOLDERS.stream().flatMap(SparqlSuiteTest::cases).toList()) {
            Query query;
            try {
                query = QueryFactory.create(test.text(), "http://suite.example/", Syntax.syntaxSPARQL_12);
            } catch (QueryParseException notForArq) {
                continue;
            }
            if (query.hasDatasetDescription() || test.text().toUpperCase().contains("SERVICE")) {
                continue;
            }
            asked++;
            DatasetGraph data = test.dataset();
            if (!same(test, query, data, snapshot(data))) {
                otherwise.add(test.folder() + test.query());
            }
            if (!test.text().toUpperCase().contains("GRAPH") && !same(test, query, data, numbered(data))) {
                otherwise.add(test.folder() + test.query() + " in numbers");
            }
        }
        assertThat(asked).isGreaterThan(400);
        assertThat(otherwise).as("of %d", asked).isEmpty();
    }

    @Test
    void csv_and_tsv_are_what_the_suite_expects() {
        List<Case> cases = cases("/testcases-sparql-1.1-w3c/")
                .filter(test -> test.folder().endsWith("/csv-tsv-res/"))
                .toList();
        assertThat(cases).hasSize(6);
        for (Case test : cases) {
            String result = test.result().orElseThrow();
            boolean csv = result.endsWith(".csv");
            Lang lang = csv ? ResultSetLang.RS_CSV : ResultSetLang.RS_TSV;
            byte[] ours = bytes(test, snapshot(test.dataset()), csv ? ResultFormat.CSV : ResultFormat.TSV);
            assertThat(ResultsCompare.equalsByValue(
                            rows(ours, lang),
                            rows(text(test.folder() + result).getBytes(StandardCharsets.UTF_8), lang)))
                    .as(result + "\n" + new String(ours, StandardCharsets.UTF_8))
                    .isTrue();
        }
    }

    /** Compares plain ARQ over data with the guarded run over the same nodes, as STR says of a blank node its own. */
    private boolean same(Case test, Query query, DatasetGraph data, QueriedData queried) {
        try (QueryExec plain = QueryExec.dataset(data).query(query).build()) {
            if (query.isAskType()) {
                return plain.ask() == runs.over(queried).query(request(test), running -> running.ask());
            }
            if (query.isConstructType() || query.isDescribeType()) {
                Graph expected = query.isConstructType() ? plain.construct() : plain.describe();
                return runs.over(queried)
                        .query(request(test), ResultReaders.triples(100_000))
                        .isIsomorphicWith(expected);
            }
            RowSet expected = plain.select().rewindable();
            return ResultsCompare.equalsByTerm(
                    rows(bytes(test, queried, ResultFormat.JSON), ResultSetLang.RS_JSON), expected);
        } catch (QueryFailedException refused) {
            return false;
        }
    }

    private byte[] bytes(Case test, QueriedData data, ResultFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SpooledResult answer = runs.over(data).query(request(test), ResultReaders.bytes(format, 1 << 24))) {
            answer.writeTo(out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    private static RowSet rows(byte[] content, Lang lang) {
        RowSet rows = RowSetReaderRegistry.getFactory(lang)
                .create(lang)
                .read(new ByteArrayInputStream(content), ARQ.getContext());
        return lang.equals(ResultSetLang.RS_CSV)
                ? RowSetStream.create(rows.getResultVars(), Iter.map(rows, SparqlSuiteTest::withBlankNodes))
                : rows;
    }

    /** Jena reads {@code _:a} in CSV as a text. */
    private static Binding withBlankNodes(Binding row) {
        BindingBuilder read = Binding.builder();
        row.forEach((column, term) -> {
            String text = term.getLiteralLexicalForm();
            read.add(column, text.startsWith("_:") ? NodeFactory.createBlankNode(text) : term);
        });
        return read.build();
    }

    private static QueriedData snapshot(DatasetGraph data) {
        return new QueriedData(data);
    }

    /** The default graph in numbers, where it is the union of the named graphs; here of one. */
    private static QueriedData numbered(DatasetGraph data) {
        NumberedData numbers = new NumberedData();
        Node name = NodeFactory.createURI("http://suite.example/numbered");
        data.getDefaultGraph().find().forEach(triple -> numbers.add(Quad.create(name, triple)));
        return new QueriedData(numbers.build());
    }

    private static QueryRequest request(Case test) {
        return QueryRequest.of(test.text(), "http://suite.example/");
    }

    private static Stream<Case> cases(String folder) {
        Stream<String> manifests = Stream.of("manifest-all.ttl", "manifest-evaluation.ttl")
                .filter(file -> stream(folder + file) != null)
                .flatMap(file -> included(folder, file));
        return manifests.flatMap(manifest -> casesOf(folder + manifest));
    }

    private static Stream<String> included(String folder, String file) {
        Model manifest = manifest(folder + file);
        return manifest.listObjectsOfProperty(property(MANIFEST, "include")).toList().stream()
                .flatMap(list -> list.as(RDFList.class).asJavaList().stream())
                .map(member -> member.asResource().getURI().substring("manifest:".length()))
                .filter(member -> stream(folder + member) != null);
    }

    private static Stream<Case> casesOf(String manifest) {
        String folder = manifest.substring(0, manifest.lastIndexOf('/') + 1);
        return manifest(manifest).listSubjectsWithProperty(property(MANIFEST, "action")).toList().stream()
                .filter(test -> test.getProperty(property(MANIFEST, "action"))
                        .getResource()
                        .hasProperty(property(QUERY, "query")))
                .map(test -> of(folder, test))
                .filter(test -> stream(folder + test.query()) != null)
                .sorted((one, other) -> one.query().compareTo(other.query()));
    }

    private static Case of(String folder, Resource test) {
        Resource action = test.getPropertyResourceValue(property(MANIFEST, "action"));
        return new Case(
                folder,
                files(action, property(QUERY, "query")).get(0),
                files(action, property(QUERY, "data")),
                files(action, property(QUERY, "graphData")),
                files(test, property(MANIFEST, "result")).stream().findFirst());
    }

    private static List<String> files(Resource action, Property property) {
        return action.listProperties(property).toList().stream()
                .filter(statement -> statement.getObject().isURIResource())
                .map(statement -> statement.getResource().getURI().replaceFirst("^manifest:", ""))
                .toList();
    }

    private static Model manifest(String file) {
        Model manifest = ModelFactory.createDefaultModel();
        RDFDataMgr.read(manifest, stream(file), "manifest:", Lang.TURTLE);
        return manifest;
    }

    private static Property property(String namespace, String name) {
        return ResourceFactory.createProperty(namespace, name);
    }

    private static InputStream stream(String file) {
        return SparqlSuiteTest.class.getResourceAsStream(file);
    }

    private static String text(String file) {
        try (InputStream content = stream(file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
