package org.torchgraph.kit;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.xml.sax.ErrorHandlerImpl;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * An Atom feed that was checked against the grammar of RFC 4287 and those of its rules that no grammar can state.
 *
 * @param xml the document
 */
public record AtomDocument(Document xml) {

    /** Reads a feed that has been fetched from an address. */
    public static AtomDocument checked(String text, String address) {
        validate(text);
        AtomDocument feed = new AtomDocument(Jsoup.parse(text, Parser.xmlParser()));
        feed.check(address);
        return feed;
    }

    private static void validate(String text) {
        StringWriter faults = new StringWriter();
        PropertyMapBuilder properties = new PropertyMapBuilder();
        properties.put(ValidateProperty.ERROR_HANDLER, new ErrorHandlerImpl(faults));
        ValidationDriver grammar = new ValidationDriver(properties.toPropertyMap(), CompactSchemaReader.getInstance());
        try {
            boolean isRead = grammar.loadSchema(new InputSource(
                    AtomDocument.class.getResource("/atom/feed.rnc").toString()));
            if (!isRead || !grammar.validate(new InputSource(new StringReader(text)))) {
                throw new AssertionError(faults + "\n" + text);
            }
        } catch (IOException | SAXException broken) {
            throw new AssertionError(text, broken);
        }
    }

    private void check(String address) {
        require(xml.select("feed > link[rel=self]").attr("href").equals(address), "self is another address (§4.1.1)");
        require(xml.select("feed > link[rel=alternate][type=text/html]").size() == 1, "one alternate (§4.1.1)");
        Set<String> ids = new HashSet<>();
        xml.select("entry").forEach(entry -> {
            require(ids.add(text(entry, "> id")), "entries have ids of their own (§4.1.1, §4.2.6)");
            require(
                    entry.select("> content").size() == 1
                            || entry.select("> link[rel=alternate]").size() == 1,
                    "an entry without content has an alternate (§4.1.2)");
        });
        List<OffsetDateTime> times = xml.select("entry > updated").eachText().stream()
                .map(OffsetDateTime::parse)
                .toList();
        require(times.stream().sorted(Comparator.reverseOrder()).toList().equals(times), "the last entry is the first");
        if (!times.isEmpty()) {
            require(
                    OffsetDateTime.parse(xml.select("feed > updated").text()).equals(times.getFirst()),
                    "the feed was updated with its last entry (§4.2.15)");
        }
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            throw new AssertionError(rule + ":\n" + xml.outerHtml());
        }
    }

    private static String text(Element element, String part) {
        return element.select(part).text();
    }

    public String id() {
        return xml.select("feed > id").text();
    }

    public String title() {
        return xml.select("feed > title").text();
    }

    public String subtitle() {
        return xml.select("feed > subtitle").text();
    }

    /** The titles of the entries, the last one first. */
    public List<String> titles() {
        return xml.select("entry > title").eachText();
    }

    /** The sentences of an entry. */
    public List<String> sentences(int entry) {
        return xml.select("entry").get(entry).select("li").eachText();
    }

    /** The address of the page of an entry. */
    public String page(int entry) {
        return xml.select("entry").get(entry).select("> link[rel=alternate]").attr("href");
    }
}
