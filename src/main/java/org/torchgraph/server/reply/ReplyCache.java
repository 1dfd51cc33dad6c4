package org.torchgraph.server.reply;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.torchgraph.http.EntityTag;
import org.torchgraph.query.Deadline;

/**
 * Caches contents by their strong entity tags. A tag depends on the dataset version, so entries are never stale; they
 * are evicted by others.
 */
final class ReplyCache {
    private static final long MAX_BYTES = 32L << 20;
    private static final long MAX_ENTRY_BYTES = 1L << 20;
    private static final int ENTRY_OVERHEAD = 200;

    private final Duration patience;
    private final SingleFlight<EntityTag, Content> contents =
            new SingleFlight<>(MAX_BYTES, new SingleFlight.Storage<>() {
                @Override
                public int weight(Content content) {
                    return (int) content.length() + ENTRY_OVERHEAD;
                }

                @Override
                public boolean isKept(Content content) {
                    return ReplyCache.isKept(content);
                }

                @Override
                public boolean hold(Content content) {
                    return content.hold();
                }

                @Override
                public void release(Content content) {
                    content.close();
                }
            });

    /**
     * Creates an empty cache.
     *
     * @param patience how long a request retries if the computation that it waited for failed
     */
    ReplyCache(Duration patience) {
        this.patience = patience;
    }

    void measure(MeterRegistry registry) {
        contents.measure(registry, "replies");
        Gauge.builder("torchgraph.replies.kept", contents, SingleFlight::keptWeight)
                .baseUnit("bytes")
                .description("memory of the replies that are kept")
                .register(registry);
    }

    /** Returns the content of a tag, computed if it is not cached; large or incomplete content is not cached. */
    Content get(EntityTag tag, Supplier<Content> made) {
        return contents.getPatiently(tag, Deadline.in(patience), () -> {
            Content content = made.get();
            return isKept(content) ? copy(content) : content;
        });
    }

    /** Returns the compressed content; large content is compressed while it is sent. */
    Content gzipped(EntityTag tag, Content plain) {
        return contents.getPatiently(tag, Deadline.in(patience), () -> zipped(plain));
    }

    private static Content copy(Content content) {
        try (content) {
            return Content.of(content.bytes(), content.headers(), content.links(), true);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static Content zipped(Content plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) plain.length() / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            plain.writeTo(gzip);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return Content.of(out.toByteArray());
    }

    static boolean isKept(Content content) {
        return content.isComplete() && content.length() <= MAX_ENTRY_BYTES;
    }
}
