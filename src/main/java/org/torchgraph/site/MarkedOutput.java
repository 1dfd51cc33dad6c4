package org.torchgraph.site;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import java.util.Set;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Messages;

/** Writes pages whose texts are in part in English, which elements say of themselves (WCAG 2.2, 3.1.2). */
final class MarkedOutput extends OwaspHtmlTemplateOutput {
    private static final String BEGIN =
            "<span lang=\"" + Language.EN.tag() + "\" dir=\"" + Language.EN.direction() + "\">";
    private static final String END = "</span>";

    /** The elements that have no elements within them. */
    private static final Set<String> TEXT_ONLY = Set.of("title", "option", "textarea", "text", "tspan", "script");

    private boolean takesElements = true;

    MarkedOutput(TemplateOutput output) {
        super(output);
    }

    @Override
    public void setContext(String tagName, String attributeName) {
        super.setContext(tagName, attributeName);
        takesElements = attributeName == null && (tagName == null || !TEXT_ONLY.contains(tagName));
    }

    /** Writes a text, and the English parts of it as elements where there may be some. */
    @Override
    public void writeUserContent(String text) {
        if (text == null || text.indexOf(Messages.FOREIGN) < 0) {
            super.writeUserContent(text);
            return;
        }
        int open = 0;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == Messages.FOREIGN || sign == Messages.OWN) {
                super.writeUserContent(text.substring(from, at));
                from = at + 1;
                open += mark(sign, open);
            }
        }
        super.writeUserContent(text.substring(from));
        for (; open > 0; open--) {
            writeContent(END);
        }
    }

    /** Writes the beginning or the end of an element, and returns how many more are open. */
    private int mark(char sign, int open) {
        if (!takesElements || sign == Messages.OWN && open == 0) {
            return 0;
        }
        writeContent(sign == Messages.FOREIGN ? BEGIN : END);
        return sign == Messages.FOREIGN ? 1 : -1;
    }
}
