package org.torchgraph.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/**
 * Finds the line of a statement in the files. A file is parsed again, once, when a position in it is first asked for,
 * so that a publication without errors costs nothing. Several threads may ask.
 */
public final class FileLocator implements Locator {
    private final Publication publication;
    private final Map<String, List<LocatedTriple>> statements = new ConcurrentHashMap<>();

    /** Creates a locator for the files of a publication. */
    public FileLocator(Publication publication) {
        this.publication = publication;
    }

    @Override
    public Location find(Node subject, Node property, Node object) {
        Location best = Location.in("data");
        int bestFit = -1;
        for (DataFile file : publication.data()) {
            if (file.quads().stream().noneMatch(quad -> quad.getSubject().equals(subject))) {
                continue;
            }
            for (LocatedTriple written : statements.computeIfAbsent(file.file(), name -> parse(file))) {
                int fit = fit(written.triple(), subject, property, object);
                if (fit > bestFit) {
                    bestFit = fit;
                    best = new Location(file.file(), Math.max(written.line(), 0), 0);
                }
            }
        }
        return best;
    }

    private static int fit(Triple triple, Node subject, Node property, Node object) {
        if (!triple.getSubject().equals(subject)) {
            return -1;
        }
        if (triple.getPredicate().equals(property)) {
            return triple.getObject().equals(object) ? 3 : 2;
        }
        // The file that states the class is the main file of a thing; others may add to it.
        return triple.getPredicate().equals(RDF.type.asNode()) ? 1 : 0;
    }

    private List<LocatedTriple> parse(DataFile file) {
        List<LocatedTriple> written = new ArrayList<>();
        Path path = publication.root().resolve(file.file());
        PublicationFile source = new PublicationFile(file.file(), path);
        try {
            new RdfParser(file.file(), file.graph())
                    .parse(
                            source.bytes(),
                            source.lang().orElseThrow(),
                            (quad, line, column) -> written.add(new LocatedTriple(quad.asTriple(), line)));
        } catch (IOException goneSinceItWasRead) {
            return List.of();
        }
        return written;
    }
}
