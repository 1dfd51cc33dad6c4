package org.torchgraph.server.reply;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 */
public record Reply(
        int status,
        String mediaType,
        Optional<EntityTag> tag,
        List<String> vary,
        Map<String, String> headers,
        List<Link> links,
        Supplier<Content> content,
        boolean rationed) {

    /** The header field with the number of rows or links shown if there are more. */
    public static final String RESULT_LIMIT = "Torchgraph-Result-Limit";

    /** Returns a 200 reply. */
    public static Reply ok(String mediaType, EntityTag tag, Supplier<Content> content) {
        return new Reply(200, mediaType, Optional.of(tag), List.of(), Map.of(), List.of(), content, false);
    }

    /** Returns a reply for this request only, without an entity tag. */
    public static Reply once(int status, String mediaType, byte[] content) {
        return new Reply(
                status, mediaType, Optional.empty(), List.of(), Map.of(), List.of(), () -> Content.of(content), false);
    }

    /** Returns a 303 reply that redirects to a description. */
    public static Reply seeOther(String location) {
        return once(303, "text/plain", new byte[0]).with("Location", location);
    }

    /** Returns the same reply with more header fields in {@code Vary}. */
    public Reply varying(String... requestHeaders) {
        List<String> all = new ArrayList<>(vary);
        all.addAll(List.of(requestHeaders));
        return new Reply(status, mediaType, tag, List.copyOf(all), headers, links, content, rationed);
    }

    /** Returns the same reply with one more header field. */
    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, mediaType, tag, vary, more, links, content, rationed);
    }

    /** Returns the same reply as one that is not cached and has no entity tag. */
    public Reply notStored() {
        Map<String, String> rest = new LinkedHashMap<>(headers);
        rest.remove("Last-Modified");
        rest.put("Cache-Control", "no-store");
        return new Reply(status, mediaType, Optional.empty(), vary, rest, links, content, rationed);
    }

    /** Returns the same reply with more links after its own. */
    public Reply linking(List<Link> further) {
        List<Link> all = Stream.concat(links.stream(), further.stream()).toList();
        return new Reply(status, mediaType, tag, vary, headers, all, content, rationed);
    }

    /** Returns the same reply as one of which a client may have only so many computed at once. */
    public Reply asRationed() {
        return new Reply(status, mediaType, tag, vary, headers, links, content, true);
    }
}
