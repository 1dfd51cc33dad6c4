package org.torchgraph.site.words;

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
    private static final Node UNNAMED = NodeFactory.createBlankNode("literals");

    public Shown show(Node node) {
        return node.isLiteral() ? new Literals(language).show(node) : resource(node);
    }

    private Shown resource(Node node) {
        Labels.Name name = labels.name(node, language.code());
        boolean named = labels.byNode().containsKey(node);
        String lang = name.lang().isEmpty() ? null : name.lang();
        if (!node.isURI()) {
            return new Shown(named ? Shown.Form.TEXT : Shown.Form.CODE, name.text(), lang, null, false, name.text());
        }
        String iri = node.getURI();
        Optional<String> local = links.path(iri).map(this::link);
        Optional<String> href = local.or(() -> LocalLinks.outside(iri));
        String text = !named && name.text().equals(iri) && local.isPresent() ? relative(iri) : name.text();
        Shown.Form form = named ? Shown.Form.TEXT : Shown.Form.CODE;
        return new Shown(form, text, lang, href.orElse(null), local.isEmpty() && href.isPresent(), iri);
    }

    private String relative(String iri) {
        return iri.length() == links.base().length()
                ? iri
                : iri.substring(links.base().length());
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

    /** The best of several literals that say the same thing, as for labels. */
    public Optional<Shown> best(List<Node> literals) {
        return literals.isEmpty() ? Optional.empty() : Optional.of(best(literals, language));
    }

    /** The same in the other language of the site, when it is there. */
    public Optional<Shown> other(List<Node> literals) {
        Language wanted = language.other();
        return best(literals)
                .map(own -> best(literals, wanted))
                .filter(shown -> shown.lang() != null && shown.lang().startsWith(wanted.code()));
    }

    /** Those in the language of the page, or all when there are none. */
    public List<Shown> own(List<Node> literals) {
        List<Node> own = literals.stream()
                .filter(literal -> literal.getLiteralLanguage().startsWith(language.code()))
                .toList();
        return (own.isEmpty() ? literals : own).stream().map(this::show).toList();
    }

    /** The short form of an IRI by the prefix table, or null. */
    public String curie(Node node) {
        return node.isURI() ? labels.prefixes().abbreviate(node.getURI()) : null;
    }

    /** Names of a node, to choose from. */
    public List<Node> names(Node node) {
        return labels.byNode().getOrDefault(node, List.of());
    }

    /** Text in the language of the page first; the order is else kept. */
    public Comparator<Node> ownLanguageFirst() {
        return Comparator.comparing(
                node -> node.isLiteral() && node.getLiteralLanguage().startsWith(language.code()) ? 0 : 1);
    }

    private static Shown best(List<Node> literals, Language wanted) {
        Labels only = new Labels(Map.of(UNNAMED, literals), null);
        Labels.Name name = only.name(UNNAMED, wanted.code());
        String lang = name.lang().isEmpty() ? null : name.lang();
        return new Shown(Shown.Form.TEXT, name.text(), lang, null, false, name.text());
    }
}
