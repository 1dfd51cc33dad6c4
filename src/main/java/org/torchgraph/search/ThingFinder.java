package org.torchgraph.search;

import java.util.List;

/** Finds things by words. Safe for several threads. */
interface ThingFinder {

    /** Returns one page of the things that have the words and pass the filters. */
    Hits find(SearchRequest wanted);

    /**
     * Returns things whose names match, with the last word as a prefix.
     *
     * @param skipped the number of things that are left out at the beginning
     * @param most the number of things returned at most
     */
    List<Hits.Hit> suggest(String text, int skipped, int most);
}
