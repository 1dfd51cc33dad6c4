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
 * A tokenizer of the Turtle family that reads {@code @en_US} as one (invalid) language tag. Jena reads {@code @en} and
 * then a syntax error, so that the rest of the file would be lost.
 */
public final class StrictTokenizer extends TokenizerWrapper {

    private StrictTokenizer(Tokenizer tokens) {
        super(tokens);
    }

    /**
     * Returns the tokens of a text.
     *
     * @param content the text in UTF-8
     * @param errors receives syntax errors; invalid terms are reported when they are created
     */
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
