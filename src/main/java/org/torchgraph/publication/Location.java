package org.torchgraph.publication;

/**
 * A place in a file of a publication.
 *
 * @param file path relative to the folder of the publication, with {@code /}
 * @param line counted from 1; 0 when the fault is in the file as a whole
 * @param column counted from 1; 0 when unknown
 */
public record Location(String file, long line, long column) implements Comparable<Location> {

    /** The file as a whole. */
    public static Location in(String file) {
        return new Location(file, 0, 0);
    }

    @Override
    public int compareTo(Location other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Long.compare(line, other.line);
        return byLine != 0 ? byLine : Long.compare(column, other.column);
    }

    /** {@code file:line:column}, as compilers write it, with what is known. */
    @Override
    public String toString() {
        return line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
