package org.torchgraph.server.thing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.torchgraph.http.Problem;
import org.torchgraph.messages.Code;
import org.torchgraph.routes.IriPaths;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.server.reply.Reply;
import org.torchgraph.server.reply.Request;
import org.torchgraph.server.reply.Route;
import org.torchgraph.server.version.CurrentVersion;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.server.version.Representation;
import org.torchgraph.server.version.ThingResolver;
import org.torchgraph.site.words.LocalLinks;

/**
 * Serves {@code /resource?iri=…}, the document about any described IRI, by content negotiation or suffix as in
 * {@code /resource.ttl?iri=…}. It redirects by 303 if the document is below {@code /doc/}, or if nothing is said of the
 * IRI but of another one that is the same.
 */
public final class ResourceRoute implements Route {
    private static final String ROOT = SiteRoute.RESOURCE.path();

    private final CurrentVersion currentVersion;
    private final DocumentReplies replies;

    public ResourceRoute(CurrentVersion currentVersion, DocumentReplies replies) {
        this.currentVersion = currentVersion;
        this.replies = replies;
    }

    @Override
    public Reply answer(Request request) {
        PublishedVersion version = currentVersion.get();
        List<String> values = request.values(PageAddress.IRI);
        if (values.size() != 1) {
            throw refused(Code.RESOURCE_ONE);
        }
        String iri = values.get(0);
        Node found = new ThingResolver(version).of(iri).orElseThrow(() -> unknown(iri));
        Node thing = NodeFactory.createURI(IriPaths.whole(found.getURI()));
        LocalLinks links = version.site().links();
        Optional<Representation> form = request.path().equals(ROOT)
                ? Optional.empty()
                : Representation.ofSuffix(request.path().substring(ROOT.length() + 1), Representation.PAGE_AND_RDF);
        PageAddress own = links.address(thing.getURI());
        if (iri.equals(thing.getURI()) && own.path().equals(ROOT)) {
            return replies.answer(version, request, new DocumentReplies.DocumentRequest(thing, own, form));
        }
        String link = links.path(found.getURI()).orElseGet(own::toString);
        String others = Arrays.stream(request.query().replaceFirst("^[?]", "").split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith(PageAddress.IRI + "="))
                .collect(Collectors.joining("&"));
        String target = form.map(one -> own.form(one.suffix()).toString()).orElse(link);
        return Reply.seeOther(ThingRoute.joined(target, others)).varying("Accept");
    }

    private static RuntimeException unknown(String iri) {
        try {
            IRIx.create(iri);
            // What RFC 3986 calls absolute has no fragment.
            if (IRIx.create(StringUtils.substringBefore(iri, "#")).isAbsolute()) {
                return Problem.of(Problem.ProblemKind.NOT_FOUND, Code.THING_UNKNOWN, iri)
                        .exception();
            }
        } catch (IRIException notAnIri) {
            // The problem below reports it.
        }
        return refused(Code.RESOURCE_IRI, iri);
    }

    private static RuntimeException refused(Code code, Object... arguments) {
        return Problem.of(Problem.ProblemKind.BAD_PARAMETER, code, arguments)
                .about(PageAddress.IRI)
                .exception();
    }
}
