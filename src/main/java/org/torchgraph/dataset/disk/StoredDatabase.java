package org.torchgraph.dataset.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.torchgraph.dataset.WriteRecord;
import org.torchgraph.publication.DataFile;

/** Writes the database of a store while nobody reads it. */
final class StoredDatabase {
    private StoredDatabase() {}

    /**
     * Fills a new database.
     *
     * @throws IOException if the disk has no room for it
     */
    static void load(List<DataFile> files, Path place, LoadProgress progress) throws IOException {
        long all = files.stream().mapToLong(file -> file.quads().size()).sum();
        DatasetGraph database = DatabaseMgr.connectDatasetGraph(Location.create(place));
        DataLoader loader = LoaderFactory.phasedLoader(database, (format, arguments) -> {});
        loader.startBulk();
        try {
            StreamRDF statements = loader.streamRDF();
            long done = 0;
            for (DataFile file : files) {
                for (Quad quad : file.quads()) {
                    statements.quad(ExactLiterals.stored(quad));
                    done++;
                    progress.loaded(done, all);
                }
            }
            loader.finishBulk();
        } catch (RuntimeException failed) {
            loader.finishException(failed);
            throw failed;
        } catch (InternalError full) {
            throw noRoom();
        }
    }

    /**
     * Writes accepted writes to a database. If this is broken off, it can be done again with the same result.
     *
     * @throws IOException if the disk does not take them
     */
    static void merge(List<WriteRecord> writes, Path place) throws IOException {
        DatasetGraph target = DatabaseMgr.connectDatasetGraph(Location.create(place));
        try {
            Txn.executeWrite(
                    target,
                    () -> writes.forEach(write -> {
                        write.change().removed().forEach(quad -> target.delete(ExactLiterals.stored(quad)));
                        write.change().added().forEach(quad -> target.add(ExactLiterals.stored(quad)));
                    }));
        } catch (RuntimeException | InternalError refused) {
            // What the program knows of the database is no longer what is on disk.
            TDBInternal.expel(target, true);
            throw refused instanceof InternalError ? noRoom() : new IOException(refused);
        }
    }

    /** Returns what the virtual machine means by an internal error when it writes to a file in memory. */
    private static IOException noRoom() {
        return new IOException("The disk has no room for a page of a file.");
    }
}
