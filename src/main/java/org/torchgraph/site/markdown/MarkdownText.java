package org.torchgraph.site.markdown;

import java.util.List;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.markdown.MarkdownRenderer;

/**
 * A text in Markdown, built of nodes, so that the renderer escapes every character that has a meaning there.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark</a>, with the tables of GitHub
 */
final class MarkdownText {
    private static final Set<Extension> EXTENSIONS = Set.of(TablesExtension.create());
    private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder()
            .extensions(EXTENSIONS)
            .nodeRendererFactory(new PlainLinks())
            .build();

    private final Document document = new Document();

    /** Adds a heading of a level from 1. */
    void heading(int level, List<Node> content) {
        Heading heading = new Heading();
        heading.setLevel(level);
        document.appendChild(filled(heading, content));
    }

    /** Adds a paragraph. */
    void paragraph(List<Node> content) {
        document.appendChild(filled(new Paragraph(), content));
    }

    /** Adds a paragraph as a quotation, which stands for a summary. */
    void summary(List<Node> content) {
        BlockQuote quote = new BlockQuote();
        quote.appendChild(filled(new Paragraph(), content));
        document.appendChild(quote);
    }

    /** Adds a list, unless it is empty. */
    void bullets(List<List<Node>> items) {
        if (items.isEmpty()) {
            return;
        }
        BulletList list = new BulletList();
        list.setMarker("-");
        list.setTight(true);
        for (List<Node> item : items) {
            ListItem bullet = new ListItem();
            bullet.appendChild(filled(new Paragraph(), item));
            list.appendChild(bullet);
        }
        document.appendChild(list);
    }

    /** Adds a table. */
    void table(List<List<Node>> headings, List<List<List<Node>>> rows) {
        TableBlock table = new TableBlock();
        TableHead head = new TableHead();
        head.appendChild(row(headings, true));
        table.appendChild(head);
        TableBody body = new TableBody();
        rows.forEach(row -> body.appendChild(row(row, false)));
        table.appendChild(body);
        document.appendChild(table);
    }

    private static TableRow row(List<List<Node>> cells, boolean head) {
        TableRow row = new TableRow();
        for (List<Node> content : cells) {
            TableCell cell = new TableCell();
            cell.setHeader(head);
            row.appendChild(filled(cell, content));
        }
        return row;
    }

    private static <N extends Node> N filled(N parent, List<Node> content) {
        content.forEach(parent::appendChild);
        return parent;
    }

    /** Returns the text. */
    String write() {
        return RENDERER.render(document);
    }
}
