package org.torchgraph.server.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.torchgraph.messages.Language;
import org.torchgraph.server.version.PublishedVersion;

/** Builds an answer: the version first, then values, each with what a reader is told of it. */
final class AnswerBuilder {
    private final Map<String, Object> content = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final PublishedVersion version;
    private final Language language;

    AnswerBuilder(PublishedVersion version, Language language) {
        this.version = version;
        this.language = language;
        put("version", version.snapshot().version());
        put("dataset", version.base());
        put("language", language.code());
    }

    AnswerBuilder put(String name, Object value) {
        content.put(name, value);
        return this;
    }

    /** Adds a line to the text. */
    AnswerBuilder line(String line) {
        text.append(line).append('\n');
        return this;
    }

    /** Adds a line to the text, that of a key in the language of the answer. */
    AnswerBuilder say(String key, Object... arguments) {
        return line(language.messages().say(key, arguments));
    }

    /** @param isKept whether the answer is the same each time */
    ToolAnswer build(boolean isKept) {
        say("mcp.version", version.snapshot().version(), version.base());
        return new ToolAnswer(content, text.toString().strip(), isKept);
    }
}
