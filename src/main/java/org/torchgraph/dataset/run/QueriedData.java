package org.torchgraph.dataset.run;

import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * The data over which queries run.
 *
 * @param graphs the named graphs, with their union as default graph
 * @param description the graph that describes the dataset, which queries may use although it is not part of it
 */
public record QueriedData(DatasetGraph graphs, Optional<DescriptionGraph> description) {

    /** Creates data without a description. */
    public QueriedData(DatasetGraph graphs) {
        this(graphs, Optional.empty());
    }
}
