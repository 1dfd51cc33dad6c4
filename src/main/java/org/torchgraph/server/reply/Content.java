package org.torchgraph.server.reply;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The whole content of a reply, known to be whole before the first byte is sent. */
public interface Content extends AutoCloseable {

    /** In bytes. */
    long length();

    void writeTo(OutputStream out) throws IOException;

    @Override
    default void close() {
        // Content in memory holds nothing to give back.
    }

    static Content of(byte[] bytes) {
        return new Content() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }
        };
    }

    /** All of it in memory. */
    default byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) length());
        writeTo(out);
        return out.toByteArray();
    }
}
