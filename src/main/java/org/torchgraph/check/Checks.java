package org.torchgraph.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.torchgraph.publication.Fault;
import org.torchgraph.publication.PlaceFinder;
import org.torchgraph.publication.Publication;

/** Checks a publication as a whole. */
public final class Checks {
    private final Publication publication;
    private final List<Fault> ofQuestions;
    private final PlaceFinder places;
    private final Graph union;

    /** @param ofQuestions faults of the query files, which are understood further up */
    public Checks(Publication publication, List<Fault> ofQuestions) {
        this.publication = publication;
        this.ofQuestions = ofQuestions;
        this.places = new PlaceFinder(publication);
        this.union = GraphMemFactory.createGraphMemRoaring();
        publication.data().forEach(file -> file.quads().forEach(quad -> union.add(quad.asTriple())));
    }

    /**
     * What keeps a publication from being served: files that cannot be read or understood, and statements that break a
     * shape.
     */
    public List<Finding> toServe() {
        List<Finding> findings = new ArrayList<>();
        publication.faults().forEach(fault -> findings.add(Finding.of(fault)));
        ofQuestions.forEach(fault -> findings.add(Finding.of(fault)));
        findings.addAll(new ShapeCheck(publication, union, places).findings());
        return sorted(findings);
    }

    /**
     * Everything: also links that lead nowhere, and the passages of the sources that are at hand.
     *
     * @param sources files by the last part of the source's IRI
     */
    public List<Finding> all(Map<String, Path> sources) {
        List<Finding> findings = new ArrayList<>(toServe());
        findings.addAll(new LinkCheck(publication, union, places).findings());
        sources.forEach(
                (slug, file) -> findings.addAll(new SourceCheck(publication, union, places).findings(slug, file)));
        return sorted(findings);
    }

    private static List<Finding> sorted(List<Finding> findings) {
        return findings.stream().sorted().distinct().toList();
    }
}
