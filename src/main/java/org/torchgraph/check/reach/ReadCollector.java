package org.torchgraph.check.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpConditional;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpExtend;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpNull;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpReduced;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/** Collects the places at which a query reads triples. */
final class ReadCollector {
    private final List<PatternRead> reads = new ArrayList<>();
    private boolean complete = true;

    private ReadCollector() {}

    /** Returns the places; empty if the query has operators of which they are not known. */
    static Optional<List<PatternRead>> of(Op query) {
        ReadCollector collector = new ReadCollector();
        collector.collect(query, List.of());
        return collector.complete ? Optional.of(collector.reads) : Optional.empty();
    }

    /** @param context what has solutions too wherever a solution of the operator makes a difference */
    private void collect(Op op, List<Op> context) {
        switch (op) {
            case OpBGP bgp -> {
                List<Triple> triples = bgp.getPattern().getList();
                for (Triple triple : triples) {
                    Stream<Op> others = triples.stream()
                            .filter(other -> !other.equals(triple))
                            .map(ReadCollector::pattern);
                    reads.add(new PatternRead(new TriplePath(triple), with(context, others.toList())));
                }
            }
            case OpPath path -> reads.add(new PatternRead(path.getTriplePath(), context));
            case OpJoin join -> both(join.getLeft(), join.getRight(), context);
            case OpSequence sequence -> {
                List<Op> parts = sequence.getElements();
                for (int at = 0; at < parts.size(); at++) {
                    List<Op> all = new ArrayList<>(context);
                    for (int other = 0; other < parts.size(); other++) {
                        all.addAll(other == at ? List.of() : needed(parts.get(other)));
                    }
                    collect(parts.get(at), all);
                }
            }
            case OpUnion union -> {
                collect(union.getLeft(), context);
                collect(union.getRight(), context);
            }
            case OpLeftJoin optional -> {
                List<Op> left = with(context, needed(optional.getLeft()));
                collect(optional.getLeft(), context);
                collect(optional.getRight(), left);
                if (optional.getExprs() != null) {
                    optional.getExprs().forEach(expr -> collect(expr, left));
                }
            }
            case OpConditional optional -> {
                collect(optional.getLeft(), context);
                collect(optional.getRight(), with(context, needed(optional.getLeft())));
            }
            case OpMinus minus -> {
                collect(minus.getLeft(), context);
                collect(minus.getRight(), with(context, needed(minus.getLeft())));
            }
            case OpFilter filter -> {
                collect(filter.getSubOp(), context);
                List<Op> filtered = with(context, needed(filter.getSubOp()));
                filter.getExprs().forEach(expr -> collect(expr, filtered));
            }
            case OpExtend extend -> {
                collect(extend.getSubOp(), context);
                List<Op> extended = with(context, needed(extend.getSubOp()));
                extend.getVarExprList().getExprs().values().forEach(expr -> collect(expr, extended));
            }
            case OpGroup group -> collect(group.getSubOp(), context);
            case OpGraph graph -> collect(graph.getSubOp(), context);
            case OpProject inner -> collect(inner.getSubOp(), context);
            case OpDistinct inner -> collect(inner.getSubOp(), context);
            case OpReduced inner -> collect(inner.getSubOp(), context);
            case OpOrder inner -> collect(inner.getSubOp(), context);
            case OpTable table -> {}
            case OpNull none -> {}
            default -> complete = false;
        }
    }

    private void both(Op left, Op right, List<Op> context) {
        collect(left, with(context, needed(right)));
        collect(right, with(context, needed(left)));
    }

    private void collect(Expr expr, List<Op> context) {
        Walker.walk(expr, new ExprVisitorBase() {
            @Override
            public void visit(ExprFunctionOp exists) {
                collect(exists.getGraphPattern(), context);
            }
        });
    }

    /** Returns the patterns that have a solution for each solution of an operator. */
    private static List<Op> needed(Op op) {
        return switch (op) {
            case OpBGP bgp ->
                bgp.getPattern().getList().stream().map(ReadCollector::pattern).toList();
            case OpPath path -> List.of(path);
            case OpTable table -> table.isJoinIdentity() ? List.of() : List.of(table);
            case OpJoin join -> with(needed(join.getLeft()), needed(join.getRight()));
            case OpSequence sequence ->
                sequence.getElements().stream()
                        .flatMap(part -> needed(part).stream())
                        .toList();
            case OpLeftJoin optional -> needed(optional.getLeft());
            case OpConditional optional -> needed(optional.getLeft());
            case OpMinus minus -> needed(minus.getLeft());
            // A group of everything has a solution even where there is nothing.
            case OpGroup group -> group.getGroupVars().isEmpty() ? List.of() : needed(group.getSubOp());
            case OpFilter filter -> needed(filter.getSubOp());
            case OpExtend extend -> needed(extend.getSubOp());
            case OpProject inner -> needed(inner.getSubOp());
            case OpDistinct inner -> needed(inner.getSubOp());
            case OpReduced inner -> needed(inner.getSubOp());
            default -> List.of();
        };
    }

    private static Op pattern(Triple triple) {
        BasicPattern one = new BasicPattern();
        one.add(triple);
        return new OpBGP(one);
    }

    private static List<Op> with(List<Op> some, List<Op> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
