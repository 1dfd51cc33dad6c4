package org.torchgraph.question;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.query.Query;

/**
 * A saved query.
 *
 * @param name file name without {@code .rq}
 * @param file path relative to the folder of the publication
 * @param titles by language, {@code en} and {@code zh}
 * @param descriptions by language, {@code en} and {@code zh}
 * @param parameters in the order of the front matter
 * @param view how the answer is best shown
 * @param panel IRI of the class on whose pages the answer is shown too, {@code ?this} bound to the thing
 * @param text the whole file
 * @param query the text, parsed
 */
public record Question(
        String name,
        String file,
        Map<String, String> titles,
        Map<String, String> descriptions,
        List<Parameter> parameters,
        View view,
        Optional<String> panel,
        String text,
        Query query) {

    /** How an answer is best shown; each has a table beside it. */
    public enum View {
        TABLE,
        TIMELINE,
        BAR,
        LINE,
        TREE,
        GRAPH
    }

    /**
     * A variable that the asker may set.
     *
     * @param name of the variable, without {@code ?}
     * @param datatype IRI; {@code xsd:anyURI} stands for an IRI, written whole or relative to the base
     * @param defaultValue lexical form used when nothing is given
     * @param what what it is, one phrase
     */
    public record Parameter(String name, String datatype, String defaultValue, String what) {}
}
