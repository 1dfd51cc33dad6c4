package org.torchgraph.site.vocabulary;

import java.util.List;
import java.util.Locale;
import org.torchgraph.model.term.ClassExpression;
import org.torchgraph.model.term.ClassExpression.Complement;
import org.torchgraph.model.term.ClassExpression.Faceted;
import org.torchgraph.model.term.ClassExpression.NamedClass;
import org.torchgraph.model.term.ClassExpression.OneOf;
import org.torchgraph.model.term.ClassExpression.Restriction;
import org.torchgraph.model.term.ClassExpression.Several;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/** Describes class expressions in one language, with links to the terms in them. */
public record ClassWords(TermRenderer wording) {

    /** Returns the description of a class expression. */
    public RenderedTerm say(ClassExpression expression) {
        return switch (expression) {
            case NamedClass named -> wording.show(named.node());
            case Several several -> join(several.all() ? "class.and" : "class.or", several.of());
            case Complement complement -> wording.weave("class.not", inner(complement.of()));
            case OneOf one ->
                wording.weave(
                        "class.one-of",
                        wording.join(
                                "class.comma",
                                one.members().stream().map(wording::show).toList()));
            case Restriction restriction -> restricted(restriction);
            case Faceted faceted ->
                wording.weave(
                        "class.faceted",
                        say(faceted.datatype()),
                        wording.join(
                                "class.comma",
                                faceted.facets().stream()
                                        .map(facet -> wording.weave(
                                                "class.facet." + facet.name(), wording.show(facet.value())))
                                        .toList()));
        };
    }

    /** Returns several classes joined by the word of a message key. */
    RenderedTerm join(String key, List<ClassExpression> classes) {
        return wording.join(key, classes.stream().map(this::inner).toList());
    }

    private RenderedTerm restricted(Restriction restriction) {
        RenderedTerm property = wording.show(restriction.property());
        RenderedTerm path = restriction.inverse() ? wording.weave("class.inverse", property) : property;
        String limit = restriction.limit().name().toLowerCase(Locale.ROOT);
        if (restriction.value() == null) {
            return restriction.of() == null
                    ? wording.weave("class." + limit, path)
                    : wording.weave("class." + limit, path, inner(restriction.of()));
        }
        RenderedTerm value = wording.show(restriction.value());
        return restriction.of() == null
                ? wording.weave("class." + limit, path, value)
                : wording.weave("class.qualified." + limit, path, value, inner(restriction.of()));
    }

    /** Returns a nested expression, in brackets unless it is unambiguous without. */
    private RenderedTerm inner(ClassExpression expression) {
        boolean whole = expression instanceof NamedClass
                || expression instanceof Several several && several.of().size() == 1;
        return whole ? say(expression) : wording.weave("class.group", say(expression));
    }
}
