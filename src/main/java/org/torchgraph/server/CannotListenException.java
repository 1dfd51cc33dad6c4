package org.torchgraph.server;

import java.net.BindException;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** Signals that the server cannot listen on its address; the message is one sentence. */
public final class CannotListenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private CannotListenException(String message) {
        super(message);
    }

    /** Returns the reason why a server did not start if it is its address. */
    static Optional<CannotListenException> at(String host, int port, RuntimeException failed) {
        String place = "port " + port + " of " + host;
        for (Throwable cause : ExceptionUtils.getThrowableList(failed)) {
            String reason = String.valueOf(cause.getMessage());
            if (cause instanceof UnresolvedAddressException || reason.contains("<unresolved>")) {
                return Optional.of(new CannotListenException(
                        "there is no host " + host + ": give --host an address of this machine"));
            }
            if (cause instanceof BindException && reason.contains("already in use")) {
                return Optional.of(new CannotListenException(place + " is taken: choose another with --port"));
            }
            if (cause instanceof BindException && reason.contains("assign")) {
                return Optional.of(
                        new CannotListenException(host + " is no address of this machine: choose another with --host"));
            }
            if (cause instanceof SocketException) {
                return Optional.of(
                        new CannotListenException(place + " cannot be used: " + reason.toLowerCase(Locale.ROOT)));
            }
        }
        return Optional.empty();
    }
}
