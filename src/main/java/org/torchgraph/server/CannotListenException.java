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

    /** Returns the reason why a server did not start if it is its address, with the option to give another. */
    static Optional<CannotListenException> at(
            String host, int port, Exception failed, String hostOption, String portOption) {
        for (Throwable cause : ExceptionUtils.getThrowableList(failed)) {
            String reason = String.valueOf(cause.getMessage());
            if (cause instanceof UnresolvedAddressException || reason.contains("<unresolved>")) {
                return Optional.of(new CannotListenException(Code.LISTEN_HOST, host, hostOption));
            }
            if (cause instanceof BindException && reason.contains("already in use")) {
                return Optional.of(new CannotListenException(Code.LISTEN_TAKEN, port, host, portOption));
            }
            if (cause instanceof BindException && reason.contains("assign")) {
                return Optional.of(new CannotListenException(Code.LISTEN_ADDRESS, host, hostOption));
            }
            if (cause instanceof SocketException) {
                return Optional.of(
                        new CannotListenException(Code.LISTEN_REFUSED, port, host, reason.toLowerCase(Locale.ROOT)));
            }
        }
        return Optional.empty();
    }
}
