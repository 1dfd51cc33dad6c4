package org.torchgraph.server;

/** Another program listens where the site should; the message is one sentence. */
public final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    PortTaken(String message) {
        super(message);
    }
}
