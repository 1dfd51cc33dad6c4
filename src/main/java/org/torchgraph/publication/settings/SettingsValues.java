package org.torchgraph.publication.settings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.publication.settings.Presentation.GroupSetting;
import org.torchgraph.publication.settings.SettingsShapes.Violation;
import org.torchgraph.rdf.TripleSource;

/** Examines what no shape of settings can: whether values fit the program, its pages and the folder. */
final class SettingsValues {
    private final TripleSource settings;
    private final Path root;
    private final InterfaceLanguages languages;

    SettingsValues(TripleSource settings, Path root, InterfaceLanguages languages) {
        this.settings = settings;
        this.root = root;
        this.languages = languages;
    }

    Stream<Violation> violations() {
        return Stream.of(languages(), colours(Website.ACCENT), colours(Website.LINK_COLOUR), logos(), groups())
                .flatMap(found -> found);
    }

    private Stream<Violation> languages() {
        return found("language")
                .filter(set ->
                        languages.coded(set.getObject().getLiteralLexicalForm()).isEmpty())
                .map(set -> violation(set, Code.SETTING_LANGUAGE, String.join(", ", languages.codes())));
    }

    /** Returns a violation for each group that neither the program nor the publication has a heading for. */
    private Stream<Violation> groups() {
        return found("layout")
                .flatMap(layout -> settings.find(layout.getObject(), Presentation.GROUP, Node.ANY))
                .filter(group -> !GroupSetting.KNOWN.contains(group.getObject().getLiteralLexicalForm())
                        && !settings.contains(group.getSubject(), RDFS.label.asNode(), Node.ANY))
                .map(group -> violation(group, Code.SETTING_GROUP_LABEL));
    }

    private Stream<Violation> logos() {
        return found("logo").flatMap(set -> Logo.read(root, set.getObject().getLiteralLexicalForm()).fault().stream()
                .map(fault -> violation(set, fault)));
    }

    /** Reads the picture, of which no violation was found. */
    Optional<Logo> logo() {
        return Website.texts(settings, "logo").findFirst().flatMap(file -> Logo.read(root, file)
                .logo());
    }

    private Stream<Violation> colours(String setting) {
        return found(setting).map(Triple::getObject).flatMap(pair -> Stream.of(Scheme.values())
                .flatMap(scheme -> settings.find(pair, scheme.property(), Node.ANY)
                        .flatMap(set -> contrast(set, scheme).stream())));
    }

    private static Optional<Violation> contrast(Triple set, Scheme scheme) {
        Colour colour = Colour.of(set.getObject().getLiteralLexicalForm());
        Colour ground = colour.nearest(scheme.grounds());
        double ratio = colour.contrast(ground);
        // Rounded down, so that a ratio that falls short is never told as one that does not.
        return ratio >= Colour.TEXT_CONTRAST
                ? Optional.empty()
                : Optional.of(violation(
                        set, Code.SETTING_CONTRAST, BigDecimal.valueOf(ratio).setScale(2, RoundingMode.DOWN), ground));
    }

    private Stream<Triple> found(String setting) {
        return settings.find(Node.ANY, Settings.term(setting), Node.ANY);
    }

    private static Violation violation(Triple set, Code code, Object... details) {
        return new Violation(set.getSubject(), set.getPredicate(), set.getObject(), code, List.of(details));
    }
}
