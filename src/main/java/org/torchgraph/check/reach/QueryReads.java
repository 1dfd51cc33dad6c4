package org.torchgraph.check.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.algebra.optimize.TransformScopeRename;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.main.QC;

/**
 * Where a query about a node reads triples. A change makes a difference to the solutions for a node only if one of its
 * triples matches one of these places, and what else the query needs there leads from it to the node.
 */
public final class QueryReads {
    private final Var node;
    private final List<PatternRead> reads;

    private QueryReads(Var node, List<PatternRead> reads) {
        this.node = node;
        this.reads = reads;
    }

    /**
     * Returns the reads of a query.
     *
     * @param node the variable of the node
     * @return empty if the query has operators of which they are not known
     */
    public static Optional<QueryReads> of(Query query, Var node) {
        return of(Algebra.compile(query), node);
    }

    /** Returns the reads of an algebra expression, as {@link #of(Query, Var)}. */
    public static Optional<QueryReads> of(Op query, Var node) {
        return ReadCollector.of(TransformScopeRename.transform(query)).map(reads -> new QueryReads(node, reads));
    }

    /**
     * Returns the nodes for which the solutions may differ after a change; among them may be some for which they do
     * not.
     *
     * @return empty if it may be any node
     */
    public Optional<Set<Node>> affected(ChangedTriples change) {
        Set<Node> found = new HashSet<>();
        ExecutionContext execution = ExecutionContext.createForGraph(
                change.all().asGraph(), ARQ.getContext().copy());
        for (PatternRead read : reads) {
            Optional<List<Binding>> matches = matches(read.read(), change);
            if (matches.isEmpty()) {
                return Optional.empty();
            }
            for (Binding match : matches.get()) {
                if (match.contains(node)) {
                    found.add(match.get(node));
                } else if (!add(match, read, execution, found)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(found);
    }

    /**
     * Adds the nodes to which the context leads from a match; returns false if it does not lead to any in particular.
     */
    private boolean add(Binding match, PatternRead read, ExecutionContext execution, Set<Node> found) {
        Set<Var> bound = new HashSet<>();
        match.vars().forEachRemaining(bound::add);
        List<Op> path = connected(read.context(), bound);
        boolean leads = path.stream().anyMatch(op -> OpVars.visibleVars(op).contains(node));
        QueryIterator rows = QC.execute(
                joined(path), QueryIterPlainWrapper.create(List.of(match).iterator(), execution), execution);
        try {
            while (rows.hasNext()) {
                if (!leads) {
                    return false;
                }
                found.add(rows.next().get(node));
            }
            return true;
        } finally {
            rows.close();
        }
    }

    /** Returns the patterns that hang together with some variables, each after one that it shares a variable with. */
    private static List<Op> connected(List<Op> patterns, Set<Var> bound) {
        List<Op> left = new ArrayList<>(patterns);
        List<Op> ordered = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Op op : List.copyOf(left)) {
                if (OpVars.visibleVars(op).stream().anyMatch(bound::contains)) {
                    left.remove(op);
                    ordered.add(op);
                    bound.addAll(OpVars.visibleVars(op));
                    more = true;
                }
            }
        }
        return ordered;
    }

    private static Op joined(List<Op> patterns) {
        BasicPattern triples = new BasicPattern();
        OpSequence sequence = OpSequence.create();
        List<Op> others = new ArrayList<>();
        patterns.forEach(op -> {
            if (op instanceof OpBGP bgp) {
                triples.addAll(bgp.getPattern());
            } else {
                others.add(op);
            }
        });
        sequence.add(new OpBGP(triples));
        others.forEach(sequence::add);
        return sequence;
    }

    /** Returns what the variables of a pattern may stand for where it reads a changed triple; empty if not known. */
    private static Optional<List<Binding>> matches(TriplePath read, ChangedTriples change) {
        List<Binding> found = new ArrayList<>();
        if (read.isTriple()) {
            Triple pattern = read.asTriple();
            if (Stream.of(pattern.getSubject(), pattern.getPredicate(), pattern.getObject())
                    .anyMatch(Node::isTripleTerm)) {
                return Optional.empty();
            }
            change.triples().forEach(triple -> bound(
                            new Node[] {pattern.getSubject(), pattern.getPredicate(), pattern.getObject()},
                            new Node[] {triple.getSubject(), triple.getPredicate(), triple.getObject()})
                    .ifPresent(found::add));
            return Optional.of(found);
        }
        return PathSteps.of(read.getPath()).map(steps -> {
            for (Triple triple : change.triples()) {
                if (steps.forward().contains(triple.getPredicate())) {
                    along(read, steps, triple.getSubject(), triple.getObject(), change, found);
                }
                if (steps.backward().contains(triple.getPredicate())) {
                    along(read, steps, triple.getObject(), triple.getSubject(), change, found);
                }
            }
            return found;
        });
    }

    private static void along(
            TriplePath read, PathSteps steps, Node from, Node to, ChangedTriples change, List<Binding> found) {
        Node[] ends = {read.getSubject(), read.getObject()};
        if (steps.single()) {
            bound(ends, new Node[] {from, to}).ifPresent(found::add);
            return;
        }
        Set<Node> starts = closure(from, steps.backward(), steps.forward(), change);
        Set<Node> targets = closure(to, steps.forward(), steps.backward(), change);
        if (read.getSubject().isVariable()) {
            starts.forEach(start ->
                    bound(new Node[] {read.getSubject()}, new Node[] {start}).ifPresent(found::add));
        } else if (starts.contains(read.getSubject())) {
            targets.forEach(target ->
                    bound(new Node[] {read.getObject()}, new Node[] {target}).ifPresent(found::add));
        }
    }

    private static Set<Node> closure(Node start, List<Node> forward, List<Node> backward, ChangedTriples change) {
        Set<Node> seen = new HashSet<>(Set.of(start));
        Deque<Node> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            Node from = open.pop();
            for (Node property : forward) {
                change.all().find(from, property, Node.ANY).forEach(triple -> {
                    if (seen.add(triple.getObject())) {
                        open.push(triple.getObject());
                    }
                });
            }
            for (Node property : backward) {
                change.all().find(Node.ANY, property, from).forEach(triple -> {
                    if (seen.add(triple.getSubject())) {
                        open.push(triple.getSubject());
                    }
                });
            }
        }
        return seen;
    }

    private static Optional<Binding> bound(Node[] pattern, Node[] values) {
        BindingBuilder builder = BindingFactory.builder();
        for (int at = 0; at < pattern.length; at++) {
            if (!Var.isVar(pattern[at])) {
                if (!pattern[at].sameTermAs(values[at])) {
                    return Optional.empty();
                }
            } else if (!builder.contains(Var.alloc(pattern[at]))) {
                builder.add(Var.alloc(pattern[at]), values[at]);
            } else if (!builder.get(Var.alloc(pattern[at])).sameTermAs(values[at])) {
                return Optional.empty();
            }
        }
        return Optional.of(builder.build());
    }
}
