package org.torchgraph.site.codebook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.model.naming.Languages;
import org.torchgraph.model.vocabulary.Vocabulary;
import org.torchgraph.model.vocabulary.VocabularyTerm;
import org.torchgraph.query.Table;
import org.torchgraph.question.QuestionColumn;
import org.torchgraph.site.frame.Site;
import org.torchgraph.site.words.Reader;

/**
 * A column of an answer and what it holds.
 *
 * @param name the variable, which is also the heading of the plain file
 * @param titles the headings that pages have
 * @param descriptions what it holds
 * @param property the property whose values it has
 * @param type the type of its values
 * @param hasIris whether it has IRIs
 * @param unitColumn the column with its units
 * @param unit its unit if all values have the same
 */
public record CodebookColumn(
        String name,
        Map<Language, String> titles,
        Map<Language, String> descriptions,
        Optional<String> property,
        ValueType type,
        boolean hasIris,
        Optional<String> unitColumn,
        Optional<String> unit) {
    private static final Set<String> NUMBERS = Set.of("integer", "number");
    private static final Set<String> TIMES = Set.of("year", "yearmonth", "date", "datetime");

    /** Returns what is known of a column. */
    static CodebookColumn of(QuestionColumn column, Table table, Site site, Vocabulary vocabulary, Labels labels) {
        List<Node> values = table.column(column.name());
        Optional<String> unitColumn = Optional.of(column.name().equals("value") ? "unit" : column.name() + "Unit")
                .filter(table.columns()::contains);
        return new CodebookColumn(
                column.name(),
                titles(column, site),
                descriptions(column, vocabulary, labels),
                column.property().map(Node::getURI),
                ValueType.of(values),
                values.stream().anyMatch(Node::isURI),
                unitColumn,
                unitColumn
                        .map(table::column)
                        .filter(units -> units.size() == 1 && units.get(0).isLiteral())
                        .map(units -> units.get(0).getLiteralLexicalForm()));
    }

    /** Returns whether all its values are numbers. */
    public boolean isNumber() {
        return NUMBERS.contains(type.frictionless());
    }

    /** Returns whether all its values are years or days. */
    public boolean isTime() {
        return TIMES.contains(type.frictionless());
    }

    private static Map<Language, String> titles(QuestionColumn column, Site site) {
        Map<Language, String> titles = new LinkedHashMap<>();
        for (Language language : Language.BY_SCRIPT) {
            String title = site.headings()
                    .heading(
                            column.name(),
                            site.wording(new Labels(Map.of(), site.prefixes(), site.languages()), Reader.of(language)));
            if (Language.of(title).equals(language)) {
                titles.put(language, title);
            }
        }
        return titles;
    }

    /** Returns what the front matter says, else the first definition that is known, else the label of the property. */
    private static Map<Language, String> descriptions(QuestionColumn column, Vocabulary vocabulary, Labels labels) {
        Map<Language, String> descriptions = new LinkedHashMap<>();
        descriptions.putAll(column.descriptions());
        if (descriptions.isEmpty()) {
            List<Node> definitions = Stream.concat(
                            Stream.of(
                                            alike(column.name(), vocabulary),
                                            named(column.property(), vocabulary),
                                            named(column.type(), vocabulary))
                                    .flatMap(Optional::stream)
                                    .map(VocabularyTerm::definitions),
                            column.property().stream()
                                    .map(property -> labels.byNode().getOrDefault(property, List.of())))
                    .filter(found -> !found.isEmpty())
                    .findFirst()
                    .orElse(List.of());
            for (Language language : Language.BY_SCRIPT) {
                definitions.stream()
                        .filter(definition -> Languages.matches(definition.getLiteralLanguage(), language.code()))
                        .findFirst()
                        .ifPresent(definition -> descriptions.put(language, definition.getLiteralLexicalForm()));
            }
        }
        return descriptions;
    }

    private static Stream<VocabularyTerm> terms(Vocabulary vocabulary) {
        return Stream.concat(vocabulary.properties().stream(), vocabulary.classes().stream());
    }

    private static Optional<VocabularyTerm> named(Optional<Node> node, Vocabulary vocabulary) {
        return node.flatMap(wanted ->
                terms(vocabulary).filter(term -> term.node().equals(wanted)).findFirst());
    }

    private static Optional<VocabularyTerm> alike(String variable, Vocabulary vocabulary) {
        return terms(vocabulary)
                .filter(term -> term.name().equalsIgnoreCase(variable))
                .findFirst();
    }
}
