package org.torchgraph.check;

import java.util.List;
import java.util.stream.Stream;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.InterfaceLanguages;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.Publication;

/** Finds the words of pages that the languages of a publication lack, and those that no page has. */
record WordsCheck(InterfaceLanguages languages) {

    List<Finding> findings() {
        return languages.all().stream()
                .filter(language -> !InterfaceLanguages.BUNDLED.all().contains(language)
                        || !language.messages().unknown().isEmpty())
                .flatMap(WordsCheck::of)
                .toList();
    }

    private static Stream<Finding> of(Language language) {
        return Stream.concat(
                language.messages().missing().stream().map(key -> warning(language, Code.CATALOGUE_GAP, key)),
                language.messages().unknown().stream().map(key -> warning(language, Code.CATALOGUE_UNKNOWN, key)));
    }

    private static Finding warning(Language language, Code code, String key) {
        return new Finding(Location.in(Publication.wordsOf(language)), Finding.Severity.WARNING, Message.of(code, key));
    }
}
