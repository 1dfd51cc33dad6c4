package org.torchgraph.site.thing;

import java.util.List;
import org.torchgraph.site.words.RenderedTerm;

/**
 * The values that a thing has for one property.
 *
 * @param name of the property
 * @param curie its short form, or null
 * @param values in the order shown
 */
public record PropertyView(RenderedTerm name, String curie, List<PropertyValue> values) {

    /**
     * One value.
     *
     * @param shown the value itself
     * @param anchor fragment by which the part is linked to, or null
     * @param parts what is said of it when it is a part of the thing
     * @param line whether the parts read as one line, without the names of their properties
     * @param members when it is a list, else null
     * @param graphs where it is stated, when that is not where the rest is
     * @param claims about this statement
     */
    public record PropertyValue(
            RenderedTerm shown,
            String anchor,
            List<PropertyView> parts,
            boolean line,
            ListMembers members,
            List<RenderedTerm> graphs,
            List<ClaimView> claims) {

        /** Nothing but what is shown. */
        static PropertyValue of(RenderedTerm shown) {
            return new PropertyValue(shown, null, List.of(), false, null, List.of(), List.of());
        }
    }

    /**
     * A list.
     *
     * @param first its members, as many as are read at a glance
     * @param rest those that are folded
     * @param more how many there are besides
     * @param note what is wrong with it, or null
     */
    public record ListMembers(List<PropertyValue> first, List<PropertyValue> rest, int more, RenderedTerm note) {}
}
