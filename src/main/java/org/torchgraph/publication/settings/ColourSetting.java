package org.torchgraph.publication.settings;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.rdf.TripleSource;

/**
 * A colour in each of the two schemes of pages.
 *
 * @param light the colour on light pages, {@code #rrggbb}; empty if it is that of the program
 * @param dark the colour on dark pages
 */
public record ColourSetting(Optional<Colour> light, Optional<Colour> dark) {
    static final ColourSetting NONE = new ColourSetting(Optional.empty(), Optional.empty());

    static ColourSetting of(TripleSource settings, String setting) {
        return new ColourSetting(in(settings, setting, Scheme.LIGHT), in(settings, setting, Scheme.DARK));
    }

    private static Optional<Colour> in(TripleSource settings, String setting, Scheme scheme) {
        return nodes(settings, setting, scheme)
                .map(node -> Colour.of(node.getLiteralLexicalForm()))
                .findFirst();
    }

    /** Returns the values that a setting has in a scheme. */
    static Stream<Node> nodes(TripleSource settings, String setting, Scheme scheme) {
        return Settings.values(settings, setting).stream().flatMap(pair -> settings.objects(pair, scheme.property()));
    }

    /** Returns the colour in a scheme. */
    public Optional<Colour> in(Scheme scheme) {
        return scheme == Scheme.LIGHT ? light : dark;
    }
}
