package org.torchgraph.messages;

import java.util.List;

/**
 * Something to be told, as a value: what is told, and of what. It becomes a sentence where somebody reads it.
 *
 * @param arguments as many as the sentence has places; each is shown as it is, a message in the language of the whole
 */
public record Message(Code code, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
        if (arguments.size() != Language.EN.messages().arguments(code.key())) {
            throw new IllegalArgumentException(code + " does not have " + arguments.size() + " arguments");
        }
    }

    public static Message of(Code code, Object... arguments) {
        return new Message(code, List.of(arguments));
    }

    /** The sentence in a language. */
    public String in(Language language) {
        Object[] said = arguments.stream()
                .map(argument -> argument instanceof Message message ? message.in(language) : argument)
                .toArray();
        return language.messages().say(code.key(), said);
    }
}
