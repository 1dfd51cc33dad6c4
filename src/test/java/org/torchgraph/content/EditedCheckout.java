package org.torchgraph.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.torchgraph.check.ChangeChecks;
import org.torchgraph.check.CheckedData;
import org.torchgraph.check.Finding;
import org.torchgraph.check.Rules;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.Checkout;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.publication.DataFile;
import org.torchgraph.publication.FileLocator;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;

/**
 * Data of this publication that a test spoils, judged by what the change can break. {@link ChangeChecksTest} shows that
 * this finds what the check of everything finds, and {@link SeededFaultsTest} that there is nothing to find before.
 *
 * @param root an empty folder for the files that are changed
 */
record EditedCheckout(Path root) {
    private static final Publication WHOLE = Checkout.read();
    private static final Snapshot BEFORE = MemoryDataset.of(WHOLE).snapshot();
    private static final ChangeChecks CHECKS =
            new ChangeChecks(CheckedData.of(WHOLE, BEFORE), Rules.of(WHOLE).all());

    /** Replaces a text that must be there, once. */
    EditedCheckout replace(String file, String text, String other) {
        copied(file).replace(file, text, other);
        return this;
    }

    /** Adds a text at the end of a file, which is made if it is not there. */
    EditedCheckout append(String file, String text) {
        copied(file).append(file, text);
        return this;
    }

    private PublicationFolder copied(String file) {
        Path copy = root.resolve(file);
        Path original = WHOLE.root().resolve(file);
        try {
            if (Files.exists(original) && !Files.exists(copy)) {
                Files.createDirectories(copy.getParent());
                Files.copy(original, copy);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new PublicationFolder(root);
    }

    /** Returns the findings that the edit brings, with file and line. */
    List<String> findings() {
        Publication edited = PublicationReader.read(root, Optional.of(WHOLE.base()));
        assertThat(edited.faults()).isEmpty();
        Set<String> files = edited.data().stream().map(DataFile::file).collect(Collectors.toSet());
        Map<Boolean, List<DataFile>> known =
                WHOLE.data().stream().collect(Collectors.partitioningBy(file -> files.contains(file.file())));
        Publication after = new Publication(
                root,
                WHOLE.base(),
                edited.version(),
                WHOLE.prefixes(),
                Stream.concat(known.get(false).stream(), edited.data().stream()).toList(),
                WHOLE.queries(),
                WHOLE.rules(),
                WHOLE.settings(),
                WHOLE.interfaceLanguages(),
                List.of());
        Change change =
                Change.of(known.get(true).stream().flatMap(file -> file.quads().stream()), edited.quads(), BEFORE);
        try (MemoryDataset dataset = MemoryDataset.of(after)) {
            return CHECKS
                    .brought(
                            BEFORE,
                            dataset.snapshot(),
                            change,
                            version -> new FileLocator(version == BEFORE ? WHOLE : after))
                    .stream()
                    .map(Finding::toString)
                    .toList();
        }
    }

    /** Asserts that the edit brings an error in a line of a file. */
    void assertFound(String file, String text) {
        assertFound(findings(), file, text);
    }

    /** Asserts that there is an error in a line of a file. */
    static void assertFound(List<String> findings, String file, String text) {
        assertThat(findings).anySatisfy(finding -> assertThat(finding)
                .matches("(?s)" + Pattern.quote(file) + ":\\d+: error: .*")
                .contains(text));
    }
}
