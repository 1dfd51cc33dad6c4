package org.torchgraph.site.datasets;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Language;
import org.torchgraph.model.datasets.CatalogueExcerpt;
import org.torchgraph.model.datasets.DatasetCatalogue.CatalogueFile;
import org.torchgraph.model.datasets.DatasetCatalogue.CatalogueItem;
import org.torchgraph.model.datasets.DatasetCatalogue.Contact;
import org.torchgraph.model.naming.IriEnd;
import org.torchgraph.model.portion.Portion;
import org.torchgraph.site.thing.ThingSection;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * A catalogue on its page.
 *
 * @param datasets the datasets of one page
 * @param listed that page
 * @param services its services
 * @param contacts whom to ask
 */
public record CatalogueView(
        List<DatasetCard> datasets, Portion<?> listed, List<DatasetCard> services, List<RenderedTerm> contacts)
        implements ThingSection {
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");
    private static final double STEP = 1000;
    private static final String MAIL = "mailto:";
    private static final String MEDIA_TYPES = "/media-types/";
    private static final int LEAD_CHARACTERS = 280;
    private static final int MAX_KEYWORDS = 12;

    /**
     * A dataset or a service.
     *
     * @param name its name
     * @param lead the beginning of its description, or null
     * @param facts what else is known of it, with message keys
     * @param files the files in which it can be had
     * @param more the number of other files
     */
    public record DatasetCard(
            RenderedTerm name, RenderedTerm lead, List<FactRow> facts, List<FileRow> files, int more) {}

    /** Values below a message key. */
    public record FactRow(String key, List<RenderedTerm> values) {}

    /**
     * A file.
     *
     * @param name its name
     * @param formats its formats
     * @param size its size in words, or null
     * @param licences under which terms it may be used
     * @param links where it is
     */
    public record FileRow(
            RenderedTerm name,
            List<RenderedTerm> formats,
            String size,
            List<RenderedTerm> licences,
            List<RenderedTerm> links) {}

    /** Renders what a page shows of a catalogue. */
    public static CatalogueView of(CatalogueExcerpt excerpt, TermRenderer wording) {
        return new CatalogueView(
                excerpt.datasets().items().stream()
                        .map(item -> card(item, wording))
                        .toList(),
                excerpt.datasets(),
                excerpt.services().stream().map(item -> card(item, wording)).toList(),
                excerpt.contacts().stream()
                        .flatMap(contact -> contact(contact, wording))
                        .toList());
    }

    @Override
    public List<String> headings() {
        return List.of("catalogue");
    }

    private static DatasetCard card(CatalogueItem item, TermRenderer wording) {
        List<RenderedTerm> keywords =
                wording.own(item.keywords()).stream().limit(MAX_KEYWORDS).toList();
        return new DatasetCard(
                wording.show(item.node()),
                wording.best(item.descriptions())
                        .map(text -> text.saying(text.beginning(LEAD_CHARACTERS)))
                        .orElse(null),
                Stream.of(
                                new FactRow("publisher", shown(item.publishers(), wording)),
                                new FactRow("issued", shown(item.issued(), wording)),
                                new FactRow("modified", shown(item.modified(), wording)),
                                new FactRow("licence", shown(item.licences(), wording)),
                                new FactRow("theme", shown(item.themes(), wording)),
                                new FactRow("keyword", keywords),
                                new FactRow("address", shown(item.addresses(), wording)),
                                new FactRow(
                                        "contact",
                                        item.contacts().stream()
                                                .flatMap(contact -> contact(contact, wording))
                                                .toList()))
                        .filter(fact -> !fact.values().isEmpty())
                        .toList(),
                item.files().stream().map(file -> row(file, wording)).toList(),
                item.more());
    }

    private static FileRow row(CatalogueFile file, TermRenderer wording) {
        RenderedTerm own = wording.show(file.node());
        return new FileRow(
                wording.best(file.titles())
                        .map(title -> own.href() == null ? title : title.leadingTo(own))
                        .orElse(own),
                file.formats().stream().map(format -> format(format, wording)).toList(),
                file.size() == null ? null : size(file.size().getLiteralLexicalForm(), wording.language()),
                shown(file.licences(), wording),
                shown(
                        Stream.concat(file.downloads().stream(), file.accesses().stream())
                                .distinct()
                                .toList(),
                        wording));
    }

    private static Stream<RenderedTerm> contact(Contact contact, TermRenderer wording) {
        RenderedTerm name = wording.best(contact.names()).orElseGet(() -> wording.show(contact.node()));
        List<RenderedTerm> ways = Stream.concat(contact.mail().stream(), contact.pages().stream())
                .map(way -> way(way, wording))
                .toList();
        return contact.names().isEmpty() && contact.node().isBlank() && !ways.isEmpty()
                ? ways.stream()
                : Stream.concat(Stream.of(name), ways.stream());
    }

    /** Returns an address of mail without its scheme, with a link; any other node as it is. */
    private static RenderedTerm way(Node node, TermRenderer wording) {
        return node.isURI() && node.getURI().startsWith(MAIL)
                ? RenderedTerm.outside(node.getURI().substring(MAIL.length()), node.getURI(), node.getURI())
                : wording.show(node);
    }

    /** Returns a format without a name as a media type, else by the end of its IRI. */
    private static RenderedTerm format(Node node, TermRenderer wording) {
        if (!node.isURI() || !wording.names(node).isEmpty()) {
            return wording.show(node);
        }
        String iri = node.getURI();
        int types = iri.indexOf(MEDIA_TYPES);
        return RenderedTerm.text(types < 0 ? IriEnd.of(iri) : iri.substring(types + MEDIA_TYPES.length()));
    }

    private static List<RenderedTerm> shown(List<Node> nodes, TermRenderer wording) {
        return nodes.stream().map(wording::show).toList();
    }

    /** Returns a number of bytes in the largest unit that leaves a whole number; another text as it is. */
    static String size(String text, Language language) {
        try {
            double size = Double.parseDouble(text);
            int unit = 0;
            while (size >= STEP && unit < UNITS.size() - 1) {
                size /= STEP;
                unit++;
            }
            return language.numbers().rounded(size, unit == 0 || size >= 100 ? 0 : 1) + " " + UNITS.get(unit);
        } catch (NumberFormatException words) {
            return text;
        }
    }
}
