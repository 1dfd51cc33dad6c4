package org.torchgraph.query;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeToLabel;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.system.SyntaxLabels;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/**
 * Writes rows as JSON, each on a line of its own, straight to bytes: Jena's writer takes several times as long as a
 * small query.
 *
 * @see <a href="https://www.w3.org/TR/sparql12-results-json/">SPARQL 1.2 Query Results JSON Format</a>
 */
final class JsonRows implements RowSetWriter {

    @Override
    public void write(Writer out, RowSet rows, Context context) {
        throw new UnsupportedOperationException("JSON is written to bytes");
    }

    @Override
    public void write(OutputStream out, boolean answer, Context context) {
        JsonBytes bytes = new JsonBytes(out);
        bytes.raw("{\"head\":{},\"boolean\":").raw(Boolean.toString(answer)).raw("}\n");
        bytes.flush();
    }

    @Override
    public void write(OutputStream out, RowSet rows, Context context) {
        JsonBytes bytes = new JsonBytes(out);
        JsonTerms terms = new JsonTerms(bytes);
        List<Var> columns = rows.getResultVars();
        bytes.raw("{\"head\":{\"vars\":[");
        String between = "";
        for (Var column : columns) {
            bytes.raw(between).quoted(column.getVarName());
            between = ",";
        }
        bytes.raw("]},\"results\":{\"bindings\":[");
        between = "\n";
        while (rows.hasNext()) {
            bytes.raw(between);
            row(rows.next(), columns, bytes, terms);
            between = ",\n";
        }
        bytes.raw("\n]}}\n");
        bytes.flush();
    }

    private static void row(Binding row, List<Var> columns, JsonBytes bytes, JsonTerms terms) {
        String between = "{";
        for (Var column : columns) {
            Node term = row.get(column);
            if (term != null) {
                bytes.raw(between).quoted(column.getVarName()).raw(":");
                terms.write(term);
                between = ",";
            }
        }
        bytes.raw(between.equals("{") ? "{}" : "}");
    }

    /** Writes terms of one result, in which a blank node has one label. */
    private static final class JsonTerms {
        private final JsonBytes bytes;
        private final NodeToLabel labels = SyntaxLabels.createNodeToLabel();

        JsonTerms(JsonBytes bytes) {
            this.bytes = bytes;
        }

        void write(Node term) {
            if (term.isURI()) {
                bytes.raw("{\"type\":\"uri\",\"value\":").quoted(term.getURI()).raw("}");
            } else if (term.isLiteral()) {
                literal(term);
            } else if (term.isTripleTerm()) {
                Triple triple = term.getTriple();
                bytes.raw("{\"type\":\"triple\",\"value\":{\"subject\":");
                write(triple.getSubject());
                bytes.raw(",\"predicate\":");
                write(triple.getPredicate());
                bytes.raw(",\"object\":");
                write(triple.getObject());
                bytes.raw("}}");
            } else {
                // The label begins with "_:", which JSON leaves out.
                String label = labels.get(null, term).substring(2);
                bytes.raw("{\"type\":\"bnode\",\"value\":").quoted(label).raw("}");
            }
        }

        private void literal(Node term) {
            bytes.raw("{\"type\":\"literal\"");
            if (!term.getLiteralLanguage().isEmpty()) {
                bytes.raw(",\"xml:lang\":").quoted(term.getLiteralLanguage());
                TextDirection direction = term.getLiteralBaseDirection();
                if (direction != null) {
                    bytes.raw(",\"its:dir\":").quoted(direction.direction());
                }
            } else if (!XSDDatatype.XSDstring.equals(term.getLiteralDatatype())) {
                bytes.raw(",\"datatype\":").quoted(term.getLiteralDatatypeURI());
            }
            bytes.raw(",\"value\":").quoted(term.getLiteralLexicalForm()).raw("}");
        }
    }

    /** UTF-8 of JSON, by blocks. */
    private static final class JsonBytes {
        private static final int BLOCK = 4096;

        /** The bytes that one character may take: those of an escaped control character. */
        private static final int MOST_BYTES = 6;

        private final OutputStream out;
        private final byte[] block = new byte[BLOCK];
        private int length;

        JsonBytes(OutputStream out) {
            this.out = out;
        }

        /** Writes ASCII as it is. */
        JsonBytes raw(String ascii) {
            for (int at = 0; at < ascii.length(); at++) {
                room();
                put(ascii.charAt(at));
            }
            return this;
        }

        /** Writes a string in quotes. */
        JsonBytes quoted(String text) {
            raw("\"");
            for (int at = 0; at < text.length(); at++) {
                room();
                char c = text.charAt(at);
                if (c >= ' ' && c < 0x7F && c != '"' && c != '\\') {
                    block[length++] = (byte) c;
                } else if (c < 0x80) {
                    escaped(c);
                } else if (Character.isHighSurrogate(c) && at + 1 < text.length()) {
                    encoded(text.substring(at, at + 2));
                    at++;
                } else {
                    encoded(c);
                }
            }
            return raw("\"");
        }

        private void escaped(char c) {
            put('\\');
            switch (c) {
                case '"', '\\' -> put(c);
                case '\n' -> put('n');
                case '\r' -> put('r');
                case '\t' -> put('t');
                default -> {
                    put('u');
                    put('0');
                    put('0');
                    put(Character.forDigit(c >> 4, 16));
                    put(Character.forDigit(c & 0xF, 16));
                }
            }
        }

        private void encoded(char c) {
            if (c < 0x800) {
                put(0xC0 | c >> 6);
            } else {
                put(0xE0 | c >> 12);
                put(0x80 | c >> 6 & 0x3F);
            }
            put(0x80 | c & 0x3F);
        }

        private void encoded(String pair) {
            for (byte one : pair.getBytes(StandardCharsets.UTF_8)) {
                block[length++] = one;
            }
        }

        private void put(int one) {
            block[length++] = (byte) one;
        }

        private void room() {
            if (length > BLOCK - MOST_BYTES) {
                flush();
            }
        }

        void flush() {
            try {
                out.write(block, 0, length);
                length = 0;
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }
    }
}
