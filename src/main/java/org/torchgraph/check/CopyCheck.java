package org.torchgraph.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.messages.Code;
import org.torchgraph.publication.Locator;
import org.torchgraph.publication.evidence.SourceText;

/**
 * Finds literals that repeat the wording of a source. Titles and names are facts and may; everything else is written
 * anew. White space does not count, nor do the names that the notes on a version quote.
 */
final class CopyCheck {
    /** Code points in a row; shorter runs are names and set phrases. */
    static final int LONGEST_SHARED = 13;

    private static final Set<Node> NAMES =
            Set.of(DCTerms.title.asNode(), RDFS.label.asNode(), SKOS.altLabel.asNode(), SKOS.prefLabel.asNode());

    private static final Node VERSION_NOTES = NodeFactory.createURI("http://www.w3.org/ns/adms#versionNotes");

    private final Graph union;
    private final Locator places;

    CopyCheck(Graph union, Locator places) {
        this.union = union;
        this.places = places;
    }

    List<Finding> findings(SourceText source) {
        Set<String> runs = new HashSet<>(runs(source.withoutWhiteSpace()));
        return union
                .find()
                .filterKeep(triple -> triple.getObject().isLiteral() && !NAMES.contains(triple.getPredicate()))
                .toList()
                .stream()
                .flatMap(triple -> copied(triple, runs).stream())
                .toList();
    }

    private Optional<Finding> copied(Triple triple, Set<String> runs) {
        String said = triple.getObject().getLiteralLexicalForm();
        String text = SourceText.withoutWhiteSpace(
                triple.getPredicate().equals(VERSION_NOTES) ? said.replaceAll("“[^”]*”", "“”") : said);
        return runs(text).stream()
                .filter(runs::contains)
                .findFirst()
                .map(run -> Finding.error(
                        places.find(triple.getSubject(), triple.getPredicate(), triple.getObject()),
                        Code.COPY_OF_SOURCE,
                        run));
    }

    private static List<String> runs(String text) {
        int[] points = text.codePoints().toArray();
        int length = LONGEST_SHARED + 1;
        return Stream.iterate(0, start -> start + length <= points.length, start -> start + 1)
                .map(start -> new String(points, start, length))
                .toList();
    }
}
