package org.torchgraph.dataset.disk;

import java.nio.file.Path;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** Signals that a store cannot be used, or cannot be used as asked. */
public final class StoreException extends MessageException {
    private static final long serialVersionUID = 1;

    /** Returns the exception for a database that cannot be read. */
    static StoreException damaged(Path store, Throwable cause) {
        String words = String.valueOf(ExceptionUtils.getRootCause(cause).getMessage());
        return new StoreException(
                cause, Code.STORE_DAMAGED, store, words.lines().findFirst().orElse(""));
    }

    StoreException(Throwable cause, Code code, Object... arguments) {
        super(Message.of(code, arguments), cause);
    }
}
