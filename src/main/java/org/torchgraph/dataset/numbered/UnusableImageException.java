package org.torchgraph.dataset.numbered;

import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** Signals a file that is no image of the wanted version. */
public final class UnusableImageException extends MessageException {
    private static final long serialVersionUID = 1L;

    private final boolean image;

    UnusableImageException(Message message, boolean image) {
        super(message, null);
        this.image = image;
    }

    /** Returns whether it is an image at all, so that another one may take its place. */
    public boolean isImage() {
        return image;
    }
}
