package org.torchgraph.server.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.torchgraph.http.EntityTag;
import org.torchgraph.query.SpooledResult;

class ReplyCacheTest {
    private static final EntityTag TAG = EntityTag.of("a");

    private final ReplyCache cache = new ReplyCache(Duration.ofSeconds(60));
    private final AtomicInteger made = new AtomicInteger();

    private Supplier<Content> content(int length, boolean complete) {
        return () -> {
            made.incrementAndGet();
            return Content.of(new byte[length], Map.of(), List.of(), complete);
        };
    }

    @Test
    void a_content_is_made_once() throws IOException {
        assertThat(cache.get(TAG, content(5, true)).bytes()).hasSize(5);
        assertThat(cache.get(TAG, content(6, true)).bytes()).hasSize(5);
        assertThat(cache.get(EntityTag.of("b"), content(7, true)).bytes()).hasSize(7);
        assertThat(made).hasValue(2);
    }

    @Test
    void a_failure_is_not_kept() {
        assertThatThrownBy(() -> cache.get(TAG, () -> {
                    throw new IllegalStateException("now");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(cache.get(TAG, content(5, true)).length()).isEqualTo(5);
    }

    @Test
    void incomplete_and_large_contents_are_not_kept() {
        for (int i = 1; i <= 2; i++) {
            assertThat(cache.get(TAG, content(5, false)).isComplete()).isFalse();
            assertThat(made).hasValue(i);
        }
        for (int i = 3; i <= 4; i++) {
            assertThat(cache.get(TAG, content((1 << 20) + 1, true)).length()).isGreaterThan(1 << 20);
            assertThat(made).hasValue(i);
        }
    }

    @Test
    void what_is_kept_is_bounded_by_bytes() {
        int entries = 100;
        for (int i = 0; i < entries; i++) {
            cache.get(EntityTag.of("entry " + i), content(1 << 20, true));
        }
        made.set(0);
        for (int i = 0; i < entries; i++) {
            cache.get(EntityTag.of("entry " + i), content(1 << 20, true));
        }
        assertThat(made.get()).isBetween(entries - 32, entries);
    }

    @Test
    void a_small_spooled_content_is_closed_once_it_is_in_the_cache() throws IOException {
        SpooledContent spooled = new SpooledContent(
                SpooledResult.written(100, out -> out.write("text".getBytes(StandardCharsets.UTF_8))));
        assertThat(cache.get(TAG, () -> spooled).bytes()).asString().isEqualTo("text");
        assertThat(spooled.hold()).isFalse();
        assertThat(cache.get(TAG, content(1, true)).bytes()).asString().isEqualTo("text");
    }

    @Test
    void the_compressed_content_has_a_tag_of_its_own() throws IOException {
        Content plain = cache.get(TAG, content(5000, true));
        Content zipped = cache.gzipped(TAG.coded("gzip"), plain);
        assertThat(zipped.length()).isLessThan(200);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.bytes())).readAllBytes())
                .isEqualTo(plain.bytes());
        assertThat(cache.gzipped(TAG.coded("gzip"), plain)).isSameAs(zipped);
    }
}
