package org.torchgraph.site.markdown;

import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.torchgraph.site.frame.PageContext;

/**
 * Renders the text of the first page. HTML in it is shown as it is written, pictures become links, and headings are
 * below those of the page.
 */
public final class HomeText {
    private static final Parser PARSER = Parser.builder().build();
    private static final int MIN_LEVEL = 2;

    private HomeText() {}

    /** Returns the text as HTML. */
    public static String html(String markdown, PageContext frame) {
        Node text = PARSER.parse(markdown);
        text.accept(new Adaptation());
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .sanitizeUrls(true)
                .percentEncodeUrls(true)
                .attributeProviderFactory(context -> links(frame))
                .build()
                .render(text);
    }

    /** Leads to things of the publication, and to paths of the site wherever it is mounted. */
    private static AttributeProvider links(PageContext frame) {
        return (node, tag, attributes) -> {
            if (node instanceof Link link && attributes.containsKey("href")) {
                String target = link.getDestination();
                if (attributes.get("href").isEmpty()) {
                    // No link, because its scheme is not safe.
                    attributes.clear();
                    return;
                }
                // The owner wrote the link.
                attributes.remove("rel");
                attributes.put(
                        "href",
                        target.startsWith("/") && !target.startsWith("//")
                                ? frame.link(target)
                                : frame.site()
                                        .links()
                                        .path(resolved(target, frame))
                                        .map(frame::link)
                                        .orElse(attributes.get("href")));
            }
        };
    }

    /** Returns what a link leads to, an IRI relative to the base of the publication resolved. */
    private static String resolved(String target, PageContext frame) {
        try {
            return IRIx.create(frame.site().links().base()).resolve(target).str();
        } catch (IRIException noIri) {
            return target;
        }
    }

    private static final class Adaptation extends AbstractVisitor {
        @Override
        public void visit(Heading heading) {
            heading.setLevel(Math.min(heading.getLevel() + MIN_LEVEL - 1, 6));
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            Link link = new Link(image.getDestination(), image.getTitle());
            while (image.getFirstChild() != null) {
                link.appendChild(image.getFirstChild());
            }
            image.insertBefore(link);
            image.unlink();
        }
    }
}
