package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {
    @TempDir
    Path root;

    private Path folder;
    private Path file;

    @BeforeEach
    void named() {
        folder = root.resolve("start-cache");
        file = folder.resolve("java-25.aot");
    }

    /** A cache whose training is a command of the shell, in which $0 is the file to write. */
    private StartCache cache(String key, String training) {
        return new StartCache(file, key, part -> List.of("/bin/sh", "-c", training, part.toString()));
    }

    private List<String> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    @Test
    void it_is_there_after_the_training() throws IOException, InterruptedException {
        StartCache cache = cache("one", "printf whole >\"$0\"");
        assertThat(cache.isCurrent()).isFalse();
        assertThat(cache.make()).isTrue();
        assertThat(cache.isCurrent()).isTrue();
        assertThat(file).hasContent("whole");
    }

    @Test
    void it_is_made_once() throws InterruptedException {
        cache("one", "printf first >\"$0\"").make();
        assertThat(cache("one", "printf second >\"$0\"").make()).isTrue();
        assertThat(file).hasContent("first");
    }

    @Test
    void it_is_made_anew_for_another_jar_or_other_flags() throws InterruptedException {
        cache("one", "printf first >\"$0\"").make();
        StartCache other = cache("two", "printf second >\"$0\"");
        assertThat(other.isCurrent()).isFalse();
        assertThat(other.make()).isTrue();
        assertThat(file).hasContent("second");
    }

    @Test
    void a_training_that_fails_leaves_what_was_there() throws InterruptedException {
        cache("one", "printf first >\"$0\"").make();
        assertThat(cache("two", "printf half >\"$0\"; exit 1").make()).isFalse();
        assertThat(file).hasContent("first");
        assertThat(files()).containsExactly("java-25.aot", "key", "lock");
    }

    @Test
    void a_training_that_writes_nothing_makes_no_cache() throws InterruptedException {
        assertThat(cache("one", "exit 0").make()).isFalse();
        assertThat(files()).containsExactly("lock");
    }

    @Test
    void caches_of_other_versions_and_remains_are_removed() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("java-21.jsa"), "old");
        Files.writeString(folder.resolve("part-4711"), "half");
        cache("one", "printf whole >\"$0\"").make();
        assertThat(files()).containsExactly("java-25.aot", "key", "lock");
    }

    @Test
    void two_processes_do_not_make_it_at_once() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (FileChannel other =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            assertThat(cache("one", "printf whole >\"$0\"").make()).isFalse();
            assertThat(file).doesNotExist();
        }
        assertThat(cache("one", "printf whole >\"$0\"").make()).isTrue();
    }

    @Test
    void a_folder_that_cannot_be_made_makes_no_cache() throws IOException, InterruptedException {
        Files.writeString(folder, "a file in its place");
        assertThat(cache("one", "printf whole >\"$0\"").make()).isFalse();
        assertThat(folder).hasContent("a file in its place");
    }
}
