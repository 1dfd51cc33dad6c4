package org.torchgraph.model.cube;

import java.util.List;
import org.apache.jena.graph.Node;

/**
 * A dimension, measure or attribute of a data cube.
 *
 * @param property the property of the observations
 * @param kind what it is
 * @param codes the list of its values that the structure names, or null
 * @param values the different values that the observations have, in order; empty for a measure
 * @param declared whether the structure of the cube has it; else it was found in the observations
 */
public record CubeComponent(Node property, ComponentKind kind, Node codes, List<Node> values, boolean declared) {

    /** The kinds of components, in the order of the columns. */
    public enum ComponentKind {
        DIMENSION,
        MEASURE,
        ATTRIBUTE
    }

    /** Returns whether it is a dimension. */
    public boolean isDimension() {
        return kind == ComponentKind.DIMENSION;
    }

    /** Returns whether it is a measure. */
    public boolean isMeasure() {
        return kind == ComponentKind.MEASURE;
    }
}
