package org.torchgraph.site.words;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.http.Mount;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.model.Resources;
import org.torchgraph.routes.IriPaths;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.routes.RouteRole;
import org.torchgraph.routes.SharedPaths;
import org.torchgraph.routes.SiteRoute;

/**
 * Finds the page about an IRI, on this site or outside. Links are in ASCII.
 *
 * @param paths the paths of the IRIs below the base
 * @param shared the paths that several IRIs would share, so that none may use them
 * @param described whether the dataset describes an IRI; such an IRI has a page even outside the base
 * @param same returns the thing that the data say is the same as an IRI of which they say nothing, if there is one
 * @param mount the path below which clients reach the site
 */
public record LocalLinks(
        IriPaths paths,
        SharedPaths shared,
        Predicate<String> described,
        Function<String, Optional<String>> same,
        Mount mount) {

    /** The suffixes of files that browsers show as pictures. */
    private static final Set<String> PICTURES = Set.of("png", "jpg", "jpeg", "gif", "webp", "avif", "svg");

    /** Creates links that depend on IRIs only, for use without a dataset. */
    public LocalLinks(String base) {
        this(new IriPaths(base), SharedPaths.none(), iri -> false, iri -> Optional.empty(), Mount.ROOT);
    }

    /** Creates the links of one dataset version; if it is too large to be read, two IRIs may share a path. */
    public static LocalLinks of(IriPaths paths, Resources resources) {
        if (resources.areTooMany()) {
            return new LocalLinks(paths, SharedPaths.none(), resources::describes, iri -> Optional.empty(), Mount.ROOT);
        }
        return new LocalLinks(
                paths,
                SharedPaths.among(resources.iris(), paths, resources.allNames()),
                resources::describes,
                resources::sameAs,
                Mount.ROOT);
    }

    /**
     * Returns the links of the next version.
     *
     * @param touched the IRIs that the change between them has in its statements
     * @param next describes its resources
     */
    public LocalLinks after(Stream<String> touched, Resources next) {
        return new LocalLinks(paths, shared.after(touched, paths, next), next::describes, next::sameAs, mount);
    }

    /** Returns the same links below a mount. */
    public LocalLinks at(Mount other) {
        return new LocalLinks(paths, shared, described, same, other);
    }

    /** Returns the base IRI of the publication. */
    public String base() {
        return paths.base();
    }

    /** Returns an IRI relative to the base, or the whole IRI if it is not below it. */
    public String relative(String iri) {
        return iri.startsWith(base()) && iri.length() > base().length() ? iri.substring(base().length()) : iri;
    }

    /** Returns whether the dataset describes an IRI that is no name of a graph of a file. */
    public boolean isThing(String iri) {
        return described.test(iri) && !iri.startsWith(base() + IriPaths.GRAPHS);
    }

    /** Returns the other spellings of an IRI that the dataset describes too, see {@link IriPaths#twins}. */
    public List<String> twins(String iri) {
        return IriPaths.twins(iri).stream().filter(described).toList();
    }

    /** Returns the link to a path of the site. */
    public String href(String path) {
        return mount.of(path);
    }

    /**
     * Returns the path of the page about the thing that an IRI names: as {@link #path}, but for an IRI of which nothing
     * is said that of the thing which is the same by {@code owl:sameAs}, or has another spelling of the IRI.
     */
    public Optional<String> pathOfSame(String iri) {
        String whole = IriPaths.whole(iri);
        return described.test(iri) || described.test(whole)
                ? path(iri)
                : same.apply(iri)
                        .or(() -> twins(whole).stream().findFirst())
                        .map(this::path)
                        .orElseGet(() -> path(iri));
    }

    /**
     * Returns the path of the page about an IRI, with its fragment; empty if the IRI is neither below a base nor
     * described.
     */
    public Optional<String> path(String iri) {
        String whole = IriPaths.whole(iri);
        boolean shown = paths.owns(iri) || described.test(iri);
        if (!shown
                || iri.length() > PageAddress.MAX_CHARACTERS / 3
                        && address(iri).toString().length() > PageAddress.MAX_CHARACTERS) {
            return Optional.empty();
        }
        String fragment =
                whole.equals(iri) ? "" : "#" + PercentEncoding.ascii(Anchors.of(iri.substring(whole.length() + 1)));
        return Optional.of(served(whole).orElseGet(() -> address(iri).toString()) + fragment);
    }

    private Optional<String> served(String whole) {
        return Optional.of(whole)
                .filter(iri -> iri.startsWith(base()))
                .map(iri -> "/" + iri.substring(base().length()))
                .filter(path -> SiteRoute.named(path)
                        .filter(route -> route.is(RouteRole.LINKED)
                                || route.is(RouteRole.LINKED_UNLESS_DESCRIBED) && !described.test(whole))
                        .isPresent())
                .map(PercentEncoding::path);
    }

    /**
     * Returns the address of the document about an IRI: its own path if the IRI can be recovered from that, else
     * {@code /resource?iri=…}.
     */
    public PageAddress address(String iri) {
        String whole = IriPaths.whole(iri);
        boolean carried = whole.startsWith(base()) && paths.obstacles(whole).isEmpty() && !shared.isTaken(whole);
        return carried ? new PageAddress(paths.document(whole), "") : PageAddress.resource(whole);
    }

    /** Returns the IRI of the document about a thing. */
    public Node document(Node thing) {
        return NodeFactory.createURI(base() + address(thing.getURI()).toString().substring(1));
    }

    /** Returns whether an IRI below a base of the publication is that of a picture, by its suffix. */
    public boolean isPicture(String iri) {
        String path = StringUtils.substringBefore(StringUtils.substringBefore(iri, "#"), "?");
        return paths.owns(iri)
                && outside(iri).isPresent()
                && PICTURES.contains(StringUtils.substringAfterLast(path, ".").toLowerCase(Locale.ROOT));
    }

    /** Returns the scheme, host and port of an IRI of {@code http} or {@code https}. */
    public static String origin(String iri) {
        return iri.substring(0, iri.indexOf(':')).toLowerCase(Locale.ROOT) + "://" + host(iri);
    }

    /** Returns the host and port of an IRI of {@code http} or {@code https}, in small letters. */
    public static String host(String iri) {
        return StringUtils.substringBefore(
                        StringUtils.substringBefore(
                                StringUtils.substringBefore(StringUtils.substringAfter(iri, "://"), "/"), "?"),
                        "#")
                .toLowerCase(Locale.ROOT);
    }

    /** Returns the link to an IRI outside the publication if its scheme is {@code http} or {@code https}. */
    public static Optional<String> outside(String iri) {
        boolean web = iri.regionMatches(true, 0, "http://", 0, 7) || iri.regionMatches(true, 0, "https://", 0, 8);
        return web ? Optional.of(PercentEncoding.ascii(iri)) : Optional.empty();
    }
}
