package org.torchgraph.server.version;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.torchgraph.messages.Message;

/** The versions that were current before, as far as they are kept. */
public interface KeptVersions {
    /** Keeps none. */
    KeptVersions NONE = new KeptVersions() {
        @Override
        public boolean areKept() {
            return false;
        }

        @Override
        public List<EarlierAnswers> before(PublishedVersion current) {
            return List.of();
        }

        @Override
        public Optional<PublishedVersion> open(String version) {
            return Optional.empty();
        }

        @Override
        public Optional<Message> gone(String version, PublishedVersion current, String question) {
            return Optional.empty();
        }
    };

    /**
     * A version whose answers are kept.
     *
     * @param version its identifier
     * @param since the time at which it became the current one
     */
    record EarlierAnswers(String version, Instant since) {}

    /** Returns whether versions are kept at all, so that there will be some after a change. */
    default boolean areKept() {
        return true;
    }

    /** Returns the versions that are kept, the last one first, without the current one. */
    List<EarlierAnswers> before(PublishedVersion current);

    /** Returns since when the current version is that, longer than this process if nothing was changed before it. */
    default Instant since(PublishedVersion current) {
        return current.snapshot().since();
    }

    /**
     * Returns a version as it was served.
     *
     * @throws org.torchgraph.http.ProblemException 503 if it cannot be opened now
     */
    Optional<PublishedVersion> open(String version);

    /** Returns whether a version that is kept has a question as the current one has it. */
    default boolean hasSame(String version, PublishedVersion current, String question) {
        return true;
    }

    /**
     * Returns what is known of a version that is not kept any longer, and how the current one differs; empty if nothing
     * is known of it.
     *
     * @param question the name of the question whose answer was asked for
     */
    Optional<Message> gone(String version, PublishedVersion current, String question);
}
