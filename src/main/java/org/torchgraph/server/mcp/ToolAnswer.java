package org.torchgraph.server.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.torchgraph.messages.Language;

/**
 * The answer of a tool.
 *
 * @param content its values
 * @param text the same in words
 * @param isKept whether it is the same each time
 */
record ToolAnswer(Map<String, Object> content, String text, boolean isKept) {
    /** How many times the characters of the text an answer takes, about. */
    private static final int WEIGHT_OF_TEXT = 5;

    /** What an entry takes besides. */
    private static final int OVERHEAD = 4_000;

    int weight() {
        return OVERHEAD + text.length() * WEIGHT_OF_TEXT;
    }

    /** Returns the same answer as one that is not kept. */
    ToolAnswer notKept() {
        return new ToolAnswer(content, text, false);
    }

    /**
     * Returns the same answer with a word on how old it may be.
     *
     * @param silence the time since which the store has not answered; empty while it answers
     */
    ToolAnswer since(Optional<Instant> silence, Language language) {
        return silence.map(since -> {
                    Map<String, Object> marked = new LinkedHashMap<>(content);
                    marked.put("storeSilentSince", since.toString());
                    return new ToolAnswer(
                            marked, language.messages().say("silence", since.toString()) + "\n" + text, isKept);
                })
                .orElse(this);
    }

    McpSchema.CallToolResult result() {
        return result(content, text, false);
    }

    static McpSchema.CallToolResult result(Map<String, Object> content, String text, boolean isError) {
        return new McpSchema.CallToolResult(
                List.of(McpSchema.TextContent.builder(text).build()), isError, content, null);
    }
}
