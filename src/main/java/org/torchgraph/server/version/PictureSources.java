package org.torchgraph.server.version;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.site.frame.Site;
import org.torchgraph.site.words.LocalLinks;

/** Lists from where pages of things load pictures, besides from the site itself. */
final class PictureSources {
    /** The characters of a source in a policy; other hosts have another spelling there. */
    private static final String HOST = "abcdefghijklmnopqrstuvwxyz0123456789.-:/[]";

    private PictureSources() {}

    /**
     * Returns the sources as a content security policy names them: the hosts that the publication sets, and those of
     * its bases that have pictures below them, as far as properties of pictures can be read.
     */
    static List<String> of(TripleSource data, Site site) {
        LocalLinks links = site.links();
        List<Node> pictures = site.appearance().layout().pictures().stream()
                .filter(data::isReadable)
                .toList();
        Stream<String> ofBases = links.paths()
                .bases()
                .filter(base -> pictures.stream()
                        .flatMap(property -> data.find(Node.ANY, property, Node.ANY))
                        .map(Triple::getObject)
                        .anyMatch(value ->
                                value.isURI() && value.getURI().startsWith(base) && links.isPicture(value.getURI())))
                .map(LocalLinks::origin)
                .filter(origin -> StringUtils.containsOnly(origin, HOST));
        return Stream.concat(site.appearance().imageHosts().stream(), ofBases)
                .distinct()
                .sorted()
                .toList();
    }
}
