package org.torchgraph.query;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.RowSet;
import org.junit.jupiter.api.Test;

class JsonRowsTest {
    private static final String ODD = "a\"b\\c/\n\r\t\b\f\u0000\u001F\u007F\u0080\u07FF\u0800火炬\uFFFD\u2028😀𠀀";

    private static byte[] written(List<String> columns, List<List<Node>> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultReaders.bytes(new Table(columns, rows, true), ResultFormat.JSON, 1 << 24)
                .writeTo(out);
        return out.toByteArray();
    }

    /** Reads rows by Jena, which labels blank nodes anew. */
    private static List<List<Node>> read(byte[] json, List<String> columns) {
        RowSet rows = RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON)
                .create(ResultSetLang.RS_JSON)
                .read(new ByteArrayInputStream(json), ARQ.getContext());
        assertThat(rows.getResultVars()).extracting(Var::getVarName).isEqualTo(columns);
        List<List<Node>> read = new ArrayList<>();
        rows.forEachRemaining(row -> read.add(
                columns.stream().map(column -> row.get(Var.alloc(column))).toList()));
        return read;
    }

    @Test
    void each_kind_of_term_is_read_again_as_it_was() throws IOException {
        Node iri = NodeFactory.createURI("https://example.org/火/" + "x".repeat(5000));
        List<List<Node>> rows = List.of(
                Arrays.asList(iri, NodeFactory.createLiteralString(ODD)),
                Arrays.asList(null, NodeFactory.createLiteralLang(ODD, "zh-Hans")),
                Arrays.asList(null, null),
                Arrays.asList(
                        NodeFactory.createLiteralDirLang("שלום", "he", "rtl"),
                        NodeFactory.createLiteralDT("0.40", XSDDatatype.XSDdecimal)),
                Arrays.asList(
                        NodeFactory.createTripleTerm(iri, iri, NodeFactory.createLiteralString("")),
                        NodeFactory.createLiteralString("")));
        assertThat(read(written(List.of("a", "b"), rows), List.of("a", "b"))).isEqualTo(rows);
    }

    @Test
    void a_blank_node_has_one_label_in_all_rows_and_inside_triple_terms() throws IOException {
        Node one = NodeFactory.createBlankNode();
        Node other = NodeFactory.createBlankNode();
        Node iri = NodeFactory.createURI("urn:p");
        List<List<Node>> rows = read(
                written(
                        List.of("a"),
                        List.of(
                                List.of(one),
                                List.of(other),
                                List.of(NodeFactory.createTripleTerm(one, iri, other)),
                                List.of(one))),
                List.of("a"));
        assertThat(rows.get(0)).isEqualTo(rows.get(3)).isNotEqualTo(rows.get(1));
        assertThat(rows.get(2).get(0).getTriple().getSubject())
                .isEqualTo(rows.get(0).get(0));
        assertThat(rows.get(2).get(0).getTriple().getObject())
                .isEqualTo(rows.get(1).get(0));
    }

    @Test
    void any_text_is_valid_json_and_the_same_again() throws IOException {
        Random random = new Random(7);
        List<List<Node>> rows = IntStream.range(0, 2000)
                .mapToObj(row -> List.<Node>of(NodeFactory.createLiteralString(text(random))))
                .toList();
        byte[] json = written(List.of("a"), rows);
        assertThat(read(json, List.of("a"))).isEqualTo(rows);
        JsonObject parsed = Json.createReader(new ByteArrayInputStream(json)).readObject();
        assertThat(parsed.getJsonObject("results").getJsonArray("bindings")).hasSize(2000);
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(40), 0, random.nextBoolean() ? 0x80 : 0x10FFFF)
                .filter(point -> point < 0xD800 || point > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void each_row_is_a_line() throws IOException {
        Node iri = NodeFactory.createURI("urn:a");
        String json = new String(written(List.of("a"), List.of(List.of(iri), List.of(iri))), StandardCharsets.UTF_8);
        assertThat(json)
                .isEqualTo(
                        """
                        {"head":{"vars":["a"]},"results":{"bindings":[
                        {"a":{"type":"uri","value":"urn:a"}},
                        {"a":{"type":"uri","value":"urn:a"}}
                        ]}}
                        """);
    }
}
