package org.torchgraph.server.version;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIx;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.routes.IriPaths;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Request;

/** Finds the thing of a request: one that the version knows, or that writers removed. */
public final class ThingResolver {
    private static final Pattern RESOURCE_IRI = Pattern.compile("[?&]" + PageAddress.IRI + "=([^&]*)");

    private final IriPaths paths;
    private final PublishedVersion version;
    private final Removals names;

    /** Creates the resolver of one version. */
    public ThingResolver(PublishedVersion version) {
        this.version = version;
        this.names = new Removals(version);
        this.paths = version.site().links().paths();
    }

    /**
     * Returns the thing whose IRI is the base followed by the path; empty if it is unknown.
     *
     * @param path the path
     * @param query the query string, or an empty text; it may be part of the IRI
     */
    public Optional<Node> named(String path, String query) {
        Stream<String> asked = query.isEmpty() ? Stream.of(path) : Stream.of(path + "?" + query, path);
        return asked.flatMap(one -> paths.thing(one, names).stream())
                .findFirst()
                .or(() -> paths.candidates(path).stream()
                        .flatMap(iri -> IriPaths.twins(iri).stream())
                        .filter(version.resources()::describes)
                        .findFirst())
                .map(NodeFactory::createURI);
    }

    /**
     * Returns the thing with the IRI that a client requests, if its host is that of a further base and not that of the
     * base.
     */
    public Optional<Node> atFurtherBase(Request request) {
        String root = schemeless(request.root()) + "/";
        if (schemeless(paths.base()).startsWith(root)) {
            return Optional.empty();
        }
        return paths.further().stream()
                .filter(base ->
                        !base.equals(schemeless(base)) && schemeless(base).startsWith(root))
                .flatMap(base -> new IriPaths(base.substring(0, base.indexOf(':') + 1) + root)
                                .thing(request.path(), names)
                                .filter(iri -> iri.startsWith(base) || base.equals(iri + "#"))
                                .stream())
                .findFirst()
                .map(NodeFactory::createURI);
    }

    /** Returns a thing, or the one that the data say is the same if they say nothing of it. */
    public Node same(Node thing) {
        return version.resources().describes(thing.getURI())
                        || !names.of(thing.getURI()).isEmpty()
                ? thing
                : version.resources()
                        .sameAs(thing.getURI())
                        .map(NodeFactory::createURI)
                        .orElse(thing);
    }

    /**
     * Returns the topic of a document.
     *
     * @param path the path after {@code /doc}, beginning with {@code /}
     */
    public Optional<Node> ofDocument(String path) {
        return paths.topic(path, names).map(NodeFactory::createURI);
    }

    /**
     * Returns the thing with an IRI; if nothing is said of it, then the one that the data say is the same, or else the
     * one with the same IRI under the other of {@code http} and {@code https} or with a slash more or less.
     */
    public Optional<Node> of(String iri) {
        String whole = IriPaths.whole(iri);
        String fragment = iri.substring(whole.length());
        List<String> spellings =
                Stream.concat(Stream.of(whole), IriPaths.twins(whole).stream()).toList();
        Node asked = NodeFactory.createURI(iri);
        Node same = same(asked);
        return same.equals(asked)
                ? Stream.<Predicate<String>>of(names::describes, names::uses)
                        .flatMap(known -> spellings.stream().filter(known))
                        .findFirst()
                        .map(found -> NodeFactory.createURI(found + fragment))
                : Optional.of(same);
    }

    /**
     * Returns the thing that a reader names: by its IRI, whole or relative to the base, or by the address of its page
     * on this site as a browser shows it, with or without host, form, query string and fragment.
     *
     * @param text as typed or pasted
     * @param request the request that has it, which tells where the site is
     * @throws org.apache.jena.irix.IRIException if the text is no IRI
     */
    public Optional<Node> given(String text, Request request) {
        Node named =
                NodeFactory.createURI(IRIx.create(version.base()).resolve(text).str());
        return version.resources().knows(named)
                ? Optional.of(named)
                : atAddress(text, request).filter(version.resources()::knows);
    }

    private Optional<Node> atAddress(String address, Request request) {
        String local = schemeless(address);
        for (String root :
                List.of(schemeless(request.root()), schemeless(paths.base()).replaceFirst("/$", ""))) {
            local = local.startsWith(root + "/") ? local.substring(root.length()) : local;
        }
        if (local.startsWith("//")) {
            return Optional.empty();
        }
        local = local.startsWith(request.mount().path() + "/")
                ? local.substring(request.mount().path().length())
                : "/" + local.replaceFirst("^/", "");
        String whole = IriPaths.whole(local);
        String path = whole.replaceFirst("\\?.*", "");
        if (SiteRoute.of(path).equals(Optional.of(SiteRoute.RESOURCE))) {
            Matcher iri = RESOURCE_IRI.matcher(whole);
            return iri.find()
                    ? PercentEncoding.text(iri.group(1)).map(IriPaths::whole).flatMap(this::of)
                    : Optional.empty();
        }
        if (path.startsWith(IriPaths.DOCUMENTS + "/")) {
            String topic = path.substring(IriPaths.DOCUMENTS.length());
            return ofDocument(topic)
                    .or(() -> ofDocument(topic.replaceFirst("\\.\\w+$", "")))
                    .or(() -> named(IriPaths.THINGS + topic, ""));
        }
        Node part = NodeFactory.createURI(paths.base() + local.substring(1));
        return Optional.of(part).filter(version.resources()::knows).or(() -> named(path, ""));
    }

    private static String schemeless(String address) {
        return address.replaceFirst("^https?:", "");
    }
}
