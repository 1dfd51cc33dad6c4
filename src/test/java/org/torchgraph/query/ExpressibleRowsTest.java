package org.torchgraph.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.torchgraph.dataset.run.QueryExecutor;

class ExpressibleRowsTest {
    @AutoClose
    private final QueryExecutor runs = new QueryExecutor(Sample.limits(10_000));

    private String written(String query, ResultFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SpooledResult answer =
                runs.over(Sample.policies()).query(Sample.query(query), ResultReaders.bytes(format, 1 << 20))) {
            answer.writeTo(out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toString(UTF_8);
    }

    @Test
    void a_blank_node_in_csv_does_not_look_like_a_text() {
        assertThat(written("SELECT ?b ?s { BIND(BNODE() AS ?b) BIND('b0' AS ?s) }", ResultFormat.CSV))
                .isEqualTo("b,s\r\n_:b0,b0\r\n");
    }

    @ParameterizedTest
    @EnumSource(names = {"CSV", "TSV"})
    void a_blank_node_has_one_label_in_all_cells_and_triple_terms(ResultFormat format) {
        String rows = written(
                "SELECT ?x ?y ?t ?u { BIND(BNODE() AS ?x) BIND(BNODE() AS ?y) BIND(<<( ?y :p ?x )>> AS ?t)"
                        + " BIND(<<( ?x :p ?t )>> AS ?u) }",
                format);
        String[] cells = rows.lines().toList().get(1).split(format == ResultFormat.CSV ? "," : "\t");
        String p = "<https://example.org/p>";
        assertThat(cells[0]).startsWith("_:").isNotEqualTo(cells[1]);
        assertThat(cells[2]).isEqualTo("<<( %s %s %s )>>".formatted(cells[1], p, cells[0]));
        assertThat(cells[3]).isEqualTo("<<( %s %s %s )>>".formatted(cells[0], p, cells[2]));
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "XML"})
    void triple_terms_and_directions_come_back_from_json_and_xml(ResultFormat format) {
        String rows = written(
                "SELECT ?x ?t ?d { BIND(BNODE() AS ?x) BIND(<<( ?x :p ?x )>> AS ?t) BIND(STRLANGDIR('a','ar','rtl') AS ?d) }",
                format);
        var lang = format == ResultFormat.JSON ? ResultSetLang.RS_JSON : ResultSetLang.RS_XML;
        Binding row = RowSetReaderRegistry.getFactory(lang)
                .create(lang)
                .read(new ByteArrayInputStream(rows.getBytes(UTF_8)), ARQ.getContext())
                .next();
        assertThat(row.get("t").getTriple().getSubject()).isEqualTo(row.get("x"));
        assertThat(row.get("t").getTriple().getObject()).isEqualTo(row.get("x"));
        assertThat(row.get("d").getLiteralBaseDirection()).hasToString("rtl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001", "0007", "0008", "000B", "000C", "001F", "FFFE", "FFFF"})
    void characters_that_xml_lacks_are_refused_in_xml_alone(String code) {
        for (String term :
                new String[] {"'a\\u%sb'", "STRDT('\\u%s', :d)", "STRLANG('\\u%s', 'en')", "<<( :s :p '\\u%s' )>>"}) {
            String query = "SELECT (" + term.formatted(code) + " AS ?x) {}";
            assertThatThrownBy(() -> written(query, ResultFormat.XML))
                    .isInstanceOfSatisfying(QueryFailedException.class, failure -> assertThat(failure.kind())
                            .isEqualTo(QueryFailedException.FailureKind.NOT_EXPRESSIBLE))
                    .hasMessage("XML has no character U+" + code + ".");
            assertThat(written(query, ResultFormat.JSON)).contains("\"x\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0009", "000A", "000D", "0085", "D7FF", "E000", "FFFD"})
    void other_characters_come_back_from_xml(String code) {
        String rows = written("SELECT ('a\\u" + code + "b' AS ?x) {}", ResultFormat.XML);
        Binding row = RowSetReaderRegistry.getFactory(ResultSetLang.RS_XML)
                .create(ResultSetLang.RS_XML)
                .read(new ByteArrayInputStream(rows.getBytes(UTF_8)), ARQ.getContext())
                .next();
        assertThat(row.get("x").getLiteralLexicalForm()).isEqualTo("a" + (char) Integer.parseInt(code, 16) + "b");
    }

    @ParameterizedTest
    @EnumSource
    void what_is_no_iri_is_no_term_of_tsv_but_a_text_elsewhere(ResultFormat format) {
        Var x = Var.alloc("x");
        RowSet foreign = RowSetStream.create(
                List.of(x),
                List.of(BindingFactory.binding(x, NodeFactory.createURI("http://e/a b")))
                        .iterator());
        RowSet rows = ExpressibleRows.of(foreign, format);
        if (format == ResultFormat.TSV) {
            assertThatThrownBy(rows::next).hasMessageContaining("<http://e/a b> is no IRI");
        } else {
            assertThat(rows.next().get(x).getURI()).isEqualTo("http://e/a b");
        }
    }
}
