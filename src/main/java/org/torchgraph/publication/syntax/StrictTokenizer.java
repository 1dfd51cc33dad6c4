package org.torchgraph.publication.syntax;

import java.io.InputStream;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.tokens.Token;
import org.apache.jena.riot.tokens.TokenType;
import org.apache.jena.riot.tokens.Tokenizer;
import org.apache.jena.riot.tokens.TokenizerText;
import org.apache.jena.riot.tokens.TokenizerWrapper;

/**
 * Tokens of the Turtle family, in which {@code @en_US} is one language tag, although a wrong one: for Jena it is the
 * tag {@code en} before something that makes no sense, so that the rest of the file could not be read.
 */
public final class StrictTokenizer extends TokenizerWrapper {

    private StrictTokenizer(Tokenizer tokens) {
        super(tokens);
    }

    /** @param errors told of what is no token; what is a token, but a wrong term, is told when the term is made */
    public static Tokenizer of(InputStream content, ErrorHandler errors) {
        return new StrictTokenizer(TokenizerText.create()
                .source(content)
                .errorHandler(new FatalOnly(errors))
                .build());
    }

    @Override
    public Token next() {
        Token token = super.next();
        if (token.hasType(TokenType.LITERAL_LANG) && follows(TokenType.UNDERSCORE)) {
            super.next();
            boolean subtag = follows(TokenType.KEYWORD) || follows(TokenType.INTEGER);
            token.setImage2(token.getImage2() + "_" + (subtag ? super.next().getImage() : ""));
        }
        return token;
    }

    private boolean follows(TokenType type) {
        return hasNext() && peek().hasType(type);
    }

    private record FatalOnly(ErrorHandler errors) implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {}

        @Override
        public void error(String message, long line, long column) {}

        @Override
        public void fatal(String message, long line, long column) {
            errors.fatal(message, line, column);
            throw new RiotException(message);
        }
    }
}
