package org.torchgraph.query.guard;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.jena.atlas.lib.CacheFactory;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.impl.RDFDirLangString;
import org.apache.jena.datatypes.xsd.impl.RDFLangString;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.langtagx.LangTagX;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_StrDatatype;
import org.apache.jena.sparql.expr.E_StrLang;
import org.apache.jena.sparql.expr.E_StrLangDir;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.function.FunctionEnv;
import org.torchgraph.query.QueryFailedException;

/**
 * Corrections of Jena. Operators that end the query for arguments without a value, such as {@code 1.0 / 0.0}, raise an
 * error of the expression only (SPARQL 1.1 Query §17.2); others do not depend on the default locale; and the cache of
 * values is disabled.
 */
public final class CorrectedOperators {

    private static final List<RDFDatatype> NEED_A_LANGUAGE =
            List.of(RDFLangString.rdfLangString, RDFDirLangString.rdfDirLangString);

    private CorrectedOperators() {}

    /**
     * Disables Jena's global cache of literal values, which has no setting. It holds 10,000 values; a query that reads
     * more spends up to half of its time on it, while parsing each value is cheap.
     */
    public static void disableValueCache() {
        try {
            Field cache = NodeValue.class.getDeclaredField("nodeValueCache");
            cache.setAccessible(true);
            cache.set(null, CacheFactory.createNullCache());
        } catch (ReflectiveOperationException otherVersion) {
            throw new IllegalStateException("this version of Jena keeps values elsewhere", otherVersion);
        }
    }

    static final class Divide extends E_Divide {

        Divide(Expr left, Expr right) {
            super(left, right);
        }

        @Override
        public NodeValue eval(NodeValue left, NodeValue right) {
            return valueOrError(() -> super.eval(left, right));
        }

        @Override
        public Expr copy(Expr left, Expr right) {
            return new Divide(left, right);
        }
    }

    /** {@code LCASE} in the root locale. */
    static final class LowerCase extends E_StrLowerCase {

        LowerCase(Expr text) {
            super(text);
        }

        @Override
        public NodeValue eval(NodeValue text) {
            return changed(getFunctionSymbol().getSymbol(), text, string -> string.toLowerCase(Locale.ROOT));
        }

        @Override
        public Expr copy(Expr text) {
            return new LowerCase(text);
        }
    }

    /** {@code UCASE} in the root locale. */
    static final class UpperCase extends E_StrUpperCase {

        UpperCase(Expr text) {
            super(text);
        }

        @Override
        public NodeValue eval(NodeValue text) {
            return changed(getFunctionSymbol().getSymbol(), text, string -> string.toUpperCase(Locale.ROOT));
        }

        @Override
        public Expr copy(Expr text) {
            return new UpperCase(text);
        }
    }

    private static NodeValue changed(String operator, NodeValue text, UnaryOperator<String> change) {
        Node literal = NodeValueOps.checkAndGetStringLiteral(operator, text);
        String string = change.apply(literal.getLiteralLexicalForm());
        TextDirection direction = literal.getLiteralBaseDirection();
        return NodeValue.makeNode(
                direction == null
                        ? NodeFactory.createLiteral(string, literal.getLiteralLanguage(), literal.getLiteralDatatype())
                        : NodeFactory.createLiteralDirLang(string, literal.getLiteralLanguage(), direction));
    }

    /** {@code STRLANG} that rejects an invalid language tag; Jena would create a literal that no format can express. */
    static final class StrLang extends E_StrLang {

        StrLang(Expr text, Expr language) {
            super(text, language);
        }

        @Override
        public NodeValue eval(NodeValue text, NodeValue language) {
            requireLanguageTag(language);
            return valueOrError(() -> super.eval(text, language));
        }

        @Override
        public Expr copy(Expr text, Expr language) {
            return new StrLang(text, language);
        }
    }

    /** {@code STRDT} that rejects datatypes that require a language tag. */
    static final class StrDatatype extends E_StrDatatype {

        StrDatatype(Expr text, Expr datatype) {
            super(text, datatype);
        }

        @Override
        public NodeValue eval(NodeValue text, NodeValue datatype) {
            Node made = valueOrError(() -> super.eval(text, datatype)).asNode();
            if (NEED_A_LANGUAGE.contains(made.getLiteralDatatype())) {
                throw new ExprEvalException("a text of " + made.getLiteralDatatypeURI() + " has a language");
            }
            return NodeValue.makeNode(made);
        }

        @Override
        public Expr copy(Expr text, Expr datatype) {
            return new StrDatatype(text, datatype);
        }
    }

    /** {@code STRLANGDIR} of SPARQL 1.2; see {@link StrLang}. */
    static final class StrLangDir extends E_StrLangDir {

        StrLangDir(Expr text, Expr language, Expr direction) {
            super(text, language, direction);
        }

        @Override
        public NodeValue eval(NodeValue text, NodeValue language, NodeValue direction) {
            requireLanguageTag(language);
            return valueOrError(() -> super.eval(text, language, direction));
        }

        @Override
        public Expr copy(Expr text, Expr language, Expr direction) {
            return new StrLangDir(text, language, direction);
        }
    }

    /** Checks that a tag has the grammar of SPARQL and Turtle (LANGTAG). */
    private static void requireLanguageTag(NodeValue language) {
        if (!language.isString() || !LangTagX.checkLanguageTagBasicSyntax(language.getString())) {
            throw new ExprEvalException("Not a language tag: " + language);
        }
    }

    /** A function called by IRI. */
    static final class Call extends E_Function {

        Call(String iri, ExprList args) {
            super(iri, args);
        }

        @Override
        public NodeValue evalSpecial(Binding binding, FunctionEnv env) {
            return valueOrError(() -> super.evalSpecial(binding, env));
        }

        @Override
        public Expr copy(ExprList newArgs) {
            return new Call(getFunctionIRI(), newArgs);
        }
    }

    private static NodeValue valueOrError(Supplier<NodeValue> operator) {
        try {
            return operator.get();
        } catch (QueryException | QueryFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ExprEvalException(e.getMessage(), e);
        }
    }
}
