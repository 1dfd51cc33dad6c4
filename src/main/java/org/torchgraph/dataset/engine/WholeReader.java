package org.torchgraph.dataset.engine;

import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.http.GSP;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.torchgraph.dataset.numbered.NumberedData;
import org.torchgraph.dataset.remote.CutAnswerException;
import org.torchgraph.messages.Code;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.rdf.TripleSource;

/**
 * Reads all statements of an engine, some graphs with one request; a single one, if the engine ends its answers early,
 * from its graph store.
 *
 * @param engine has no limit of rows
 * @param graphStore the address of the graph store, if that is known
 */
record WholeReader(EngineReads engine, String address, Optional<String> graphStore) {
    /** The number of graphs of a request. */
    private static final int MOST_GRAPHS = 64;

    /** Returns the graphs, with their union as default graph. */
    DatasetGraph read(List<Node> graphs) {
        NumberedData data = new NumberedData();
        graphs.forEach(data::addGraph);
        for (int from = 0; from < graphs.size(); from += MOST_GRAPHS) {
            read(graphs.subList(from, Math.min(graphs.size(), from + MOST_GRAPHS)), data);
        }
        return data.build();
    }

    private void read(List<Node> graphs, NumberedData into) {
        ElementGroup pattern = new ElementGroup();
        Var graph = Var.alloc("g");
        pattern.addElement(PatternQueries.values(graph, graphs));
        pattern.addElement(PatternQueries.in(graph, Triple.create(Var.alloc("s"), Var.alloc("p"), Var.alloc("o"))));
        Query query = PatternQueries.select(false, pattern, "g", "s", "p", "o");
        try {
            // An answer that is ended early says so before its first row.
            engine.rows(query, row -> into.add(EngineReads.quad(row)));
        } catch (QueryFailedException failed) {
            if (ExceptionUtils.indexOfType(failed, CutAnswerException.class) < 0) {
                throw failed;
            }
            if (graphs.size() == 1) {
                fromStore(graphs.get(0), into);
            } else {
                int middle = graphs.size() / 2;
                read(graphs.subList(0, middle), into);
                read(graphs.subList(middle, graphs.size()), into);
            }
        }
    }

    private void fromStore(Node graph, NumberedData into) {
        String store = graphStore.orElseThrow(() -> new EngineException(Code.ENGINE_GRAPH_STORE, address, graph));
        TripleSource.of(GSP.service(store).graphName(graph).GET())
                .find()
                .forEach(triple -> into.add(Quad.create(graph, triple)));
    }
}
