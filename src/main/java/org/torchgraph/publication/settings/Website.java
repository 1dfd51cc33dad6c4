package org.torchgraph.publication.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Language;
import org.torchgraph.rdf.TripleSource;

/**
 * The site as its owner sets it: its name, its look, its languages and whom to ask.
 *
 * @param titles the name of the site in each language, as literals; empty if it has that of the dataset
 * @param homeTexts the text of the first page in each language, literals in Markdown
 * @param logo the picture before the name
 * @param accent the colour of marks and of the main button
 * @param linkColour the colour of links
 * @param languages the languages of labels in their order, for readers in whose languages a thing has none
 * @param language the language of the program's own words for readers who state none that it has
 * @param dumpName the name of the files that hold the whole dataset, without ending
 * @param contact an IRI by which the owner is reached
 * @param licence the licence, if the catalogue of the data states none
 * @param tellsEvidence whether the settings name the properties by which the data state evidence or confidence
 */
public record Website(
        List<Node> titles,
        List<Node> homeTexts,
        Optional<Logo> logo,
        ColourSetting accent,
        ColourSetting linkColour,
        List<String> languages,
        String language,
        String dumpName,
        Optional<Node> contact,
        Optional<Node> licence,
        boolean tellsEvidence) {

    /** The name of dumps that every publication has. */
    public static final String DUMP_NAME = "torchgraph";

    /** The site of a publication that sets nothing. */
    public static final Website DEFAULT = new Website(
            List.of(),
            List.of(),
            Optional.empty(),
            ColourSetting.NONE,
            ColourSetting.NONE,
            List.of(),
            Language.EN.code(),
            DUMP_NAME,
            Optional.empty(),
            Optional.empty(),
            false);

    static final String ACCENT = "accent";
    static final String LINK_COLOUR = "linkColour";

    /**
     * Reads settings that conform to their shapes.
     *
     * @param logo the picture, read
     */
    static Website of(TripleSource settings, Optional<Logo> logo) {
        return new Website(
                Settings.values(settings, "title"),
                Settings.values(settings, "homeText"),
                logo,
                ColourSetting.of(settings, ACCENT),
                ColourSetting.of(settings, LINK_COLOUR),
                Settings.values(settings, "languages").stream()
                        .flatMap(list -> Presentation.members(settings, list))
                        .map(Node::getLiteralLexicalForm)
                        .toList(),
                texts(settings, "language").findFirst().orElse(DEFAULT.language()),
                texts(settings, "dumpName").findFirst().orElse(DUMP_NAME),
                Settings.values(settings, "contact").stream().findFirst(),
                Settings.values(settings, "licence").stream().findFirst(),
                Stream.of("evidence", "confidence")
                        .anyMatch(name -> !Settings.values(settings, name).isEmpty()));
    }

    static Stream<String> texts(TripleSource settings, String setting) {
        return Settings.values(settings, setting).stream().map(Node::getLiteralLexicalForm);
    }

    /** Returns whether the site has a colour of its own. */
    public boolean isColoured() {
        return !accent.equals(ColourSetting.NONE) || !linkColour.equals(ColourSetting.NONE);
    }

    /** Returns the languages of the data, those that are set first. */
    public List<String> before(List<String> frequent) {
        return languages.isEmpty()
                ? frequent
                : Stream.concat(languages.stream().map(tag -> tag.toLowerCase(Locale.ROOT)), frequent.stream())
                        .distinct()
                        .toList();
    }
}
