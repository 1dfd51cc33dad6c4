package org.torchgraph.dataset.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.Dataset;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.LoadProgress;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.WriteOrigin;
import org.torchgraph.dataset.WriteRecord;
import org.torchgraph.dataset.run.GraphsSnapshot;
import org.torchgraph.dataset.run.QueriedData;
import org.torchgraph.dataset.run.QueryExecutor;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.IoReason;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Publication;
import org.torchgraph.query.Limits;
import org.torchgraph.query.QueryActivity;

/** The statements of a publication in a TDB2 database on disk, which one process has at a time. */
public final class DiskDataset implements Dataset {
    private static final Logger LOG = LoggerFactory.getLogger(DiskDataset.class);

    private final StoreFolder folder;
    private final QueryExecutor executor;
    private Optional<StoreRecord> record;
    private DatasetGraph database;
    private DiskGraphs graphs;
    private Overlay overlay;
    private History history = History.NONE;
    private String publicationVersion;
    private volatile GraphsSnapshot current;

    private DiskDataset(StoreFolder folder, Limits limits) {
        this.folder = folder;
        this.executor = new QueryExecutor(limits);
        this.record = folder.read();
    }

    /**
     * Opens a store, and creates it if there is none.
     *
     * @param limits those of its queries
     * @throws StoreException if another process has it, if it is damaged, or if the folder is no store
     */
    public static DiskDataset open(Path folder, Limits limits) {
        return open(folder, limits, (dataset, record) -> {
            dataset.folder.requireWhole(record);
            dataset.record = Optional.of(dataset.merged(record));
            dataset.use(dataset.record.get());
        });
    }

    /**
     * Opens a store as {@link #open} does or, if it is damaged, what can be read of it: the statements of the database
     * and of the writes that it does not have yet, up to the first that cannot be read; without a history.
     *
     * @param told is told what is damaged and which writes the statements lack
     */
    public static DiskDataset rescue(Path folder, Limits limits, Consumer<Message> told) {
        return open(folder, limits, (dataset, record) -> {
            try {
                dataset.folder.requireWhole(record);
                dataset.history = dataset.folder.history(record.folder()).read(record);
            } catch (StoreException damaged) {
                told.accept(damaged.message());
                told.accept(dataset.useReadable(record));
                return;
            }
            dataset.record = Optional.of(dataset.merged(record));
            dataset.use(dataset.record.get());
        });
    }

    private interface Opening {
        void open(DiskDataset dataset, StoreRecord record);
    }

    private static DiskDataset open(Path folder, Limits limits, Opening opening) {
        StoreFolder taken = StoreFolder.take(folder);
        try {
            taken.requireAccess();
            taken.removeOthers();
            DiskDataset dataset = new DiskDataset(taken, limits);
            dataset.record.ifPresent(record -> opening.open(dataset, record));
            return dataset;
        } catch (IOException failed) {
            taken.close();
            throw new StoreException(failed, Code.STORE_UNUSABLE, folder, IoReason.of(failed));
        } catch (RuntimeException failed) {
            taken.close();
            throw failed;
        }
    }

    /** Returns what the store was filled with; empty if it never was. */
    public Optional<StoreRecord> record() {
        return record;
    }

    /** Returns the histories of what the store held before it was filled again, by the name of their folder. */
    public Map<String, History> replaced() {
        Map<String, History> histories = new TreeMap<>();
        record.stream().flatMap(now -> now.replaced().stream()).forEach(name -> {
            HistoryFolder writes = folder.history(name);
            if (Files.isDirectory(writes.folder())) {
                histories.put(writes.folder().getFileName().toString(), writes.read(record.orElseThrow()));
            }
        });
        return histories;
    }

    /** Returns the files that are not as they were when the store was filled, by path; those that are gone included. */
    public List<String> changed(Publication publication) {
        Map<String, String> filled = record.map(StoreRecord::files).orElse(Map.of());
        Map<String, String> now = StoreRecord.files(publication);
        return Stream.concat(filled.keySet().stream(), now.keySet().stream())
                .distinct()
                .filter(file -> !filled.getOrDefault(file, "").equals(now.getOrDefault(file, "")))
                .sorted()
                .toList();
    }

