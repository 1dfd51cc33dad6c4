package org.torchgraph.site.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.torchgraph.http.PercentEncoding;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.model.naming.PlainText;

/**
 * Puts nodes into the words and links of one page.
 *
 * @param labels names of the nodes of the page
 * @param links where their pages are
 * @param reader of the page
 */
public record TermRenderer(Labels labels, LocalLinks links, Reader reader) {
    private static final Map<String, String> SIGNS = Map.of(">=", "≥", "<=", "≤", "!=", "≠", "..", "–");
    /** How deep triple terms inside triple terms are shown. */
    private static final int DEEPEST = 6;

    /** Language of the page's own words. */
    public Language language() {
        return reader.language();
    }

    public RenderedTerm show(Node node) {
        return show(node, 0);
    }

    private RenderedTerm show(Node node, int depth) {
        if (node.isLiteral()) {
            return new Literals(language()).show(node);
        }
        return node.isTripleTerm() ? triple(node.getTriple(), depth) : resource(node);
    }

    /** A triple term reads as the statement that it is, whether or not anybody states it. */
    private RenderedTerm triple(Triple said, int depth) {
        if (depth == DEEPEST) {
            return RenderedTerm.text("…");
        }
        return weave(
                "value.triple",
                show(said.getSubject(), depth + 1),
                show(said.getPredicate(), depth + 1),
                show(said.getObject(), depth + 1));
    }

    /** A sentence of the page's own with things in it, each with its link. */
    public RenderedTerm weave(String key, RenderedTerm... values) {
        return RenderedTerm.together(language().messages().weave(key, RenderedTerm::text, List.of(values)).stream()
                .filter(part -> !part.text().isEmpty())
                .toList());
    }

    /** Several with a word between them. */
    public RenderedTerm join(String key, List<RenderedTerm> values) {
        String between = language().messages().say(key);
        List<RenderedTerm> parts = new ArrayList<>();
        for (RenderedTerm value : values) {
            if (!parts.isEmpty()) {
                parts.add(RenderedTerm.text(between));
            }
            parts.add(value);
        }
        return values.size() == 1 ? values.get(0) : RenderedTerm.together(parts);
    }

    private RenderedTerm resource(Node node) {
        List<Node> names = names(node);
        Optional<Node> best = labels.best(names, reader.ranges());
        if (!node.isURI()) {
            return best.map(RenderedTerm::name)
                    .orElseGet(() -> RenderedTerm.text(language().messages().say("value.unnamed")));
        }
        String iri = node.getURI();
        Optional<String> local = links.path(iri).map(this::link);
        Optional<String> href = local.or(() -> LocalLinks.outside(iri));
        Labels.Name name = best.map(Labels.Name::of).orElseGet(() -> bare(node, local.isPresent()));
        RenderedTerm.TermForm form = best.isPresent() ? RenderedTerm.TermForm.TEXT : RenderedTerm.TermForm.CODE;
        return RenderedTerm.link(form, name, href.orElse(null), local.isEmpty() && href.isPresent(), iri);
    }

    /** What an IRI without a name is called: by its prefix, else relative to the base, as one reads it. */
    private Labels.Name bare(Node node, boolean local) {
        String abbreviated = labels.prefixes().abbreviate(node.getURI());
        String text = abbreviated != null ? abbreviated : local ? relative(node.getURI()) : node.getURI();
        return new Labels.Name(PlainText.of(PercentEncoding.readable(text)), "", "ltr");
    }

    private String relative(String iri) {
        String base = links.base();
        return iri.startsWith(base) && iri.length() > base.length() ? iri.substring(base.length()) : iri;
    }

    /** A sign of comparison as it is printed; any other text as it stands. */
    public static String sign(String text) {
        return SIGNS.getOrDefault(text, text);
    }

    /** A number as it is read, with its digits in threes. */
    public static String number(String text) {
        return Literals.number(text);
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

    /** A link to a path of this site, keeping the language that the reader chose. */
    public String link(String path) {
        String suffix = reader.suffix();
        String href = links.href(path);
        if (suffix.isEmpty()) {
            return href;
        }
        int hash = href.indexOf('#');
        String page = hash < 0 ? href : href.substring(0, hash);
        String joined = page.contains("?") ? page + "&" + suffix.substring(1) : page + suffix;
        return hash < 0 ? joined : joined + href.substring(hash);
    }

    /** The best of several names. */
    public Optional<RenderedTerm> best(List<Node> literals) {
        return labels.best(literals, reader.ranges()).map(RenderedTerm::name);
    }

    /** The best of several longer texts that say the same. */
    public Optional<RenderedTerm> prose(List<Node> literals) {
        return labels.best(literals, reader.ranges()).map(RenderedTerm::prose);
    }

    /** The best name in a language of the site that the best of all is not in. */
    public Optional<RenderedTerm> other(List<Node> literals) {
        String best = labels.best(literals, reader.ranges())
                .map(Node::getLiteralLanguage)
                .orElse("");
        return Stream.of(language(), language().other())
                .filter(wanted -> !Languages.matches(best, wanted.code()))
                .flatMap(wanted -> labels.best(literals, List.of(wanted.code())).stream()
                        .filter(literal -> Languages.matches(literal.getLiteralLanguage(), wanted.code())))
                .map(RenderedTerm::name)
                .findFirst();
    }

    /** Those in the best language of the reader that there are any in, or all. */
    public List<RenderedTerm> own(List<Node> literals) {
        Languages languages = Languages.of(reader.ranges(), List.of());
        List<Node> own = literals.stream()
                .filter(literal -> languages.isWanted(literal.getLiteralLanguage()))
                .collect(Collectors.groupingBy(
                        literal -> languages.rank(literal.getLiteralLanguage()), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .findFirst()
                .orElse(literals);
        return own.stream().map(this::show).toList();
    }

    /** The short form of an IRI by the prefix table, or null. */
    public String curie(Node node) {
        return node.isURI() ? labels.prefixes().abbreviate(node.getURI()) : null;
    }

    /** Names of a node, to choose from; those of common vocabularies when the publication has none. */
    public List<Node> names(Node node) {
        List<Node> own = labels.byNode().get(node);
        return own == null ? CommonTermNames.names(node) : own;
    }

    /** Texts in the languages of the reader first; the order is else kept. */
    public Comparator<Node> ownLanguageFirst() {
        Languages languages = Languages.of(reader.ranges(), List.of());
        int others = languages.wanted().size();
        return Comparator.comparing(
                node -> node.isLiteral() ? Math.min(others, languages.rank(node.getLiteralLanguage())) : others);
    }
}
