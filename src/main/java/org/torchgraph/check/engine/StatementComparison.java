package org.torchgraph.check.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.check.Finding;
import org.torchgraph.check.Finding.Severity;
import org.torchgraph.dataset.View;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.DataFile;
import org.torchgraph.publication.FileLocator;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.Publication;

/**
 * Compares the statements of an engine with those of the files, graph by graph and by value. The version that a load
 * has added to the catalogue is no difference.
 *
 * @param engine all that the engine has
 * @param address names the engine in findings
 */
record StatementComparison(Publication files, View engine, String address) {
    /** Returns the findings: the sizes of graphs that differ, then statements. */
    List<Finding> findings() {
        Map<String, List<Quad>> published = byGraph(files.quads());
        Map<String, List<Quad>> held =
                byGraph(engine.quads(Node.ANY, Node.ANY, Node.ANY).filter(quad -> !isAddedVersion(quad)));
        Set<String> names = new TreeSet<>(published.keySet());
        names.addAll(held.keySet());
        List<Finding> counts = new ArrayList<>();
        List<Finding> differences = new ArrayList<>();
        FileLocator places = new FileLocator(files);
        for (String name : names) {
            List<Quad> ours = published.getOrDefault(name, List.of());
            List<Quad> theirs = held.getOrDefault(name, List.of());
            if (ours.size() != theirs.size()) {
                counts.add(count(name, theirs.size(), ours.size()));
            }
            compare(StatementValues.of(ours), StatementValues.of(theirs), places, differences);
        }
        return Stream.concat(counts.stream().sorted(), differences.stream().sorted())
                .toList();
    }

    private static Map<String, List<Quad>> byGraph(Stream<Quad> quads) {
        return quads.distinct()
                .collect(Collectors.groupingBy(
                        quad -> quad.getGraph().toString(), LinkedHashMap::new, Collectors.toList()));
    }

    private boolean isAddedVersion(Quad quad) {
        return quad.getPredicate().equals(OWL.versionInfo.asNode())
                && files.quads()
                        .anyMatch(entry -> entry.getSubject().equals(quad.getSubject())
                                && entry.getPredicate().equals(VOID.uriSpace.asNode()))
                && files.quads()
                        .noneMatch(stated -> stated.getSubject().equals(quad.getSubject())
                                && stated.getPredicate().equals(OWL.versionInfo.asNode()));
    }

    private Finding count(String graph, long inEngine, long inFiles) {
        Location place = files.data().stream()
                .filter(file -> file.graph().toString().equals(graph))
                .findFirst()
                .map(file -> Location.in(file.file()))
                .orElse(Location.in(address));
        return new Finding(
                place, Severity.ERROR, Message.of(Code.ENGINE_GRAPH_COUNT, files.relative(graph), inEngine, inFiles));
    }

    /** Adds the differences of a graph to those of others. */
    private void compare(StatementValues ours, StatementValues theirs, FileLocator places, List<Finding> differences) {
        ours.byValue().forEach((value, quad) -> {
            Quad other = theirs.byValue().get(value);
            if (other == null) {
                differences.add(
                        new Finding(place(places, quad), Severity.ERROR, Message.of(Code.ENGINE_LOST, text(quad))));
            } else if (!text(quad).equals(text(other))) {
                differences.add(new Finding(
                                place(places, quad),
                                Severity.WARNING,
                                Message.of(Code.ENGINE_SPELLED, text(quad.getObject()), text(other.getObject())))
                        .of(Code.ENGINE_SPELLED.slug() + "/" + datatype(quad.getObject())));
            }
        });
        theirs.byValue().forEach((value, quad) -> {
            if (!ours.byValue().containsKey(value)) {
                String graph = files.relative(quad.getGraph().toString());
                Message message = Message.of(Code.ENGINE_HAS_MORE, graph, text(quad));
                differences.add(new Finding(Location.in(address), Severity.ERROR, message));
            }
        });
    }

    private static String datatype(Node literal) {
        String datatype = literal.getLiteralDatatypeURI();
        return datatype.substring(Math.max(datatype.lastIndexOf('#'), datatype.lastIndexOf('/')) + 1);
    }

    private Location place(FileLocator places, Quad quad) {
        return quad.getSubject().isURI()
                ? places.find(quad.getSubject(), quad.getPredicate(), quad.getObject())
                : files.data().stream()
                        .filter(file -> file.graph().equals(quad.getGraph()))
                        .map(DataFile::file)
                        .findFirst()
                        .map(Location::in)
                        .orElse(Location.in("data"));
    }

    private String text(Quad quad) {
        return text(quad.getSubject()) + " " + text(quad.getPredicate()) + " " + text(quad.getObject());
    }

    private String text(Node term) {
        return NodeFmtLib.str(term, files.base(), files.prefixes());
    }
}
