package org.torchgraph.dataset.numbered;

import static org.torchgraph.dataset.numbered.Sorting.by;
import static org.torchgraph.dataset.numbered.Sorting.rows;
import static org.torchgraph.dataset.numbered.Sorting.starts;
import static org.torchgraph.dataset.numbered.Sorting.take;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Different triples as numbers of terms, in the orders that patterns need. The order of subject, property and object
 * has all three columns, so that a triple is known by its row there; the others begin at a number for each term.
 */
final class TripleOrders {
    final int count;
    final int[] subjects;
    final int[] properties;
    final int[] objects;
    /** The rows of each subject. */
    final int[] bySubject;

    /** The rows of each property: object, subject. */
    final int[] byProperty;

    final int[] objectsOfProperty;
    final int[] subjectsOfObject;

    /** The rows of each object: subject, property. */
    final int[] byObject;

    final int[] subjectsToObject;
    final int[] propertiesToObject;

    /** The rows of the first order for each property, by subject; they begin where the rows of the property do. */
    final int[] rowsOfProperty;

    private final int differentSubjects;
    private final int differentObjects;
    private final Map<Integer, PropertyCounts> counts = new HashMap<>();

    /**
     * What is known of a property.
     *
     * @param triples how many have it
     * @param subjects how many different subjects these have
     * @param objects how many different objects these have
     */
    record PropertyCounts(int triples, int subjects, int objects) {
        private static final PropertyCounts NONE = new PropertyCounts(0, 0, 0);
    }

    /** Creates the orders of triples that are sorted by subject, property and object, and of which no two are equal. */
    static TripleOrders of(int terms, int[] subjects, int[] properties, int[] objects) {
        int[] byObjects = by(objects, terms, rows(subjects.length));
        int[] byBoth = by(properties, terms, byObjects);
        return new TripleOrders(
                terms,
                List.of(
                        subjects,
                        properties,
                        objects,
                        take(objects, byBoth),
                        take(subjects, byBoth),
                        take(subjects, byObjects),
                        take(properties, byObjects),
                        by(properties, terms, rows(subjects.length))));
    }

    /** Creates the orders that have these columns, in the order of {@link #columns}. */
    TripleOrders(int terms, List<int[]> columns) {
        subjects = columns.get(0);
        properties = columns.get(1);
        objects = columns.get(2);
        objectsOfProperty = columns.get(3);
        subjectsOfObject = columns.get(4);
        subjectsToObject = columns.get(5);
        propertiesToObject = columns.get(6);
        rowsOfProperty = columns.get(7);
        count = subjects.length;
        bySubject = starts(subjects, terms);
        byObject = starts(objects, terms);
        byProperty = starts(properties, terms);
        differentSubjects = different(bySubject);
        differentObjects = different(byObject);
        for (int property = 0; property < terms; property++) {
            if (byProperty[property] < byProperty[property + 1]) {
                counts.put(property, count(byProperty[property], byProperty[property + 1]));
            }
        }
    }

    /** Returns the columns of all orders, each with a number for a triple. */
    List<int[]> columns() {
        return List.of(
                subjects,
                properties,
                objects,
                objectsOfProperty,
                subjectsOfObject,
                subjectsToObject,
                propertiesToObject,
                rowsOfProperty);
    }

    private PropertyCounts count(int from, int to) {
        int objectsSeen = 0;
        int subjectsSeen = 0;
        for (int i = from; i < to; i++) {
            if (i == from || objectsOfProperty[i] != objectsOfProperty[i - 1]) {
                objectsSeen++;
            }
            if (i == from || subjects[rowsOfProperty[i]] != subjects[rowsOfProperty[i - 1]]) {
                subjectsSeen++;
            }
        }
        return new PropertyCounts(to - from, subjectsSeen, objectsSeen);
    }

    private static int different(int[] starts) {
        int different = 0;
        for (int i = 1; i < starts.length; i++) {
            if (starts[i] > starts[i - 1]) {
                different++;
            }
        }
        return different;
    }

    PropertyCounts counts(int property) {
        return counts.getOrDefault(property, PropertyCounts.NONE);
    }

    int differentProperties() {
        return counts.size();
    }

    int differentSubjects() {
        return differentSubjects;
    }

    int differentObjects() {
        return differentObjects;
    }

    /** Returns the row of a triple in the first order, or -1. */
    int row(int subject, int property, int object) {
        int end = bySubject[subject + 1];
        int from = Sorting.firstFrom(properties, bySubject[subject], end, property);
        int to = Sorting.firstFrom(properties, from, end, property + 1);
        int row = Sorting.firstFrom(objects, from, to, object);
        return row < to && objects[row] == object ? row : -1;
    }
}
