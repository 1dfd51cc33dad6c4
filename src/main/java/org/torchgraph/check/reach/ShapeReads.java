package org.torchgraph.check.reach;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.engine.Target;
import org.apache.jena.shacl.engine.constraint.CardinalityConstraint;
import org.apache.jena.shacl.engine.constraint.ClassConstraint;
import org.apache.jena.shacl.engine.constraint.ClosedConstraint;
import org.apache.jena.shacl.engine.constraint.ConstraintOp1;
import org.apache.jena.shacl.engine.constraint.ConstraintOpN;
import org.apache.jena.shacl.engine.constraint.ConstraintPairwise;
import org.apache.jena.shacl.engine.constraint.DatatypeConstraint;
import org.apache.jena.shacl.engine.constraint.HasValueConstraint;
import org.apache.jena.shacl.engine.constraint.InConstraint;
import org.apache.jena.shacl.engine.constraint.NodeKindConstraint;
import org.apache.jena.shacl.engine.constraint.PatternConstraint;
import org.apache.jena.shacl.engine.constraint.QualifiedValueShape;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.engine.constraint.StrLanguageIn;
import org.apache.jena.shacl.engine.constraint.StrMaxLengthConstraint;
import org.apache.jena.shacl.engine.constraint.StrMinLengthConstraint;
import org.apache.jena.shacl.engine.constraint.UniqueLangConstraint;
import org.apache.jena.shacl.engine.constraint.ValueRangeConstraint;
import org.apache.jena.shacl.parser.Constraint;
import org.apache.jena.shacl.parser.PropertyShape;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpSequence;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** Where a shape reads triples of the node that it is about. */
public final class ShapeReads {
    private static final Var FOCUS = Var.alloc("this");
    private static final int MAX_DEPTH = 8;
    private static final Path SUPERCLASSES = new P_ZeroOrMore1(new P_Link(RDFS.subClassOf.asNode()));

    private final List<QueryReads> reads = new ArrayList<>();
    private boolean complete = true;
    private int variables;

    private ShapeReads() {}

    /** Returns the reads of a shape with targets; empty if it has constraints of which they are not known. */
    public static Optional<ShapeReads> of(Shape shape) {
        ShapeReads reads = new ShapeReads();
        shape.getTargets().forEach(reads::target);
        reads.shape(shape, List.of(), FOCUS, 0);
        return reads.complete ? Optional.of(reads) : Optional.empty();
    }

    /**
     * Returns the nodes whose results may differ after a change, whether the shape is about them or not.
     *
     * @return empty if it may be any node
     */
    public Optional<Set<Node>> affected(ChangedTriples change) {
        Set<Node> found = new HashSet<>();
        for (QueryReads read : reads) {
            Optional<Set<Node>> nodes = read.affected(change);
            if (nodes.isEmpty()) {
                return Optional.empty();
            }
            found.addAll(nodes.get());
        }
        return Optional.of(found);
    }

    private void target(Target target) {
        Node object = target.getObject();
        switch (target.getTargetType()) {
            case targetClass, implicitClass -> instance(List.of(), FOCUS);
            case targetSubjectsOf -> read(List.of(pattern(FOCUS, object, fresh())));
            case targetObjectsOf -> read(List.of(pattern(fresh(), object, FOCUS)));
            case targetNode -> {}
            default -> complete = false;
        }
    }

    private Var fresh() {
        variables++;
        return Var.alloc("v" + variables);
    }

    private void instance(List<Op> context, Node node) {
        Var type = fresh();
        List<Op> all = new ArrayList<>(context);
        all.add(pattern(node, RDF.type.asNode(), type));
        all.add(new OpPath(new TriplePath(type, SUPERCLASSES, fresh())));
        read(all);
    }

    private void read(List<Op> patterns) {
        OpSequence sequence = OpSequence.create();
        patterns.forEach(sequence::add);
        query(QueryReads.of(sequence, FOCUS));
    }

    private void query(Optional<QueryReads> known) {
        known.ifPresentOrElse(reads::add, () -> complete = false);
    }

    private static Op pattern(Node subject, Node property, Node object) {
        BasicPattern one = new BasicPattern();
        one.add(Triple.create(subject, property, object));
        return new OpBGP(one);
    }

    /**
     * Adds what a shape reads.
     *
     * @param context leads from the focus node to the node
     */
    private void shape(Shape shape, List<Op> context, Node node, int depth) {
        if (depth > MAX_DEPTH) {
            complete = false;
            return;
        }
        List<Op> inner = context;
        Node values = node;
        if (shape instanceof PropertyShape property) {
            Var value = fresh();
            inner = new ArrayList<>(context);
            steps(property.getPath(), node, value, inner);
            read(inner);
            values = value;
        }
        for (Constraint constraint : shape.getConstraints()) {
            constraint(constraint, context, node, inner, values, depth);
        }
        for (PropertyShape property : shape.getPropertyShapes()) {
            shape(property, inner, values, depth + 1);
        }
    }

    private void steps(Path path, Node from, Node to, List<Op> into) {
        if (path instanceof P_Seq steps) {
            Var between = fresh();
            steps(steps.getLeft(), from, between, into);
            steps(steps.getRight(), between, to, into);
        } else if (path instanceof P_Link link) {
            into.add(pattern(from, link.getNode(), to));
        } else {
            into.add(new OpPath(new TriplePath(from, path, to)));
        }
    }

    private void constraint(
            Constraint constraint, List<Op> context, Node node, List<Op> inner, Node values, int depth) {
        switch (constraint) {
            case ClassConstraint type -> instance(inner, values);
            case ConstraintOp1 other -> shape(other.getOther(), inner, values, depth + 1);
            case ConstraintOpN others -> others.getOthers().forEach(one -> shape(one, inner, values, depth + 1));
            case QualifiedValueShape qualified -> shape(qualified.getSub(), inner, values, depth + 1);
            case ConstraintPairwise pair -> {
                List<Op> all = new ArrayList<>(context);
                all.add(pattern(node, pair.getValue(), fresh()));
                read(all);
            }
            case ClosedConstraint closed -> {
                List<Op> all = new ArrayList<>(inner);
                all.add(pattern(values, fresh(), fresh()));
                read(all);
            }
            case SparqlConstraint sparql
            when context.isEmpty() && node.equals(FOCUS) -> query(QueryReads.of(sparql.getQuery(), FOCUS));
            case DatatypeConstraint own -> {}
            case NodeKindConstraint own -> {}
            case HasValueConstraint own -> {}
            case InConstraint own -> {}
            case PatternConstraint own -> {}
            case StrLanguageIn own -> {}
            case StrMinLengthConstraint own -> {}
            case StrMaxLengthConstraint own -> {}
            case UniqueLangConstraint own -> {}
            case ValueRangeConstraint own -> {}
            case CardinalityConstraint own -> {}
            default -> complete = false;
        }
    }
}
