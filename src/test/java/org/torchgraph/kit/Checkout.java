package org.torchgraph.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A copy of the publication of this checkout, for a test to spoil. */
public record Checkout(Path root) {

    public static Checkout copiedTo(Path root) {
        for (String folder : new String[] {"data", "ontology", "queries"}) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.toList()) {
                    Path copy = root.resolve(file.toString());
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
        return new Checkout(root);
    }

    /** Replaces a text that must be there, once. */
    public Checkout replace(String file, String text, String other) {
        try {
            String whole = Files.readString(root.resolve(file));
            if (!whole.contains(text)) {
                throw new IllegalArgumentException(file + " does not hold: " + text);
            }
            Files.writeString(
                    root.resolve(file), whole.replaceFirst(Pattern.quote(text), Matcher.quoteReplacement(other)));
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public Checkout append(String file, String text) {
        try {
            Path path = root.resolve(file);
            Files.writeString(path, (Files.exists(path) ? Files.readString(path) : "") + text);
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
