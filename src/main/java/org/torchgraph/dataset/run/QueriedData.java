package org.torchgraph.dataset.run;

import java.util.Optional;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * What queries are asked of.
 *
 * @param graphs named graphs, and as default graph the union of them all
 * @param description the graph that queries may ask for, which describes the others and is not one of them
 */
public record QueriedData(DatasetGraph graphs, Optional<DescriptionGraph> description) {

    /** Creates data without a description. */
    public QueriedData(DatasetGraph graphs) {
        this(graphs, Optional.empty());
    }
}
