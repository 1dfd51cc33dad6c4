package org.torchgraph.query;

import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.util.FmtUtils;
import org.apache.jena.util.XML10Char;
import org.torchgraph.messages.Code;

/**
 * Checks that a format can express each row; a row with another term fails with {@link QueryFailedException} of kind
 * NOT_EXPRESSIBLE.
 */
final class ExpressibleRows {
    /** The characters between the brackets of an IRI (SPARQL 1.1 Query §19.8, IRIREF). */
    private static final Pattern IRI = Pattern.compile("[^\\x00-\\x20<>\"{}|^`\\\\]*");

    private final ResultFormat format;
    /** Shared by all rows, so that a blank node has one label, inside triple terms too. */
    private final SerializationContext labels = new SerializationContext();

    private ExpressibleRows(ResultFormat format) {
        this.format = format;
    }

    static RowSet of(RowSet rows, ResultFormat format) {
        ExpressibleRows expressible = new ExpressibleRows(format);
        List<Var> columns = rows.getResultVars();
        return RowSetStream.create(columns, Iter.map(rows, row -> expressible.checked(row, columns)));
    }

    private Binding checked(Binding row, List<Var> columns) {
        boolean unnamed = false;
        for (Iterator<Node> terms = Iter.map(row.vars(), row::get); terms.hasNext(); ) {
            Node term = terms.next();
            require(term);
            unnamed |= term.isBlank() || term.isTripleTerm();
        }
        return unnamed && format == ResultFormat.CSV ? asText(row, columns) : row;
    }

    /**
     * Replaces blank nodes and triple terms by text. CSV has no syntax for them, and Jena would label the nodes of each
     * triple term anew.
     */
    private Binding asText(Binding row, List<Var> columns) {
        BindingBuilder text = Binding.builder();
        for (Var column : columns) {
            Node term = row.get(column);
            if (term != null) {
                boolean written = term.isBlank() || term.isTripleTerm();
                text.add(
                        column, written ? NodeFactory.createLiteralString(FmtUtils.stringForNode(term, labels)) : term);
            }
        }
        return text.build();
    }

    private void require(Node term) {
        if (term.isTripleTerm()) {
            Triple inside = term.getTriple();
            require(inside.getSubject());
            require(inside.getPredicate());
            require(inside.getObject());
        } else if (term.isLiteral()) {
            requireCharacters(term.getLiteralLexicalForm());
        } else if (term.isURI()) {
            requireCharacters(term.getURI());
            if (format == ResultFormat.TSV && !IRI.matcher(term.getURI()).matches()) {
                throw new QueryFailedException(
                        QueryFailedException.FailureKind.NOT_EXPRESSIBLE, Code.NOT_AN_IRI, term.getURI());
            }
        }
    }

    private void requireCharacters(String text) {
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (Character.getType(c) == Character.SURROGATE) {
                throw new QueryFailedException(QueryFailedException.FailureKind.NOT_EXPRESSIBLE, Code.LONE_SURROGATE);
            }
            if (format == ResultFormat.XML && !XML10Char.isValid(c)) {
                throw new QueryFailedException(
                        QueryFailedException.FailureKind.NOT_EXPRESSIBLE, Code.XML_CHARACTER, "%04X".formatted(c));
            }
            at += Character.charCount(c);
        }
    }
}
