package org.torchgraph.check;

import java.util.Comparator;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Fault;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.settings.Settings;

/**
 * An error or warning about a publication.
 *
 * @param place its position
 * @param severity its severity
 * @param kind what it is one of: the name of a rule or check, {@code shape/} with constraint and property, or the slug
 *     of its message
 * @param message what is wrong and how to correct it; for a shape its own message
 * @param focus the node that it is about
 */
public record Finding(Location place, Severity severity, String kind, Message message, Optional<Node> focus)
        implements Comparable<Finding> {

    /** The kind of what cannot be read: files, questions, rules and settings. */
    public static final String SYNTAX = "syntax";

    /** Creates a finding about no node in particular, of the kind of its message. */
    public Finding(Location place, Severity severity, Message message) {
        this(place, severity, message.code().slug(), message, Optional.empty());
    }

    /** {@code ERROR} makes a check fail; {@code WARNING} is advice. */
    public enum Severity {
        ERROR,
        WARNING;

        /**
         * Returns the severity that the settings give to a rule or check, else this one; empty if it is off.
         *
         * @param name of the rule or check in the settings
         */
        Optional<Severity> asSet(Settings settings, String name) {
            return switch (settings.severity(name).orElse(null)) {
                case null -> Optional.of(this);
                case OFF -> Optional.empty();
                case WARNING -> Optional.of(WARNING);
                case ERROR -> Optional.of(ERROR);
            };
        }
    }

    static Finding error(Location place, Code code, Object... arguments) {
        return new Finding(place, Severity.ERROR, Message.of(code, arguments));
    }

    /** Returns the finding for an error in a file. */
    public static Finding of(Fault fault) {
        return new Finding(fault.place(), Severity.ERROR, fault.message()).of(SYNTAX);
    }

    /** Returns the same finding, about a node. */
    Finding about(Node node) {
        return new Finding(place, severity, kind, message, Optional.ofNullable(node));
    }

    /** Returns the same finding, of another kind. */
    public Finding of(String otherKind) {
        return new Finding(place, severity, otherKind, message, focus);
    }

    /** Returns whether the finding makes a check fail. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Finding other) {
        return Comparator.comparing(Finding::place)
                .thenComparing(Finding::severity)
                .thenComparing(finding -> finding.message().in(Language.EN))
                .compare(this, other);
    }

    /** Returns the line that tells of it: {@code file:line: error: what}, where only the last part is translated. */
    public String in(Language language) {
        return place + (isError() ? ": error: " : ": warning: ") + message.in(language);
    }

    /** Returns {@code file:line: error: message}. */
    @Override
    public String toString() {
        return in(Language.EN);
    }
}