    /**
     * Fills the store with a publication, in the place of what it holds. The store has the old statements until it has
     * all the new ones.
     *
     * @param judge may refuse the new statements by an exception
     * @throws StoreException if the disk does not take them
     */
    public void fill(Publication publication, LoadProgress progress, Consumer<Snapshot> judge) {
        fill(
                publication,
                StoreRecord.files(publication),
                new History(publication.version(), Instant.now(), List.of()),
                progress,
                judge);
    }

    /**
     * Fills the store as {@link #fill(Publication, LoadProgress, Consumer)} does, with a history.
     *
     * @param files the digest of each file whose statements are those before the first write
     * @param history the writes after which the statements are those of the publication
     */
    public void fill(
            Publication publication,
            Map<String, String> files,
            History history,
            LoadProgress progress,
            Consumer<Snapshot> judge) {
        StoreRecord next = StoreRecord.of(publication, files, history, folder.freeName(), record);
        DatasetGraph old = database;
        try {
            Path place = folder.begin(next.folder());
            StoredDatabase.load(publication.data(), place, progress);
            HistoryFolder writes = folder.history(next.folder());
            for (WriteRecord write : history.writes()) {
                writes.append(write);
            }
            use(next);
            judge.accept(current);
            StoreRecord whole = next.with(history.size(), DatabaseSums.of(place));
            folder.write(whole);
            record = Optional.of(whole);
            if (old != null) {
                TDBInternal.expel(old);
            }
        } catch (IOException refused) {
            discard(next.folder(), old);
            throw new StoreException(refused, Code.STORE_UNUSABLE, folder.path(), IoReason.of(refused));
        } catch (RuntimeException refused) {
            discard(next.folder(), old);
            throw refused;
        }
    }

    /** Removes a database that was begun; what cannot be removed now is removed at the next start. */
    private void discard(String begun, DatasetGraph old) {
        if (database != old) {
            graphs.endReads();
            TDBInternal.expel(database, true);
            database = old;
        }
        try {
            folder.discard(begun);
        } catch (IOException later) {
            LOG.debug("discarding", later);
        }
    }

    /**
     * Writes the accepted writes to the database, of which nobody reads yet. If the disk does not take them, they stay
     * in memory over it until the next start.
     */
    private StoreRecord merged(StoreRecord filled) {
        History all = folder.history(filled.folder()).read(filled);
        if (all.size() == filled.merged()) {
            return filled;
        }
        Path place = folder.database(filled.folder());
        try {
            // If this is broken off, the checksums would be wrong.
            folder.write(filled.with(filled.merged(), Map.of()));
            StoredDatabase.merge(all.writes().subList(filled.merged(), all.size()), place);
            StoreRecord merged = filled.with(all.size(), DatabaseSums.of(place));
            folder.write(merged);
            return merged;
        } catch (IOException refused) {
            LOG.warn(
                    "The writes are not in the database of {} yet: {}",
                    folder.path(),
                    ExceptionUtils.getRootCause(refused).getMessage());
            return filled;
        }
    }

    private void use(StoreRecord used) {
        connect(used);
        history = folder.history(used.folder()).read(used);
        if (used.merged() < history.size()) {
            add(history.since(used.merged()));
        }
        Instant since = history.last().map(WriteRecord::time).orElse(used.filled());
        current = snapshot(overlay, storeVersion(used), since, history);
    }

    private void connect(StoreRecord used) {
        try {
            database = DatabaseMgr.connectDatasetGraph(Location.create(folder.database(used.folder())));
            graphs = new DiskGraphs(TDBInternal.getDatasetGraphTDB(database), folder.path());
            overlay = new Overlay(graphs);
        } catch (RuntimeException | InternalError damaged) {
            throw StoreException.damaged(folder.path(), damaged);
        }
    }

    private void add(Change missing) {
        Snapshot before = snapshot(overlay, "", Instant.EPOCH, History.NONE);
        overlay = overlay.with(Change.of(missing.removed().stream(), missing.added().stream(), before));
    }

    /** Uses the database and the readable writes after those that it has, and returns which these are. */
    private Message useReadable(StoreRecord used) {
        HistoryFolder written = folder.history(used.folder());
        List<WriteRecord> more = written.readable(used.merged());
        connect(used);
        more.forEach(write -> add(write.change()));
        int has = used.merged() + more.size();
        current = snapshot(overlay, "unknown", used.filled(), History.NONE);
        return Message.of(Code.STORE_RESCUED, has, Math.max(has, written.last()));
    }

