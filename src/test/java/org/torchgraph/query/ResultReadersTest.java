package org.torchgraph.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.sparql.resultset.RDFInput;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.torchgraph.dataset.run.QueriedData;
import org.torchgraph.dataset.run.QueryExecutor;

class ResultReadersTest {
    private static final String TWO =
            "SELECT ?x ?l { ?x :year ?y OPTIONAL { ?x :label ?l FILTER(LANG(?l) = 'en') } }" + " ORDER BY ?x";

    @AutoClose
    private final QueryExecutor runs = new QueryExecutor(Sample.limits(10_000));

    private final QueriedData data = Sample.policies();

    @Test
    void table_holds_rows_in_order_and_null_for_unbound() {
        Table table = runs.over(data).query(Sample.query(TWO), ResultReaders.table(10));
        assertThat(table.columns()).containsExactly("x", "l");
        assertThat(table.rows()).extracting(row -> row.get(0)).containsExactly(Sample.node("a"), Sample.node("b"));
        assertThat(table.rows().get(1).get(1)).isNull();
        assertThat(table.complete()).isTrue();
    }

    @Test
    void table_tells_that_rows_were_left_out() {
        assertThat(runs.over(data)
                        .query(Sample.query(TWO), ResultReaders.table(1))
                        .complete())
                .isFalse();
        assertThat(runs.over(data)
                        .query(Sample.query(TWO), ResultReaders.table(2))
                        .complete())
                .isTrue();
    }

