package org.torchgraph.server.reply;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.torchgraph.http.Link;

/** The whole content of a reply, known to be whole before the first byte is sent. */
public interface Content extends AutoCloseable {

    /** In bytes. */
    long length();

    void writeTo(OutputStream out) throws IOException;

    /** Headers that only the content tells; they are added to those of the reply. */
    default Map<String, String> headers() {
        return Map.of();
    }

    /** Links that only the content tells. */
    default List<Link> links() {
        return List.of();
    }

    /** Whether nothing was left out because it failed; what was made in need is sent once and not kept. */
    default boolean isComplete() {
        return true;
    }

    /** Takes the content for one more user, each of whom closes it; false when the last has closed it already. */
    default boolean hold() {
        return true;
    }

    @Override
    default void close() {
        // Content in memory holds nothing to give back.
    }

    static Content of(byte[] bytes) {
        return of(bytes, Map.of(), List.of(), true);
    }

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

    /** All of it in memory. */
    default byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) length());
        writeTo(out);
        return out.toByteArray();
    }
}
