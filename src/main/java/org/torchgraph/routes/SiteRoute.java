package org.torchgraph.routes;

import static org.torchgraph.routes.RouteRole.ANSWERED;
import static org.torchgraph.routes.RouteRole.COPIED;
import static org.torchgraph.routes.RouteRole.DESCRIBED;
import static org.torchgraph.routes.RouteRole.IN_NAVIGATION;
import static org.torchgraph.routes.RouteRole.LINKED;
import static org.torchgraph.routes.RouteRole.LINKED_UNLESS_DESCRIBED;
import static org.torchgraph.routes.RouteRole.LISTED;
import static org.torchgraph.routes.RouteRole.NOT_CRAWLED;
import static org.torchgraph.routes.RouteRole.PROTOCOL;
import static org.torchgraph.routes.RouteRole.RESERVED;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of the site's paths. Every part of the program that routes, links, lists or checks a path reads it here;
 * the order is that of the navigation. All other paths below the base stand for things.
 */
public enum SiteRoute {
    HOME("/", LISTED, LINKED_UNLESS_DESCRIBED),
    SEARCH("/search", Set.of("json"), IN_NAVIGATION, DESCRIBED, NOT_CRAWLED, COPIED, RESERVED),
    SUGGESTIONS("/search/suggest", RESERVED),
    RECONCILIATION("/reconcile", DESCRIBED, NOT_CRAWLED, RESERVED),
    RECONCILIATION_SERVICE("/reconcile/", DESCRIBED, NOT_CRAWLED, RESERVED),
    MCP("/mcp", DESCRIBED, RESERVED),
    QUESTIONS("/queries", IN_NAVIGATION, LISTED, RESERVED, LINKED_UNLESS_DESCRIBED),
    QUESTION("/queries/", DESCRIBED, NOT_CRAWLED, COPIED, RESERVED, LINKED_UNLESS_DESCRIBED),
    COMPARISON("/compare", Set.of("csv", "xlsx"), DESCRIBED, NOT_CRAWLED, RESERVED),
    SPARQL("/sparql", IN_NAVIGATION, DESCRIBED, NOT_CRAWLED, PROTOCOL, RESERVED, LINKED_UNLESS_DESCRIBED),
    EXPLANATION("/sparql/explain", DESCRIBED, RESERVED),
    TERMS("/sparql/terms", DESCRIBED, RESERVED),
    GRAPH_STORE("/data", DESCRIBED, NOT_CRAWLED, PROTOCOL, RESERVED),
    UPDATE("/update", NOT_CRAWLED, RESERVED),
    VOCABULARY("/def", Forms.OF_DOCUMENTS, IN_NAVIGATION, LISTED, DESCRIBED, COPIED, LINKED),
    VOCABULARY_VERSION("/def/", ANSWERED),
    EXPORT("/export", IN_NAVIGATION, LISTED, RESERVED),
    DUMP("/export/", DESCRIBED, COPIED, RESERVED, LINKED),
    ABOUT("/about", IN_NAVIGATION, LISTED, RESERVED),
    VERSIONS("/versions", LISTED, DESCRIBED, RESERVED),
    HISTORY("/history", DESCRIBED, NOT_CRAWLED, RESERVED),
    WRITE("/history/", DESCRIBED, RESERVED),
    DOCUMENT(IriPaths.DOCUMENTS + "/", DESCRIBED, RESERVED),
    BRIEF("/brief/", NOT_CRAWLED, RESERVED),
    RESOURCE("/resource", Forms.OF_THINGS, DESCRIBED, RESERVED),
    DATASET("/dataset", Forms.OF_DOCUMENTS, DESCRIBED, COPIED),
    VOID("/.well-known/void", Forms.OF_DOCUMENTS, COPIED, RESERVED),
    CONTEXT("/context.jsonld", COPIED, RESERVED),
    SITEMAP("/sitemap.xml", RESERVED),
    ROBOTS("/robots.txt", RESERVED),
    FEED("/feed.atom", RESERVED),
    OPENAPI("/openapi.json", RESERVED),
    GUIDE("/llms.txt", RESERVED),
    DATA_PACKAGE("/datapackage.json", RESERVED),
    CROISSANT("/croissant.json", RESERVED),
    RESEARCH_CRATE("/ro-crate-metadata.json", RESERVED),
    DATA_CITE("/datacite.json", RESERVED),
    CITATION_FILE("/CITATION.cff", RESERVED),
    HEALTH("/health", DESCRIBED, RESERVED),
    ASSETS("/assets/", COPIED, RESERVED),
    SITE_ASSETS("/assets/own/", COPIED, RESERVED),
    WEBJARS("/webjars/", COPIED, RESERVED);

