package org.torchgraph.server.version;

import java.util.Optional;
import org.torchgraph.messages.Message;

/** The versions that were current before, as far as they are kept. */
public interface KeptVersions {
    /** Keeps none. */
    KeptVersions NONE = new KeptVersions() {
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
     * Returns a version as it was served.
     *
     * @throws org.torchgraph.http.ProblemException 503 if it cannot be opened now
     */
    Optional<PublishedVersion> open(String version);

    /**
     * Returns what is known of a version that is not kept any longer, and how the current one differs; empty if nothing
     * is known of it.
     *
     * @param question the name of the question whose answer was asked for
     */
    Optional<Message> gone(String version, PublishedVersion current, String question);
}
