package org.torchgraph.check;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.messages.Messages;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.Publication;

/** Finds the words of pages that the languages of a publication lack, and those that no page has. */
record WordsCheck(InterfaceLanguages languages) {
    private static final int MAX_NAMED = 10;

    List<Finding> findings() {
        return languages.all().stream().flatMap(WordsCheck::of).toList();
    }

    private static Stream<Finding> of(Language language) {
        Messages texts = language.messages();
        return Stream.of(
                        missing(language, List.copyOf(texts.missing())),
                        texts.unknown().stream().map(key -> warning(language, Code.CATALOGUE_UNKNOWN, key)),
                        texts.apostrophes().stream().map(key -> warning(language, Code.CATALOGUE_APOSTROPHE, key)))
                .flatMap(found -> found);
    }

    /** Returns one warning for all texts that are missing, which are many in a language that is begun. */
    private static Stream<Finding> missing(Language language, List<String> keys) {
        String named = keys.stream().limit(MAX_NAMED).collect(Collectors.joining(", "));
        return keys.isEmpty()
                ? Stream.empty()
                : Stream.of(warning(
                        language, Code.CATALOGUE_GAP, keys.size(), keys.size() > MAX_NAMED ? named + ", …" : named));
    }

    private static Finding warning(Language language, Code code, Object... arguments) {
        return new Finding(
                Location.in(Publication.wordsOf(language)), Finding.Severity.WARNING, Message.of(code, arguments));
    }
}
