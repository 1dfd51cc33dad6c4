package org.torchgraph.server.mcp;

import java.util.LinkedHashMap;
import java.util.Map;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Messages;
import org.torchgraph.query.empty.EmptyResultExplanation;
import org.torchgraph.query.empty.PatternStep;

/** Says which part of a query leaves no rows, and how to go on. */
final class EmptyAnswer {
    private EmptyAnswer() {}

    /** @param key that of the sentence how to go on */
    static void addTo(AnswerBuilder answer, EmptyResultExplanation why, Language language, String key) {
        Messages messages = language.messages();
        String words = why.removedBy()
                .map(step -> messages.say(
                        why.position() == 1 ? "editor.say.first" : "editor.say.removed",
                        messages.say("editor.kind." + step.kind()) + " " + step.text()))
                .orElseGet(() -> messages.say("editor.say.modifier"));
        Map<String, Object> empty = new LinkedHashMap<>();
        empty.put("words", words);
        why.removedBy().ifPresent(step -> empty.put("removedBy", part(why, step)));
        empty.put("parts", why.parts());
        empty.put("recovery", messages.say(key));
        answer.put("empty", empty).line(words).say(key);
    }

    /** Says that an answer has nothing, and how to go on. */
    static void addTo(AnswerBuilder answer, Language language, String what, String key) {
        Messages messages = language.messages();
        Map<String, Object> empty = new LinkedHashMap<>();
        empty.put("words", messages.say(what));
        empty.put("recovery", messages.say(key));
        answer.put("empty", empty).say(what).say(key);
    }

    private static Map<String, Object> part(EmptyResultExplanation why, PatternStep step) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("kind", step.kind());
        part.put("text", step.text());
        part.put("position", why.position());
        if (step.line() > 0) {
            part.put("line", step.line());
        }
        return part;
    }
}
