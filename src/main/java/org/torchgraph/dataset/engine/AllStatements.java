package org.torchgraph.dataset.engine;

import org.apache.jena.sparql.core.DatasetGraph;
import org.torchgraph.dataset.View;

/** All statements of a version, for one who reads most of them. */
interface AllStatements extends View {

    /**
     * Returns the graphs, with their union as default graph.
     *
     * @throws org.torchgraph.query.QueryFailedException if they are too many to be copied
     */
    DatasetGraph graphs();
}
