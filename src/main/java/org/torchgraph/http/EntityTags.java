package org.torchgraph.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * The precondition {@code If-None-Match} (RFC 9110 §13.1.2).
 *
 * <p>Content codings are ignored in the comparison: whoever holds the compressed bytes of a version holds that version,
 * and which coding the next answer will have is not known when the condition is judged.
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
}
