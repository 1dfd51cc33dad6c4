package org.torchgraph.dataset;

import java.util.List;
import org.apache.jena.graph.Node;

/** Finds things by the words of their names, by the text search that a store has of its own. */
public interface StoreNameSearch {

    /**
     * A name that has the words.
     *
     * @param thing the IRI of the thing
     * @param name the literal
     */
    record FoundName(Node thing, Node name) {}

    /**
     * Returns names that have all words of a text, the shortest first.
     *
     * @param text any text, of which only letters and digits count
     * @param unfinished whether the last word may be the beginning of one
     * @param most the number of names returned at most
     */
    List<FoundName> find(String text, boolean unfinished, int most);
}
