package org.torchgraph.server.reply;

import java.io.IOException;

/** Signals that a client does not take the rest of its reply, which is no fault of the server. */
final class ClientGoneException extends IOException {
    private static final long serialVersionUID = 1;

    ClientGoneException(IOException cause) {
        super(cause);
    }
}
