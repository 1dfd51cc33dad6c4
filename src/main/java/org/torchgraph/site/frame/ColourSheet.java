package org.torchgraph.site.frame;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.torchgraph.publication.settings.Colour;
import org.torchgraph.publication.settings.Scheme;
import org.torchgraph.publication.settings.Website;

/** Writes the style sheet with the colours that a publication sets, which comes after that of the program. */
public final class ColourSheet {
    /** The share of the accent in its wash, in per cent. */
    private static final int WASH = 10;

    private ColourSheet() {}

    /** Returns the style sheet; empty if no colour is set. */
    public static String of(Website website) {
        return Stream.of(Scheme.values()).map(scheme -> in(scheme, website)).collect(Collectors.joining());
    }

    private static String in(Scheme scheme, Website website) {
        String set = website.accent()
                        .in(scheme)
                        .map(colour -> accent(colour, scheme))
                        .orElse("")
                + website.linkColour()
                        .in(scheme)
                        .map(colour -> variable("link", colour))
                        .orElse("");
        return set.isEmpty()
                ? ""
                : "@media screen and (prefers-color-scheme: " + scheme.name().toLowerCase(Locale.ROOT)
                        + ") {\n  :root {\n" + set + "  }\n}\n";
    }

    private static String accent(Colour colour, Scheme scheme) {
        return variable("torch", colour)
                + variable("torch-ink", colour.ink())
                + variable("torch-wash", colour.mixed(WASH, scheme.grounds().getFirst()));
    }

    private static String variable(String name, Colour colour) {
        return "    --" + name + ": " + colour + ";\n";
    }
}
