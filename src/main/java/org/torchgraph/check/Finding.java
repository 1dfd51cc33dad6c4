package org.torchgraph.check;

import java.util.Comparator;
import org.torchgraph.publication.Fault;
import org.torchgraph.publication.Location;

/**
 * One thing that is wrong with a publication.
 *
 * @param place where it is written
 * @param severity how bad it is
 * @param message what, and how to mend it; a shape's own message when it comes from one
 */
public record Finding(Location place, Severity severity, String message) implements Comparable<Finding> {

    /** {@code ERROR} makes a check fail; a {@code WARNING} is advice. */
    public enum Severity {
        ERROR,
        WARNING
    }

    static Finding error(Location place, String message) {
        return new Finding(place, Severity.ERROR, message);
    }

    static Finding warning(Location place, String message) {
        return new Finding(place, Severity.WARNING, message);
    }

    public static Finding of(Fault fault) {
        return error(fault.place(), fault.message());
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Finding other) {
        return Comparator.comparing(Finding::place)
                .thenComparing(Finding::severity)
                .thenComparing(Finding::message)
                .compare(this, other);
    }

    /** {@code file:line: error: what}. */
    @Override
    public String toString() {
        return place + (isError() ? ": error: " : ": warning: ") + message;
    }
}
