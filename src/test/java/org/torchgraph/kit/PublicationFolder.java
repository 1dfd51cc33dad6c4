package org.torchgraph.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;

/** A small publication that a test writes for itself. */
public record PublicationFolder(Path root) {
    public static final String BASE = "http://example.org/";
    private static final String PREFIXES =
            """
            BASE <http://example.org/>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX ex: <http://example.org/def#>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX void: <http://rdfs.org/ns/void#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    /** With a catalogue that says the base, and nothing else. */
    public static PublicationFolder in(Path root) {
        PublicationFolder folder = new PublicationFolder(root);
        return folder.turtle(
                "data/catalog.ttl", "<dataset> void:uriSpace \"" + BASE + "\" ; dct:title \"Example\"@en .");
    }

    /** Writes a Turtle file; base and common prefixes come before the text, on 10 lines. */
    public PublicationFolder turtle(String file, String text) {
        return write(file, PREFIXES + text);
    }

    public PublicationFolder write(String file, String text) {
        try {
            Path path = root.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Copies the publication in a folder, for a test to change. */
    public static PublicationFolder copied(Path from, Path to) {
        for (String part : List.of("data", "ontology", "queries", "site.ttl")) {
            try (Stream<Path> files = Files.walk(from.resolve(part))) {
                for (Path file : files.toList()) {
                    Path copy = to.resolve(from.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(copy);
                    } else {
                        Files.copy(file, copy);
                    }
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return new PublicationFolder(to);
    }

    /** Replaces a text that must be there, once. */
    public PublicationFolder replace(String file, String text, String other) {
        String whole = text(file);
        if (!whole.contains(text)) {
            throw new IllegalArgumentException(file + " does not hold: " + text);
        }
        return write(file, whole.replaceFirst(Pattern.quote(text), Matcher.quoteReplacement(other)));
    }

    /** Adds a text at the end of a file, which is made if it is not there. */
    public PublicationFolder append(String file, String text) {
        return write(file, (Files.exists(root.resolve(file)) ? text(file) : "") + text);
    }

    private String text(String file) {
        try {
            return Files.readString(root.resolve(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public Publication read() {
        return PublicationReader.read(root, Optional.empty());
    }
}
