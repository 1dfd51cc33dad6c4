package org.torchgraph.site.thing;

import java.util.List;
import org.torchgraph.site.words.Shown;

/**
 * The values that a thing has for one property.
 *
 * @param name of the property
 * @param curie its short form, or null
 * @param values in the order shown
 */
public record Property(Shown name, String curie, List<Value> values) {

    /**
     * One value.
     *
     * @param shown the value itself
     * @param anchor fragment by which the part is linked to, or null
     * @param parts what is said of it when it is a part of the thing
     * @param line whether the parts read as one line, without the names of their properties
     * @param graphs where it is stated, when that is not where the rest is
     * @param claims about this statement
     */
    public record Value(
            Shown shown,
            String anchor,
            List<Property> parts,
            boolean line,
            List<Shown> graphs,
            List<ClaimView> claims) {}
}
