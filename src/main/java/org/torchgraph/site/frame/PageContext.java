package org.torchgraph.site.frame;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.export.Format;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Messages;
import org.torchgraph.model.Labels;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.words.Reader;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The context of a page.
 *
 * @param site the publication
 * @param reader the reader of the page
 * @param origin the scheme, host and port of the request, {@code http://127.0.0.1:3030}
 * @param path the path of the request, within the site
 * @param query the raw query string of the request, or an empty text
 * @param canonical the IRI that the page is about, or the page's own address
 * @param alternates the same document in other formats
 */
public record PageContext(
        Site site,
        Reader reader,
        String origin,
        String path,
        String query,
        String canonical,
        List<Alternate> alternates) {

    /**
     * The same document in another format.
     *
     * @param label name of the format
     */
    public record Alternate(String href, String type, String label) {
        /** The media type of feeds. */
        public static final String FEED = "application/atom+xml";

        /** Returns the feed of what changes about the topic of the page. */
        public static Alternate feed(String href) {
            return new Alternate(href, FEED, "Atom");
        }

        /** Returns whether it is a feed. */
        public boolean isFeed() {
            return type.equals(FEED);
        }
    }

    /** A step of the path from the home page; the last has no link. */
    public record Crumb(String text, String lang, String href) {}

    /** Returns the context of a page that has other formats. */
    public PageContext offering(List<Alternate> others) {
        return new PageContext(site, reader, origin, path, query, canonical, others);
    }

    /** Returns the formats of the page but its feed. */
    public List<Alternate> formats() {
        return alternates.stream().filter(alternate -> !alternate.isFeed()).toList();
    }

    /** Returns the link to the feed of what changes about the topic of the page, or null. */
    public String feed() {
        return alternates.stream()
                .filter(Alternate::isFeed)
                .map(alternate -> link(alternate.href()))
                .findFirst()
                .orElse(null);
    }

    /** Returns the language of the page's own texts. */
    public Language language() {
        return reader.language();
    }

    /** Returns the order of languages by which the page selects texts. */
    public Languages order() {
        return Languages.of(reader.ranges(), site.languages());
    }

    /** Returns the catalogue of that language. */
    public Messages messages() {
        return language().messages();
    }

    /**
     * Returns the same catalogue for templates, which mark texts that are in English because the language lacks them.
     */
    public Messages words() {
        return messages().marking();
    }

    /** Returns the query string that keeps the chosen language, or an empty text. */
    public String suffix() {
        return reader.suffix();
    }

    /** Returns the link to a path of the site, with the language that the reader chose. */
    public String link(String path) {
        return bare().link(path);
    }

    /** Returns the link to a file that is the same in every language. */
    public String href(String path) {
        return site.links().href(path);
    }

    /** Returns {@link #link(String)} to a page of the table of routes. */
    public String link(SiteRoute route) {
        return link(route.path());
    }

    /** Returns {@link #href(String)} to a path of the table of routes. */
    public String href(SiteRoute route) {
        return href(route.path());
    }

    /** Returns a link to a file that comes with the program. */
    public String asset(String file) {
        return href(SiteRoute.ASSETS.path(file));
    }

    /** Returns the link to the picture before the name of the site, or null. */
    public String logo() {
        return Site.logo(site.website()).map(this::href).orElse(null);
    }

    /** Returns the link to the style sheet with the colours that are set, or null. */
    public String colours() {
        return Site.colours(site.website()).map(this::href).orElse(null);
    }

    /** Returns the media type of that picture, or that of the program's own. */
    public String logoType() {
        return site.website().logo().map(logo -> logo.format().mediaType()).orElse("image/svg+xml");
    }

    /** Returns a link to the file that holds the whole dataset in a format. */
    public String dump(Format format) {
        return href(SiteRoute.DUMP.path(site.dumpFile(format)));
    }

    /** Returns the absolute address of a path of the site. */
    public String address(String path) {
        return origin + href(path);
    }

    /** Returns the link to this page in a language. */
    public String in(Language wanted) {
        return with("lang", wanted.code());
    }

    /** Returns whether the request gives a parameter a value. */
    public boolean asks(String parameter) {
        return Arrays.stream(query.split("&"))
                .anyMatch(pair -> pair.startsWith(parameter + "=") && pair.length() > parameter.length() + 1);
    }

    /** Returns the link to this page with another value of a parameter. */
    public String with(String parameter, Object value) {
        String kept = Arrays.stream(query.split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith(parameter + "="))
                .collect(Collectors.joining("&"));
        return "?" + (kept.isEmpty() ? "" : kept + "&") + parameter + "=" + value;
    }

    /** Returns the link to this page with another value of a parameter, and without another parameter. */
    public String with(String parameter, Object value, String without) {
        return new PageContext(site, reader, origin, path, without(without), canonical, alternates)
                .with(parameter, value);
    }

    private String without(String parameter) {
        return Arrays.stream(query.split("&"))
                .filter(pair -> !pair.startsWith(parameter + "="))
                .collect(Collectors.joining("&"));
    }

    /** Returns a renderer with the given labels. */
    public TermRenderer wording(Labels labels) {
        return site.wording(labels, reader);
    }

    /** Returns a renderer without labels, for nodes that carry their own literals. */
    public TermRenderer bare() {
        return wording(new Labels(Map.of(), site.prefixes(), site.languages()));
    }

    /** Returns the name of the publication. */
    public RenderedTerm brand() {
        return bare().best(site.entry().names())
                .orElse(RenderedTerm.text(messages().say("brand")));
    }

    /** Returns who created the dataset, as its catalogue states it: creators, else the publisher, else its name. */
    public List<CitedAgent> creators() {
        List<CitedAgent> creators =
                site.entry().creators().stream().flatMap(this::agent).toList();
        return creators.isEmpty() ? List.of(publisher()) : creators;
    }

    /** Returns who published the dataset, else its name. */
    public CitedAgent publisher() {
        return site.entry().publisher().stream()
                .flatMap(this::agent)
                .findFirst()
                .orElseGet(() -> new CitedAgent("", brand().text(), false));
    }

    /** Returns an agent; nothing for one without IRI and name. */
    private Stream<CitedAgent> agent(Node agent) {
        Labels names = site.agents().get();
        return agent.isBlank() && !names.byNode().containsKey(agent)
                ? Stream.empty()
                : Stream.of(new CitedAgent(
                        agent.isURI() ? agent.getURI() : "",
                        wording(names).show(agent).text(),
                        site.entry().persons().contains(agent)));
    }

    /** Returns its name in the other language, or null. */
    public RenderedTerm otherBrand() {
        return bare().other(site.entry().names()).orElse(null);
    }

    /** Returns a thing rendered without its label. */
    public RenderedTerm shown(String iri) {
        return bare().show(NodeFactory.createURI(iri));
    }

    /** Returns the licence, or null. */
    public RenderedTerm licence() {
        return site.entry().licence().map(bare()::show).orElse(null);
    }

    /** Returns the address by which the owner of the site is reached, or null. */
    public RenderedTerm contact() {
        return site.entry()
                .contact()
                .map(address -> RenderedTerm.address(address.getURI()))
                .orElse(null);
    }

    /** Returns the link to the page about the dataset, or null. */
    public String dataset() {
        return site.entry().dataset().map(node -> bare().show(node).href()).orElse(null);
    }

    /** Returns the version as a citation names it: the release, and the start of the digest. */
    public String citedVersion() {
        String digest = site.version().substring(0, Math.min(12, site.version().length()));
        String release = site.entry().release();
        return release.isEmpty() ? digest : release + " (" + digest + ")";
    }

    /** Returns whether the page is at a path of the navigation or below it. */
    public boolean at(String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }
}
