package org.torchgraph.site.question;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.messages.Language;
import org.torchgraph.model.Labels;
import org.torchgraph.question.Question;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/** The fields of the form of a question, and the values that they offer. */
public final class QuestionForm {
    private QuestionForm() {}

    /**
     * A field of the form.
     *
     * @param name the name of the parameter
     * @param what its label
     * @param lang the language of the label, or null if it is that of the page
     * @param type the type of the input element
     * @param mode the keyboard of a touch screen, or null
     * @param value the current value
     * @param fallback the default value
     * @param options the values to choose from; empty if any value may be entered
     * @param unlisted whether there are values to choose from and the current value is none of them
     * @param chosen the current value as a reader reads it, or an empty text if it stands for all
     * @param unknown the value that finds what has no known value, or an empty text
     * @param without the number of rows that have no known value and are left out for that, or 0
     */
    public record Input(
            String name,
            String what,
            String lang,
            String type,
            String mode,
            String value,
            String fallback,
            List<Option> options,
            boolean unlisted,
            String chosen,
            String unknown,
            int without) {}

    /** One of the values to choose from. */
    public record Option(String value, String text, String lang, boolean selected) {}

    /**
     * The values that the form offers.
     *
     * @param values the values to choose from, by parameter; empty if any value may be entered
     * @param labels the labels of things among them, and of literals that are the notation of one thing
     * @param without the numbers of rows that a chosen value leaves out because they have no known one, by parameter
     */
    public record Choices(Map<String, List<Node>> values, Labels labels, Map<String, Integer> without) {
        /** No values. */
        public static final Choices NONE =
                new Choices(Map.of(), new Labels(Map.of(), PrefixMapFactory.emptyPrefixMap()));

        /** Creates choices that leave nothing unknown out. */
        public Choices(Map<String, List<Node>> values, Labels labels) {
            this(values, labels, Map.of());
        }

        /** Returns whether the values of each parameter have been computed, even if there are none. */
        public boolean areFor(List<Question.Parameter> parameters) {
            return parameters.stream().map(Question.Parameter::name).allMatch(values::containsKey);
        }
    }

    /** Returns the fields of a question with the values that the reader gave, by parameter. */
    static List<Input> inputs(Question question, Map<String, String> values, Choices choices, PageContext frame) {
        return question.parameters().stream()
                .map(parameter -> input(parameter, values, choices, frame))
                .toList();
    }

    private static Input input(
            Question.Parameter parameter, Map<String, String> values, Choices choices, PageContext frame) {
        String value = values.getOrDefault(parameter.name(), parameter.defaultValue());
        String type = parameter.datatype();
        boolean whole = type.equals(XSD.gYear.getURI()) || type.equals(XSD.integer.getURI());
        String mode = whole ? "numeric" : type.equals(XSD.decimal.getURI()) ? "decimal" : null;
        boolean day = type.equals(XSD.date.getURI());
        String what = label(parameter.what(), frame);
        String lang = Language.of(what).equals(frame.language())
                ? null
                : Language.of(what).tag();
        List<Option> options = new ArrayList<>(offered(parameter, value, choices, frame));
        boolean unlisted = !options.isEmpty() && options.stream().noneMatch(Option::selected);
        if (unlisted) {
            options.add(0, new Option(value, readable(parameter, value, choices, frame), null, true));
        }
        return new Input(
                parameter.name(),
                what,
                lang,
                day ? "date" : "text",
                mode,
                value,
                parameter.defaultValue(),
                options,
                unlisted,
                options.stream()
                        .filter(Option::selected)
                        .map(option -> option.value().isEmpty() ? "" : option.text())
                        .findFirst()
                        .orElseGet(() -> readable(parameter, value, choices, frame)),
                parameter.unknown(),
                choices.without().getOrDefault(parameter.name(), 0));
    }

    /** Returns the reader's part of a label that is in two languages, separated by a slash; any other label whole. */
    private static String label(String what, PageContext frame) {
        List<String> parts = List.of(what.split(" / "));
        return parts.stream().map(Language::of).distinct().count() < 2
                ? what
                : frame.order().best(parts, part -> Language.of(part).tag()).orElse(what);
    }

    /** Returns the name of the thing that a value stands for, and any other value unchanged. */
    private static String readable(Question.Parameter parameter, String value, Choices choices, PageContext frame) {
        if (value.isBlank() || !parameter.datatype().equals(XSD.anyURI.getURI())) {
            return value;
        }
        try {
            String iri = IRIx.create(frame.site().links().base())
                    .resolve(value.strip())
                    .str();
            return frame.wording(choices.labels())
                    .show(NodeFactory.createURI(iri))
                    .text();
        } catch (IRIException notAnIri) {
            return value;
        }
    }

    /** Returns the options of a parameter. */
    private static List<Option> offered(
            Question.Parameter parameter, String given, Choices choices, PageContext frame) {
        List<Option> options = new ArrayList<>();
        String value = given.strip();
        if (parameter.datatype().equals(XSD.xboolean.getURI())) {
            for (String one : List.of("true", "false")) {
                boolean same = value.equals(one) || value.equals(one.equals("true") ? "1" : "0");
                options.add(new Option(one, frame.messages().say("value." + one), null, same));
            }
        } else {
            String base = frame.site().links().base();
            TermRenderer wording = frame.wording(choices.labels());
            choices.values().getOrDefault(parameter.name(), List.of()).stream()
                    .map(node ->
                            node.isLiteral() && node.getLiteralLexicalForm().equals(parameter.unknown())
                                    ? new Option(
                                            parameter.unknown(),
                                            frame.messages().say("question.unknown"),
                                            null,
                                            parameter.unknown().equals(value))
                                    : option(node, value, base, wording))
                    .filter(option -> !option.value().isEmpty())
                    .forEach(options::add);
            if (choices.values().getOrDefault(parameter.name(), List.of()).stream()
                    .anyMatch(Node::isURI)) {
                options.sort(Comparator.comparing(Option::text).thenComparing(Option::value));
            }
            if (!options.isEmpty() && parameter.defaultValue().isEmpty()) {
                options.add(0, new Option("", frame.messages().say("question.all"), null, value.isEmpty()));
            }
        }
        return options;
    }

    private static Option option(Node node, String given, String base, TermRenderer wording) {
        if (node.isLiteral()) {
            String form = node.getLiteralLexicalForm();
            RenderedTerm shown = wording.best(wording.names(node)).orElseGet(() -> RenderedTerm.text(form));
            return new Option(form, shown.text(), shown.lang(), form.equals(given));
        }
        RenderedTerm thing = wording.show(node);
        // The base itself stands for the empty value.
        String value = node.getURI().equals(base) ? "" : wording.links().relative(node.getURI());
        return new Option(
                value, thing.text(), thing.lang(), value.equals(wording.links().relative(given)));
    }
}
