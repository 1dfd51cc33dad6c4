package org.torchgraph.dataset.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.torchgraph.dataset.LoadProgress;
import org.torchgraph.dataset.WriteRecord;
import org.torchgraph.publication.DataFile;

/** Writes the database of a store while nobody reads it. */
final class StoredDatabase {
    private static final int BETWEEN_REPORTS = 1000;

    private StoredDatabase() {}

    /**
     * Fills a new database, in this thread: a loader with threads of its own waits for ever for one that failed.
     *
     * @throws IOException if the disk has no room for it
     */
    static void load(List<DataFile> files, Path place, LoadProgress progress) throws IOException {
        long all = files.stream().mapToLong(file -> file.quads().size()).sum();
        DatasetGraph database = connect(place);
        try {
            DataLoader loader = LoaderFactory.basicLoader(database, (format, arguments) -> {});
            loader.startBulk();
            StreamRDF statements = loader.streamRDF();
            long done = 0;
            for (DataFile file : files) {
                for (Quad quad : file.quads()) {
                    statements.quad(ExactLiterals.stored(quad));
                    done++;
                    if (done % BETWEEN_REPORTS == 0 || done == all) {
                        progress.loaded(done, all);
                    }
                }
            }
            loader.finishBulk();
        } catch (RuntimeException | InternalError refused) {
            throw reason(database, refused);
        }
    }

    private static DatasetGraph connect(Path place) throws IOException {
        try {
            return DatabaseMgr.connectDatasetGraph(Location.create(place));
        } catch (RuntimeException | InternalError refused) {
            throw reason(refused);
        }
    }

    /**
     * Writes accepted writes to a database. If this is broken off, it can be done again with the same result.
     *
     * @throws IOException if the disk does not take them
     */
    static void merge(List<WriteRecord> writes, Path place) throws IOException {
        DatasetGraph target = connect(place);
        try {
            Txn.executeWrite(
                    target,
                    () -> writes.forEach(write -> {
                        write.change().removed().forEach(quad -> target.delete(ExactLiterals.stored(quad)));
                        write.change().added().forEach(quad -> target.add(ExactLiterals.stored(quad)));
                    }));
        } catch (RuntimeException | InternalError refused) {
            throw reason(target, refused);
        }
    }

    /**
     * Forgets a database, because what the program knows of it is no longer what is on disk, and returns why the disk
     * does not take what is written.
     */
    private static IOException reason(DatasetGraph database, Throwable refused) {
        try {
            TDBInternal.expel(database, true);
        } catch (RuntimeException | InternalError again) {
            // What is left to write is refused again.
            refused.addSuppressed(again);
        }
        return reason(refused);
    }

    private static IOException reason(Throwable refused) {
        if (refused instanceof InternalError) {
            // The virtual machine means that there is no room for a page of a file that it has in memory.
            return new IOException("The disk has no room for a page of a file.");
        }
        return ExceptionUtils.getRootCause(refused) instanceof IOException told
                ? told
                : new IOException(refused.getMessage(), refused);
    }
}
