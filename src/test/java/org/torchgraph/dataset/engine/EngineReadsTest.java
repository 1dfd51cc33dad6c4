package org.torchgraph.dataset.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.dataset.remote.CutAnswerException;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryEngine;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.QueryFailedException.FailureKind;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.ResultReader;

/** Reads of an engine that ends each answer after seven rows. */
class EngineReadsTest {
    private static final Query NUMBERS =
            QueryFactory.create("SELECT ?n { ?s <http://example.org/def#has> ?n } ORDER BY ?n");

    @TempDir
    static Path root;

    @AutoClose
    private static MemoryDataset memory;

    private static EngineReads reads;

    private record EndingEngine(Snapshot all, int most) implements QueryEngine {
        @Override
        public Limits limits() {
            return Limits.standard();
        }

        @Override
        public <T> T query(QueryRequest request, ResultReader<T> reader, Deadline deadline) {
            if (all.query(request, running -> Iter.count(running.select()), deadline) > most) {
                CutAnswerException cut = new CutAnswerException(most);
                throw new QueryFailedException(FailureKind.OUT_OF_BUDGET, cut.message(), cut);
            }
            return all.query(request, reader, deadline);
        }
    }

    @BeforeAll
    static void open() {
        memory = MemoryDataset.of(PublicationFolder.in(root)
                .turtle(
                        "data/a.ttl",
                        "<a> ex:has "
                                + IntStream.range(0, 30)
                                        .mapToObj(Integer::toString)
                                        .collect(Collectors.joining(", "))
                                + " .")
                .read());
        reads = EngineReads.each(new EndingEngine(memory.snapshot(), 7), 100);
    }

    private static List<Integer> numbers(long first, long end) {
        List<Integer> numbers = new ArrayList<>();
        reads.inPages(
                NUMBERS, first, end, row -> numbers.add((Integer) row.get("n").getLiteralValue()));
        return numbers;
    }

    @Test
    void an_answer_that_is_longer_than_the_engine_gives_is_read_whole_in_pages() {
        assertThat(reads.allRows(NUMBERS)).hasSize(30);
    }

    @Test
    void rows_in_the_middle_are_read_each_once() {
        assertThat(numbers(9, 25)).isEqualTo(IntStream.range(9, 25).boxed().toList());
        assertThat(numbers(28, 50)).containsExactly(28, 29);
        assertThat(numbers(30, 50)).isEmpty();
        assertThat(numbers(5, 8)).containsExactly(5, 6, 7);
    }
}
