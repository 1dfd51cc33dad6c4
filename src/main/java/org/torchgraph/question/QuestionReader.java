package org.torchgraph.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.query.Query;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.graph.NodeTransform;
import org.apache.jena.sparql.graph.NodeTransformLib;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Fault;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.QueryFile;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.guard.QueryParsing;
import org.torchgraph.query.guard.VolatileFunctions;
import org.torchgraph.question.Question.Parameter;
import org.torchgraph.question.Question.ViewKind;

/** Reads one query file and collects all errors in it. */
final class QuestionReader {
    private static final Set<String> KEYS = Set.of("column", "param", "subject", "view", "panel", "compare");
    private static final Set<String> TEXTS = Set.of("title", "description");

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");

    /** Name, datatype, default, description and the value for unknown; a default with spaces is quoted. */
    private static final Pattern PARAM = Pattern.compile(
            "(?<name>[A-Za-z]\\w*)\\s+(?<datatype><[^<>\\s]+>|[^\\s\"<>]+)\\s+"
                    + "(?:\"(?<quoted>[^\"]*)\"|(?<bare>[^\\s\"]+))\\s+\"(?<what>[^\"]+)\"(?:\\s+(?<unknown>[^\\s\"]+))?");

    /** A variable and what its column holds. */
    private static final Pattern COLUMN = Pattern.compile("(?<name>[A-Za-z]\\w*)\\s+\"(?<what>[^\"]+)\"");

    /** A class, and the rank of the panel among those of its pages. */
    private static final Pattern PANEL = Pattern.compile("(?<class>\\S+)(?:\\s+(?<rank>[1-9]\\d{0,3}))?");

    private static final PrefixMap XSD_PREFIX = PrefixMapFactory.create(Map.of("xsd", XSD.NS));

    /** Parameter names that the site itself uses. */
    private static final Set<String> RESERVED = Set.of("lang", "page", "labels", "version", "embed", "cite");

    private final Publication publication;
    private final QueryFile file;
    private final FrontMatter matter;
    private final List<Fault> faults;

    QuestionReader(Publication publication, QueryFile file) {
        this.publication = publication;
        this.file = file;
        this.matter = FrontMatter.of(file, KEYS, TEXTS);
        this.faults = new ArrayList<>(matter.faults());
    }

    /** Returns the errors by position; they are complete after {@link #read}. */
    List<Fault> faults() {
        return faults.stream().sorted((a, b) -> a.place().compareTo(b.place())).toList();
    }

    /** Returns the question; empty if the file has an error. */
    Optional<Question> read() {
        if (!NAME.matcher(file.name()).matches()) {
            fault(Code.QUESTION_NAME);
        }
        Map<String, String> titles = matter.byLanguage("title");
        if (titles.isEmpty()) {
            fault(Code.QUESTION_TITLE);
        }
        Optional<CompiledQuery> compiled = compiled();
        Optional<Query> query = compiled.map(CompiledQuery::query);
        List<Parameter> parameters = new ArrayList<>();
        for (FrontMatter.Line line : matter.all("param")) {
            parameter(line, parameters, query).ifPresent(parameters::add);
        }
        Map<String, String> columns = columns(query);
        ViewKind view = view();
        Optional<Placed> panel = panel(query);
        Optional<String> compares = compares(query);
        Optional<String> subject = subject(panel.map(Placed::of).or(() -> compares), query);
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> descriptions = matter.byLanguage("description");
        return compiled.map(parsed -> new Question(
                file.name(),
                file.file(),
                titles,
                descriptions,
                parameters,
                columns,
                view,
                panel.map(Placed::of),
                compares,
                panel.map(Placed::rank).orElse(Question.UNRANKED),
                subject,
                file.text(),
                parsed,
                VolatileFunctions.areCalledBy(parsed.algebra())));
    }

    /** The class of a panel and its rank. */
    private record Placed(String of, int rank) {}

    private Optional<CompiledQuery> compiled() {
        try {
            return Optional.of(QueryParsing.checked(file.text(), publication.base()));
        } catch (QueryFailedException e) {
            faults.add(new Fault(new Location(file.file(), e.line(), e.column()), e.message()));
            return Optional.empty();
        }
    }

    private Optional<Parameter> parameter(FrontMatter.Line line, List<Parameter> before, Optional<Query> query) {
        Matcher parts = PARAM.matcher(line.value());
        if (!parts.matches()) {
            return fault(line, Code.QUESTION_PARAMETER);
        }
        String name = parts.group("name");
        if (RESERVED.contains(name)) {
            return fault(line, Code.QUESTION_PARAMETER_RESERVED, name);
        }
        Optional<String> datatype = iri(parts.group("datatype"), query);
        if (datatype.isEmpty() || !ParameterValue.isKnown(datatype.get())) {
            return fault(line, Code.QUESTION_PARAMETER_DATATYPE, parts.group("datatype"));
        }
        if (before.stream().anyMatch(p -> p.name().equals(name))) {
            return fault(line, Code.QUESTION_PARAMETER_REPEATED, name);
        }
        String value = parts.group("quoted") != null ? parts.group("quoted") : parts.group("bare");
        try {
            ParameterValue.of(value, datatype.get(), publication.base());
        } catch (IllegalArgumentException e) {
            Message wanted = ParameterValue.wanted(datatype.get(), publication.base(), "");
            return fault(line, Code.QUESTION_PARAMETER_DEFAULT, name, value, wanted);
        }
        if (query.isPresent() && !occurs(name, query.get())) {
            return fault(line, Code.QUESTION_PARAMETER_UNUSED, name);
        }
        String unknown = Optional.ofNullable(parts.group("unknown")).orElse("");
        return Optional.of(new Parameter(name, datatype.get(), value, parts.group("what"), unknown));
    }

