package org.torchgraph.dataset.engine;

import java.util.Optional;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.VOID;
import org.torchgraph.publication.Publication;

/**
 * How the version of an engine is told.
 *
 * @param query asks for it: the first value of the first row; without one, the catalogue states it or nobody does
 * @param least the version that an engine has at least when it is opened, if that is known
 */
public record EngineVersioning(Optional<Query> query, Optional<String> least) {

    /** The version is what the catalogue of the engine states. */
    public static final EngineVersioning CATALOGUE = new EngineVersioning(Optional.empty(), Optional.empty());

    /** Returns the version that the catalogue among files states. */
    public static Optional<String> statedIn(Publication files) {
        return files.quads()
                .filter(entry -> entry.getPredicate().equals(VOID.uriSpace.asNode())
                        && entry.getObject().isLiteral()
                        && entry.getObject().getLiteralLexicalForm().equals(files.base()))
                .map(Quad::getSubject)
                .flatMap(dataset -> files.quads()
                        .filter(quad -> quad.getSubject().equals(dataset)
                                && quad.getPredicate().equals(OWL.versionInfo.asNode())
                                && quad.getObject().isLiteral()))
                .map(quad -> quad.getObject().getLiteralLexicalForm())
                .min(String::compareTo);
    }
}
