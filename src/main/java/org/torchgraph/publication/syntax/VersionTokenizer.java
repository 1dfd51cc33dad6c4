package org.torchgraph.publication.syntax;

import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.tokens.Token;
import org.apache.jena.riot.tokens.TokenType;
import org.apache.jena.riot.tokens.Tokenizer;
import org.apache.jena.riot.tokens.TokenizerWrapper;

/**
 * A tokenizer of N-Triples and N-Quads that skips {@code VERSION "1.2"} between statements, which RDF 1.2 allows and
 * Jena's line parsers reject. The directive does not change the meaning of the statements.
 */
public final class VersionTokenizer extends TokenizerWrapper {
    private final ErrorHandler errors;
    private boolean betweenStatements = true;

    /** Wraps a tokenizer. */
    public VersionTokenizer(Tokenizer tokens, ErrorHandler errors) {
        super(tokens);
        this.errors = errors;
    }

    @Override
    public boolean hasNext() {
        skipVersions();
        return super.hasNext();
    }

    @Override
    public boolean eof() {
        return !hasNext();
    }

    @Override
    public Token peek() {
        skipVersions();
        return super.peek();
    }

    @Override
    public Token next() {
        skipVersions();
        Token token = super.next();
        betweenStatements = token.hasType(TokenType.DOT);
        return token;
    }

    private void skipVersions() {
        while (betweenStatements && super.hasNext() && isVersion(super.peek())) {
            Token version = super.next();
            boolean named = super.hasNext()
                    && super.peek().hasType(TokenType.STRING)
                    && !super.peek().isLongString();
            if (!named) {
                errors.fatal("VERSION without a text that names it", version.getLine(), version.getColumn());
            }
            super.next();
        }
    }

    private static boolean isVersion(Token token) {
        return token.hasType(TokenType.KEYWORD) && token.getImage().equals("VERSION");
    }
}
