package org.torchgraph.site.thing;

import java.util.List;
import org.torchgraph.site.words.RenderedTerm;

/**
 * The values of one property of a thing.
 *
 * @param name the name of the property
 * @param curie its prefixed name, or null
 * @param values the values in order
 */
public record PropertyView(RenderedTerm name, String curie, List<PropertyValue> values) {

    /**
     * A value.
     *
     * @param shown the value itself
     * @param anchor the fragment of the part, or null
     * @param types its classes if it is a part of the thing, but for one that stands for it
     * @param parts the other statements about it if it is a part of the thing
     * @param line whether the parts are shown on one line, without property names
     * @param members its members if it is a list, else null
     * @param graphs the graphs that state it if they differ from those of most statements
     * @param claims the claims about this statement
     */
    public record PropertyValue(
            RenderedTerm shown,
            String anchor,
            List<RenderedTerm> types,
            List<PropertyView> parts,
            boolean line,
            ListMembers members,
            List<RenderedTerm> graphs,
            List<ClaimView> claims) {

        /** Returns a value without parts, graphs and claims. */
        static PropertyValue of(RenderedTerm shown) {
            return list(shown, null);
        }

        /** Returns a list of members without graphs and claims. */
        static PropertyValue list(RenderedTerm shown, ListMembers members) {
            return new PropertyValue(shown, null, List.of(), List.of(), false, members, List.of(), List.of());
        }
    }

    /**
     * The members of a list.
     *
     * @param first the members shown at first
     * @param rest the members that are folded
     * @param more the number of further members, which are not shown
     * @param note what is wrong with the list, or null
     */
    public record ListMembers(List<PropertyValue> first, List<PropertyValue> rest, int more, RenderedTerm note) {}
}
