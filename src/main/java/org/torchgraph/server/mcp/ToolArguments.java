package org.torchgraph.server.mcp;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.messages.Language;

/**
 * The arguments of a call.
 *
 * @param tool the name of the tool
 * @param given values as the client sent them
 * @param languages those in which the tool answers
 */
record ToolArguments(String tool, Map<String, Object> given, InterfaceLanguages languages) {
    static final String LANGUAGE = "language";
    static final String LIMIT = "limit";
    static final String OFFSET = "offset";

    /** The rows of an answer unless the client asks for another number. */
    static final int USUAL_ROWS = 50;

    static final int MAX_ROWS = 200;

    /** Returns the language of the answer, English if none or an unknown one is asked for. */
    static Language languageOf(Map<String, Object> given, InterfaceLanguages languages) {
        return given.get(LANGUAGE) instanceof String code
                ? languages.coded(code).orElse(Language.EN)
                : Language.EN;
    }

    /** @throws ProblemException if there is no such language */
    Language language() {
        Object asked = given.get(LANGUAGE);
        if (asked != null
                && !(asked instanceof String code && languages.coded(code).isPresent())) {
            throw bad(LANGUAGE, Code.MCP_CHOICE, LANGUAGE, String.join(", ", languages.codes()));
        }
        return languageOf(given, languages);
    }

    /** @throws ProblemException if there is another argument than those known */
    void allow(Collection<String> known) {
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw bad(name, Code.MCP_ARGUMENT, tool, name, String.join(", ", known));
            }
        }
    }

    /** Returns the lexical form of a value; empty if there is none. */
    Optional<String> text(String name) {
        return switch (given.get(name)) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            case Integer whole -> Optional.of(whole.toString());
            case Long whole -> Optional.of(whole.toString());
            case Double number when !Double.isFinite(number) -> throw bad(name, Code.MCP_TEXT, name);
            case Number number -> Optional.of(new BigDecimal(number.toString()).toPlainString());
            case Boolean truth -> Optional.of(truth.toString());
            default -> throw bad(name, Code.MCP_TEXT, name);
        };
    }

    /** @throws ProblemException if there is no such text, or an empty one */
    String needed(String name) {
        return text(name)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> bad(name, Code.MCP_MISSING, tool, name));
    }

    /** Returns the texts of a list. */
    List<String> texts(String name) {
        if (!(given.get(name) instanceof List<?> list)) {
            throw bad(name, Code.MCP_LIST, name);
        }
        List<String> texts = new ArrayList<>();
        for (Object one : list) {
            if (!(one instanceof String text)) {
                throw bad(name, Code.MCP_LIST, name);
            }
            texts.add(text.strip());
        }
        return texts;
    }

    /** Returns a whole number, or {@code otherwise} if there is none. */
    int number(String name, int otherwise, int least, int most) {
        Object value = given.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = new BigDecimal(value.toString()).intValueExact();
            if (number >= least && number <= most) {
                return number;
            }
        } catch (ArithmeticException | NumberFormatException none) {
            // Said below.
        }
        throw bad(name, Code.MCP_NUMBER, name, least, most);
    }

    /** Returns the number of rows that are asked for. */
    int limit() {
        return number(LIMIT, USUAL_ROWS, 1, MAX_ROWS);
    }

    /** Returns the number of rows to skip. */
    int offset() {
        return number(OFFSET, 0, 0, AnsweredRows.MAX_OFFSET);
    }

    static ProblemException bad(String name, Code code, Object... arguments) {
        return Problem.of(Problem.ProblemKind.BAD_PARAMETER, code, arguments)
                .about(name)
                .exception();
    }
}
