package org.torchgraph.site.words;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.resource.Labels;

/**
 * Puts nodes into the words and links of one page.
 *
 * @param labels names of the nodes of the page
 * @param links where their pages are
 * @param language of the page
 * @param suffix query string that keeps the language that the reader chose, or empty
 */
public record Wording(Labels labels, LocalLinks links, Language language, String suffix) {
    private static final Map<String, String> SIGNS = Map.of(">=", "≥", "<=", "≤", "!=", "≠", "..", "–");
    private static final Node UNNAMED = NodeFactory.createBlankNode("literals");

    public Shown show(Node node) {
        return node.isLiteral() ? new Literals(language).show(node) : resource(node);
    }

    private Shown resource(Node node) {
        List<Node> names = names(node);
        Labels.Name name = names.isEmpty() ? labels.name(node, language.code()) : best(names, language.code());
        Shown.Form form = names.isEmpty() ? Shown.Form.CODE : Shown.Form.TEXT;
        String lang = name.lang().isEmpty() ? null : name.lang();
        if (!node.isURI()) {
            return new Shown(form, name.text(), lang, null, false, name.text());
        }
        String iri = node.getURI();
        Optional<String> local = links.path(iri).map(this::link);
        Optional<String> href = local.or(() -> LocalLinks.outside(iri));
        String text = name.text().equals(iri) && local.isPresent() ? relative(iri) : name.text();
        return new Shown(form, text, lang, href.orElse(null), local.isEmpty() && href.isPresent(), iri);
    }

    private String relative(String iri) {
        return iri.length() == links.base().length()
                ? iri
                : iri.substring(links.base().length());
    }

    /** A sign of comparison as it is printed; any other text as it stands. */
    public static String sign(String text) {
        return SIGNS.getOrDefault(text, text);
    }

    /** A share of one in per cent, or as it stands when it is no number. */
    public static String percent(Node share) {
        try {
            return new BigDecimal(share.getLiteralLexicalForm())
                            .movePointRight(2)
                            .stripTrailingZeros()
                            .toPlainString()
                    + "%";
        } catch (NumberFormatException e) {
            return share.getLiteralLexicalForm();
        }
    }

    /** A path of this site, keeping the language that the reader chose. */
    public String link(String path) {
        if (suffix.isEmpty()) {
            return path;
        }
        int hash = path.indexOf('#');
        String page = hash < 0 ? path : path.substring(0, hash);
        String joined = page.contains("?") ? page + "&" + suffix.substring(1) : page + suffix;
        return hash < 0 ? joined : joined + path.substring(hash);
    }

    /** The best of several literals that say the same thing, chosen as labels are. */
    public Optional<Shown> best(List<Node> literals) {
        return said(literals, language);
    }

    /** The same in the other language of the site, when it is there. */
    public Optional<Shown> other(List<Node> literals) {
        Language wanted = language.other();
        return said(literals, wanted).filter(shown -> shown.lang() != null && wanted.matches(shown.lang()));
    }

    private static Optional<Shown> said(List<Node> literals, Language wanted) {
        if (literals.isEmpty()) {
            return Optional.empty();
        }
        Labels.Name name = best(literals, wanted.code());
        String lang = name.lang().isEmpty() ? null : name.lang();
        return Optional.of(new Shown(Shown.Form.TEXT, name.text(), lang, null, false, name.text()));
    }

    private static Labels.Name best(List<Node> literals, String range) {
        return new Labels(Map.of(UNNAMED, literals), null).name(UNNAMED, range);
    }

    /** Those in the language of the page, or all when there are none. */
    public List<Shown> own(List<Node> literals) {
        List<Node> own = literals.stream()
                .filter(literal -> language.matches(literal.getLiteralLanguage()))
                .toList();
        return (own.isEmpty() ? literals : own).stream().map(this::show).toList();
    }

    /** The short form of an IRI by the prefix table, or null. */
    public String curie(Node node) {
        return node.isURI() ? labels.prefixes().abbreviate(node.getURI()) : null;
    }

    /** Names of a node, to choose from; those of common vocabularies when the publication has none. */
    public List<Node> names(Node node) {
        List<Node> own = labels.byNode().get(node);
        return own == null ? WellKnown.names(node) : own;
    }

    /** Text in the language of the page first; the order is else kept. */
    public Comparator<Node> ownLanguageFirst() {
        return Comparator.comparing(node -> node.isLiteral() && language.matches(node.getLiteralLanguage()) ? 0 : 1);
    }
}
