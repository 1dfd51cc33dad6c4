package org.torchgraph.site.thing;

import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.site.words.LocalLinks;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * Pictures of a thing. A page loads nothing from another host, so that one which lies elsewhere is a link to it.
 *
 * @param thing that they are of
 * @param origin by which the site was reached
 */
record Pictures(TermRenderer wording, Node thing, String origin) {
    private static final Pattern DATA =
            Pattern.compile("data:image/(?:png|jpeg|gif|webp|avif|svg\\+xml)[;,]\\p{Graph}*");

    /** What is longer weighs more than the rest of its page. */
    private static final int LARGEST = 64 * 1024;

    /** The value of a property as a picture; empty when it is none. */
    Optional<RenderedTerm> of(String property, Node value) {
        if (!StatementLayout.isPicture(property)) {
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
        boolean inline = address.length() <= LARGEST && DATA.matcher(address).matches();
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
