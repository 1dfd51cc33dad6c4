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

    private final Cache<EntityTag, Content> kept = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((EntityTag tag, Content content) -> (int) content.length() + ENTRY_OVERHEAD)
            .build();

    /** The content of a tag, worked out when it is not at hand; a large one is not kept. */
    Content get(EntityTag tag, Supplier<Content> made) throws IOException {
        Content found = kept.getIfPresent(tag);
        if (found != null) {
            return found;
        }
        Content content = made.get();
        if (!isKept(content)) {
            return content;
        }
        try (content) {
            Content copy = Content.of(content.bytes(), content.headers());
            kept.put(tag, copy);
            return copy;
        }
    }

    /** The same compressed; a large one is compressed only as it is sent. */
    Content gzipped(EntityTag tag, Content plain) throws IOException {
        Content zipped = kept.getIfPresent(tag);
        if (zipped == null) {
            ByteArrayOutputStream out = new ByteArrayOutputStream((int) plain.length() / 4 + 64);
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                plain.writeTo(gzip);
            }
            zipped = Content.of(out.toByteArray());
            kept.put(tag, zipped);
        }
        return zipped;
    }

    static boolean isKept(Content content) {
        return content.length() <= LARGEST;
    }
}
