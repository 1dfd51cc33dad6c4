package org.torchgraph.server.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.torchgraph.messages.Language;
import org.torchgraph.server.discovery.Xml;
import org.torchgraph.server.reply.Content;
import org.torchgraph.site.frame.PageContext;

/**
 * A feed in Atom.
 *
 * @param id its IRI, the same in all languages and as long as it is served
 * @param title its title
 * @param subtitle since when it tells of changes, or an empty text
 * @param since that time, which is that of its last change if it has no entry
 * @param author who published the dataset
 * @param self its address
 * @param alternate the address of the page
 * @param entries its entries, the last one first
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
record AtomFeed(
        String id,
        String title,
        String subtitle,
        Instant since,
        String author,
        String self,
        String alternate,
        List<AtomEntry> entries) {
    /** The media type. */
    static final String TYPE = PageContext.Alternate.FEED;

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /**
     * An entry.
     *
     * @param id its IRI
     * @param title its title, one sentence
     * @param updated the time at which the version became the current one
     * @param page the address of the page about it
     * @param more writes what else it has
     */
    record AtomEntry(String id, String title, Instant updated, String page, Xml.XmlBody more) {

        /** Returns an entry whose content is a difference, in sentences. */
        static AtomEntry told(String id, String title, Instant updated, String page, List<String> sentences) {
            return new AtomEntry(id, title, updated, page, entry -> tell(title, sentences, entry));
        }
    }

    /**
     * Returns the document.
     *
     * @param isWhole whether it has all entries; if not, it is not kept
     */
    Content content(Language language, boolean isWhole) {
        Content whole = Xml.document("feed", ATOM, feed -> {
            feed.attribute("xml:lang", language.tag());
            feed.element("id", id);
            feed.element("title", title);
            if (!subtitle.isEmpty()) {
                feed.element("subtitle", subtitle);
            }
            feed.element(
                    "updated",
                    time(entries.isEmpty() ? since : entries.getFirst().updated()));
            feed.element("author", person -> person.element("name", author));
            feed.empty("link", "rel", "self", "type", TYPE, "href", self);
            feed.empty("link", "rel", "alternate", "type", "text/html", "href", alternate);
            for (AtomEntry entry : entries) {
                feed.element("entry", xml -> write(entry, xml));
            }
        });
        try {
            return isWhole ? whole : Content.of(whole.bytes(), Map.of(), List.of(), false);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static void write(AtomEntry entry, Xml xml) throws XMLStreamException {
        xml.element("id", entry.id());
        xml.element("title", entry.title());
        xml.element("updated", time(entry.updated()));
        xml.empty("link", "rel", "alternate", "type", "text/html", "href", entry.page());
        entry.more().write(xml);
    }

    private static void tell(String title, List<String> sentences, Xml entry) throws XMLStreamException {
        entry.element("content", content -> {
            content.attribute("type", "xhtml");
            content.element("div", XHTML, words -> {
                words.element("p", title);
                if (!sentences.isEmpty()) {
                    words.element("ul", list -> {
                        for (String sentence : sentences) {
                            list.element("li", sentence);
                        }
                    });
                }
            });
        });
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