    /** Returns the version of the statements alone. */
    private String storeVersion(StoreRecord filled) {
        return history.last().map(WriteRecord::version).orElse(filled.version());
    }

    private GraphsSnapshot snapshot(Overlay changed, String version, Instant since, History made) {
        return new GraphsSnapshot(executor, new QueriedData(changed), version, since, made);
    }

    /**
     * Makes the version depend on the files of a publication too, which give questions and settings; if the store was
     * filled with these files, it is the version of the statements.
     */
    public synchronized void publishWith(Publication publication) {
        publicationVersion = publication.version();
        current = current.at(published(storeVersion(record.orElseThrow())));
    }

    private String published(String storeVersion) {
        if (publicationVersion == null || record.orElseThrow().version().equals(publicationVersion)) {
            return storeVersion;
        }
        return WrittenVersion.of(storeVersion, publicationVersion);
    }

    /** Returns what is known of a version before some of the writes; empty if none is known to have followed it. */
    public synchronized Optional<EarlierVersion> known(String version) {
        return earlierVersions()
                .filter(one -> published(one.version()).equals(version))
                .findFirst();
    }

    /** Returns the versions before a write, the last one first, each as readers name it. */
    public synchronized List<EarlierVersion> before(int write) {
        return earlierVersions()
                .filter(one -> one.writes() < write)
                .map(one -> new EarlierVersion(one.writes(), published(one.version()), one.since()))
                .toList()
                .reversed();
    }

    private Stream<EarlierVersion> earlierVersions() {
        StoreRecord filled = record.orElseThrow();
        return Stream.concat(
                Stream.of(new EarlierVersion(0, filled.version(), filled.filled())),
                history.writes().stream()
                        .map(write -> new EarlierVersion(write.number(), write.version(), write.time())));
    }

    /** Returns the statements of a version that is known. */
    public synchronized GraphsSnapshot earlier(EarlierVersion one) {
        Change undone = history.since(one.writes()).inverse();
        History made =
                new History(history.filled(), history.since(), history.writes().subList(0, one.writes()));
        return snapshot(overlay.with(undone), published(one.version()), one.since(), made);
    }

    /**
     * A version before some of the writes.
     *
     * @param writes the number of the writes before it
     * @param version that of the store
     * @param since the time at which it became the current one
     */
    public record EarlierVersion(int writes, String version, Instant since) {}

    /**
     * Writes a change, if it changes something and is accepted; others wait meanwhile. When this returns, the change is
     * on disk and its version is the current one.
     *
     * @param origin who makes it, and why
     * @param change works out what is written over the current version
     * @param judge may refuse the version that it makes by an exception, after which nothing has changed
     * @return the write; empty if nothing changes
     * @throws StoreException if the disk does not take it, after which nothing has changed
     */
    public synchronized Optional<WriteRecord> write(
            WriteOrigin origin, Function<GraphsSnapshot, Change> change, BiConsumer<Change, Snapshot> judge) {
        Change wanted = change.apply(current);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        StoreRecord filled = record.orElseThrow();
        Instant now = Instant.now();
        WriteRecord written = new WriteRecord(
                history.size() + 1, origin, now, WrittenVersion.of(storeVersion(filled), origin, now, wanted), wanted);
        Overlay next = overlay.with(wanted);
        History more = history.with(written);
        GraphsSnapshot candidate = snapshot(next, published(written.version()), now, more);
        // In one transaction, so that the many reads of the judge are not one each.
        Txn.executeRead(candidate.data().graphs(), () -> judge.accept(wanted, candidate));
        try {
            folder.history(filled.folder()).append(written);
        } catch (IOException full) {
            throw new StoreException(
                    full, Code.STORE_FULL, ExceptionUtils.getRootCause(full).getMessage());
        }
        history = more;
        overlay = next;
        current = candidate;
        return Optional.of(written);
    }

    @Override
    public Snapshot snapshot() {
        return current;
    }

    @Override
    public Limits limits() {
        return executor.limits();
    }

    @Override
    public QueryActivity activity() {
        return executor.activity();
    }

    @Override
    public String kind() {
        return "tdb2";
    }

    @Override
    public void close() {
        executor.close();
        if (database != null) {
            graphs.endReads();
            // A query that does not stop, or a read that is about to, has its transaction still.
            TDBInternal.expel(database, true);
        }
        folder.close();
    }
}
