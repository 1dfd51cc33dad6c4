package org.torchgraph.dataset.numbered;

/**
 * The triples that match a pattern, one after another: {@link #next} moves on, and the fields have the numbers of the
 * terms then. One object serves many patterns in turn, see {@link NumberedGraph#match}.
 */
public final class Matches {
    private enum Reading {
        FIRST_ORDER,
        OBJECT_AND_SUBJECT,
        SUBJECT_AND_PROPERTY,
        ROWS,
        SOME_ROWS
    }

    private final TripleOrders orders;
    private Reading reading = Reading.FIRST_ORDER;
    private int[] rows;
    private int index;
    private int end;
    private int wantedProperty;
    private int wantedObject;

    public int subject;
    public int property;
    public int object;

    Matches(TripleOrders orders) {
        this.orders = orders;
    }

    void none() {
        index = 0;
        end = 0;
    }

    /** Reads rows of the first order. */
    void read(int from, int to) {
        begin(Reading.FIRST_ORDER, from, to);
    }

    /** Reads rows by object and subject of a property. */
    void readObjects(int ofProperty, int from, int to) {
        begin(Reading.OBJECT_AND_SUBJECT, from, to);
        property = ofProperty;
    }

    /** Reads rows by subject and property of an object. */
    void readSubjects(int toObject, int from, int to) {
        begin(Reading.SUBJECT_AND_PROPERTY, from, to);
        object = toObject;
    }

    /** Reads rows of the first order by a list of them. */
    void readRows(int[] list, int from, int to) {
        begin(Reading.ROWS, from, to);
        rows = list;
    }

    /** Reads those rows of a list that have a property and an object, each if it is not negative. */
    void readRows(int[] list, int from, int to, int withProperty, int withObject) {
        begin(Reading.SOME_ROWS, from, to);
        rows = list;
        wantedProperty = withProperty;
        wantedObject = withObject;
    }

    private void begin(Reading order, int from, int to) {
        reading = order;
        index = from;
        end = to;
    }

    /** Returns how many rows are left to read. */
    public int left() {
        return end - index;
    }

    /** Moves to the next triple, if there is one. */
    public boolean next() {
        if (index >= end) {
            return false;
        }
        int at = index++;
        switch (reading) {
            case FIRST_ORDER -> show(at);
            case OBJECT_AND_SUBJECT -> {
                object = orders.objectsOfProperty[at];
                subject = orders.subjectsOfObject[at];
            }
            case SUBJECT_AND_PROPERTY -> {
                subject = orders.subjectsToObject[at];
                property = orders.propertiesToObject[at];
            }
            case ROWS -> show(rows[at]);
            case SOME_ROWS -> {
                return some(at);
            }
        }
        return true;
    }

    private boolean some(int at) {
        for (int i = at; i < end; i++) {
            int row = rows[i];
            if ((wantedProperty < 0 || orders.properties[row] == wantedProperty)
                    && (wantedObject < 0 || orders.objects[row] == wantedObject)) {
                show(row);
                index = i + 1;
                return true;
            }
        }
        index = end;
        return false;
    }

    private void show(int row) {
        subject = orders.subjects[row];
        property = orders.properties[row];
        object = orders.objects[row];
    }
}
