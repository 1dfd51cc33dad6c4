package org.torchgraph.server.reply;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.torchgraph.http.Link;

/** The complete content of a reply, available before the first byte is sent. */
public interface Content extends AutoCloseable {

    /** Returns the length in bytes. */
    long length();

    /** Writes the content, which stays available until it is closed. */
    void writeTo(OutputStream out) throws IOException;

    /** Returns header fields that depend on the content; they are added to those of the reply. */
    default Map<String, String> headers() {
        return Map.of();
    }

    /** Returns links that depend on the content. */
    default List<Link> links() {
        return List.of();
    }

    /** Returns whether nothing is missing due to a failure; incomplete content is sent once and not cached. */
    default boolean isComplete() {
        return true;
    }

    /** Registers one more user, each of whom has to close the content; false if it is closed already. */
    default boolean hold() {
        return true;
    }

    @Override
    default void close() {
        // Content in memory holds nothing to give back.
    }

    /** Returns content in memory. */
    static Content of(byte[] bytes) {
        return of(bytes, Map.of(), List.of(), true);
    }

    /** Returns content in memory with header fields and links that depend on it. */
    static Content of(byte[] bytes, Map<String, String> headers, List<Link> links, boolean complete) {
        return new Content() {
            @Override
            public boolean isComplete() {
                return complete;
            }

            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }

            @Override
            public Map<String, String> headers() {
                return headers;
            }

            @Override
            public List<Link> links() {
                return links;
            }
        };
    }

    /** Returns the content as a byte array. */
    default byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) length());
        writeTo(out);
        return out.toByteArray();
    }
}
