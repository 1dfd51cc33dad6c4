package org.torchgraph.server.reply;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.torchgraph.http.EntityTag;

/**
 * Contents kept by their strong entity tags. A tag names the dataset version, so that an entry is never stale; it is
 * forgotten when others are asked for more.
 */
final class ReplyCache {
    private static final long MOST_BYTES = 32L << 20;
    private static final long LARGEST = 1L << 20;
    private static final int ENTRY_OVERHEAD = 200;

    private final Cache<EntityTag, byte[]> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((EntityTag tag, byte[] content) -> content.length + ENTRY_OVERHEAD)
            .build();

    /** The content of a tag, worked out when it is not at hand; a large one is not kept. */
    Content get(EntityTag tag, Supplier<Content> made) throws IOException {
        byte[] bytes = kept.getIfPresent(tag);
        if (bytes != null) {
            return Content.of(bytes);
        }
        Content content = made.get();
        if (content.length() > LARGEST) {
            return content;
        }
        try (content) {
            bytes = content.bytes();
        }
        kept.put(tag, bytes);
        return Content.of(bytes);
    }

    /** The same compressed; a large one is compressed only as it is sent. */
    Content gzipped(EntityTag tag, Content plain) throws IOException {
        byte[] bytes = kept.getIfPresent(tag);
        if (bytes == null) {
            ByteArrayOutputStream out = new ByteArrayOutputStream((int) plain.length() / 4 + 64);
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                plain.writeTo(gzip);
            }
            bytes = out.toByteArray();
            kept.put(tag, bytes);
        }
        return Content.of(bytes);
    }

    static boolean isKept(Content content) {
        return content.length() <= LARGEST;
    }
}
