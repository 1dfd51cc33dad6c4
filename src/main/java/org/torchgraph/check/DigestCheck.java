package org.torchgraph.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.sparql.core.Quad;
import org.torchgraph.messages.Code;
import org.torchgraph.publication.DataFile;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.Publication;
import org.torchgraph.rdf.digest.SortedNQuads;

/** Finds files with a digest of their statements, as exports have, whose statements have changed. */
final class DigestCheck {
    private static final Pattern STATED =
            Pattern.compile("# " + Pattern.quote(SortedNQuads.DIGEST) + "([0-9A-Fa-f]{64})\\s*");
    private static final int MAX_HEADER_LINES = 20;

    private record Stated(String digest, long line) {}

    private final Publication publication;

    DigestCheck(Publication publication) {
        this.publication = publication;
    }

    List<Finding> findings() {
        return publication.data().stream()
                .filter(file -> !file.quads().isEmpty())
                .flatMap(file -> stated(file).filter(stated -> differs(file, stated)).stream()
                        .map(stated -> Finding.error(new Location(file.file(), stated.line(), 0), Code.DIGEST_DIFFERS)))
                .toList();
    }

    private Optional<Stated> stated(DataFile file) {
        try (BufferedReader lines = open(publication.root().resolve(file.file()))) {
            for (long line = 1; line <= MAX_HEADER_LINES; line++) {
                String text = lines.readLine();
                if (text == null) {
                    break;
                }
                Matcher stated = STATED.matcher(text);
                if (stated.matches()) {
                    return Optional.of(new Stated(stated.group(1), line));
                }
            }
        } catch (IOException unreadable) {
            // The publication reader has reported it.
        }
        return Optional.empty();
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        return new BufferedReader(new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw, StandardCharsets.UTF_8));
    }

    /** Returns whether the digest is wrong. For a file without graphs it covers the triples. */
    private static boolean differs(DataFile file, Stated stated) {
        Stream<Quad> quads = file.quads().stream()
                .map(quad -> quad.getGraph().equals(file.graph())
                        ? Quad.create(Quad.defaultGraphIRI, quad.asTriple())
                        : quad);
        return !SortedNQuads.digest(quads.toList()).equalsIgnoreCase(stated.digest());
    }
}
