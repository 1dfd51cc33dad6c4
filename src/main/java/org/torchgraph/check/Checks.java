package org.torchgraph.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.torchgraph.publication.Fault;
import org.torchgraph.publication.Locator;
import org.torchgraph.publication.Publication;
import org.torchgraph.rdf.TripleSource;

/** Checks a publication as a whole. */
public final class Checks {
    private static final String DANGLING_LINK = "dangling-link";
    private static final String UNDECLARED_TERM = "undeclared-term";
    private static final String NAME_IN_PATH = "name-in-path";
    private static final String TURNING_TEXT = "turning-text";

    /** The checks whose severity a publication may set, besides the rules. */
    public static final Set<String> NAMES = Set.of(DANGLING_LINK, UNDECLARED_TERM, NAME_IN_PATH, TURNING_TEXT);

    private final Publication publication;
    private final List<Fault> ofQuestions;
    private final Locator places;
    private final Graph union;

    /** @param ofQuestions faults of the query files, which are understood further up */
    public Checks(Publication publication, List<Fault> ofQuestions) {
        this.publication = publication;
        this.ofQuestions = ofQuestions;
        this.places = new Locator(publication);
        this.union = GraphMemFactory.createGraphMemIndexedSet();
        publication.data().forEach(file -> file.quads().forEach(quad -> union.add(quad.asTriple())));
    }

    /**
     * Returns the findings that prevent serving: first files that cannot be parsed, then statements that violate a
     * shape. A violation may be due to a file that was left out.
     */
    public List<Finding> toServe() {
        return together(new ShapeCheck(publication, union, places).findings());
    }

    /**
     * Returns all findings, including dangling links, names without a path, findings of rules, and passages of the
     * given sources.
     *
     * @param sources files by the last part of the source's IRI
     * @param ofRules what the rules found, which are queries and asked further up
     */
    public List<Finding> all(Map<String, Path> sources, List<Finding> ofRules) {
        List<Finding> findings = new ArrayList<>(new ShapeCheck(publication, union, places).findings());
        findings.addAll(new DigestCheck(publication).findings());
        TripleSource triples = TripleSource.of(union);
        LinkCheck links = new LinkCheck(publication, triples, places);
        findings.addAll(asSet(DANGLING_LINK, links.danglingLinks()));
        findings.addAll(asSet(UNDECLARED_TERM, links.undeclaredTerms()));
        findings.addAll(asSet(NAME_IN_PATH, new NameCheck(publication, triples, places).findings()));
        findings.addAll(asSet(TURNING_TEXT, new TextCheck(publication, triples, places).findings()));
        findings.addAll(ofRules);
        sources.forEach(
                (slug, file) -> findings.addAll(new SourceCheck(publication, union, places).findings(slug, file)));
        return together(findings);
    }

    /** Returns the number of findings, the first ones, that are about files left out. */
    public int leftOut() {
        return publication.faults().size() + ofQuestions.size();
    }

    private List<Finding> asSet(String name, List<Finding> findings) {
        return Finding.asSet(publication.settings(), name, findings);
    }

    private List<Finding> together(List<Finding> ofStatements) {
        Stream<Finding> ofFiles = Stream.concat(publication.faults().stream(), ofQuestions.stream())
                .map(Finding::of)
                .sorted();
        return Stream.concat(ofFiles, ofStatements.stream().sorted().distinct()).toList();
    }
}
