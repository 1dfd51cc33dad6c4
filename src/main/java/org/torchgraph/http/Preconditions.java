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
 * The conditions of a conditional request (RFC 9110 §13). An entity tag takes precedence over the date of the same
 * pair.
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

    /** The three date formats that a recipient has to accept (RFC 9110 §5.6.7); the first is the one that is sent. */
    private static final List<DateTimeFormatter> DATES = Stream.of(
                    new DateTimeFormatterBuilder().appendPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'"),
                    new DateTimeFormatterBuilder()
                            .appendPattern("EEEE, dd-MMM-")
                            .appendValueReduced(ChronoField.YEAR, 2, 2, 1977)
                            .appendPattern(" HH:mm:ss 'GMT'"),
                    new DateTimeFormatterBuilder().appendPattern("EEE MMM ppd HH:mm:ss uuuu"))
            .map(format -> format.toFormatter(Locale.ENGLISH).withZone(ZoneOffset.UTC))
            .toList();

    /** The result of evaluating the conditions. */
    public enum PreconditionResult {
        /** All conditions hold, or there are none: the representation is sent. */
        SEND,
        /** The client has the current representation: 304. */
        NOT_MODIFIED,
        /** The current representation is not the one that the client named: 412. */
        FAILED
    }

    /**
     * Reads the four conditional header fields of a request.
     *
     * @param header returns the value of a request header field, the lines of a list joined; malformed values are
     *     ignored
     */
    public static Preconditions of(Function<String, Optional<String>> header) {
        return new Preconditions(
                header.apply("If-Match").map(EntityTags::parse),
                header.apply("If-Unmodified-Since").flatMap(Preconditions::date),
                header.apply("If-None-Match").map(EntityTags::parse),
                header.apply("If-Modified-Since").flatMap(Preconditions::date));
    }

    /** Parses an HTTP date; empty if it is malformed. */
    public static Optional<Instant> date(String text) {
        for (DateTimeFormatter format : DATES) {
            try {
                return Optional.of(format.parse(text.strip(), Instant::from));
            } catch (DateTimeException anotherForm) {
                // The next format is tried.
            }
        }
        return Optional.empty();
    }

    /** Formats an HTTP date, {@code Wed, 25 Nov 2026 01:00:00 GMT}. */
    public static String date(Instant instant) {
        return DATES.get(0).format(instant);
    }

    /**
     * Evaluates the conditions in the order of RFC 9110 §13.2.2.
     *
     * @param current the entity tag of the representation that would be sent
     * @param modified its {@code Last-Modified}, if it has one
     * @param read whether the method is GET or HEAD; other methods never get 304
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
     * The entity tags that a condition lists.
     *
     * <p>The comparison ignores content codings: a client that holds the compressed bytes of a version holds that
     * version, and the coding of the next reply is not known when the condition is evaluated.
     *
     * @param any whether the condition is {@code *}
     * @param tags the tags listed; malformed ones are left out
     */
    public record EntityTags(boolean any, List<EntityTag> tags) {

        public EntityTags {
            tags = List.copyOf(tags);
        }

        /** Parses the value of a condition that is present in the request. Never throws. */
        public static EntityTags parse(String header) {
            List<EntityTag> tags = new ArrayList<>();
            Matcher matcher = EntityTag.SYNTAX.matcher(header);
            while (matcher.find()) {
                tags.add(new EntityTag(matcher.group(2), matcher.group(1) != null));
            }
            return new EntityTags(header.strip().equals("*"), tags);
        }

        /**
         * Returns the tag that makes {@code If-None-Match} false, which 304 repeats as {@code ETag}; empty if the
         * representation is to be sent. The comparison is weak; the repeated tag is weak if the current one is.
         */
        public Optional<EntityTag> known(EntityTag current) {
            return any
                    ? Optional.of(current)
                    : tags.stream()
                            .filter(tag -> tag.plain().equals(current.plain()))
                            .findFirst()
                            .map(tag -> new EntityTag(tag.opaque(), current.weak()));
        }

        /** Returns whether {@code If-Match} is true, by strong comparison. */
        boolean holds(EntityTag current) {
            return any
                    || tags.stream()
                            .anyMatch(tag -> !tag.weak()
                                    && !current.weak()
                                    && tag.plain().equals(current.plain()));
        }
    }
}
