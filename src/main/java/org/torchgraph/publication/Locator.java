package org.torchgraph.publication;

import org.apache.jena.graph.Node;

/**
 * Finds where a statement is written: in a file, or, for statements that come from no file, wherever they come from.
 */
@FunctionalInterface
public interface Locator {

    /**
     * Returns the position of the best matching statement of a subject: one with the property and the object, else with
     * the property, else with its class, else any.
     *
     * @param subject the subject
     * @param property the property, or null
     * @param object the object, or null
     */
    Location find(Node subject, Node property, Node object);
}
