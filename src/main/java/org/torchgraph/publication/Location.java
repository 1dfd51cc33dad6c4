package org.torchgraph.publication;

/**
 * A position in a file of a publication.
 *
 * @param file the path relative to the publication's folder, with {@code /}
 * @param line the line, counted from 1; 0 for the file as a whole
 * @param column the column, counted from 1; 0 if unknown
 */
public record Location(String file, long line, long column) implements Comparable<Location> {

    /** Returns the location of a file as a whole. */
    public static Location in(String file) {
        return new Location(file, 0, 0);
    }

    @Override
    public int compareTo(Location other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Long.compare(line, other.line);
        return byLine != 0 ? byLine : Long.compare(column, other.column);
    }

    /** Returns {@code file:line:column} as compilers print it, as far as known. */
    @Override
    public String toString() {
        return line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
