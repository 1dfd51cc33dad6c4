package org.torchgraph.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/**
 * Finds the line of a statement in the files. A file is parsed again, once, when a position in it is first asked for,
 * so that a publication without errors costs nothing. Several threads may ask.
 */
public final class FileLocator implements Locator {
    private final Publication publication;
    private final Map<String, Map<Node, List<LocatedTriple>>> statements = new ConcurrentHashMap<>();

    /** The files in which a subject has statements; null until one is asked for. */
    private Map<Node, List<DataFile>> files;

    /** Creates a locator for the files of a publication. */
    public FileLocator(Publication publication) {
        this.publication = publication;
    }

    @Override
    public Location find(Node subject, Node property, Node object) {
        Location best = Location.in("data");
        int bestFit = -1;
        for (DataFile file : files(subject)) {
            for (LocatedTriple written :
                    statements.computeIfAbsent(file.file(), name -> parse(file)).getOrDefault(subject, List.of())) {
                int fit = fit(written.triple(), property, object);
                if (fit > bestFit) {
                    bestFit = fit;
                    best = new Location(file.file(), Math.max(written.line(), 0), 0);
                }
            }
        }
        return best;
    }

    private synchronized List<DataFile> files(Node subject) {
        if (files == null) {
            files = new HashMap<>();
            for (DataFile file : publication.data()) {
                for (Quad quad : file.quads()) {
                    List<DataFile> known = files.computeIfAbsent(quad.getSubject(), first -> new ArrayList<>(1));
                    if (known.isEmpty() || known.getLast() != file) {
                        known.add(file);
                    }
                }
            }
        }
        return files.getOrDefault(subject, List.of());
    }

    private static int fit(Triple triple, Node property, Node object) {
        if (triple.getPredicate().equals(property)) {
            return triple.getObject().equals(object) ? 3 : 2;
        }
        // The file that states the class is the main file of a thing; others may add to it.
        return triple.getPredicate().equals(RDF.type.asNode()) ? 1 : 0;
    }

    private Map<Node, List<LocatedTriple>> parse(DataFile file) {
        Map<Node, List<LocatedTriple>> written = new HashMap<>();
        Path path = publication.root().resolve(file.file());
        PublicationFile source = new PublicationFile(file.file(), path);
        try {
            new RdfParser(file.file(), file.graph())
                    .parse(source.bytes(), source.lang().orElseThrow(), (quad, line, column) -> written.computeIfAbsent(
                                    quad.getSubject(), first -> new ArrayList<>(4))
                            .add(new LocatedTriple(quad.asTriple(), line)));
        } catch (IOException goneSinceItWasRead) {
            return Map.of();
        }
        return written;
    }
}
