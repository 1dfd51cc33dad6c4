package org.torchgraph.model.thesaurus;

/** Compares notations as people do: digits that follow each other count as one number. */
final class NotationOrder {
    private NotationOrder() {}

    static int compare(String one, String other) {
        int at = 0;
        int to = 0;
        while (at < one.length() && to < other.length()) {
            int endOne = end(one, at);
            int endOther = end(other, to);
            String first = one.substring(at, endOne);
            String second = other.substring(to, endOther);
            boolean numbers = Character.isDigit(first.charAt(0)) && Character.isDigit(second.charAt(0));
            int order = numbers ? numbers(first, second) : first.compareTo(second);
            if (order != 0) {
                return order;
            }
            at = endOne;
            to = endOther;
        }
        int order = Integer.compare(one.length() - at, other.length() - to);
        return order != 0 ? order : one.compareTo(other);
    }

    /** Returns the end of a number, else of one character. */
    private static int end(String text, int from) {
        int end = from + 1;
        while (Character.isDigit(text.charAt(from)) && end < text.length() && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int numbers(String one, String other) {
        String first = one.replaceFirst("^0+(?=.)", "");
        String second = other.replaceFirst("^0+(?=.)", "");
        int order = Integer.compare(first.length(), second.length());
        return order != 0 ? order : first.compareTo(second);
    }
}
