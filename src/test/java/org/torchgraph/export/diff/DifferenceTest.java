package org.torchgraph.export.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final String HEAD = """
            PREFIX : <http://example.org/>
            """;
    private static final String OLD = HEAD
            + """
            :g { :a :p 1 , "一"@zh-Hans ; :q [ :r [ :r :x ] ; :s 2 ] , [ :s 3 ] , [ :s 3 ] . :list :is ( 1 2 3 ) . }
            :h { :a :p 1 . }
            :z :p "in the default graph" .
            """;
    private static final String NEW = HEAD
            + """
            :g { :a :p 1 , "一\\n\\"二\\""@zh-Hans ; :q [ :r [ :r :y ] ; :s 2 ] , [ :s 3 ] . :list :is ( 1 2 3 4 ) . }
            :i { :a :p 1.50 . }
            :z :p "in the default graph" .
            """;

    private static List<Quad> quads(String trig) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        RDFParser.fromString(trig, Lang.TRIG).parse(dataset);
        return list(dataset);
    }

    private static List<Quad> list(DatasetGraph dataset) {
        List<Quad> quads = new ArrayList<>();
        dataset.find()
                .forEachRemaining(quad ->
                        quads.add(quad.isDefaultGraph() ? Quad.create(Quad.defaultGraphIRI, quad.asTriple()) : quad));
        return quads;
    }

    private static String patch(Collection<Quad> old, Collection<Quad> now) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RdfPatch.write(Difference.between(old, now), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void apply(DatasetGraph dataset, String patch) {
        RDFPatchOps.applyChange(
                dataset, RDFPatchOps.read(new ByteArrayInputStream(patch.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void the_patch_makes_the_old_into_the_new() {
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        apply(dataset, patch(List.of(), quads(OLD)));
        assertThat(IsoMatcher.isomorphic(dataset, dataset(OLD))).isTrue();
        apply(dataset, patch(quads(OLD), quads(NEW)));
        assertThat(IsoMatcher.isomorphic(dataset, dataset(NEW))).isTrue();
        apply(dataset, patch(quads(NEW), List.of()));
        assertThat(list(dataset)).isEmpty();
    }

    private static DatasetGraph dataset(String trig) {
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        RDFParser.fromString(trig, Lang.TRIG).parse(dataset);
        return dataset;
    }

    @Test
    void the_patch_is_the_same_text_whatever_order_the_statements_come_in() {
        String patch = patch(quads(OLD), quads(NEW));
        for (int seed = 0; seed < 20; seed++) {
            List<Quad> old = quads(OLD);
            List<Quad> now = quads(NEW);
            Collections.shuffle(old, new Random(seed));
            Collections.shuffle(now, new Random(-seed));
            assertThat(patch(old, now)).isEqualTo(patch);
        }
    }

    @Test
    void blank_nodes_that_say_the_same_are_no_difference() {
        assertThat(Difference.between(quads(OLD), quads(OLD)).isEmpty()).isTrue();
        assertThat(patch(quads(OLD), quads(OLD))).isEqualTo("TX .\nTC .\n");
        Difference difference = Difference.between(quads(OLD), quads(NEW));
        assertThat(difference.removed().stream().map(Quad::toString))
                .as("of two nodes alike one has gone")
                .filteredOn(quad -> quad.contains("/s> 3") || quad.contains("/s \"3\""))
                .hasSize(1);
    }

    @Test
    void a_change_of_one_blank_node_does_not_rename_the_others() {
        List<Quad> old = quads(HEAD + ":a :q [ :s 1 ] , [ :s 2 ] , [ :s 3 ] .");
        List<Quad> now = quads(HEAD + ":a :q [ :s 0 ] , [ :s 1 ] , [ :s 2 ] , [ :s 3 ] .");
        assertThat(Difference.between(old, now).removed()).isEmpty();
        assertThat(Difference.between(old, now).added()).hasSize(2);
    }

    @Test
    void a_side_without_graphs_is_compared_by_its_statements() {
        List<Quad> graphs = quads(HEAD + ":g { :a :p 1 } :h { :a :p 1 , 2 }");
        List<Quad> none = quads(HEAD + ":a :p 1 , 2 .");
        assertThat(Difference.between(graphs, none).isEmpty()).isTrue();
        assertThat(Difference.between(none, graphs).isEmpty()).isTrue();
        assertThat(Difference.between(List.of(), graphs).added())
                .extracting(quad -> quad.getGraph().getURI())
                .as("nothing at all has no graphs to lose")
                .isEqualTo(List.of("http://example.org/g", "http://example.org/h", "http://example.org/h"));
    }

    @Test
    void removed_and_added_are_told_apart_by_graph() {
        Difference difference =
                Difference.between(quads(HEAD + ":g { :a :p 1 }"), quads(HEAD + ":h { :a :p 1 } :g { :a :p 1 , 2 }"));
        assertThat(difference.removed()).isEmpty();
        assertThat(Set.copyOf(difference.added())).hasSize(2);
    }
}
