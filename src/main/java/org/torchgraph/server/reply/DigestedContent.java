package org.torchgraph.server.reply;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.DigestUtils;
import org.torchgraph.http.Link;

/** Content with its digest as a header field, by which a reader finds out whether it has the same bytes as another. */
final class DigestedContent implements Content {
    /** The header field of the digest of a representation (RFC 9530 §3). */
    static final String HEADER = "Repr-Digest";

    private final Content content;
    private final Map<String, String> headers;

    private DigestedContent(Content content, Map<String, String> headers) {
        this.content = content;
        this.headers = headers;
    }

    /** Computes the digest of a content. */
    static Content of(Content content) {
        DigestOutputStream digest =
                new DigestOutputStream(OutputStream.nullOutputStream(), DigestUtils.getSha256Digest());
        try {
            content.writeTo(digest);
        } catch (IOException broken) {
            content.close();
            throw new UncheckedIOException(broken);
        }
        Map<String, String> headers = new LinkedHashMap<>(content.headers());
        headers.put(
                HEADER,
                "sha-256=:"
                        + Base64.getEncoder()
                                .encodeToString(digest.getMessageDigest().digest()) + ":");
        return new DigestedContent(content, headers);
    }

    @Override
    public long length() {
        return content.length();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        content.writeTo(out);
    }

    @Override
    public Map<String, String> headers() {
        return headers;
    }

    @Override
    public List<Link> links() {
        return content.links();
    }

    @Override
    public boolean isComplete() {
        return content.isComplete();
    }

    @Override
    public boolean hold() {
        return content.hold();
    }

    @Override
    public void close() {
        content.close();
    }
}
