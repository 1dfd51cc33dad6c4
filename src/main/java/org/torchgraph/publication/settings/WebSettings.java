package org.torchgraph.publication.settings;

import java.util.List;
import org.apache.jena.graph.Node;
import org.torchgraph.rdf.TripleSource;

/**
 * Where else on the web a publication is at home, as {@code site.ttl} sets it.
 *
 * @param bases the IRI prefixes of the publication's own IRIs besides its base; none begins with another or with it
 * @param imageHosts the hosts, some with a port, whose pictures pages may show
 */
public record WebSettings(List<String> bases, List<String> imageHosts) {
    /** The settings of a publication that has one base and shows no pictures of other hosts. */
    public static final WebSettings DEFAULT = new WebSettings(List.of(), List.of());

    static final Node BASE = Settings.term("base");

    /** Reads settings that conform to their shapes. */
    static WebSettings of(TripleSource settings) {
        return new WebSettings(
                Settings.values(settings, "base").stream().map(Node::getURI).toList(),
                Settings.values(settings, "imageHost").stream()
                        .map(Node::getLiteralLexicalForm)
                        .toList());
    }
}
