package org.torchgraph.dataset.numbered;

import static org.torchgraph.dataset.numbered.Sorting.firstFrom;

import java.util.Arrays;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NiceIterator;
import org.torchgraph.rdf.TripleNumbers;

/**
 * A graph that is only read: all triples of a version, or some of them. Numbers of terms are those of its
 * {@link #terms()}; a negative number or one beyond their count is a term that no triple has.
 */
public final class NumberedGraph extends GraphBase implements TripleNumbers {
    /** The number in a pattern that stands for any term. */
    public static final int ANY = -1;

    /** A row of all triples costs as much as so many of this graph, since it has to be sought here. */
    private static final int WORTH_READING_HERE = 16;

    private final NumberedTerms terms;
    private final TripleOrders orders;
    /** The rows of its triples, ascending; null if it has all. */
    private final int[] rows;

    NumberedGraph(NumberedTerms terms, TripleOrders orders, int[] rows) {
        this.terms = terms;
        this.orders = orders;
        this.rows = rows != null && rows.length == orders.count ? null : rows;
    }

    /** Returns the terms of the version. */
    public NumberedTerms terms() {
        return terms;
    }

    /** Returns the triples of the version. */
    TripleOrders orders() {
        return orders;
    }

    /** Returns the rows of its triples, ascending; null if it has all. */
    int[] rows() {
        return rows;
    }

    @Override
    public int termCount() {
        return terms.count();
    }

    @Override
    public Node node(int number) {
        return terms.node(number);
    }

    @Override
    public boolean isLiteral(int number) {
        return terms.isLiteral(number);
    }

    @Override
    public String language(int number) {
        return terms.language(number);
    }

    @Override
    public void read(TripleVisitor visitor) {
        Matches all = matches();
        match(all, ANY, ANY, ANY);
        while (all.next()) {
            visitor.triple(all.subject, all.property, all.object);
        }
    }

    /** Returns an object for {@link #match}. */
    public Matches matches() {
        return new Matches(orders);
    }

    /** Lets an object read the triples that match a pattern of numbers, each a term or {@link #ANY}. */
    public void match(Matches matches, int subject, int property, int object) {
        if (isAbsent(subject) || isAbsent(property) || isAbsent(object)) {
            matches.none();
        } else if (rows == null) {
            matchAll(matches, subject, property, object);
        } else {
            matchSome(matches, subject, property, object);
        }
    }

    private boolean isAbsent(int number) {
        return number < ANY || number >= terms.count();
    }

    private void matchAll(Matches matches, int subject, int property, int object) {
        if (subject >= 0) {
            matchSubject(matches, subject, property, object);
        } else if (property >= 0) {
            int from = orders.byProperty[property];
            int to = orders.byProperty[property + 1];
            if (object < 0) {
                matches.readRows(orders.rowsOfProperty, from, to);
            } else {
                int first = firstFrom(orders.objectsOfProperty, from, to, object);
                matches.readObjects(property, first, firstFrom(orders.objectsOfProperty, first, to, object + 1));
            }
        } else if (object >= 0) {
            matches.readSubjects(object, orders.byObject[object], orders.byObject[object + 1]);
        } else {
            matches.read(0, orders.count);
        }
    }

    private void matchSubject(Matches matches, int subject, int property, int object) {
        int from = orders.bySubject[subject];
        int to = orders.bySubject[subject + 1];
        if (property >= 0) {
            from = firstFrom(orders.properties, from, to, property);
            to = firstFrom(orders.properties, from, to, property + 1);
            if (object >= 0) {
                from = firstFrom(orders.objects, from, to, object);
                to = firstFrom(orders.objects, from, to, object + 1);
            }
            matches.read(from, to);
        } else if (object >= 0) {
            from = firstFrom(orders.subjectsToObject, orders.byObject[object], orders.byObject[object + 1], subject);
            to = firstFrom(orders.subjectsToObject, from, orders.byObject[object + 1], subject + 1);
            matches.readSubjects(object, from, to);
        } else {
            matches.read(from, to);
        }
    }

