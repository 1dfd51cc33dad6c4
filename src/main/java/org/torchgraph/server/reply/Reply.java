package org.torchgraph.server.reply;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Link;
import org.torchgraph.http.ProblemException;

/**
 * The reply of a route. Its content is computed only if it is sent, not for a client that has it already.
 *
 * @param status the HTTP status
 * @param mediaType the media type without charset; all text is UTF-8
 * @param tag identifies the content regardless of its coding; a reply without a tag is not cached
 * @param vary the request header fields that selected this reply
 * @param headers further header fields; references in them are paths of the site, wherever it is mounted
 * @param links links to related resources
 * @param content computes the content, may throw a {@link ProblemException}
 * @param rationed whether a client may have only so many of such contents computed at once
 * @param notice returns the content with words that the store has not answered since a time, where it can have them
 */
public record Reply(
        int status,
        String mediaType,
        Optional<EntityTag> tag,
        List<String> vary,
        Map<String, String> headers,
        List<Link> links,
        Supplier<Content> content,
        boolean rationed,
        BiFunction<Content, Instant, Content> notice) {

    /** The header field with the version of the dataset that a reply depends on. */
    public static final String VERSION = "Torchgraph-Version";

    /** The header field with the number of rows or links shown if there are more. */
    public static final String RESULT_LIMIT = "Torchgraph-Result-Limit";

    /** Returns a 200 reply. */
    public static Reply ok(String mediaType, EntityTag tag, Supplier<Content> content) {
        return new Reply(
                200, mediaType, Optional.of(tag), List.of(), Map.of(), List.of(), content, false, Reply::unnoticed);
    }

    /** Returns a reply for this request only, without an entity tag. */
    public static Reply once(int status, String mediaType, byte[] content) {
        return new Reply(
                status,
                mediaType,
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of(),
                () -> Content.of(content),
                false,
                Reply::unnoticed);
    }

    /** Returns a 303 reply that redirects to a description. */
    public static Reply seeOther(String location) {
        return once(303, "text/plain", new byte[0]).with("Location", location);
    }

    /** Returns the same reply with more header fields in {@code Vary}. */
    public Reply varying(String... requestHeaders) {
        List<String> all = new ArrayList<>(vary);
        all.addAll(List.of(requestHeaders));
        return new Reply(status, mediaType, tag, List.copyOf(all), headers, links, content, rationed, notice);
    }

    /** Returns the same reply with one more header field. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, mediaType, tag, vary, more, links, content, rationed, notice);
    }

    /** Returns the same reply without a date, because it may change while the version of the dataset stays. */
    public Reply undated() {
        Map<String, String> rest = new LinkedHashMap<>(headers);
        rest.remove("Last-Modified");
        return new Reply(status, mediaType, tag, vary, rest, links, content, rationed, notice);
    }

    /** Returns the same reply as one that is not cached and has no entity tag. */
    public Reply notStored() {
        Reply undated = undated().with("Cache-Control", "no-store");
        return new Reply(
                status, mediaType, Optional.empty(), vary, undated.headers(), links, content, rationed, notice);
    }

    /** Returns the same reply as one that never changes, so that no date says since when it is as it is. */
    public Reply lasting(String cacheControl) {
        return undated().with("Cache-Control", cacheControl);
    }

    /** Returns the same reply with the digest of its content (RFC 9530 §3). */
    public Reply digested() {
        Supplier<Content> plain = content;
        return new Reply(
                status, mediaType, tag, vary, headers, links, () -> DigestedContent.of(plain.get()), rationed, notice);
    }

    /** Returns the same reply with more links after its own. */
    public Reply linking(List<Link> further) {
        List<Link> all = Stream.concat(links.stream(), further.stream()).toList();
        return new Reply(status, mediaType, tag, vary, headers, all, content, rationed, notice);
    }

    /** Returns the same reply as one of which a client may have only so many computed at once. */
    public Reply asRationed() {
        return new Reply(status, mediaType, tag, vary, headers, links, content, true, notice);
    }

    /** Returns the same reply as one whose content can tell its readers of a silent store. */
    public Reply noticing(BiFunction<Content, Instant, Content> words) {
        return new Reply(status, mediaType, tag, vary, headers, links, content, rationed, words);
    }

    /** Returns whether the content follows from a version of the dataset. */
    boolean isOfDataset() {
        return headers.containsKey(VERSION);
    }

    /**
     * Returns the same reply, marked as one that cannot be compared with the store at present (RFC 7234 §5.5.1).
     *
     * @param since the time since which the store has not answered
     */
    Reply stale(Instant since) {
        return notStored().with("Warning", "110 torchgraph \"The store has not answered since " + since + "\"");
    }

    private static Content unnoticed(Content content, Instant since) {
        return content;
    }
}
