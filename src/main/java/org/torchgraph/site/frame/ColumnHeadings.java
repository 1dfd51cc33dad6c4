package org.torchgraph.site.frame;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Language;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.question.ColumnWords;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * The headings of result columns. English pages derive them from the variable names; pages in other languages use the
 * label of the term with the same name, or the file of words, or else the English heading.
 *
 * @param terms the labels of the publication's own terms, by local name in lower case
 */
public record ColumnHeadings(Map<String, List<Node>> terms) {
    /** Returns the heading of a variable in the language of the renderer. */
    public String heading(String variable, TermRenderer wording) {
        return term(variable, wording).text();
    }

    /** Returns that heading with its language, if it is not that of the renderer. */
    public RenderedTerm term(String variable, TermRenderer wording) {
        String spaced =
                variable.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
        String english = spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
        if (wording.language().equals(Language.EN)) {
            return RenderedTerm.text(english);
        }
        return wording.own(terms.getOrDefault(variable.toLowerCase(Locale.ROOT), List.of())).stream()
                .filter(label -> label.lang() != null
                        && Languages.matches(label.lang(), wording.language().code()))
                .findFirst()
                .map(RenderedTerm::text)
                .or(() -> ColumnWords.in(wording.language(), variable))
                .map(RenderedTerm::text)
                .orElseGet(() ->
                        RenderedTerm.text(wording.language().equals(Language.ZH) ? spaced : english, Language.EN));
    }
}
