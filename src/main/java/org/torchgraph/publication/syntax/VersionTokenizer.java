package org.torchgraph.publication.syntax;

import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.tokens.Token;
import org.apache.jena.riot.tokens.TokenType;
import org.apache.jena.riot.tokens.Tokenizer;
import org.apache.jena.riot.tokens.TokenizerWrapper;

/**
 * Tokens of N-Triples and N-Quads without {@code VERSION "1.2"} between statements, which RDF 1.2 allows there and
 * Jena's parsers of lines do not know. It changes nothing of what is said: a triple term is one in any version.
 */
public final class VersionTokenizer extends TokenizerWrapper {
    private final ErrorHandler errors;
    private boolean betweenStatements = true;

    public VersionTokenizer(Tokenizer tokens, ErrorHandler errors) {
        super(tokens);
        this.errors = errors;
    }

    @Override
    public boolean hasNext() {
        passOver();
        return super.hasNext();
    }

    @Override
    public boolean eof() {
        return !hasNext();
    }

    @Override
    public Token peek() {
        passOver();
        return super.peek();
    }

    @Override
    public Token next() {
        passOver();
        Token token = super.next();
        betweenStatements = token.hasType(TokenType.DOT);
        return token;
    }

    private void passOver() {
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
