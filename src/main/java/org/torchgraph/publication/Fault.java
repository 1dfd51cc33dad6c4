package org.torchgraph.publication;

/**
 * Something in a file that keeps it from being read as it stands.
 *
 * @param place where
 * @param message one sentence: what, and how to mend it
 */
public record Fault(Location place, String message) {

    @Override
    public String toString() {
        return place + ": error: " + message;
    }
}
