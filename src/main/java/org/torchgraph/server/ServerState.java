package org.torchgraph.server;

import java.util.Locale;

/** Whether a site answers its readers in whole. */
enum ServerState {
    /** The publication is read and checked, or the first search index is built. */
    STARTING,
    READY,
    /** Replies in progress end, and no further ones begin. */
    STOPPING;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
