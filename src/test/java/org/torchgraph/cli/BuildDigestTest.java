package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildDigestTest {
    private static final List<String> FILES = List.of(
            "org/torchgraph/cli/Main.class",
            "org/torchgraph/site/templates/JtehomeGenerated.class",
            "org/torchgraph/messages/messages_zh.properties",
            "org/torchgraph/site/assets/style.css");

    @TempDir
    Path root;

    /** A folder of classes, as this program has them. */
    private Path folder(String name) throws IOException {
        Path folder = root.resolve(name);
        for (String file : FILES) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.copy(Path.of("target/classes").resolve(file), folder.resolve(file));
        }
        return folder;
    }

    private Path jar(Path folder) throws IOException {
        Path jar = Files.createTempFile(root, "program", ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
        return jar;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void one_changed_byte_of_a_class_template_message_or_style_makes_another_digest(int changed) throws IOException {
        Path before = folder("before");
        Path after = folder("after");
        assertThat(BuildDigest.of(after)).isEqualTo(BuildDigest.of(before));
        assertThat(BuildDigest.of(jar(after))).isEqualTo(BuildDigest.of(jar(before)));
        Path file = after.resolve(FILES.get(changed));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        assertThat(BuildDigest.of(after)).isNotEqualTo(BuildDigest.of(before));
        assertThat(BuildDigest.of(jar(after))).isNotEqualTo(BuildDigest.of(jar(before)));
    }

    @Test
    void a_file_more_or_by_another_name_makes_another_digest() throws IOException {
        Path before = folder("before");
        Path more = folder("more");
        Files.writeString(more.resolve("more.properties"), "");
        Path renamed = folder("renamed");
        Files.move(renamed.resolve(FILES.get(3)), renamed.resolve("org/torchgraph/site/assets/other.css"));
        assertThat(List.of(BuildDigest.of(before), BuildDigest.of(more), BuildDigest.of(renamed)))
                .doesNotHaveDuplicates();
    }

    @Test
    void the_program_that_runs_has_one() {
        assertThat(CommandLines.build()).matches("\\d+\\.\\d+\\.\\d+\\+[0-9a-f]{12}");
        assertThat(CommandLines.build()).isEqualTo(CommandLines.build());
    }
}
