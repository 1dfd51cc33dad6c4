package org.torchgraph.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.kit.AtomDocument;
import org.torchgraph.kit.PublicationFolder;
import org.torchgraph.kit.TestSite;
import org.torchgraph.kit.Web;
import org.torchgraph.publication.Publication;
import org.torchgraph.question.Questions;
import org.torchgraph.server.ServerAddress;
import org.torchgraph.server.TorchgraphServer;
import org.torchgraph.server.kept.VersionArchives;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.ReplaceableVersion;

/** A server over files that are read again, and that keeps the versions before in a folder. */
final class ReloadedSite implements AutoCloseable {
    private final PublicationFolder files;
    private final ReplaceableVersion served = new ReplaceableVersion();
    private final TorchgraphServer server;
    private final VersionArchives archives;
    private final Reloader reloader;
    private final Web web;

    ReloadedSite(PublicationFolder files, Path kept, int number) {
        this.files = files;
        Publication publication = files.read();
        MemoryDataset dataset = new MemoryDataset(publication, TestSite.seconds(60));
        FaultGate gate = new FaultGate(false, new PrintWriter(new StringWriter()));
        archives = new VersionArchives(
                kept,
                number,
                publication.base(),
                Duration.ofSeconds(60),
                old -> PublishedVersion.of(old, dataset.candidate(old), Questions.of(old), CommandLines.build()));
        if (number > 0) {
            served.keep(archives);
        }
        server = new ServerLauncher(publication, dataset)
                .at(ServerAddress.of("127.0.0.1", 0), gate, true, served, Optional.empty());
        web = new Web("http://127.0.0.1:" + server.port());
        reloader = new Reloader(files::read, dataset, served, gate, () -> {});
    }

    /** Archives the version that is served, as it is done a while after it became the current one. */
    ReloadedSite keep() {
        try {
            Snapshot current = served.get().snapshot();
            assertThat(archives.keep(version(), current.since(), current.size(), files.root()))
                    .isTrue();
        } catch (IOException full) {
            throw new IllegalStateException(full);
        }
        return this;
    }

    /** Serves and archives the files as they are now, which differ from those served before. */
    String reload() {
        String version = reloadUnkept();
        keep();
        return version;
    }

    /** Serves the files as they are now, which differ from those served before, and does not archive them yet. */
    String reloadUnkept() {
        String before = version();
        reloader.reload();
        assertThat(version()).isNotEqualTo(before);
        return version();
    }

    String version() {
        return served.get().snapshot().version();
    }

    /** Returns since when the version is the current one. */
    Instant since() {
        return archives.since(served.get());
    }

    Web web() {
        return web;
    }

    /** Returns a feed that keeps the rules of Atom. */
    AtomDocument feed(String path) {
        var answer = web.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/atom+xml");
        return AtomDocument.checked(answer.body(), web.url(path));
    }

    @Override
    public void close() {
        server.close();
    }
}