    @Test
    void ask_is_a_table_of_one_truth() {
        Table table = runs.over(data).query(Sample.query("ASK { :a :year 2020 }"), ResultReaders.table(9));
        assertThat(table.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get(0).getLiteralValue()).isEqualTo(true));
    }

    @Test
    void triples_are_a_table_of_three_columns() {
        for (String text : List.of("CONSTRUCT WHERE { :b :after ?x }", "DESCRIBE :b")) {
            Table table = runs.over(data).query(Sample.query(text), ResultReaders.table(9));
            assertThat(table.columns()).containsExactly("subject", "predicate", "object");
            assertThat(table.rows()).contains(List.of(Sample.node("b"), Sample.node("after"), Sample.node("a")));
        }
    }

    @Test
    void select_is_written_in_four_formats() throws IOException {
        assertThat(written(TWO, ResultFormat.CSV))
                .isEqualTo("x,l\r\nhttps://example.org/a,\"Torch \"\"plan\"\"\"\r\nhttps://example.org/b,\r\n");
        assertThat(written(TWO, ResultFormat.TSV)).startsWith("?x\t?l\n<https://example.org/a>\t");
        assertThat(written(TWO, ResultFormat.JSON)).contains("\"vars\":[\"x\",\"l\"]", "Torch \\\"plan\\\"");
        assertThat(written(TWO, ResultFormat.XML)).contains("<variable name=\"x\"/>", "xml:lang=\"en\"");
    }

    @Test
    void ask_is_written_in_four_formats() throws IOException {
        assertThat(written("ASK {}", ResultFormat.CSV)).contains("true");
        assertThat(written("ASK {}", ResultFormat.TSV)).contains("true");
        assertThat(written("ASK {}", ResultFormat.JSON)).contains("\"boolean\":true");
        assertThat(written("ASK {}", ResultFormat.XML)).contains("<boolean>true</boolean>");
    }

    @Test
    void triples_are_written_as_rows() throws IOException {
        assertThat(written("CONSTRUCT WHERE { :b :after ?x }", ResultFormat.CSV))
                .isEqualTo("subject,predicate,object\r\n"
                        + "https://example.org/b,https://example.org/after,https://example.org/a\r\n");
    }

    @Test
    void long_answer_is_kept_in_a_file_until_closed() throws IOException {
        String text = "SELECT ?a ?b ?c ?d { ?a ?x ?b . ?c ?y ?d }";
        int before = temporaryFiles();
        SpooledResult answer =
                runs.over(Sample.clique(12)).query(Sample.query(text), ResultReaders.bytes(ResultFormat.CSV, 8 << 20));
        assertThat(answer.length()).isGreaterThan(1 << 20);
        assertThat(temporaryFiles()).isEqualTo(before + 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer.writeTo(out);
        assertThat(out.size()).isEqualTo(answer.length());
        assertThat(out.toString(UTF_8).lines()).hasSize(144 * 144 + 1);
        answer.close();
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void answer_beyond_its_budget_is_refused_whole_and_leaves_no_file() {
        String text = "SELECT ?a ?b ?c ?d { ?a ?x ?b . ?c ?y ?d }";
        int before = temporaryFiles();
        QueryFailedException failure =
                catchThrowableOfType(QueryFailedException.class, () -> runs.over(Sample.clique(30))
                        .query(Sample.query(text), ResultReaders.bytes(ResultFormat.JSON, 3 << 20)));
        assertThat(failure.kind()).isEqualTo(QueryFailedException.FailureKind.OUT_OF_BUDGET);
        assertThat(temporaryFiles()).isEqualTo(before);
    }

    @Test
    void construct_and_describe_give_triples_with_the_prefixes_of_the_query() {
        Graph built = runs.over(data)
                .query(Sample.query("CONSTRUCT { ?x :is ?y } WHERE { ?x :year ?y }"), ResultReaders.triples(9));
        assertThat(built.size()).isEqualTo(2);
        assertThat(built.getPrefixMapping().getNsPrefixURI("")).isEqualTo(Sample.BASE);
        Graph described = runs.over(data).query(Sample.query("DESCRIBE ?x { ?x :after :a }"), ResultReaders.triples(9));
        assertThat(described.size()).isEqualTo(3);
    }

    @Test
    void rows_become_a_result_set_in_rdf() {
        Graph graph = runs.over(data).query(Sample.query(TWO), ResultReaders.triples(100));
        ResultSet rows = RDFInput.fromRDF(ModelFactory.createModelForGraph(graph));
        assertThat(rows.getResultVars()).containsExactlyInAnyOrder("x", "l");
        assertThat(rows.next().getResource("x").getURI()).isEqualTo(Sample.BASE + "a");
        Graph truth = runs.over(data).query(Sample.query("ASK {}"), ResultReaders.triples(100));
        assertThat(truth.contains(Node.ANY, RDF.type.asNode(), Node.ANY)).isTrue();
    }

    @Test
    void triples_beyond_the_budget_are_refused() {
        for (String text : List.of("CONSTRUCT WHERE { ?s ?p ?o }", "DESCRIBE :a :b", "SELECT * { ?s ?p ?o }")) {
            QueryFailedException failure = catchThrowableOfType(QueryFailedException.class, () -> runs.over(data)
                    .query(Sample.query(text), ResultReaders.triples(3)));
            assertThat(failure.kind()).isEqualTo(QueryFailedException.FailureKind.OUT_OF_BUDGET);
        }
        assertThat(runs.over(data)
                        .query(Sample.query("CONSTRUCT { :a :b :c } WHERE { ?s ?p ?o }"), ResultReaders.triples(1))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void formats_have_their_media_types_and_suffixes() {
        assertThat(ResultFormat.values())
                .extracting(ResultFormat::mediaType)
                .containsExactly(
                        "text/csv",
                        "text/tab-separated-values",
                        "application/sparql-results+json",
                        "application/sparql-results+xml");
        assertThat(ResultFormat.ofSuffix("tsv")).contains(ResultFormat.TSV);
        assertThat(ResultFormat.ofSuffix("ttl")).isEmpty();
    }

    private String written(String text, ResultFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SpooledResult answer = runs.over(data).query(Sample.query(text), ResultReaders.bytes(format, 10_000))) {
            answer.writeTo(out);
            assertThat(answer.length()).isEqualTo(out.size());
        }
        return out.toString(UTF_8);
    }

    private static int temporaryFiles() {
        return new File(System.getProperty("java.io.tmpdir"))
                .list((folder, name) -> name.startsWith(TemporaryNames.PREFIX))
                .length;
    }
}
