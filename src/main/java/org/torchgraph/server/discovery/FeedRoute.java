package org.torchgraph.server.discovery;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.DCTerms;
import org.torchgraph.server.edition.Edition;
import org.torchgraph.server.edition.Editions;
import org.torchgraph.server.edition.Frames;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.site.words.Language;
import org.torchgraph.site.words.Shown;
import org.torchgraph.site.words.Texts;
import org.torchgraph.site.words.Wording;

/**
 * {@code /feed.atom}: the versions of the dataset that are known, the one that is served among them, also when it is
 * the first.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
public final class FeedRoute implements Route {
    public static final String PATH = "/feed.atom";
    public static final String TYPE = "application/atom+xml";

    private final Editions editions;

    public FeedRoute(Editions editions) {
        this.editions = editions;
    }

    @Override
    public Reply answer(Request request) {
        Edition edition = editions.get();
        Language language = Frames.language(request);
        String origin = request.origin();
        return edition.reply(
                        TYPE,
                        edition.tag("feed", language.code(), origin),
                        () -> Xml.document("feed", "http://www.w3.org/2005/Atom", feed -> {
                            feed.attribute("xml:lang", language.tag());
                            feed(feed, edition, language, origin);
                        }))
                .varying("Accept-Language");
    }

    private static void feed(Xml feed, Edition edition, Language language, String origin) throws XMLStreamException {
        String dataset = edition.site().dataset().map(Node::getURI).orElse(edition.base() + "dataset");
        Texts texts = language.texts();
        String name = said(edition, edition.site().names(), language, edition.base());
        String title = edition.site().release().isEmpty()
                ? name
                : name + " " + edition.site().release();
        feed.element("id", dataset + "#feed");
        feed.element("title", texts.say("feed.title", name));
        feed.element("updated", updated(edition));
        feed.element("author", author -> author.element("name", publisher(edition, language, name)));
        feed.empty("link", "rel", "self", "type", TYPE, "href", origin + PATH);
        feed.empty("link", "rel", "alternate", "type", "text/html", "href", origin + "/");
        feed.element("entry", entry -> {
            entry.element("id", dataset + "#version-" + edition.snapshot().version());
            entry.element("title", title);
            entry.element("updated", updated(edition));
            entry.empty("link", "rel", "alternate", "type", "text/html", "href", origin + "/about");
            entry.empty("link", "rel", "related", "type", "text/turtle", "href", origin + "/dataset.ttl");
            entry.element(
                    "summary",
                    texts.say(
                            "feed.summary",
                            edition.snapshot().data().getDefaultGraph().size(),
                            edition.snapshot().version()));
        });
    }

    /** When its editors last changed it, as they say themselves; else when it began to be served. */
    private static String updated(Edition edition) {
        return Stream.of(DCTerms.modified, DCTerms.issued, DCTerms.created)
                .flatMap(property -> values(edition, property).stream())
                .filter(Node::isLiteral)
                .flatMap(date -> day(date.getLiteralLexicalForm()))
                .findFirst()
                .orElseGet(() -> edition.snapshot()
                        .since()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
    }

    private static Stream<String> day(String date) {
        try {
            return Stream.of(LocalDate.parse(date.substring(0, Math.min(10, date.length())))
                    .atStartOfDay()
                    .toInstant(ZoneOffset.UTC)
                    .toString());
        } catch (DateTimeParseException notADay) {
            return Stream.empty();
        }
    }

    private static String publisher(Edition edition, Language language, String otherwise) {
        return values(edition, DCTerms.publisher).stream()
                .findFirst()
                .map(publisher -> edition.resources()
                        .labels(List.of(publisher))
                        .name(publisher, language.code())
                        .text())
                .orElse(otherwise);
    }

    private static List<Node> values(Edition edition, Property property) {
        Graph data = edition.snapshot().data().getDefaultGraph();
        return edition.site()
                .dataset()
                .map(dataset -> G.listSP(data, dataset, property.asNode()))
                .orElse(List.of());
    }

    private static String said(Edition edition, List<Node> literals, Language language, String otherwise) {
        Wording wording = new Wording(
                edition.resources().labels(List.of()), edition.site().links(), language, "");
        return wording.best(literals).map(Shown::text).orElse(otherwise);
    }
}
