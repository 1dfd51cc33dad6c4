package org.torchgraph.site.thing;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.site.words.LocalLinks;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * Renders pictures of a thing. Pages load nothing from other hosts, so a picture elsewhere becomes a link.
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
            return value.getURI().startsWith(wording.links().base()) ? Optional.empty() : at(value.getURI(), value);
        }
        boolean address = value.isLiteral() && value.getLiteralDatatypeURI().equals(XSD.anyURI.getURI());
        return address ? at(value.getLiteralLexicalForm(), value) : Optional.empty();
    }

    private Optional<RenderedTerm> at(String address, Node value) {
        String named = wording.best(wording.names(value))
                .map(RenderedTerm::text)
                .orElseGet(() -> wording.show(thing).text());
        boolean inline = address.length() <= MAX_DATA_URI_CHARACTERS
                && DATA.matcher(address).matches();
        if (inline || !origin.isEmpty() && address.startsWith(origin + "/")) {
            return Optional.of(RenderedTerm.picture(say("value.picture", named), address));
        }
        String file = address.replaceFirst("[?#].*", "").replaceFirst(".*/", "");
        return LocalLinks.outside(address)
                .map(href -> RenderedTerm.outside(say("value.picture.file", named, file), href, address));
    }

    private String say(String key, Object... values) {
        return wording.language().messages().say(key, values);
    }
}
