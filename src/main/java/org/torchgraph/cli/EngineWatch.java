package org.torchgraph.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.torchgraph.dataset.Availability;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.engine.RemoteDataset;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;
import org.torchgraph.publication.Publication;
import org.torchgraph.question.Questions;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.ReplaceableVersion;

/**
 * Looks now and then whether an engine states another version, and serves that once it is read and ready to be
 * searched.
 *
 * @param publication has the settings and the base
 * @param questions those of the files
 */
record EngineWatch(
        RemoteDataset dataset,
        Publication publication,
        Questions questions,
        ReplaceableVersion served,
        FaultGate gate) {

    /**
     * Looks again and again, in a thread of its own.
     *
     * @param timeToLive after this time all statements are read again where no version is stated
     */
    void start(Duration between, Optional<Duration> timeToLive) {
        if (timeToLive.isPresent() && dataset.statesVersion()) {
            tell(Message.of(Code.STORE_TTL_STATED));
        }
        Thread.ofPlatform().daemon().name("engine version").start(() -> {
            try {
                Instant read = Instant.now();
                while (true) {
                    Thread.sleep(between);
                    boolean isOver = timeToLive
                            .map(read::plus)
                            .filter(Instant.now()::isAfter)
                            .isPresent();
                    look(isOver);
                    read = isOver ? Instant.now() : read;
                }
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /**
     * Serves another version if the engine states one. An engine that does not answer leaves the one that is served,
     * and is tried by the dataset until it does.
     *
     * @param whole whether an engine that states none is read, to find whether it has other statements
     */
    void look(boolean whole) {
        if (dataset.availability().flatMap(Availability::silentSince).isPresent()) {
            return;
        }
        try {
            String version = served.get().snapshot().version();
            if (!dataset.statedVersion().map(stated -> !stated.equals(version)).orElse(whole)) {
                return;
            }
            Snapshot candidate = dataset.candidate();
            if (candidate.version().equals(version)) {
                return;
            }
            PublishedVersion next = PublishedVersion.of(publication, candidate, questions, CommandLines.build());
            next.compute();
            dataset.replace(candidate);
            served.replace(next);
            tell(Message.of(Code.RELOADED, candidate.version()));
        } catch (MessageException later) {
            tell(later.message());
        }
    }

    private void tell(Message message) {
        gate.err().println("torchgraph: " + message.in(Language.EN));
    }
}
