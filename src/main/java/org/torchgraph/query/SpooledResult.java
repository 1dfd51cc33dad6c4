package org.torchgraph.query;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.torchgraph.messages.Code;

/**
 * An answer written whole, so that what is sent is never cut short: up to 1 MiB of it in memory, a longer one in a
 * temporary file until it is closed.
 */
public final class SpooledResult implements AutoCloseable {
    private static final int IN_MEMORY_BYTES = 1 << 20;

    /** Of the names of temporary files; with the process, so that what a killed one left can be told. */
    static final String PREFIX = "torchgraph-" + ProcessHandle.current().pid() + "-";

    private final DeferredFileOutputStream bytes;

    private SpooledResult(DeferredFileOutputStream bytes) {
        this.bytes = bytes;
    }

    /** What writes the answer; throws {@link QueryFailedException} OUT_OF_BUDGET once it goes beyond the budget. */
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream out) throws IOException;
    }

    /** @param budget most bytes */
    public static SpooledResult written(long budget, Writer writer) throws IOException {
        DeferredFileOutputStream bytes = DeferredFileOutputStream.builder()
                .setThreshold(IN_MEMORY_BYTES)
                .setPrefix(PREFIX)
                .get();
        SpooledResult answer = new SpooledResult(bytes);
        boolean whole = false;
        try (OutputStream out = new BudgetedStream(bytes, budget)) {
            writer.write(out);
            whole = true;
        } finally {
            if (!whole) {
                bytes.close();
                answer.close();
            }
        }
        return answer;
    }

    /** In bytes. */
    public long length() {
        return bytes.getByteCount();
    }

    /** Copies the answer; as often as wanted until it is closed. */
    public void writeTo(OutputStream out) throws IOException {
        bytes.writeTo(out);
    }

    /** Deletes the temporary file if there is one. */
    @Override
    public void close() {
        if (!bytes.isInMemory()) {
            try {
                Files.deleteIfExists(bytes.getFile().toPath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class BudgetedStream extends OutputStream {
        private final OutputStream out;
        private final long budget;
        private long written;

        BudgetedStream(OutputStream out, long budget) {
            this.out = out;
            this.budget = budget;
        }

        @Override
        public void write(int oneByte) throws IOException {
            spend(1);
            out.write(oneByte);
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            spend(length);
            out.write(from, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        private void spend(int length) {
            written += length;
            if (written > budget) {
                throw new QueryFailedException(
                        QueryFailedException.FailureKind.OUT_OF_BUDGET, Code.ANSWER_BYTES, budget);
            }
        }
    }
}
