package org.torchgraph.site.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.routes.PageAddress;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;

/**
 * Writes terms as parts of a line. Links are whole addresses, because a text for assistants is read far from the page
 * that it came from, and lead to Markdown where there is some.
 *
 * @param frame the context of the text
 */
record MarkdownTerms(PageContext frame) {
    /** The suffix of addresses of Markdown. */
    static final String SUFFIX = "md";

    private static final int MAX_CHARACTERS = 1200;

    private static final Set<SiteRoute> IN_MARKDOWN =
            Set.of(SiteRoute.DOCUMENT, SiteRoute.RESOURCE, SiteRoute.QUESTION, SiteRoute.VOCABULARY);

    /** Returns a text on one line. */
    static Node text(String text) {
        return new Text(text);
    }

    /** Returns a text that stands out. */
    static Node strong(String text) {
        StrongEmphasis strong = new StrongEmphasis();
        strong.appendChild(new Text(text));
        return strong;
    }

    /** Returns a text that programs read. */
    static Node code(String text) {
        return new Code(text);
    }

    /** Returns an address that leads to itself (CommonMark §6.5), in which nothing is escaped. */
    static Node selfLink(String iri) {
        if (iri.codePoints().anyMatch(c -> c <= ' ' || c == '<' || c == '>')) {
            return link(iri, iri);
        }
        HtmlInline self = new HtmlInline();
        self.setLiteral("<" + iri + ">");
        return self;
    }

    /** Returns a text that leads to an address. */
    static Node link(String text, String address) {
        Link link = new Link(address, null);
        link.appendChild(new Text(text));
        return link;
    }

    /** Returns parts of a line in brackets, as what they follow has them. */
    List<Node> bracketed(List<Node> line) {
        return frame.messages().weave("markdown.brackets", text -> List.of(text(text)), List.of(line)).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Returns a message of the catalogue. */
    Node say(String key, Object... arguments) {
        return text(frame.messages().say(key, arguments));
    }

    /** Returns a label and a colon. */
    Node label(String key) {
        return text(frame.messages().say(key) + frame.messages().say("brief.colon"));
    }

    /** Returns a term with its link; a text in another language has its tag behind it. */
    List<Node> of(RenderedTerm term) {
        if (!term.parts().isEmpty()) {
            return term.parts().stream().flatMap(part -> of(part).stream()).toList();
        }
        String text = term.beginning(MAX_CHARACTERS);
        Node plain = term.code() ? new Code(text) : new Text(text);
        if (term.href() == null) {
            boolean foreign = term.lang() != null
                    && !Languages.matches(term.lang(), frame.language().code());
            return foreign ? List.of(plain, new Text(" (" + term.lang() + ")")) : List.of(plain);
        }
        Link link = new Link(address(term), null);
        link.appendChild(plain);
        return List.of(link);
    }

    /** Returns terms with commas between them. */
    List<Node> list(List<RenderedTerm> terms) {
        return commas(terms.stream().map(this::of).toList());
    }

    /** Returns parts of a line with commas between them. */
    List<Node> commas(List<List<Node>> parts) {
        return joined(parts, frame.messages().say("class.comma"));
    }

    /** Returns parts of a line with semicolons between them. */
    List<Node> semicolons(List<List<Node>> parts) {
        return joined(parts, frame.messages().say("markdown.semicolon"));
    }

    /** Returns parts of a line with spaces between them. */
    static List<Node> spaced(List<List<Node>> parts) {
        return joined(parts, " ");
    }

    private static List<Node> joined(List<List<Node>> parts, String between) {
        List<Node> line = new ArrayList<>();
        for (List<Node> part : parts) {
            if (!line.isEmpty()) {
                line.add(text(between));
            }
            line.addAll(part);
        }
        return line;
    }

    private String address(RenderedTerm term) {
        return term.outside() || term.picture()
                ? term.href()
                : frame.site().links().path(term.machine()).map(this::address).orElse(frame.origin() + term.href());
    }

    /** Returns the whole address of a path of the site, with a query or a fragment: of its Markdown if it has some. */
    String address(String path) {
        int hash = path.indexOf('#') < 0 ? path.length() : path.indexOf('#');
        int mark = path.indexOf('?') < 0 ? hash : path.indexOf('?');
        PageAddress page = new PageAddress(path.substring(0, mark), path.substring(Math.min(mark + 1, hash), hash));
        boolean written =
                SiteRoute.named(page.path()).filter(IN_MARKDOWN::contains).isPresent();
        PageAddress form = written ? page.form(SUFFIX) : page;
        String chosen = frame.reader().chosen();
        return frame.address((chosen.isEmpty() ? form : form.with("lang", chosen)) + path.substring(hash));
    }
}
