package org.torchgraph.publication;

/**
 * An error in a file of a publication.
 *
 * @param place its position
 * @param message a sentence that names the error and how to correct it
 */
public record Fault(Location place, String message) {

    @Override
    public String toString() {
        return place + ": error: " + message;
    }
}
