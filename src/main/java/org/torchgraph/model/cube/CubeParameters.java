package org.torchgraph.model.cube;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.torchgraph.model.naming.IriEnd;

/** Names the parameters by which readers choose values of the dimensions of a cube. */
public final class CubeParameters {
    /** The beginning of the names of all parameters. */
    public static final String PREFIX = "dim-";

    private CubeParameters() {}

    /** Returns the parameter of a dimension: the end of its IRI, with its place if another dimension has the same. */
    public static String name(DataCube cube, int at) {
        String end = end(cube, at);
        boolean shared = cube.dimensions()
                .anyMatch(other -> other < at && end(cube, other).equals(end));
        return PREFIX + end + (shared ? "-" + (at + 1) : "");
    }

    /** Returns the first value of each parameter of a request by the place of its dimension; empty ones are none. */
    public static Map<Integer, String> read(DataCube cube, Map<String, List<String>> parameters) {
        Map<Integer, String> asked = new HashMap<>();
        cube.dimensions().forEach(at -> parameters.getOrDefault(name(cube, at), List.of()).stream()
                .filter(value -> !value.isEmpty())
                .findFirst()
                .ifPresent(value -> asked.put(at, value)));
        return asked;
    }

    private static String end(DataCube cube, int at) {
        String iri = cube.components().get(at).property().toString();
        return IriEnd.name(iri).orElse(iri);
    }
}
