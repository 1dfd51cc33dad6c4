package org.torchgraph.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.torchgraph.dataset.LoadProgress;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.server.ServerAddress;
import org.torchgraph.server.TorchgraphServer;
import org.torchgraph.server.version.ReplaceableVersion;
import org.torchgraph.server.write.WriteGate;
import org.torchgraph.server.write.Writers;

/** A server over a store on disk, and a client of it that may write. */
public final class WritableSite implements AutoCloseable {
    private static final String TOKEN = "a-long-enough-token";

    private final TorchgraphServer server;

    /** @param root an empty folder, which gets the store and the writers */
    public WritableSite(Path root, Publication publication) {
        DiskDataset dataset = DiskDataset.open(root.resolve("store"), Limits.standard());
        dataset.fill(publication, LoadProgress.NONE, snapshot -> {});
        dataset.publishWith(publication);
        ReplaceableVersion served = new ReplaceableVersion();
        served.replace(TestSite.version(publication, dataset.snapshot(), "test"));
        server = TorchgraphServer.start(
                ServerAddress.of("127.0.0.1", 0),
                served,
                dataset,
                Optional.of(new WriteGate(dataset, publication, served, new Writers(writers(root)))));
        server.prepareAnswers();
    }

    private static Path writers(Path root) {
        try {
            Path file = Files.createFile(
                    root.resolve("writers"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            return Files.writeString(file, "editor " + TOKEN + "\n");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    public int port() {
        return server.port();
    }

    public Web web() {
        return new Web("http://127.0.0.1:" + server.port());
    }

    /** Sends a request of a writer. */
    public HttpResponse<String> write(String method, String path, byte[] body, String... headers) {
        return web().send(
                        method,
                        path,
                        body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body),
                        Stream.concat(Stream.of("Authorization", "Bearer " + TOKEN), Stream.of(headers))
                                .toArray(String[]::new));
    }

    @Override
    public void close() {
        server.close();
    }
}
