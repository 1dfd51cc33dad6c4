package org.torchgraph.server.reply;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.torchgraph.http.Link;
import org.torchgraph.query.SpooledResult;

/** Content that may lie in a temporary file, which the last of its users deletes. It is made with one user. */
public final class SpooledContent implements Content {
    private final SpooledResult result;
    private final Map<String, String> headers;
    private final List<Link> links;
    private final AtomicInteger users = new AtomicInteger(1);

    /** Creates the content of a reply with the headers and links that depend on it. */
    public SpooledContent(SpooledResult result, Map<String, String> headers, List<Link> links) {
        this.result = result;
        this.headers = headers;
        this.links = links;
    }

    /** Creates content on which no headers or links depend. */
    public SpooledContent(SpooledResult result) {
        this(result, Map.of(), List.of());
    }

    @Override
    public long length() {
        return result.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        result.writeTo(out);
    }

    @Override
    public Map<String, String> headers() {
        return headers;
    }

    @Override
    public List<Link> links() {
        return links;
    }

    @Override
    public boolean hold() {
        return users.updateAndGet(count -> count == 0 ? 0 : count + 1) > 0;
    }

    @Override
    public void close() {
        if (users.decrementAndGet() == 0) {
            result.close();
        }
    }
}