    private Map<String, String> columns(Optional<Query> query) {
        Map<String, String> columns = new TreeMap<>();
        for (FrontMatter.Line line : matter.all("column")) {
            Matcher parts = COLUMN.matcher(line.value());
            if (!parts.matches()) {
                fault(line, Code.QUESTION_COLUMN);
            } else if (query.isPresent() && !query.get().getResultVars().contains(parts.group("name"))) {
                fault(line, Code.QUESTION_COLUMN_UNUSED, parts.group("name"));
            } else if (columns.put(parts.group("name"), parts.group("what")) != null) {
                fault(line, Code.QUESTION_COLUMN_REPEATED, parts.group("name"));
            }
        }
        return columns;
    }

    private ViewKind view() {
        for (FrontMatter.Line line : matter.all("view")) {
            for (ViewKind view : ViewKind.values()) {
                if (line.value().equals(view.name().toLowerCase(Locale.ROOT))) {
                    return view;
                }
            }
            fault(
                    line,
                    Code.QUESTION_VIEW,
                    Arrays.stream(ViewKind.values())
                            .map(view -> view.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", ")));
        }
        return ViewKind.TABLE;
    }

    private Optional<Placed> panel(Optional<Query> query) {
        for (FrontMatter.Line line : matter.all("panel")) {
            Matcher parts = PANEL.matcher(line.value());
            if (!parts.matches()) {
                return fault(line, Code.QUESTION_PANEL);
            }
            String rank = parts.group("rank");
            Optional<String> panelClass = named(line, parts.group("class"), query);
            if (panelClass.isPresent() && query.isPresent() && !occurs(Question.THIS, query.get())) {
                return fault(line, Code.QUESTION_PANEL_THIS);
            }
            return panelClass.map(iri -> new Placed(iri, rank == null ? Question.UNRANKED : Integer.parseInt(rank)));
        }
        return Optional.empty();
    }

    private Optional<String> compares(Optional<Query> query) {
        for (FrontMatter.Line line : matter.all("compare")) {
            Optional<String> compared = named(line, line.value(), query);
            if (query.filter(QuestionReader::compares).isEmpty() && query.isPresent()) {
                return fault(line, Code.QUESTION_COMPARE);
            }
            return compared;
        }
        return Optional.empty();
    }

    private static boolean compares(Query query) {
        return query.isSelectType()
                && query.getResultVars().containsAll(List.of(Question.ASPECT, Question.VALUE))
                && occurs(Question.THIS, query);
    }

    private Optional<String> subject(Optional<String> panel, Optional<Query> query) {
        List<FrontMatter.Line> lines = matter.all("subject");
        return lines.isEmpty() ? panel : named(lines.get(0), lines.get(0).value(), query);
    }

    private Optional<String> named(FrontMatter.Line line, String written, Optional<Query> query) {
        Optional<String> named = iri(written, query);
        return named.isPresent() ? named : fault(line, Code.QUESTION_CLASS, written);
    }

    /**
     * Expands a prefixed name by the publication's prefixes, else by those of the query; {@code xsd} is always known.
     */
    private Optional<String> iri(String written, Optional<Query> query) {
        if (written.startsWith("<") && written.endsWith(">")) {
            return Optional.of(written.substring(1, written.length() - 1));
        }
        return Optional.ofNullable(publication.prefixes().expand(written))
                .or(() -> query.map(parsed -> parsed.getPrefixMapping().expandPrefix(written))
                        .filter(whole -> !whole.equals(written)))
                .or(() -> Optional.ofNullable(XSD_PREFIX.expand(written)));
    }

    /** Returns whether a query uses a variable, which is the case if renaming it changes the query. */
    private static boolean occurs(String name, Query query) {
        Var variable = Var.alloc(name);
        NodeTransform renaming = node -> node.equals(variable) ? Var.ANON : node;
        Op op = Algebra.compile(query);
        boolean inTemplate = query.isConstructType()
                && query.getConstructTemplate().getTriples().stream()
                        .anyMatch(triple ->
                                !NodeTransformLib.transform(renaming, triple).equals(triple));
        return inTemplate || !NodeTransformLib.transform(renaming, op).equals(op);
    }

    private void fault(Code code) {
        faults.add(Fault.of(Location.in(file.file()), code));
    }

    private <T> Optional<T> fault(FrontMatter.Line line, Code code, Object... arguments) {
        faults.add(Fault.of(line.place(), code, arguments));
        return Optional.empty();
    }
}
