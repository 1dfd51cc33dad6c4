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
 * What a route replies. The content is worked out only when it is sent: not for a client that has it already.
 *
 * @param status HTTP status
 * @param mediaType without charset: all text is UTF-8
 * @param tag names the content exactly, but for its coding; a reply without a tag is not kept
 * @param vary the request headers that chose this reply
 * @param headers further ones; references in them are of the site, wherever it is mounted
 * @param links to what belongs to it
 * @param content may throw a {@link ProblemException}
 */
public record Reply(
        int status,
        String mediaType,
        Optional<EntityTag> tag,
        List<String> vary,
        Map<String, String> headers,
        List<Link> links,
        Supplier<Content> content) {

    /** The header that says how much is shown of what has more. */
    public static final String RESULT_LIMIT = "Torchgraph-Result-Limit";

    public static Reply ok(String mediaType, EntityTag tag, Supplier<Content> content) {
        return new Reply(200, mediaType, Optional.of(tag), List.of(), Map.of(), List.of(), content);
    }

    /** A reply that is made for this request alone. */
    public static Reply once(int status, String mediaType, byte[] content) {
        return new Reply(
                status, mediaType, Optional.empty(), List.of(), Map.of(), List.of(), () -> Content.of(content));
    }

    /** 303: what was asked for is described elsewhere. */
    public static Reply seeOther(String location) {
        return once(303, "text/plain", new byte[0]).with("Location", location);
    }

    public Reply varying(String... requestHeaders) {
        List<String> all = new ArrayList<>(vary);
        all.addAll(List.of(requestHeaders));
        return new Reply(status, mediaType, tag, List.copyOf(all), headers, links, content);
    }

    public Reply with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, mediaType, tag, vary, more, links, content);
    }

    /** The same for this request alone: nobody keeps it, and nothing names it for a later condition. */
    public Reply notStored() {
        Map<String, String> rest = new LinkedHashMap<>(headers);
        rest.remove("Last-Modified");
        rest.put("Cache-Control", "no-store");
        return new Reply(status, mediaType, Optional.empty(), vary, rest, links, content);
    }

    /** With these links after those that it has. */
    public Reply linking(List<Link> further) {
        List<Link> all = Stream.concat(links.stream(), further.stream()).toList();
        return new Reply(status, mediaType, tag, vary, headers, all, content);
    }
}
