package org.torchgraph.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.settings.Settings;
import org.torchgraph.question.ColumnWords;
import org.torchgraph.question.Question;
import org.torchgraph.question.QuestionColumn;

/**
 * Finds columns of questions of which nothing tells what they mean: neither the front matter nor a property, a class or
 * a term of the same name, nor the words that the program has for usual columns. Whoever takes the table would have to
 * guess.
 *
 * @param terms the names of the terms of the ontology in lower case
 */
record ColumnCheck(Set<String> terms, Settings settings) {
    /** The name of this check in the settings. */
    static final String NAME = "undescribed-column";

    /** Returns the findings, a warning for each question with such columns. */
    Stream<Finding> findings(List<Question> questions) {
        return Finding.Severity.WARNING.asSet(settings, NAME).stream()
                .flatMap(severity -> questions.stream().flatMap(question -> finding(question, severity)));
    }

    private Stream<Finding> finding(Question question, Finding.Severity severity) {
        List<String> missing = QuestionColumn.of(question).stream()
                .filter(column -> !isDescribed(column))
                .map(column -> "?" + column.name())
                .toList();
        return missing.isEmpty()
                ? Stream.empty()
                : Stream.of(new Finding(
                                Location.in(question.file()),
                                severity,
                                Message.of(Code.COLUMN_UNDESCRIBED, String.join(", ", missing)))
                        .of(NAME));
    }

    private boolean isDescribed(QuestionColumn column) {
        return !column.what().isEmpty()
                || column.property().isPresent()
                || column.type().isPresent()
                || terms.contains(column.name().toLowerCase(Locale.ROOT))
                || ColumnWords.in(Language.ZH, column.name()).isPresent();
    }
}
