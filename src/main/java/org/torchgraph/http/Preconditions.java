package org.torchgraph.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/**
 * On what condition a client wants a representation (RFC 9110 §13). Of each pair the tags are heeded before the date.
 *
 * @param match {@code If-Match}
 * @param unmodifiedSince {@code If-Unmodified-Since}
 * @param noneMatch {@code If-None-Match}
 * @param modifiedSince {@code If-Modified-Since}
 */
public record Preconditions(
        Optional<EntityTags> match,
        Optional<Instant> unmodifiedSince,
        Optional<EntityTags> noneMatch,
        Optional<Instant> modifiedSince) {

    /** The three forms of a date that are to be understood, the one that is sent first (§5.6.7). */
    private static final List<DateTimeFormatter> DATES = Stream.of(
                    new DateTimeFormatterBuilder().appendPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'"),
                    new DateTimeFormatterBuilder()
                            .appendPattern("EEEE, dd-MMM-")
                            .appendValueReduced(ChronoField.YEAR, 2, 2, 1977)
                            .appendPattern(" HH:mm:ss 'GMT'"),
                    new DateTimeFormatterBuilder().appendPattern("EEE MMM ppd HH:mm:ss uuuu"))
            .map(form -> form.toFormatter(Locale.ENGLISH).withZone(ZoneOffset.UTC))
            .toList();

    /** What follows from the conditions. */
    public enum PreconditionResult {
        /** All of them hold, or there are none: the representation is sent. */
        SEND,
        /** The client has it: 304. */
        NOT_MODIFIED,
        /** It is not what the client asked to work with: 412. */
        FAILED
    }

    /** @param header the value of a request header, the lines of a list joined; malformed values are left out */
    public static Preconditions of(Function<String, Optional<String>> header) {
        return new Preconditions(
                header.apply("If-Match").map(EntityTags::parse),
                header.apply("If-Unmodified-Since").flatMap(Preconditions::date),
                header.apply("If-None-Match").map(EntityTags::parse),
                header.apply("If-Modified-Since").flatMap(Preconditions::date));
    }

    /** A date as headers hold it; empty when it is malformed. */
    public static Optional<Instant> date(String text) {
        for (DateTimeFormatter form : DATES) {
            try {
                return Optional.of(form.parse(text.strip(), Instant::from));
            } catch (DateTimeException anotherForm) {
                // The next is tried.
            }
        }
        return Optional.empty();
    }

    /** A date as it is sent, {@code Wed, 25 Nov 2026 01:00:00 GMT}. */
    public static String date(Instant instant) {
        return DATES.get(0).format(instant);
    }

    /**
     * Judges them in the order of §13.2.2.
     *
     * @param current of the representation that would be sent
     * @param modified its {@code Last-Modified}, if it has one
     * @param read whether the method is GET or HEAD; others are never answered by 304
     */
    public PreconditionResult judge(EntityTag current, Optional<Instant> modified, boolean read) {
        boolean held = match.map(tags -> tags.holds(current))
                .or(() -> unmodifiedSince.flatMap(date -> modified.map(last -> !last.isAfter(date))))
                .orElse(true);
        if (!held) {
            return PreconditionResult.FAILED;
        }
        boolean known = noneMatch
                .map(tags -> tags.known(current).isPresent())
                .or(() -> modifiedSince.filter(date -> read).flatMap(date -> modified.map(last -> !last.isAfter(date))))
                .orElse(false);
        return !known ? PreconditionResult.SEND : read ? PreconditionResult.NOT_MODIFIED : PreconditionResult.FAILED;
    }

    /**
     * The tags of a precondition.
     *
     * <p>Content codings are ignored in the comparison: whoever holds the compressed bytes of a version holds that
     * version, and which coding the next answer will have is not known when the condition is judged.
     *
     * @param any whether it is {@code *}
     * @param tags those listed; malformed ones are left out
     */
    public record EntityTags(boolean any, List<EntityTag> tags) {

        public EntityTags {
            tags = List.copyOf(tags);
        }

        /** Reads a header, which the caller has found to be present. Never throws. */
        public static EntityTags parse(String header) {
            List<EntityTag> tags = new ArrayList<>();
            Matcher matcher = EntityTag.SYNTAX.matcher(header);
            while (matcher.find()) {
                tags.add(new EntityTag(matcher.group(2), matcher.group(1) != null));
            }
            return new EntityTags(header.strip().equals("*"), tags);
        }

        /**
         * The tag by which {@code If-None-Match} is false, and so the {@code ETag} that 304 repeats; empty when the
         * representation is to be sent. Weak comparison, but what is repeated is as strong as what there is.
         */
        public Optional<EntityTag> known(EntityTag current) {
            return any
                    ? Optional.of(current)
                    : tags.stream()
                            .filter(tag -> tag.plain().equals(current.plain()))
                            .findFirst()
                            .map(tag -> new EntityTag(tag.opaque(), current.weak()));
        }

        /** Whether {@code If-Match} is true, by strong comparison. */
        boolean holds(EntityTag current) {
            return any
                    || tags.stream()
                            .anyMatch(tag -> !tag.weak()
                                    && !current.weak()
                                    && tag.plain().equals(current.plain()));
        }
    }
}
