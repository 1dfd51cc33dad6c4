package org.torchgraph.publication;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.io.TempDir;

/** A folder that a test writes and reads as a publication. */
abstract class ReadFiles {
    static final String BASE = "http://example.org/";

    static final String CATALOG =
            "<http://example.org/dataset> <http://rdfs.org/ns/void#uriSpace> \"" + BASE + "\" .\n";

    @TempDir
    Path root;

    void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    Publication read() {
        return PublicationReader.read(root, Optional.empty());
    }

    Publication readWith(String file, String text) throws IOException {
        write("data/catalog.ttl", CATALOG);
        write(file, text);
        return read();
    }

    List<String> faultsOf(String file, String text) throws IOException {
        return readWith(file, text).faults().stream().map(Fault::toString).toList();
    }

    static List<String> graphs(Publication publication) {
        return publication.data().stream()
                .flatMap(file -> file.quads().stream())
                .map(Quad::getGraph)
                .map(Object::toString)
                .distinct()
                .toList();
    }

    /** What is read of a file beside the faults of it. */
    List<String> objects(String file, String text) throws IOException {
        return readWith(file, text).data().stream()
                .filter(data -> data.file().equals(file))
                .flatMap(data -> data.quads().stream())
                .map(quad -> NodeFmtLib.strNT(quad.getObject()))
                .toList();
    }
}
