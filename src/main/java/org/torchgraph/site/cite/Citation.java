package org.torchgraph.site.cite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.torchgraph.model.Description;
import org.torchgraph.model.Statement;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * What a reference to a thing or an answer tells.
 *
 * @param authors the names of those who issued, created or published it, in the language of the page
 * @param title its name
 * @param number the number of the document, or an empty text
 * @param issued its date as the data state it, or an empty text
 * @param container the name of the publication
 * @param version the version of the dataset
 * @param address the IRI that lasts
 * @param licence the licence of the publication, or an empty text
 */
public record Citation(
        List<String> authors,
        RenderedTerm title,
        String number,
        String issued,
        String container,
        String version,
        String address,
        String licence) {
    private static final String ELI = "http://data.europa.eu/eli/ontology#";

    /** The properties that name authors; the first that a thing has counts. */
    private static final List<Node> AUTHORS =
            List.of(NodeFactory.createURI(ELI + "passed_by"), DCTerms.creator.asNode(), DCTerms.publisher.asNode());

    private static final Node NUMBER = NodeFactory.createURI(ELI + "number");

    /** Returns the citation of a described thing. */
    public static Citation of(Description description, RenderedTerm name, TermRenderer wording, PageContext frame) {
        List<String> authors = AUTHORS.stream()
                .map(property -> objects(description, property)
                        .map(author -> wording.show(author).text())
                        .sorted()
                        .toList())
                .filter(names -> !names.isEmpty())
                .findFirst()
                .orElse(List.of());
        return new Citation(
                authors,
                name,
                literal(description, NUMBER).orElse(""),
                literal(description, DCTerms.issued.asNode()).orElse(""),
                frame.brand().text(),
                frame.citedVersion(),
                description.thing().getURI(),
                licence(frame));
    }

    /** Returns the citation of an answer. */
    public static Citation of(RenderedTerm title, String address, PageContext frame) {
        return new Citation(
                List.of(), title, "", "", frame.brand().text(), frame.citedVersion(), address, licence(frame));
    }

    private static String licence(PageContext frame) {
        return frame.licence() == null ? "" : frame.licence().text();
    }

    private static Stream<Node> objects(Description description, Node property) {
        return description.statements().stream()
                .map(Statement::triple)
                .filter(triple -> triple.getSubject().equals(description.thing())
                        && triple.getPredicate().equals(property))
                .map(Triple::getObject);
    }

    private static Optional<String> literal(Description description, Node property) {
        return objects(description, property)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .sorted()
                .findFirst();
    }

    /** Returns the year of the date, or an empty text. */
    String year() {
        return issued.matches("\\d{4}(-.*)?") ? issued.substring(0, 4) : "";
    }
}
