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
import org.torchgraph.model.naming.IriEnd;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.model.naming.PlainText;

/**
 * Renders nodes as text and links of one page.
 *
 * @param labels the labels of the nodes on the page
 * @param links finds the pages about them
 * @param reader the reader of the page
 * @param appearance how classes and properties are shown
 */
public record TermRenderer(Labels labels, LocalLinks links, Reader reader, Appearance appearance) {
    private static final Map<String, String> SIGNS = Map.of(">=", "≥", "<=", "≤", "!=", "≠", "..", "–");
    /** The depth to which nested triple terms are shown. */
    private static final int MAX_TRIPLE_TERM_DEPTH = 6;

    /** Returns the language of the page's own texts. */
    public Language language() {
        return reader.language();
    }

    /** Returns a node as the page shows it. */
    public RenderedTerm show(Node node) {
        return show(node, 0);
    }

    private RenderedTerm show(Node node, int depth) {
        if (node.isLiteral()) {
            return new Literals(language()).show(node);
        }
        return node.isTripleTerm() ? triple(node.getTriple(), depth) : resource(node);
    }

    /** Renders a triple term like the statement that it denotes, whether or not the statement is asserted. */
    private RenderedTerm triple(Triple statement, int depth) {
        if (depth == MAX_TRIPLE_TERM_DEPTH) {
            return RenderedTerm.text("…");
        }
        return weave(
                "value.triple",
                show(statement.getSubject(), depth + 1),
                show(statement.getPredicate(), depth + 1),
                show(statement.getObject(), depth + 1));
    }

    /** Returns a message of the page with terms in it, each with its link. */
    public RenderedTerm weave(String key, RenderedTerm... values) {
        return RenderedTerm.together(language().messages().weave(key, RenderedTerm::text, List.of(values)).stream()
                .filter(part -> !part.text().isEmpty())
                .toList());
    }

    /** Returns several terms with the text of a message key between them. */
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
        Optional<String> local = links.pathOfSame(iri).map(this::link);
        Optional<String> href = local.or(() -> LocalLinks.outside(iri));
        Labels.Name name = best.map(Labels.Name::of).orElseGet(() -> bare(node, local.isPresent()));
        RenderedTerm.TermForm form = best.isPresent() ? RenderedTerm.TermForm.TEXT : RenderedTerm.TermForm.CODE;
        return RenderedTerm.link(form, name, href.orElse(null), local.isEmpty() && href.isPresent(), iri)
                .signed(appearance.signs().get(iri));
    }

    /**
     * Returns the text of an IRI without a label: its prefixed name, else the end of the IRI of a thing of this
     * dataset, else the IRI relative to the base, percent-decoded. A thing whose prefixed name would have a slash, as
     * with a prefix for the whole base, has the end of its IRI.
     */
    private Labels.Name bare(Node node, boolean local) {
        String iri = node.getURI();
        String abbreviated = labels.prefixes().abbreviate(iri);
        boolean path = abbreviated == null || abbreviated.contains("/");
        Optional<String> end = path && links.isThing(iri) ? IriEnd.name(iri) : Optional.empty();
        String text = abbreviated != null ? abbreviated : local ? links.relative(iri) : iri;
        return end.map(name -> new Labels.Name(name, "", ""))
                .orElseGet(() -> new Labels.Name(PlainText.of(PercentEncoding.readable(text)), "", "ltr"));
    }

    /** Returns a link whose text is the IRI itself. */
    public RenderedTerm iri(String iri) {
        Optional<String> local = links.path(iri).map(this::link);
        Optional<String> href = local.or(() -> LocalLinks.outside(iri));
        return RenderedTerm.link(
                RenderedTerm.TermForm.CODE,
                new Labels.Name(PlainText.of(iri), "", "ltr"),
                href.orElse(null),
                local.isEmpty() && href.isPresent(),
                iri);
    }

    /** Returns a comparison operator in print form, and any other text unchanged. */
    public static String sign(String text) {
        return SIGNS.getOrDefault(text, text);
    }

    /** Returns a share of one in per cent; a literal that is no number is returned unchanged. */
    public static String percent(Node share, Language language) {
        try {
            return language.numbers().percent(new BigDecimal(share.getLiteralLexicalForm()));
        } catch (NumberFormatException e) {
            return share.getLiteralLexicalForm();
        }
    }

    /** Returns the link to a path of the site, with the language that the reader chose. */
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

    /** Returns the best of several names for the reader. */
    public Optional<RenderedTerm> best(List<Node> literals) {
        return labels.best(literals, reader.ranges()).map(RenderedTerm::name);
    }

    /** Returns the best of several equivalent texts for the reader, with line breaks. */
    public Optional<RenderedTerm> prose(List<Node> literals) {
        return labels.best(literals, reader.ranges()).map(RenderedTerm::prose);
    }

    /** Returns the best name in the site language that the best name is not in. */
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

    /** Returns the literals in the best of the reader's languages that has any, or all literals if none has. */
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

    /** Returns the prefixed name of an IRI, or null. */
    public String curie(Node node) {
        return node.isURI() ? labels.prefixes().abbreviate(node.getURI()) : null;
    }

    /** Returns the labels of a node, by default those that the publication or the program sets. */
    public List<Node> names(Node node) {
        List<Node> own = labels.byNode().get(node);
        return own == null ? appearance.names().apply(node) : own;
    }

    /** Returns an order that puts texts in the reader's languages first and is stable otherwise. */
    public Comparator<Node> ownLanguageFirst() {
        Languages languages = Languages.of(reader.ranges(), List.of());
        int others = languages.wanted().size();
        return Comparator.comparing(
                node -> node.isLiteral() ? Math.min(others, languages.rank(node.getLiteralLanguage())) : others);
    }
}
