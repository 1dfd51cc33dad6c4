package org.torchgraph.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;

class LineBlocksTest extends ReadFiles {
    private static final Node GRAPH = NodeFactory.createURI("urn:ex:graph");
    private static final int SMALL = 64;
    private static final int WHOLE = Integer.MAX_VALUE;

    private record Parsed(List<Quad> quads, List<Fault> faults, boolean whole) {}

    private static Parsed parsed(String text, Lang lang, int blockBytes) {
        List<Quad> quads = new ArrayList<>();
        RdfParser.ParseResult result =
                LineBlocks.parse("data/a.nt", GRAPH, text.getBytes(StandardCharsets.UTF_8), lang, quads, blockBytes);
        return new Parsed(quads, result.faults(), result.whole());
    }

    /** Parses a text in small blocks, after making sure that parsing it at once gives the same. */
    private static Parsed inBlocks(String text, Lang lang) {
        Parsed blocks = parsed(text, lang, SMALL);
        Parsed whole = parsed(text, lang, WHOLE);
        assertThat(blocks.faults()).isEqualTo(whole.faults());
        assertThat(blocks.whole()).isEqualTo(whole.whole());
        if (whole.whole()) {
            assertThat(blocks.quads()).isEqualTo(whole.quads());
        }
        return blocks;
    }

    private static String lines(int count, String end) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> "<urn:ex:s" + i + "> <urn:ex:p> \"" + i + "\" .")
                .collect(Collectors.joining(end));
    }

    @Test
    void statements_keep_the_order_of_the_file() {
        Parsed parsed = inBlocks(lines(200, "\n") + "\n", Lang.NTRIPLES);
        assertThat(parsed.quads())
                .extracting(quad -> quad.getObject().getLiteralLexicalForm())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 200).mapToObj(String::valueOf).toList());
    }

    @Test
    void a_file_without_a_last_line_end_is_read_whole() {
        assertThat(inBlocks(lines(50, "\n"), Lang.NTRIPLES).quads()).hasSize(50);
    }

    @Test
    void line_ends_of_windows_are_line_ends() {
        assertThat(inBlocks(lines(50, "\r\n") + "\r\n", Lang.NTRIPLES).quads()).hasSize(50);
    }

    @Test
    void a_blank_node_is_one_node_in_all_blocks() {
        String text = IntStream.range(0, 50)
                .mapToObj(i -> "_:b" + i % 2 + " <urn:ex:p> _:b2 .\n")
                .collect(Collectors.joining());
        Parsed parsed = inBlocks(text, Lang.NTRIPLES);
        assertThat(parsed.quads().stream().map(Quad::getSubject).distinct()).hasSize(2);
        assertThat(parsed.quads().stream().map(Quad::getObject).distinct()).hasSize(1);
    }

    @Test
    void an_iri_has_one_node_in_all_blocks_so_that_memory_is_as_before() {
        List<Quad> quads = parsed(lines(200, "\n"), Lang.NTRIPLES, SMALL).quads();
        assertThat(quads).allSatisfy(quad -> assertThat(quad.getPredicate())
                .isSameAs(quads.get(0).getPredicate()));
    }

    @Test
    void a_wrong_term_in_a_late_block_has_the_line_of_the_file() {
        String text = lines(99, "\n") + "\n<urn:ex:s> <urn:ex:p> \"x\"@e_n .\n" + lines(3, "\n");
        assertThat(inBlocks(text, Lang.NTRIPLES).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.place().line()).isEqualTo(100));
    }

    @Test
    void a_syntax_error_in_a_late_block_has_the_line_of_the_file() {
        String text = lines(99, "\n") + "\n<urn:ex:s> <urn:ex:p> .\n" + lines(99, "\n");
        Parsed parsed = inBlocks(text, Lang.NTRIPLES);
        assertThat(parsed.whole()).isFalse();
        assertThat(parsed.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.place().line()).isEqualTo(100));
    }

    @Test
    void of_very_many_errors_the_first_hundred_are_kept() {
        String wrong = "<urn:ex:s> <urn:ex:p> \"x\"@e_n .\n".repeat(300);
        assertThat(inBlocks(wrong, Lang.NTRIPLES).faults()).hasSize(100).last().satisfies(fault -> assertThat(
                        fault.place().line())
                .isEqualTo(100));
    }

    @Test
    void statements_over_several_lines_are_not_torn() {
        String text = "<urn:ex:s>\n<urn:ex:p>\n<urn:ex:o>\n.\n".repeat(50);
        inBlocks(text, Lang.NTRIPLES);
        String graphs = "<urn:ex:s> <urn:ex:p> <urn:ex:o>\n<urn:ex:g> .\n".repeat(50);
        inBlocks(graphs, Lang.NQUADS);
    }

    @Test
    void quads_keep_their_graphs_and_comments_are_skipped() {
        String text = IntStream.range(0, 60)
                .mapToObj(i -> "# " + i + "\n<urn:ex:s> <urn:ex:p> <urn:ex:o" + i + "> <urn:ex:g" + i % 3 + "> .\n")
                .collect(Collectors.joining());
        Parsed parsed = inBlocks(text, Lang.NQUADS);
        assertThat(parsed.quads()).hasSize(60);
        assertThat(parsed.quads().stream().map(Quad::getGraph).distinct()).hasSize(3);
    }

    @Test
    void a_file_of_several_mebibytes_is_read_and_its_errors_are_placed() throws IOException {
        int count = 120_000;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append("<http://example.org/id/").append(i).append("> <http://example.org/def#next> _:b");
            text.append(i % 1000).append(" .\n");
        }
        Publication publication = readWith("data/large.nt", text.toString());
        assertThat(publication.faults()).isEmpty();
        assertThat(large(publication)).hasSize(count);
        assertThat(large(publication).stream().map(Quad::getObject).distinct()).hasSize(1000);
        String broken = text + "<http://example.org/id/last> \"no property\" .\n";
        assertThat(faultsOf("data/large.nt", broken))
                .singleElement()
                .asString()
                .startsWith("data/large.nt:" + (count + 1) + ":");
        assertThat(large(read())).isEmpty();
    }

    private static List<Quad> large(Publication publication) {
        return publication.data().stream()
                .filter(file -> file.file().equals("data/large.nt"))
                .findFirst()
                .orElseThrow()
                .quads();
    }
}
