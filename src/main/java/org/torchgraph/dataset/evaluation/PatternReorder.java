package org.torchgraph.dataset.evaluation;

import org.apache.jena.sparql.ARQException;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.main.StageGenerator;
import org.apache.jena.sparql.engine.main.solver.PatternMatchData;
import org.apache.jena.sparql.engine.optimizer.reorder.ReorderLib;

/**
 * Matches patterns as ARQ does, in the order that it chooses by the first row. ARQ fails if that row has a term at the
 * place of a property that is no IRI; then they are matched in the order in which they are written.
 */
public final class PatternReorder implements StageGenerator {
    @Override
    public QueryIterator execute(BasicPattern pattern, QueryIterator input, ExecutionContext context) {
        if (pattern.size() < 2) {
            return PatternMatchData.execute(context.getActiveGraph(), pattern, input, null, context);
        }
        QueryIterPeek rows = QueryIterPeek.create(input, context);
        return rows.hasNext()
                ? PatternMatchData.execute(context.getActiveGraph(), ordered(pattern, rows), rows, null, context)
                : rows;
    }

    private static BasicPattern ordered(BasicPattern pattern, QueryIterPeek rows) {
        try {
            return ReorderLib.fixed()
                    .reorderIndexes(Substitute.substitute(pattern, rows.peek()))
                    .reorder(pattern);
        } catch (ARQException unidentified) {
            return pattern;
        }
    }
}