    private void matchSome(Matches matches, int subject, int property, int object) {
        if (subject >= 0) {
            int from = firstFrom(rows, 0, rows.length, orders.bySubject[subject]);
            int to = firstFrom(rows, from, rows.length, orders.bySubject[subject + 1]);
            matches.readRows(rows, from, to, property, object);
            return;
        }
        matchAll(matches, subject, property, object);
        if (matches.left() > rows.length / WORTH_READING_HERE) {
            matches.readRows(rows, 0, rows.length, property, object);
        } else {
            int[] here = here(matches);
            matches.readRows(here, 0, here.length);
        }
    }

    /** Returns the rows of those triples that are in this graph too. */
    private int[] here(Matches matches) {
        IntList here = new IntList();
        while (matches.next()) {
            int row = orders.row(matches.subject, matches.property, matches.object);
            if (Arrays.binarySearch(rows, row) >= 0) {
                here.add(row);
            }
        }
        return here.toArray();
    }

    /** Returns how many triples match a pattern of numbers, at most. */
    public int count(int subject, int property, int object) {
        if (isAbsent(subject) || isAbsent(property) || isAbsent(object)) {
            return 0;
        }
        Matches matches = matches();
        matchAll(matches, subject, property, object);
        return Math.min(matches.left(), size());
    }

    /**
     * Returns how many triples match a pattern on average, when some of its places will have a term that is not known
     * yet.
     *
     * @param subject a number or {@link #ANY}, like the others
     * @param knowsSubject whether the subject will be known, like the others
     */
    public double expected(
            int subject, int property, int object, boolean knowsSubject, boolean knowsProperty, boolean knowsObject) {
        double triples = count(subject, property, object);
        if (property >= 0) {
            TripleOrders.PropertyCounts counts = orders.counts(property);
            triples /= knowsSubject && subject < 0 ? Math.max(1, counts.subjects()) : 1;
            triples /= knowsObject && object < 0 ? Math.max(1, counts.objects()) : 1;
        } else {
            triples /= knowsSubject && subject < 0 ? Math.max(1, orders.differentSubjects()) : 1;
            triples /= knowsObject && object < 0 ? Math.max(1, orders.differentObjects()) : 1;
            triples /= knowsProperty ? Math.max(1, orders.differentProperties()) : 1;
        }
        return triples;
    }

    /** Returns whether a triple is here. */
    public boolean contains(int subject, int property, int object) {
        if (isAbsent(subject) || isAbsent(property) || isAbsent(object)) {
            return false;
        }
        int row = orders.row(subject, property, object);
        return row >= 0 && (rows == null || Arrays.binarySearch(rows, row) >= 0);
    }

    @Override
    public int number(Node term) {
        return terms.number(term);
    }

    private int numberOrAny(Node node) {
        return node.isConcrete() ? terms.number(node) : ANY;
    }

    @Override
    protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        Matches matches = matches();
        match(
                matches,
                numberOrAny(pattern.getSubject()),
                numberOrAny(pattern.getPredicate()),
                numberOrAny(pattern.getObject()));
        return new FoundTriples(matches, pattern);
    }

    @Override
    protected boolean graphBaseContains(Triple pattern) {
        return pattern.isConcrete()
                ? contains(
                        terms.number(pattern.getSubject()),
                        terms.number(pattern.getPredicate()),
                        terms.number(pattern.getObject()))
                : containsByFind(pattern);
    }

    @Override
    protected int graphBaseSize() {
        return rows == null ? orders.count : rows.length;
    }

    private final class FoundTriples extends NiceIterator<Triple> {
        private final Matches matches;
        private final Triple pattern;
        private boolean isAtNext;

        FoundTriples(Matches matches, Triple pattern) {
            this.matches = matches;
            this.pattern = pattern;
        }

        @Override
        public boolean hasNext() {
            isAtNext = isAtNext || matches.next();
            return isAtNext;
        }

        @Override
        public Triple next() {
            if (!hasNext()) {
                return noElements("no more triples match " + pattern);
            }
            isAtNext = false;
            return Triple.create(terms.node(matches.subject), terms.node(matches.property), terms.node(matches.object));
        }
    }
}
