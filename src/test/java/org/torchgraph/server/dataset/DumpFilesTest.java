package org.torchgraph.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.export.Format;
import org.torchgraph.export.catalogue.DumpFile;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.publication.Publication;
import org.torchgraph.server.reply.Content;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.version.PublishedVersion;

class DumpFilesTest {
    /** So many that a dump is longer than what is kept in memory. */
    private static final int ITEMS = 20_000;

    private final DumpFiles dumps = new DumpFiles();

    @AutoClose("shutdownNow")
    private final ExecutorService others = Executors.newCachedThreadPool();

    @TempDir
    private Path root;

    private Publication publication(String name, int items) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < items; i++) {
            text.append(
                    "<id/%s/%d> ex:title \"item %d of %s, which has a long title\" .\n".formatted(name, i, i, name));
        }
        return PublicationFolder.in(root.resolve(name))
                .turtle("data/items.ttl", text.toString())
                .read();
    }

    private PublishedVersion version(String name, int items) {
        Publication publication = publication(name, items);
        return TestSite.version(publication, MemoryDataset.of(publication).snapshot(), "test");
    }

    /** What happens in the thread that writes quads, before it reads them. */
    private interface Hindrance {
        void meet() throws InterruptedException;
    }

    private PublishedVersion hindered(String name, Hindrance hindrance) {
        Publication publication = publication(name, 10);
        Snapshot whole = MemoryDataset.of(publication).snapshot();
        Snapshot hindered = (Snapshot) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Snapshot.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("quads")) {
                        hindrance.meet();
                    }
                    if (method.getName().equals("whole")) {
                        // What is read at once is hindered too.
                        return proxy;
                    }
                    try {
                        return method.invoke(whole, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
        return TestSite.version(publication, hindered, "test");
    }

    private static String text(Content content) throws IOException {
        try (content) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            content.writeTo(out);
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    private static Set<Path> temporaryFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .startsWith("torchgraph-" + ProcessHandle.current().pid() + "-"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void an_old_dump_is_whole_while_a_new_version_is_written_and_goes_with_its_last_reader() throws IOException {
        Set<Path> before = temporaryFiles();
        Content old = dumps.get(version("old", ITEMS), Format.NTRIPLES);
        Set<Path> files = temporaryFiles();
        files.removeIf(file -> before.contains(file) || file.toFile().length() != old.length());
        assertThat(files).hasSize(1);
        assertThat(text(dumps.get(version("new", ITEMS), Format.NTRIPLES)))
                .contains("item 7 of new")
                .doesNotContain("of old");
        assertThat(files).allSatisfy(file -> assertThat(file).exists());
        assertThat(text(old)).contains("item 7 of old", "item " + (ITEMS - 1) + " of old");
        assertThat(files).noneSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void the_tag_of_the_description_needs_no_dump_of_a_small_publication() {
        AtomicInteger written = new AtomicInteger();
        PublishedVersion version = hindered("described", written::incrementAndGet);
        Reply reply = new DatasetRoute(() -> version, dumps)
                .answer(new Request("GET", "/dataset.ttl", "", Map.of(), null, null, List.of()));
        assertThat(reply.tag()).isPresent();
        assertThat(written).hasValue(0);
        reply.content().get().close();
        assertThat(written.get()).isPositive();
    }

    @Test
    void a_dump_is_written_once_and_stays_between_readers() throws IOException {
        AtomicInteger written = new AtomicInteger();
        PublishedVersion version = hindered("once", written::incrementAndGet);
        String first = text(dumps.get(version, Format.NQUADS));
        int reads = written.get();
        assertThat(text(dumps.get(version, Format.NQUADS))).isEqualTo(first);
        assertThat(written).hasValue(reads);
    }

    @Test
    void a_dump_does_not_wait_for_another_format() throws Exception {
        CountDownLatch mayGoOn = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        PublishedVersion version = hindered("parallel", () -> {
            begun.countDown();
            mayGoOn.await();
        });
        Future<String> slow = others.submit(() -> text(dumps.get(version, Format.NQUADS)));
        begun.await();
        assertThat(text(dumps.get(version, Format.NTRIPLES))).contains("item 7 of parallel");
        assertThat(slow.isDone()).isFalse();
        mayGoOn.countDown();
        assertThat(slow.get()).contains("item 7 of parallel");
    }

    @Test
    void a_failure_is_not_kept() throws IOException {
        AtomicInteger runs = new AtomicInteger();
        PublishedVersion version = hindered("failing", () -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("disk");
            }
        });
        assertThatThrownBy(() -> dumps.get(version, Format.NQUADS)).isInstanceOf(IllegalStateException.class);
        assertThat(text(dumps.get(version, Format.NQUADS))).contains("item 7 of failing");
    }

    @Test
    void lengths_and_checksums_are_those_of_the_files() throws IOException {
        PublishedVersion version = version("facts", 10);
        List<DumpFile> ready = dumps.ready(version);
        assertThat(ready).extracting(DumpFile::format).containsExactly(Format.values());
        for (DumpFile file : ready) {
            String text = text(dumps.get(version, file.format()));
            assertThat(file.sha256()).isEqualTo(DigestUtils.sha256Hex(text));
            assertThat(file.bytes()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
        }
    }
}
