package org.torchgraph.server;

import java.net.BindException;
import java.net.SocketException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** Signals that the server cannot listen on its address. */
public final class CannotListenException extends MessageException {
    private static final long serialVersionUID = 1;

    private CannotListenException(Code code, Object... arguments) {
        super(Message.of(code, arguments), null);
    }

    /** Returns the reason why a server did not start if it is its address. */
    static Optional<CannotListenException> at(String host, int port, RuntimeException failed) {
        for (Throwable cause : ExceptionUtils.getThrowableList(failed)) {
            String reason = String.valueOf(cause.getMessage());
            if (cause instanceof UnresolvedAddressException || reason.contains("<unresolved>")) {
                return Optional.of(new CannotListenException(Code.LISTEN_HOST, host));
            }
            if (cause instanceof BindException && reason.contains("already in use")) {
                return Optional.of(new CannotListenException(Code.LISTEN_TAKEN, port, host));
            }
            if (cause instanceof BindException && reason.contains("assign")) {
                return Optional.of(new CannotListenException(Code.LISTEN_ADDRESS, host));
            }
            if (cause instanceof SocketException) {
                return Optional.of(
                        new CannotListenException(Code.LISTEN_REFUSED, port, host, reason.toLowerCase(Locale.ROOT)));
            }
        }
        return Optional.empty();
    }
}
