package org.torchgraph.server.mcp;

import io.modelcontextprotocol.spec.McpSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Messages;

/** Builds the definition of a tool: what it is called, does and takes (JSON Schema). */
final class ToolSchema {
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private final List<String> required;

    ToolSchema(String... required) {
        this.required = List.of(required);
    }

    /** Returns a text in both languages, English first. */
    static String inBoth(Function<Messages, String> text) {
        return text.apply(Language.EN.messages()) + "\n" + text.apply(Language.ZH.messages());
    }

    /** Adds a parameter whose description is that of a key, in both languages. */
    ToolSchema with(String name, String type, String key) {
        properties.put(name, Map.of("type", type, "description", inBoth(words -> words.say(key))));
        return this;
    }

    /** Adds a parameter. */
    ToolSchema with(String name, Map<String, Object> schema) {
        properties.put(name, schema);
        return this;
    }

    /** Adds the language of the answer, unless a parameter of that name is there. */
    ToolSchema withLanguage(InterfaceLanguages languages) {
        properties.putIfAbsent(
                ToolArguments.LANGUAGE,
                Map.of(
                        "type",
                        "string",
                        "enum",
                        languages.codes(),
                        "default",
                        Language.EN.code(),
                        "description",
                        inBoth(words -> words.say("mcp.argument.language"))));
        return this;
    }

    /** Adds the number of rows and those skipped, unless parameters of these names are there. */
    ToolSchema withRows() {
        properties.putIfAbsent(
                ToolArguments.LIMIT, number("mcp.argument.limit", ToolArguments.USUAL_ROWS, 1, ToolArguments.MAX_ROWS));
        properties.putIfAbsent(ToolArguments.OFFSET, number("mcp.argument.offset", 0, 0, AnsweredRows.MAX_OFFSET));
        return this;
    }

    static Map<String, Object> number(String key, int otherwise, int least, int most) {
        return Map.of(
                "type", "integer",
                "minimum", least,
                "maximum", most,
                "default", otherwise,
                "description", inBoth(words -> words.say(key)));
    }

    /** Returns the names of the parameters. */
    List<String> names() {
        return List.copyOf(properties.keySet());
    }

    McpSchema.Tool tool(String name, String title, String description) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return McpSchema.Tool.builder(name, schema)
                .title(title)
                .description(description)
                .annotations(McpSchema.ToolAnnotations.builder()
                        .title(title)
                        .readOnlyHint(true)
                        .destructiveHint(false)
                        .idempotentHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
    }

    /** Returns the definition of a tool of the program, whose texts are those of its name. */
    McpSchema.Tool tool(String name) {
        return tool(
                name, Language.EN.messages().say("mcp.tool." + name), inBoth(words -> words.say("mcp.does." + name)));
    }
}
