package org.torchgraph.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.dataset.Change;
import org.torchgraph.dataset.History;
import org.torchgraph.dataset.WriteRecord;
import org.torchgraph.routes.SiteRoute;

/**
 * Tells accepted writes in RDF. A write is an activity that made a version from the one before. What it removed and
 * what it added are two collections of statements, of which it invalidated one and generated the other, so that nobody
 * takes a removed statement for one that holds.
 *
 * @see <a href="https://www.w3.org/TR/prov-o/">PROV-O</a>
 */
public final class HistoryTriples {
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final Node GENERATED = prov("generated");

    private final String base;
    private final String dataset;
    private final History history;
    private final List<Triple> triples = new ArrayList<>();

    private HistoryTriples(String base, String dataset, History history) {
        this.base = base;
        this.dataset = dataset;
        this.history = history;
    }

    /**
     * Returns the triples that list some writes.
     *
     * @param dataset the IRI of the dataset
     */
    public static Collection<Triple> list(String base, String dataset, History history, List<WriteRecord> writes) {
        HistoryTriples told = new HistoryTriples(base, dataset, history);
        writes.forEach(write -> told.tell(write, false));
        return told.triples;
    }

    /** Returns the triples that tell a write with each statement that it removed or added. */
    public static Collection<Triple> whole(String base, String dataset, History history, WriteRecord write) {
        HistoryTriples told = new HistoryTriples(base, dataset, history);
        told.tell(write, true);
        return told.triples;
    }

    /** Returns the IRI of a version of a dataset. */
    public static String version(String dataset, String digest) {
        return dataset + "#version-" + digest;
    }

    private void tell(WriteRecord write, boolean whole) {
        Node activity = activity(write.number());
        Node writer = NodeFactory.createBlankNode();
        Change change = write.change();
        say(activity, RDF.type.asNode(), prov("Activity"));
        say(
                activity,
                prov("endedAtTime"),
                NodeFactory.createLiteralDT(write.time().toString(), XSDDatatype.XSDdateTime));
        say(activity, prov("wasAssociatedWith"), writer);
        say(writer, RDF.type.asNode(), prov("Agent"));
        say(
                writer,
                RDFS.label.asNode(),
                NodeFactory.createLiteralString(write.origin().writer()));
        if (!write.origin().note().isEmpty()) {
            say(
                    activity,
                    RDFS.comment.asNode(),
                    NodeFactory.createLiteralString(write.origin().note()));
        }
        write.origin().undoes().ifPresent(undone -> say(activity, prov("wasInformedBy"), activity(undone)));
        say(
                activity,
                prov("used"),
                version(history.numbered(write.number() - 1)
                        .map(WriteRecord::version)
                        .orElse(history.filled())));
        say(activity, GENERATED, version(write.version()));
        collection(activity, prov("invalidated"), change.removed(), whole);
        collection(activity, GENERATED, change.added(), whole);
    }

    private void collection(Node activity, Node property, Set<Quad> quads, boolean whole) {
        Node collection = NodeFactory.createBlankNode();
        say(activity, property, collection);
        say(collection, RDF.type.asNode(), prov("Collection"));
        say(collection, RDF.type.asNode(), VOID.Dataset.asNode());
        say(
                collection,
                VOID.triples.asNode(),
                NodeFactory.createLiteralDT(Integer.toString(quads.size()), XSDDatatype.XSDinteger));
        if (whole) {
            quads.forEach(quad -> {
                Node statement = NodeFactory.createBlankNode();
                say(collection, prov("hadMember"), statement);
                say(statement, RDF.type.asNode(), RDF.Statement.asNode());
                say(statement, RDF.subject.asNode(), quad.getSubject());
                say(statement, RDF.predicate.asNode(), quad.getPredicate());
                say(statement, RDF.object.asNode(), quad.getObject());
                say(statement, DCTerms.isPartOf.asNode(), quad.getGraph());
            });
        }
    }

    private Node activity(int number) {
        return NodeFactory.createURI(SiteRoute.WRITE.iri(base) + number);
    }

    private Node version(String digest) {
        Node version = NodeFactory.createURI(version(dataset, digest));
        say(version, OWL2.versionInfo.asNode(), NodeFactory.createLiteralString(digest));
        return version;
    }

    private void say(Node subject, Node property, Node object) {
        triples.add(Triple.create(subject, property, object));
    }

    private static Node prov(String name) {
        return NodeFactory.createURI(PROV + name);
    }
}
