package org.torchgraph.site;

import java.util.stream.Collectors;
import org.apache.jena.riot.system.PrefixMap;
import org.torchgraph.site.frame.Frame;
import org.torchgraph.site.words.Texts;

/**
 * The query editor.
 *
 * @param query what it opens with
 * @param given whether the request brought it
 */
public record EditorPage(String query, boolean given) {

    /** With the query of the request, or, when that is empty, with one to start from. */
    static EditorPage of(Frame frame, String query) {
        boolean given = !query.isBlank();
        return new EditorPage(given ? query : start(frame.site().prefixes()), given);
    }

    private static String start(PrefixMap prefixes) {
        return prefixes.stream()
                .map(entry -> "PREFIX " + entry.getPrefix() + ": <" + entry.getUri() + ">")
                .sorted()
                .collect(Collectors.joining("\n", "", "\n\n" + Texts.file("start.rq")));
    }
}
