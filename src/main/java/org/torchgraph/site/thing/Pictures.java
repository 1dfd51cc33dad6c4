package org.torchgraph.site.thing;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.site.words.LocalLinks;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * Renders pictures of a thing. Pages load pictures from the bases of the publication and the hosts that it sets; one of
 * another host becomes a link.
 *
 * @param wording renders the names
 * @param thing the thing that they depict
 * @param origin the scheme, host and port of the request
 */
record Pictures(TermRenderer wording, Node thing, String origin) {
    private static final Pattern DATA =
            Pattern.compile("data:image/(?:png|jpeg|gif|webp|avif|svg\\+xml)[;,]\\p{Graph}*");

    /** The length of the longest data URI that is embedded. */
    private static final int MAX_DATA_URI_CHARACTERS = 64 * 1024;

    /** Returns the value of a property as a picture; empty if it is none. */
    Optional<RenderedTerm> of(Node property, Node value) {
        if (!wording.appearance().layout().isPicture(property)) {
            return Optional.empty();
        }
        if (value.isURI()) {
            boolean thing = wording.links().paths().owns(value.getURI())
                    && !wording.links().isPicture(value.getURI());
            return thing ? Optional.empty() : at(value.getURI(), value);
        }
        boolean address = value.isLiteral() && value.getLiteralDatatypeURI().equals(XSD.anyURI.getURI());
        return address ? at(value.getLiteralLexicalForm(), value) : Optional.empty();
    }

    private Optional<RenderedTerm> at(String address, Node value) {
        String named = wording.best(wording.names(value))
                .map(RenderedTerm::text)
                .orElseGet(() -> wording.show(thing).text());
        if (address.length() <= MAX_DATA_URI_CHARACTERS && DATA.matcher(address).matches()) {
            return Optional.of(RenderedTerm.picture(say("value.picture", named), address, ""));
        }
        String file = address.replaceFirst("[?#].*", "").replaceFirst(".*/", "");
        return LocalLinks.outside(address)
                .map(href -> mayLoad(address)
                        ? RenderedTerm.picture(
                                say("value.picture", named), href, page(value).orElse(href))
                        : RenderedTerm.outside(say("value.picture.file", named, file), href, address));
    }

    private boolean mayLoad(String address) {
        return !origin.isEmpty() && address.startsWith(origin + "/")
                || wording.links().isPicture(address)
                || wording.appearance().imageHosts().contains(LocalLinks.host(address));
    }

    /** Returns the link to the page of a picture that the data describe. */
    private Optional<String> page(Node picture) {
        return Optional.of(picture)
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(wording.links()::isThing)
                .flatMap(wording.links()::path)
                .map(wording::link);
    }

    private String say(String key, Object... values) {
        return wording.language().messages().say(key, values);
    }
}
