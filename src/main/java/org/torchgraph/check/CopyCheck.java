package org.torchgraph.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.torchgraph.messages.Code;
import org.torchgraph.publication.Locator;
import org.torchgraph.publication.evidence.SourceText;
import org.torchgraph.rdf.TripleSource;

/**
 * Finds literals that repeat the wording of a source. Titles and names are facts and may repeat it; everything else has
 * to be worded anew. White space is ignored, and so are names quoted in version notes.
 */
final class CopyCheck {
    /** The number of consecutive code points that may be equal; shorter sequences are names and set phrases. */
    static final int MAX_SHARED_CODE_POINTS = 13;

    private static final Set<Node> NAMES =
            Set.of(DCTerms.title.asNode(), RDFS.label.asNode(), SKOS.altLabel.asNode(), SKOS.prefLabel.asNode());

    private static final Node VERSION_NOTES = NodeFactory.createURI("http://www.w3.org/ns/adms#versionNotes");

    private final TripleSource union;
    private final Locator places;

    CopyCheck(TripleSource union, Locator places) {
        this.union = union;
        this.places = places;
    }

    List<Finding> findings(SourceText source) {
        Set<String> sequences = new HashSet<>(sequences(source.withoutWhiteSpace()));
        return union.find()
                .filter(triple -> triple.getObject().isLiteral() && !NAMES.contains(triple.getPredicate()))
                .flatMap(triple -> copied(triple, sequences).stream())
                .toList();
    }

    private Optional<Finding> copied(Triple triple, Set<String> sequences) {
        String lexical = triple.getObject().getLiteralLexicalForm();
        String text = SourceText.withoutWhiteSpace(
                triple.getPredicate().equals(VERSION_NOTES) ? lexical.replaceAll("“[^”]*”", "“”") : lexical);
        return sequences(text).stream()
                .filter(sequences::contains)
                .findFirst()
                .map(sequence -> Finding.error(
                        places.find(triple.getSubject(), triple.getPredicate(), triple.getObject()),
                        Code.COPY_OF_SOURCE,
                        sequence));
    }

    private static List<String> sequences(String text) {
        int[] points = text.codePoints().toArray();
        int length = MAX_SHARED_CODE_POINTS + 1;
        return Stream.iterate(0, start -> start + length <= points.length, start -> start + 1)
                .map(start -> new String(points, start, length))
                .toList();
    }
}
