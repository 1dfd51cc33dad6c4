package org.torchgraph.server.reply;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Input from a client that has to send at a minimum rate after some time. A read that waits in vain is ended by the
 * idle timeout of the connection.
 */
final class PacedInput extends FilterInputStream {
    private final Duration grace;
    private final long bytesPerSecond;
    private final long begin = System.nanoTime();
    private long received;

    PacedInput(InputStream sent, Duration grace, long bytesPerSecond) {
        super(sent);
        this.grace = grace;
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        received += Math.max(0, read);
        Duration allowed = grace.plusMillis(received * 1000 / bytesPerSecond);
        if (read >= 0 && System.nanoTime() - begin > allowed.toNanos()) {
            throw new IOException(new TimeoutException("the client sends too slowly"));
        }
        return read;
    }
}
