package org.torchgraph.server.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Messages;
import org.torchgraph.server.version.PublishedVersion;

/** What a workbook tells of where its rows come from. */
final class WorkbookOrigin {
    private WorkbookOrigin() {}

    /**
     * Returns values by their headings: the texts, the address, version and licence.
     *
     * @param texts texts in several languages, by the message key of their heading
     * @param path the path of the rows within the site, with its query string
     */
    static Map<String, String> of(
            PublishedVersion version, Map<String, Map<String, String>> texts, String path, Language language) {
        Messages words = language.messages();
        Map<String, String> origin = new LinkedHashMap<>();
        new TreeMap<>(texts).descendingMap().forEach((heading, byLanguage) -> {
            language.best(byLanguage).ifPresent(text -> origin.put(words.say(heading), text.getValue()));
        });
        origin.put(words.say("sheet.address"), version.base() + path.substring(1));
        if (!version.site().entry().release().isEmpty()) {
            origin.put(words.say("foot.version"), version.site().entry().release());
        }
        origin.put(words.say("foot.digest"), version.site().version());
        version.site()
                .entry()
                .licence()
                .ifPresent(licence -> origin.put(
                        words.say("foot.licence"),
                        licence.isURI() ? licence.getURI() : licence.getLiteralLexicalForm()));
        return origin;
    }
}
