package org.torchgraph.site.frame;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDFS;
import org.torchgraph.messages.Language;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.rdf.TripleSource;
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

    /** From the labels of all terms whose IRI is below the base and ends in a fragment. */
    static ColumnHeadings of(String base, TripleSource data) {
        Map<String, List<Node>> terms = new TreeMap<>();
        data.subjects(RDFS.label.asNode(), Node.ANY)
                .filter(node -> node.isURI()
                        && node.getURI().startsWith(base)
                        && node.getURI().contains("#"))
                .distinct()
                .forEach(term -> terms.merge(
                        local(term), data.objects(term, RDFS.label.asNode()).toList(), ColumnHeadings::first));
        return new ColumnHeadings(terms);
    }

    private static String local(Node term) {
        return term.getURI().substring(term.getURI().indexOf('#') + 1).toLowerCase(Locale.ROOT);
    }

    /** A class and a property may differ in case alone; which one is found first must not matter. */
    private static List<Node> first(List<Node> one, List<Node> other) {
        return one.toString().compareTo(other.toString()) <= 0 ? one : other;
    }

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
