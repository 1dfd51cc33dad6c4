package org.torchgraph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The program names no term of this repository's ontology, so that it treats every publication alike. */
class ForeignVocabularyTest {
    private static final Path MAIN = Path.of("src/main");

    /** Help texts and code of the command that drafts descriptions of policies. */
    private static final Path DRAFT = MAIN.resolve("java/org/torchgraph/draft");

    /** The terms of evidence that hold without settings, which are the program's own and not about policies. */
    private static final Path EVIDENCE = MAIN.resolve("java/org/torchgraph/publication/evidence/EvidenceTerms.java");

    private static final Pattern ONTOLOGY =
            Pattern.compile("w3id\\.org/torchgraph/def|\\bhtz:", Pattern.CASE_INSENSITIVE);

    private static List<String> naming(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && !file.startsWith(DRAFT) && !file.equals(EVIDENCE))
                    .flatMap(file -> ONTOLOGY.matcher(text(file)).results().map(found -> file + ": " + found.group()))
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            // One character a byte: fonts and icons are read too.
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Test
    void code_and_resources_name_no_term_of_the_ontology() throws IOException {
        assertThat(naming(MAIN)).isEmpty();
    }

    @Test
    void a_term_is_found_where_there_is_one() throws IOException {
        assertThat(naming(Path.of("src/test/resources/publications/zones")))
                .anyMatch(found -> found.endsWith("site.ttl: w3id.org/torchgraph/def"));
    }
}
