package org.torchgraph.site.thing;

import java.util.List;

/** A section of the page of a thing that shows more than its statements, because of what the thing is. */
public interface ThingSection {

    /** Returns the names of its headings in order, which are the ends of their message keys and of their anchors. */
    List<String> headings();
}
