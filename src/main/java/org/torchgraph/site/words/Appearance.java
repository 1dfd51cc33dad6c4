package org.torchgraph.site.words;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.torchgraph.model.naming.CommonTermNames;
import org.torchgraph.publication.settings.Presentation;
import org.torchgraph.publication.settings.Settings;

/**
 * How the pages of a publication show its classes and properties.
 *
 * @param kinds the symbols and colours of classes
 * @param layout the order of statements
 * @param names returns the labels of a term that the data do not label
 * @param signs the names of the signs of values that tell how something stands, by their IRIs
 * @param imageHosts the hosts whose pictures pages show
 * @param claimTerms the properties of claims that have a place of their own on pages
 */
public record Appearance(
        Kinds kinds,
        StatementLayout layout,
        Function<Node, List<Node>> names,
        Map<String, String> signs,
        Set<String> imageHosts,
        Set<Node> claimTerms) {

    /** Returns the appearance that a publication sets. */
    public static Appearance of(Settings settings) {
        Presentation presentation = settings.presentation();
        return new Appearance(
                Kinds.of(presentation),
                StatementLayout.of(presentation),
                CommonTermNames.after(presentation.labels()),
                presentation.signs(),
                Set.copyOf(settings.web().imageHosts()),
                settings.evidence().ofClaims().collect(Collectors.toUnmodifiableSet()));
    }
}
