package org.torchgraph.site.markdown;

import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.markdown.MarkdownNodeRendererContext;
import org.commonmark.renderer.markdown.MarkdownNodeRendererFactory;

/**
 * Writes links whose addresses have no escapes of Markdown, since many readers take an address from the text without
 * parsing it. Addresses are percent-encoded, and so are the few characters that would end one here.
 */
final class PlainLinks implements MarkdownNodeRendererFactory {
    @Override
    public Set<Character> getSpecialCharacters() {
        return Set.of();
    }

    @Override
    public NodeRenderer create(MarkdownNodeRendererContext context) {
        return new NodeRenderer() {
            @Override
            public Set<Class<? extends Node>> getNodeTypes() {
                return Set.of(Link.class);
            }

            @Override
            public void render(Node node) {
                context.getWriter().raw("[");
                for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                    context.render(child);
                }
                context.getWriter().raw("](" + plain(((Link) node).getDestination()) + ")");
            }
        };
    }

    private static String plain(String address) {
        return address.replace("(", "%28")
                .replace(")", "%29")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("\\", "%5C")
                .replace("|", "%7C")
                .replace(";", "%3B")
                .replace(" ", "%20");
    }
}
