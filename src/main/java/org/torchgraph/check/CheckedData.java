package org.torchgraph.check;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.util.NodeCmp;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.publication.FileLocator;
import org.torchgraph.publication.Locator;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.settings.Settings;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.routes.IriPaths;

/**
 * The triples that are checked, wherever they come from: the files of a publication, or a version of a dataset that is
 * about to be written.
 *
 * @param base the IRI that the publication's own IRIs begin with
 * @param prefixes abbreviate IRIs in messages
 * @param settings the severities of rules and checks
 * @param shapes the triples that declare the shapes
 * @param snapshot the triples to check
 * @param only the triples whose texts, literals and names are checked; empty if all are
 * @param places finds where a statement is written
 */
public record CheckedData(
        String base,
        PrefixMap prefixes,
        Settings settings,
        TripleSource shapes,
        Snapshot snapshot,
        Optional<Set<Triple>> only,
        Locator places) {
    /** Creates data of which all triples are checked. */
    public CheckedData(
            String base,
            PrefixMap prefixes,
            Settings settings,
            TripleSource shapes,
            Snapshot snapshot,
            Locator places) {
        this(base, prefixes, settings, shapes, snapshot, Optional.empty(), places);
    }

    private static final int MAX_OF_A_CHANGE = 100;

    /** An order of triples that is the same in each run. */
    static final Comparator<Triple> ORDER = Comparator.comparing(Triple::getSubject, NodeCmp::compareRDFTerms)
            .thenComparing(Triple::getPredicate, NodeCmp::compareRDFTerms)
            .thenComparing(Triple::getObject, NodeCmp::compareRDFTerms);

    /** Returns the data of a publication, whose shapes are in {@code ontology/}; findings have file and line. */
    public static CheckedData of(Publication publication, Snapshot snapshot) {
        TripleSource shapes = TripleSource.of(publication.data().stream()
                .filter(file -> file.file().startsWith("ontology/"))
                .flatMap(file -> file.quads().stream())
                .map(quad -> quad.asTriple()));
        return new CheckedData(
                publication.base(),
                publication.prefixes(),
                publication.settings(),
                shapes,
                snapshot,
                new FileLocator(publication));
    }

    /** Returns the same for another version of the triples. */
    CheckedData at(Snapshot version, Optional<Set<Triple>> examined, Locator where) {
        return new CheckedData(base, prefixes, settings, shapes, version, examined, where);
    }

    /** Returns the triples whose texts, literals and names are checked. */
    Stream<Triple> examined() {
        return only.map(Set::stream).orElseGet(() -> union().find());
    }

    /** Returns how many warnings of one kind are made: the first ones of a change, all of files. */
    long most() {
        return only.isPresent() ? MAX_OF_A_CHANGE : Long.MAX_VALUE;
    }

    /** Returns the first of two triples, which is the same in each run. */
    static Triple first(Triple one, Triple other) {
        return ORDER.compare(one, other) <= 0 ? one : other;
    }

    /** Returns the union of all graphs. */
    TripleSource union() {
        return snapshot.union();
    }

    /** Returns an IRI as files write it: relative to the base if it is below it. */
    String relative(String iri) {
        return iri.startsWith(base) ? iri.substring(base.length()) : iri;
    }

    /** Returns the bases of the publication as paths of the site. */
    IriPaths paths() {
        return new IriPaths(base, settings.web().bases());
    }

    /** Returns a node as a message names it: by prefix, else relative to the base; a blank node as {@code []}. */
    String shown(Node node) {
        if (!node.isURI()) {
            return node.isBlank() ? "[]" : node.toString();
        }
        String abbreviated = prefixes.abbreviate(node.getURI());
        return abbreviated != null ? abbreviated : "<" + relative(node.getURI()) + ">";
    }
}
