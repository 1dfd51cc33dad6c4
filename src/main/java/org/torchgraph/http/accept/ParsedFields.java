package org.torchgraph.http.accept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/**
 * Parses values of one header field, and keeps those that came last, because the same few clients send the same values.
 *
 * @param <T> what a value says
 */
final class ParsedFields<T> {
    private static final int MOST_KEPT = 500;
    private static final int LONGEST_KEPT = 500;

    private final Function<String, T> parser;
    private final Cache<String, T> kept =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).executor(Runnable::run).build();

    ParsedFields(Function<String, T> parser) {
        this.parser = parser;
    }

    T of(String value) {
        return value.length() > LONGEST_KEPT ? parser.apply(value) : kept.get(value, parser);
    }
}
