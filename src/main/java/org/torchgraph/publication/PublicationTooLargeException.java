package org.torchgraph.publication;

import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.messages.MessageException;

/** Signals that the heap has no room for a publication; the message has the size that it needs. */
public final class PublicationTooLargeException extends MessageException {
    private static final long serialVersionUID = 1;
    private static final int MEGABYTE = 1 << 20;

    /** The share that is free in a heap of the size that is named. */
    private static final double SPARE = 1.15;

    /**
     * Creates the exception.
     *
     * @param most the size of the heap in bytes
     * @param needed the bytes that are needed
     * @param part the part of the files that had been read, from which these were worked out; 0 if they were worked out
     *     from the length of the files
     */
    PublicationTooLargeException(long most, long needed, double part) {
        super(
                part > 0
                        ? Message.of(
                                Code.PUBLICATION_TOO_LARGE,
                                most / MEGABYTE,
                                megabytes(needed),
                                Math.clamp(Math.round(part * 100), 1, 100))
                        : Message.of(Code.PUBLICATION_TOO_LARGE_BY_LENGTH, most / MEGABYTE, megabytes(needed)),
                null);
    }

    /** Returns the exception for a heap that was used up after all files had been read. */
    public static PublicationTooLargeException afterReading() {
        long most = Runtime.getRuntime().maxMemory();
        return new PublicationTooLargeException(most, most + most / 4, 1);
    }

    /** Returns the size of a heap, rounded up to hundreds of megabytes. */
    private static long megabytes(long needed) {
        return Math.ceilDiv((long) (needed * SPARE), 100L * MEGABYTE) * 100;
    }
}
