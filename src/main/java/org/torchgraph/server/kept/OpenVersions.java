package org.torchgraph.server.kept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.publication.PublicationTooLargeException;
import org.torchgraph.server.version.PublishedVersion;

/** The few earlier versions that were asked of last, opened one at a time. */
final class OpenVersions {
    private static final int MAX_OPEN = 2;
    private static final Duration UNUSED = Duration.ofMinutes(10);

    private final Cache<String, PublishedVersion> opened = Caffeine.newBuilder()
            .maximumSize(MAX_OPEN)
            .expireAfterAccess(UNUSED)
            .build();
    private final ReentrantLock turn = new ReentrantLock();
    private final Duration patience;

    /** @param patience how long a request waits while another version is opened */
    OpenVersions(Duration patience) {
        this.patience = patience;
    }

    /**
     * Returns a version, opened unless it is open.
     *
     * @param opening opens it; empty if there is none
     * @throws org.torchgraph.http.ProblemException 503 if others are opened all the time, or if memory does not suffice
     */
    Optional<PublishedVersion> get(String version, Supplier<Optional<PublishedVersion>> opening) {
        return known(version).or(() -> {
            if (!isMyTurn()) {
                throw Problem.of(Problem.ProblemKind.BUSY, Code.VERSION_BUSY).exception();
            }
            try {
                return known(version).or(() -> opened(version, opening));
            } catch (PublicationTooLargeException | OutOfMemoryError noRoom) {
                throw Problem.of(Problem.ProblemKind.BUSY, Code.VERSION_ROOM, version)
                        .exception();
            } finally {
                turn.unlock();
            }
        });
    }

    private Optional<PublishedVersion> known(String version) {
        return Optional.ofNullable(opened.getIfPresent(version));
    }

    private Optional<PublishedVersion> opened(String version, Supplier<Optional<PublishedVersion>> opening) {
        Optional<PublishedVersion> made = opening.get();
        made.ifPresent(open -> opened.put(version, open));
        return made;
    }

    private boolean isMyTurn() {
        try {
            return turn.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
