package org.torchgraph.messages;

import java.util.List;

/**
 * A message as a value: a code with its arguments. It becomes a sentence in the language of whoever reads it.
 *
 * @param code the code
 * @param arguments as many as the sentence has placeholders; each is inserted as text, a message or a multilingual text
 *     in the language of the whole
 */
public record Message(Code code, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
        if (arguments.size() != Language.EN.messages().arguments(code.key())) {
            throw new IllegalArgumentException(code + " does not have " + arguments.size() + " arguments");
        }
    }

    /** Returns the message of a code. */
    public static Message of(Code code, Object... arguments) {
        return new Message(code, List.of(arguments));
    }

    /** Returns the sentence in a language. */
    public String in(Language language) {
        Object[] texts = arguments.stream()
                .map(argument -> switch (argument) {
                    case Message message -> message.in(language);
                    case MultilingualText text -> text.in(language);
                    default -> argument;
                })
                .toArray();
        return language.messages().say(code.key(), texts);
    }
}
