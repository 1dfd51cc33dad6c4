package org.torchgraph.server.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.junit.jupiter.api.Test;
import org.torchgraph.export.RdfWriter;
import org.torchgraph.export.SortedGraph;
import org.torchgraph.server.reply.Content;

class RdfRepliesTest {
    private static final Representation NTRIPLES =
            Representation.ofSuffix("nt", Representation.RDF).orElseThrow();

    private static SortedGraph triples(int count) {
        Node property = NodeFactory.createURI("https://example.org/p");
        return new RdfWriter(PrefixMapFactory.create())
                .sorted(IntStream.range(0, count)
                        .mapToObj(i -> Triple.create(
                                NodeFactory.createURI("https://example.org/item/" + i),
                                property,
                                NodeFactory.createLiteralString("a text that is longer than its number " + i)))
                        .toList());
    }

    private static long temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .startsWith("torchgraph-" + ProcessHandle.current().pid() + "-"))
                    .count();
        }
    }

    @Test
    void a_large_reply_lies_in_a_file_until_its_last_user_closes_it() throws IOException {
        long before = temporaryFiles();
        Content large = RdfReplies.content(triples(20_000), NTRIPLES, Map.of("X", "y"), List.of());
        assertThat(large.length()).isGreaterThan(1 << 20);
        assertThat(large.headers()).containsEntry("X", "y");
        assertThat(temporaryFiles()).isEqualTo(before + 1);
        assertThat(large.hold()).isTrue();
        large.close();
        assertThat(new String(large.bytes(), StandardCharsets.UTF_8).lines()).hasSize(20_000);
        large.close();
        assertThat(temporaryFiles()).isEqualTo(before);
        assertThat(large.hold()).isFalse();
    }

    @Test
    void a_small_reply_needs_no_file() throws IOException {
        long before = temporaryFiles();
        Content small = RdfReplies.content(triples(3), NTRIPLES, Map.of(), List.of());
        assertThat(temporaryFiles()).isEqualTo(before);
        assertThat(new String(small.bytes(), StandardCharsets.UTF_8).lines()).hasSize(3);
    }
}
