package org.torchgraph.publication;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Watches the heap while a publication is read, so that one that is too large for it is told before memory is used up.
 * What the whole needs is worked out from what the part that has been read takes.
 */
public final class HeapRoom {
    /** The share of the heap beyond which nothing more is read. */
    private static final double FULL = 0.85;

    /** The heap that a byte of a file takes when nothing has been read: measured with N-Triples of 134 bytes a line. */
    private static final int OF_A_BYTE = 3;

    /** The heap that a statement takes while it is laid out for reading and checked, beside its terms and its row. */
    private static final int OF_A_STATEMENT = 150;

    /** How much more statements take when they are laid out, compared with lists of them. */
    private static final double LAID_OUT = 1.2;

    private static final int BETWEEN_LOOKS = 256 << 10;

    /** The share of all files between two collections of garbage, which tell how much is really in use. */
    private static final double BETWEEN_COLLECTIONS = 0.01;

    /** The share of all files that is supposed to be read at least; a smaller one tells too little of the whole. */
    private static final double LEAST_PART = 0.01;

    private final long most;
    private final long before;
    private final long whole;
    private final AtomicLong texts = new AtomicLong();
    private final AtomicLong read = new AtomicLong();
    private final AtomicLong nextLook = new AtomicLong(BETWEEN_LOOKS);
    private long nextCollection;
    private volatile PublicationTooLargeException told;

    /**
     * Begins to watch.
     *
     * @param whole the length of all files in bytes
     */
    HeapRoom(long whole) {
        this.most = Runtime.getRuntime().maxMemory();
        this.whole = whole;
        if (used() + whole * OF_A_BYTE > most) {
            // What is garbage by now is not taken for what the whole is added to.
            System.gc();
        }
        this.before = used();
    }

    /**
     * Takes a file's length into account before its text is read.
     *
     * @throws PublicationTooLargeException if the heap has no room for the text
     */
    void beforeText(long bytes) {
        texts.addAndGet(bytes);
        if (used() + bytes > most * FULL) {
            System.gc();
        }
        if (used() + bytes > most * FULL) {
            throw tooLarge(before + whole * OF_A_BYTE, 0);
        }
    }

    /** Notes that the text of a file is not kept any more. */
    void afterText(long bytes) {
        texts.addAndGet(-bytes);
    }

    /** Returns a stream of a text that looks at the heap as it is read. */
    InputStream watched(InputStream text) {
        return new FilterInputStream(text) {
            @Override
            public int read() throws IOException {
                int one = super.read();
                noteRead(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int count = super.read(bytes, offset, length);
                noteRead(Math.max(count, 0));
                return count;
            }
        };
    }

    private void noteRead(int bytes) {
        long now = read.addAndGet(bytes);
        long look = nextLook.get();
        if (now >= look && nextLook.compareAndSet(look, now + BETWEEN_LOOKS)) {
            look(now);
        }
        if (told != null) {
            // Other threads stop too.
            throw told;
        }
    }

    private synchronized void look(long now) {
        if (told == null && used() > most * FULL && now >= nextCollection) {
            nextCollection = now + (long) (whole * BETWEEN_COLLECTIONS);
            System.gc();
            if (used() > most * FULL) {
                double part = Math.clamp((double) now / whole, LEAST_PART, 1);
                long text = texts.get();
                double statements = Math.max(0, used() - before - text) / part;
                told = tooLarge(before + text + (long) (statements * LAID_OUT), part);
            }
        }
    }

    /**
     * Looks whether statements that have been read can be laid out.
     *
     * @throws PublicationTooLargeException if the heap has no room for that
     */
    public static void requireFor(long statements) {
        long most = Runtime.getRuntime().maxMemory();
        long more = statements * OF_A_STATEMENT;
        if (used() + more > most * FULL) {
            System.gc();
        }
        if (used() + more > most) {
            throw new PublicationTooLargeException(most, used() + more, 1);
        }
    }

    /** Returns the exception for a heap that was used up by something between two looks. */
    PublicationTooLargeException usedUp() {
        return tooLarge(Math.max(before + whole * OF_A_BYTE, most + most / 4), 0);
    }

    private PublicationTooLargeException tooLarge(long needed, double part) {
        return new PublicationTooLargeException(most, Math.max(needed, most + most / 10), part);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