    /** The suffix of the feed of what changes about a thing or an answer. */
    public static final String FEED_SUFFIX = "atom";

    private static final Map<String, SiteRoute> BY_PATH =
            Arrays.stream(values()).collect(Collectors.toMap(SiteRoute::path, Function.identity()));

    private final String path;
    private final Set<String> forms;
    private final Set<RouteRole> roles;

    SiteRoute(String path, RouteRole... roles) {
        this(path, Set.of(), roles);
    }

    SiteRoute(String path, Set<String> forms, RouteRole... roles) {
        this.path = path;
        this.forms = forms;
        this.roles = Set.of(roles);
    }

    /** Holds what enum constants need before the fields of the enum are set. */
    private static final class Forms {
        static final Set<String> OF_DOCUMENTS = Set.copyOf(Obstacle.FORM_SUFFIXES);
        static final Set<String> OF_THINGS =
                Stream.concat(OF_DOCUMENTS.stream(), Stream.of(FEED_SUFFIX)).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the route that answers a path of the site; empty when the path can only stand for a thing. */
    public static Optional<SiteRoute> of(String path) {
        return named(path).or(() -> {
            int dot = path.lastIndexOf('.');
            return dot < 0
                    ? Optional.empty()
                    : Optional.ofNullable(BY_PATH.get(path.substring(0, dot)))
                            .filter(route -> route.forms.contains(path.substring(dot + 1)));
        });
    }

    /** Returns the route whose path this is, without the suffix of a form, else the deepest folder that holds it. */
    public static Optional<SiteRoute> named(String path) {
        SiteRoute found = BY_PATH.get(path);
        for (int slash = path.lastIndexOf('/'); found == null && slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            found = BY_PATH.get(path.substring(0, slash + 1));
        }
        return Optional.ofNullable(found);
    }

    /** Returns the route whose path this is but for a slash or the suffix {@code .html} at its end. */
    public static Optional<SiteRoute> meant(String path) {
        String bare = path.replaceFirst("(/+|\\.html)$", "");
        return bare.equals(path) ? Optional.empty() : Optional.ofNullable(BY_PATH.get(bare));
    }

    /** Returns the routes that have a role, in the order of the table. */
    public static Stream<SiteRoute> with(RouteRole role) {
        return Arrays.stream(values()).filter(route -> route.is(role));
    }

    /**
     * Tells whether the site answers at an IRI below the base by itself, so that the IRI does not lead to a thing.
     *
     * @param name what follows the base in the IRI, without fragment
     */
    public static boolean isReserved(String name) {
        String path = "/" + name;
        return of(path).filter(route -> route.is(RESERVED) || route.isForm(path))
                .isPresent();
    }

    /** Tells whether a request to an IRI below the base gets an answer when the publication describes no such thing. */
    public static boolean isAnswered(String name) {
        return isReserved(name)
                || of("/" + name).filter(route -> route.is(ANSWERED)).isPresent();
    }

    /** Returns the percent-encoded path; it ends in {@code /} if the route answers all paths below it. */
    public String path() {
        return path;
    }

    /** Returns a path below a folder. */
    public String path(String rest) {
        return path + rest;
    }

    /** Returns the path of a form of the document at this path, as {@code /def.ttl}. */
    public String form(String suffix) {
        return path + "." + suffix;
    }

    /** Returns the IRI that the path has in a publication with the base. */
    public String iri(String base) {
        return base + path.substring(1);
    }

    /** Returns the suffixes of the forms of the document at this path; empty if it has none. */
    public Set<String> forms() {
        return forms;
    }

    /** Tells whether the route has a role. */
    public boolean is(RouteRole role) {
        return roles.contains(role);
    }

    /** Tells whether the route answers all paths below its path. */
    public boolean isFolder() {
        return path.endsWith("/") && this != HOME;
    }

    private boolean isForm(String asked) {
        return !isFolder() && !asked.equals(path);
    }
}
