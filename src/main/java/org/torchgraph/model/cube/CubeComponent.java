package org.torchgraph.model.cube;

import java.util.List;
import java.util.Set;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/**
 * A dimension, measure or attribute of a data cube.
 *
 * @param property the property of the observations
 * @param kind what it is
 * @param codes the list of its values that the structure names, or null
 * @param values the different values that the observations have, in order; empty for a measure
 * @param declared whether the structure of the cube has it; else it was found in the observations
 * @param isTime whether all of the values are dates or years
 */
public record CubeComponent(
        Node property, ComponentKind kind, Node codes, List<Node> values, boolean declared, boolean isTime) {
    private static final Set<RDFDatatype> TIMES =
            Set.of(XSDDatatype.XSDgYear, XSDDatatype.XSDgYearMonth, XSDDatatype.XSDdate, XSDDatatype.XSDdateTime);

    CubeComponent(Node property, ComponentKind kind, Node codes, List<Node> values, boolean declared) {
        this(property, kind, codes, values, declared, areTimes(values));
    }

    private static boolean areTimes(List<Node> values) {
        return !values.isEmpty()
                && values.stream().allMatch(value -> value.isLiteral() && TIMES.contains(value.getLiteralDatatype()));
    }

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
