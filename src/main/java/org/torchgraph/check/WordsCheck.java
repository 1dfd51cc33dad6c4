package org.torchgraph.check;

import java.util.List;
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

    List<Finding> findings() {
        return languages.all().stream().flatMap(WordsCheck::of).toList();
    }

    private static Stream<Finding> of(Language language) {
        Messages texts = language.messages();
        return Stream.of(
                        texts.missing().stream().map(key -> warning(language, Code.CATALOGUE_GAP, key)),
                        texts.unknown().stream().map(key -> warning(language, Code.CATALOGUE_UNKNOWN, key)),
                        texts.apostrophes().stream().map(key -> warning(language, Code.CATALOGUE_APOSTROPHE, key)))
                .flatMap(found -> found);
    }

    private static Finding warning(Language language, Code code, String key) {
        return new Finding(Location.in(Publication.wordsOf(language)), Finding.Severity.WARNING, Message.of(code, key));
    }
}
