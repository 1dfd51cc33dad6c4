package org.torchgraph.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.torchgraph.dataset.View;
import org.torchgraph.model.naming.CommonTermNames;
import org.torchgraph.model.naming.IriEnd;
import org.torchgraph.model.naming.Naming;
import org.torchgraph.publication.settings.Presentation;

/** Chooses the facets of a publication: the properties that its settings list, else those that it declares. */
final class FacetChoice {
    /** The parameters of a search that are no facet. */
    private static final Set<String> TAKEN = Set.of("q", "page", "lang");

    private FacetChoice() {}

    /** Returns the facets in order. */
    static List<Facet> of(View data, String base, Presentation presentation) {
        if (presentation.facets().isEmpty()) {
            return Facet.of(data, base);
        }
        List<Facet> builtIn = Facet.builtIn();
        Naming naming = Naming.of(data.whole().union(), presentation.names()).in(data.union());
        List<Facet> facets = new ArrayList<>();
        Set<String> names = new HashSet<>(TAKEN);
        for (Node property : presentation.facets()) {
            Path path = PathFactory.pathLink(property);
            Facet usual = builtIn.stream()
                    .filter(facet -> facet.path().equals(path))
                    .findFirst()
                    .orElseGet(() ->
                            new Facet(IriEnd.of(property.getURI()), labels(property, naming, presentation), path, 0));
            String name = Stream.iterate(1, number -> number + 1)
                    .map(number -> number == 1 ? usual.name() : usual.name() + "-" + number)
                    .filter(names::add)
                    .findFirst()
                    .orElseThrow();
            facets.add(new Facet(name, usual.labels(), usual.path(), facets.size()));
        }
        return List.copyOf(facets);
    }

    private static List<Node> labels(Node property, Naming naming, Presentation presentation) {
        List<Node> labels = naming.of(property).literals();
        return labels.isEmpty() ? CommonTermNames.after(presentation.labels()).apply(property) : labels;
    }
}
