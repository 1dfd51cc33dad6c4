package org.torchgraph.server.version;

import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.http.RemovingWrite;
import org.torchgraph.model.change.ThingWrite;
import org.torchgraph.routes.KnownNames;

/**
 * Knows the things of a version and those that it describes no more because writers removed their statements.
 *
 * @param version the version
 */
public record Removals(PublishedVersion version) implements KnownNames {

    @Override
    public boolean describes(String iri) {
        return version.resources().describes(iri);
    }

    @Override
    public boolean uses(String iri) {
        return version.resources().uses(iri) || !of(iri).isEmpty();
    }

    /** Returns the last writes that removed statements of a thing, the last one first; none if it is described. */
    public List<RemovingWrite> of(String iri) {
        return version.snapshot().history().size() == 0 || describes(iri)
                ? List.of()
                : version.model().writes().get().about(NodeFactory.createURI(iri)).stream()
                        .filter(told -> told.values().stream()
                                .anyMatch(change -> !change.gone().isEmpty()))
                        .map(ThingWrite::write)
                        .map(write -> new RemovingWrite(
                                write.number(),
                                write.time(),
                                write.writer(),
                                write.note(),
                                write.undoes(),
                                write.added(),
                                write.removed()))
                        .toList();
    }
}
