package org.torchgraph.site.frame;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Language;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.SiteFiles;
import org.torchgraph.site.words.TermRenderer;

/**
 * Headings of columns. A variable is named in English; on a Chinese page it goes by the label of the term that has the
 * same name, or by {@code columns_zh.properties}.
 *
 * @param terms labels of the publication's own terms, by local name in lower case
 */
public record ColumnHeadings(Map<String, List<Node>> terms) {
    private static final Properties CHINESE = SiteFiles.properties("columns_zh.properties");

    /** The heading of a column, in the language of what is written. */
    public String heading(String variable, TermRenderer wording) {
        String spaced =
                variable.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
        if (wording.language() == Language.EN) {
            return spaced;
        }
        return wording.own(terms.getOrDefault(variable.toLowerCase(Locale.ROOT), List.of())).stream()
                .filter(label -> label.lang() != null
                        && Languages.matches(label.lang(), wording.language().code()))
                .findFirst()
                .map(RenderedTerm::text)
                .orElse(CHINESE.getProperty(variable, spaced));
    }
}
