package org.torchgraph.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.torchgraph.messages.Language;
import org.torchgraph.publication.Publication;
import org.torchgraph.rdf.order.NamedGraphs;
import org.torchgraph.rdf.syntax.SortedTurtle;

/** The drafted statements about one thing and its parts, with the comments above them. */
final class DraftBlock {
    /** The start of each line that asks a person to decide. */
    static final String REVIEW = "# review: ";

    private final Node subject;
    private final List<String> comments = new ArrayList<>();
    private final List<Triple> triples = new ArrayList<>();

    DraftBlock(Node subject, Node type) {
        this.subject = subject;
        say(RDF.type.asNode(), type);
    }

    DraftBlock review(String what) {
        comments.add(REVIEW + what);
        return this;
    }

    DraftBlock say(Node property, Node object) {
        triples.add(Triple.create(subject, property, object));
        return this;
    }

    DraftBlock say(Node property, String text, XSDDatatype datatype) {
        return say(property, NodeFactory.createLiteralDT(text, datatype));
    }

    DraftBlock sayInChinese(Node property, String text) {
        return say(property, NodeFactory.createLiteralLang(text, Language.ZH.tag()));
    }

    /** Adds the statements of a part, which has no comments of its own. */
    DraftBlock with(DraftBlock part) {
        triples.addAll(part.triples);
        return this;
    }

    /** Returns a file in the publication's style: base and prefixes, a comment, the blocks in order. */
    static String file(Publication publication, String comment, List<DraftBlock> blocks) {
        SortedTurtle turtle = new SortedTurtle(publication.prefixes(), Optional.of(publication.base()));
        StringBuilder file = new StringBuilder(header(turtle, blocks))
                .append("# ")
                .append(comment)
                .append('\n');
        for (DraftBlock block : blocks) {
            file.append('\n');
            block.comments.forEach(line -> file.append(line).append('\n'));
            String text = text(turtle, block.triples);
            file.append(text, text.indexOf("\n\n") + 2, text.length());
        }
        return file.toString();
    }

    private static String header(SortedTurtle turtle, List<DraftBlock> blocks) {
        String all = text(
                turtle, blocks.stream().flatMap(block -> block.triples.stream()).toList());
        return all.substring(0, all.indexOf("\n\n") + 2);
    }

    private static String text(SortedTurtle turtle, List<Triple> triples) {
        return turtle.text(NamedGraphs.of(triples.stream()
                .map(triple -> Quad.create(Quad.defaultGraphIRI, triple))
                .toList()));
    }
}
