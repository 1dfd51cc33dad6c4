package org.torchgraph.query;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.apache.commons.io.output.DeferredFileOutputStream;
import org.torchgraph.messages.Code;

/**
 * A completely serialised result, so that no truncated result is ever sent. Up to 1 MiB is kept in memory, a longer one
 * in a temporary file until it is closed.
 */
public final class SpooledResult implements AutoCloseable {
    private static final int IN_MEMORY_BYTES = 1 << 20;

    private final DeferredFileOutputStream bytes;

    private SpooledResult(DeferredFileOutputStream bytes) {
        this.bytes = bytes;
    }

    /** Writes the result; writing beyond the budget throws {@link QueryFailedException} of kind OUT_OF_BUDGET. */
    @FunctionalInterface
    public interface Writer {
        /** Writes the complete result. */
        void write(OutputStream out) throws IOException;
    }

    /**
     * Runs a writer and keeps what it writes.
     *
     * @param budget the limit in bytes
     * @param writer writes the result
     */
    public static SpooledResult written(long budget, Writer writer) throws IOException {
        DeferredFileOutputStream bytes = DeferredFileOutputStream.builder()
                .setThreshold(IN_MEMORY_BYTES)
                .setPrefix(TemporaryNames.PREFIX)
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

    /** Returns the length in bytes. */
    public long length() {
        return bytes.getByteCount();
    }

    /** Copies the result, any number of times until it is closed. */
    public void writeTo(OutputStream out) throws IOException {
        bytes.writeTo(out);
    }

    /** Makes the virtual machine delete the temporary file when it exits, for a result that may never be closed. */
    public void deleteOnExit() {
        if (!bytes.isInMemory()) {
            bytes.getFile().deleteOnExit();
        }
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
