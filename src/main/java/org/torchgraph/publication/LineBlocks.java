package org.torchgraph.publication;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.sparql.core.Quad;

/**
 * Parses large files of N-Triples and N-Quads in blocks of lines, several at a time. Statements, blank nodes and errors
 * are those of parsing the file at once: the labels of blank nodes depend on the file alone, and a file with a block
 * whose syntax is broken is parsed again from its beginning, because a statement may go over a line end.
 */
final class LineBlocks {
    private static final Set<Lang> LINES = Set.of(Lang.NTRIPLES, Lang.NQUADS);
    private static final int BLOCK_BYTES = 2 << 20;

    /** A part of a file, from the start of a line to the end of a line, and what is read of it. */
    private static final class Block {
        private final int start;
        private final int end;
        private final List<Quad> quads = new ArrayList<>();
        private RdfParser.ParseResult result;

        Block(int start, int end) {
            this.start = start;
            this.end = end;
        }
    }

    private final String file;
    private final Node graph;
    private final byte[] content;
    private final Lang lang;
    private final int blockBytes;
    private final UnaryOperator<InputStream> watch;

    private LineBlocks(
            String file, Node graph, byte[] content, Lang lang, int blockBytes, UnaryOperator<InputStream> watch) {
        this.file = file;
        this.graph = graph;
        this.content = content;
        this.lang = lang;
        this.blockBytes = blockBytes;
        this.watch = watch;
    }

    /**
     * Parses a file, in blocks if it is large and its syntax is one of lines.
     *
     * @param graph the graph of its triples
     * @param quads receives the statements in the order of the file
     * @param watch returns the stream through which a part of the text is read
     */
    static RdfParser.ParseResult parse(
            String file, Node graph, byte[] content, Lang lang, List<Quad> quads, UnaryOperator<InputStream> watch) {
        return new LineBlocks(file, graph, content, lang, BLOCK_BYTES, watch).into(quads);
    }

    /**
     * Parses a file in blocks of a size.
     *
     * @param blockBytes the least number of bytes in a block
     */
    static RdfParser.ParseResult parse(
            String file, Node graph, byte[] content, Lang lang, List<Quad> quads, int blockBytes) {
        return new LineBlocks(file, graph, content, lang, blockBytes, UnaryOperator.identity()).into(quads);
    }

    private RdfParser.ParseResult into(List<Quad> quads) {
        List<Block> blocks = LINES.contains(lang) ? blocks() : List.of();
        if (blocks.size() > 1) {
            Map<String, Node> nodes = new ConcurrentHashMap<>();
            blocks.parallelStream().forEach(block -> read(block, nodes));
            if (blocks.stream().allMatch(block -> block.result.whole())) {
                return joined(blocks, quads);
            }
        }
        return new RdfParser(file, graph, new HashMap<>(), watch)
                .parse(content, lang, (quad, line, column) -> quads.add(quad));
    }

    private void read(Block block, Map<String, Node> nodes) {
        block.result = new RdfParser(file, graph, nodes, watch)
                .parse(content, block.start, block.end, lang, (quad, line, column) -> block.quads.add(quad));
    }

    /** Joins the blocks; lines in their faults, counted from the start of a block, become lines of the file. */
    private RdfParser.ParseResult joined(List<Block> blocks, List<Quad> quads) {
        List<Fault> faults = new ArrayList<>();
        long linesBefore = 0;
        for (Block block : blocks) {
            quads.addAll(block.quads);
            for (Fault fault : block.result.faults()) {
                if (faults.size() < RdfParser.MAX_FAULTS) {
                    faults.add(moved(fault, linesBefore));
                }
            }
            linesBefore += IntStream.range(block.start, block.end)
                    .filter(at -> content[at] == '\n')
                    .count();
        }
        return new RdfParser.ParseResult(faults, true);
    }

    private static Fault moved(Fault fault, long lines) {
        Location place = fault.place();
        return place.line() == 0
                ? fault
                : new Fault(new Location(place.file(), place.line() + lines, place.column()), fault.message());
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        int start = 0;
        while (start < content.length) {
            int end = content.length - start <= blockBytes ? content.length : statementAfter(start + blockBytes);
            blocks.add(new Block(start, end));
            start = end;
        }
        return blocks;
    }

    /** Returns the start of the first line after a position that begins as a statement does, else the end. */
    private int statementAfter(int position) {
        for (int at = position; at < content.length; at++) {
            if (content[at - 1] == '\n' && (content[at] == '<' || content[at] == '_')) {
                return at;
            }
        }
        return content.length;
    }
}
