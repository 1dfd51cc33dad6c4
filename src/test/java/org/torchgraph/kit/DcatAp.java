package org.torchgraph.kit;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;

/** The mandatory part of DCAT-AP 3, as shapes. */
public final class DcatAp {
    private static final String FOLDER = "src/test/resources/dcat-ap/";
    public static final Graph SHAPES = RDFDataMgr.loadGraph(FOLDER + "mandatory.ttl");

    /** What it says of the values of properties that may be left out. */
    public static final Graph VALUES = RDFDataMgr.loadGraph(FOLDER + "values.ttl");

    /** A conforming thing of each class that the description of a dataset has no use for. */
    public static final Graph OTHER_CLASSES = RDFDataMgr.loadGraph(FOLDER + "other-classes.ttl");

    /** A row of the specification that a thing does not keep. */
    public record Fault(Node thing, Node row) {}

    private DcatAp() {}

    public static List<Fault> faults(Graph description) {
        return faults(SHAPES, description);
    }

    public static List<Fault> faults(Graph shapes, Graph description) {
        return ShaclValidator.get().validate(Shapes.parse(shapes), description).getEntries().stream()
                .map(entry -> new Fault(entry.focusNode(), entry.source()))
                .distinct()
                .toList();
    }
}
