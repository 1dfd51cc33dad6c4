package org.torchgraph.query.guard;

import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.sse.Tags;
import org.torchgraph.messages.Code;
import org.torchgraph.query.QueryFailedException;

/**
 * Operators with limits, for those with which a short query could use unlimited time or memory in one step, where no
 * deadline is checked: regular expressions stop when the query is cancelled, strings and numbers have a maximal size.
 */
final class BoundedOperators {
    /** The limit of one string in UTF-16 units; the JVM parses a number of so many digits in less than a second. */
    private static final int MAX_STRING_CHARACTERS = 1 << 18;

    /** The limit of one number: about 20 000 decimal digits. */
    private static final int MAX_NUMBER_BITS = 1 << 16;

    private BoundedOperators() {}

    /**
     * A text that stops a match when the query is cancelled, because {@code java.util.regex} reads every character
     * through {@code charAt}.
     */
    private record CancellableText(String text, AtomicBoolean cancelled) implements CharSequence {

        @Override
        public char charAt(int index) {
            if (cancelled.get()) {
                throw new QueryCancelledException();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new CancellableText(text.substring(start, end), cancelled);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** {@code REGEX} and {@code REPLACE}: a text, a pattern, and optional flags as the last argument. */
    private abstract static class Matching extends ExprFunctionN {
        final AtomicBoolean cancelled;
        private final int flagsAt;
        private Pattern constant;

        Matching(String name, ExprList args, int flagsAt, AtomicBoolean cancelled) {
            super(name, args);
            this.flagsAt = flagsAt;
            this.cancelled = cancelled;
        }

        Matcher matcher(List<NodeValue> values) {
            return pattern(values).matcher(new CancellableText(string(values.get(0)), cancelled));
        }

        private Pattern pattern(List<NodeValue> values) {
            if (constant != null) {
                return constant;
            }
            boolean flagged = values.size() > flagsAt;
            String flags = flagged ? string(values.get(flagsAt)) : null;
            Pattern pattern = RegexEngine.makePattern(getFunctionSymbol().getSymbol(), string(values.get(1)), flags);
            if (args.get(1).isConstant() && (!flagged || args.get(flagsAt).isConstant())) {
                constant = pattern;
            }
            return pattern;
        }

        String string(NodeValue value) {
            return NodeValueOps.checkAndGetStringLiteral(getFunctionSymbol().getSymbol(), value)
                    .getLiteralLexicalForm();
        }
    }

    /** {@code REGEX} (SPARQL 1.1 Query §17.4.3.14). */
    static final class Regex extends Matching {

        Regex(ExprList args, AtomicBoolean cancelled) {
            super(Tags.tagRegex, args, 2, cancelled);
        }

        @Override
        public NodeValue eval(List<NodeValue> values) {
            return NodeValue.booleanReturn(matcher(values).find());
        }

        @Override
        public Expr copy(ExprList newArgs) {
            return new Regex(newArgs, cancelled);
        }
    }

    /** {@code REPLACE} (SPARQL 1.1 Query §17.4.3.15); of empty matches only the first is replaced, as in Jena. */
    static final class Replace extends Matching {

        Replace(ExprList args, AtomicBoolean cancelled) {
            super(Tags.tagReplace, args, 3, cancelled);
        }

        @Override
        public NodeValue eval(List<NodeValue> values) {
            Matcher matcher = matcher(values);
            if (!matcher.find()) {
                return values.get(0);
            }
            String replacement = string(values.get(2));
            StringBuilder replaced = new StringBuilder();
            try {
                do {
                    matcher.appendReplacement(replaced, replacement);
                    checkLength(replaced.length());
                } while (findsMore(matcher));
            } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
                throw new ExprEvalException("REPLACE: bad replacement: " + replacement, e);
            }
            matcher.appendTail(replaced);
            Node text = values.get(0).asNode();
            return NodeValue.makeNode(NodeFactory.createLiteral(
                    replaced.toString(), text.getLiteralLanguage(), text.getLiteralDatatype()));
        }

        private static boolean findsMore(Matcher matcher) {
            while (matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Expr copy(ExprList newArgs) {
            return new Replace(newArgs, cancelled);
        }
    }

    /** {@code CONCAT} (SPARQL 1.1 Query §17.4.3.12). */
    static final class Concat extends E_StrConcat {

        Concat(ExprList args) {
            super(args);
        }

        @Override
        public NodeValue eval(List<NodeValue> values) {
            long length = 0;
            for (NodeValue value : values) {
                length += value.asNode().isLiteral()
                        ? value.asNode().getLiteralLexicalForm().length()
                        : 0;
            }
            checkLength(length);
            return super.eval(values);
        }

        @Override
        public Expr copy(ExprList newArgs) {
            return new Concat(newArgs);
        }
    }

    /** {@code *}, by which repeated squaring doubles the digits of an integer or decimal each time. */
    static final class Multiply extends E_Multiply {

        Multiply(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            if (bits(left) + bits(right) > MAX_NUMBER_BITS) {
                throw new QueryFailedException(QueryFailedException.FailureKind.OUT_OF_BUDGET, Code.NUMBER_DIGITS);
            }
            return super.eval(left, right);
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Multiply(left, right);
        }

        private static int bits(NodeValue value) {
            BigInteger digits = value.isInteger()
                    ? value.getInteger()
                    : value.isDecimal() ? value.getDecimal().unscaledValue() : BigInteger.ZERO;
            return digits.bitLength();
        }
    }

    private static void checkLength(long length) {
        if (length > MAX_STRING_CHARACTERS) {
            throw new QueryFailedException(
                    QueryFailedException.FailureKind.OUT_OF_BUDGET, Code.STRING_LENGTH, MAX_STRING_CHARACTERS);
        }
    }
}
