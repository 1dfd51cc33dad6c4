package org.torchgraph.server.kept;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.disk.DiskDataset;
import org.torchgraph.dataset.disk.DiskDataset.EarlierVersion;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.server.version.KeptVersions;
import org.torchgraph.server.version.PublishedVersion;

/** The versions of a store before its last writes, whose history takes it back to each of them. */
public final class WrittenVersions implements KeptVersions {
    private final DiskDataset dataset;
    private final int number;
    private final Function<Snapshot, PublishedVersion> opening;
    private final OpenVersions opened;

    /**
     * Creates the keeper of the versions of a store.
     *
     * @param number of how many versions before the current one answers are given
     * @param patience how long a request waits while another version is opened
     * @param opening makes a version of statements
     */
    public WrittenVersions(
            DiskDataset dataset, int number, Duration patience, Function<Snapshot, PublishedVersion> opening) {
        this.dataset = dataset;
        this.number = number;
        this.opening = opening;
        this.opened = new OpenVersions(patience);
    }

    @Override
    public Optional<PublishedVersion> open(String version) {
        // What is unknown or too old waits for nobody.
        return dataset.known(version)
                .filter(this::isKept)
                .flatMap(earlier -> opened.get(version, () -> Optional.of(opening.apply(dataset.earlier(earlier)))));
    }

    @Override
    public List<EarlierAnswers> before(PublishedVersion current) {
        return dataset.before(current.snapshot().history().size()).stream()
                .limit(number)
                .map(earlier -> new EarlierAnswers(earlier.version(), earlier.since()))
                .toList();
    }

    private boolean isKept(EarlierVersion earlier) {
        return dataset.snapshot().history().size() - earlier.writes() <= number;
    }

    @Override
    public Optional<Message> gone(String version, PublishedVersion current, String question) {
        History all = current.snapshot().history();
        return dataset.known(version).map(earlier -> {
            Change since = all.since(earlier.writes());
            return Message.of(
                    Code.VERSION_WRITTEN,
                    version,
                    earlier.since().atZone(ZoneOffset.UTC).toLocalDate(),
                    current.snapshot().version(),
                    all.size() - earlier.writes(),
                    since.added().size(),
                    since.removed().size());
        });
    }
}
