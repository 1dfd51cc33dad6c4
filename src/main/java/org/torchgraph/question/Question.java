package org.torchgraph.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.PatternVars;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.query.CompiledQuery;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.search.QuestionText;

/**
 * A saved query.
 *
 * @param name the file name without {@code .rq}
 * @param file the path relative to the publication's folder
 * @param titles the titles by language, at least one
 * @param descriptions the descriptions by language
 * @param parameters the parameters in the order of the front matter
 * @param columns what the front matter tells of columns, by variable
 * @param view how the answer is shown
 * @param panel the IRI of the class on whose pages the answer is shown too, with {@code ?this} bound to the thing
 * @param compares the IRI of the class whose things its rows lay side by side, with {@code ?this} bound to each
 * @param rank the position among the panels of a page, the smallest first
 * @param subject the IRI of the class or property by which questions are grouped; by default that of the panel
 * @param text the complete file
 * @param compiled the compiled query
 * @param isVolatile whether its answer depends on the clock or on chance, so that it is not cached
 */
public record Question(
        String name,
        String file,
        Map<String, String> titles,
        Map<String, String> descriptions,
        List<Parameter> parameters,
        Map<String, String> columns,
        ViewKind view,
        Optional<String> panel,
        Optional<String> compares,
        int rank,
        Optional<String> subject,
        String text,
        CompiledQuery compiled,
        boolean isVolatile) {

    /** The variable of a panel that is bound to the thing of the page. */
    public static final String THIS = "this";

    /** The length of the longest value of a parameter that is no IRI. */
    private static final int MAX_CHARACTERS = 2000;

    /** The parameter that takes a year whatever its datatype. */
    private static final String YEAR = "year";

    /** The column of a comparison with what is compared, a property or a class. */
    public static final String ASPECT = "aspect";

    /** The column of a comparison with the values. */
    public static final String VALUE = "value";

    /** The rank of a panel without a rank, which follows all others. */
    public static final int UNRANKED = Integer.MAX_VALUE;

    public Question {
        titles = Collections.unmodifiableSortedMap(new TreeMap<>(titles));
        descriptions = Collections.unmodifiableSortedMap(new TreeMap<>(descriptions));
        parameters = List.copyOf(parameters);
        columns = Map.copyOf(columns);
    }

    /** Returns the parsed query. */
    public Query query() {
        return compiled.query();
    }

    /**
     * Returns the query with its parameters bound, ready to run.
     *
     * @param given lexical forms by parameter name; other parameters have their defaults. A panel also takes
     *     {@code this}, an IRI; without it the query covers every thing
     * @param base the base IRI of the publication
     * @throws BadParameterException if a name is no parameter, or a value is invalid for the datatype
     */
    public QueryRequest prepare(Map<String, String> given, String base) {
        List<Parameter> settable = new ArrayList<>(parameters);
        boolean declared =
                parameters.stream().anyMatch(parameter -> parameter.name().equals(THIS));
        if ((panel.isPresent() || compares.isPresent()) && !declared && given.containsKey(THIS)) {
            settable.add(new Parameter(THIS, XSD.anyURI.getURI(), "", "the thing"));
        }
        Map<Var, Node> values = new LinkedHashMap<>();
        for (Parameter parameter : settable) {
            String lexical = given.getOrDefault(parameter.name(), parameter.defaultValue());
            values.put(Var.alloc(parameter.name()), term(parameter, lexical, base));
        }
        for (String name : given.keySet()) {
            if (!values.containsKey(Var.alloc(name))) {
                throw new BadParameterException(name, unknown(name));
            }
        }
        return QueryRequest.of(text, base).binding(values);
    }

    /** Returns whether a value may be given for a name. */
    public boolean takes(String name) {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals(name))
                || name.equals(THIS) && (panel.isPresent() || compares.isPresent());
    }

    /**
     * Returns a query for the values of a parameter that yield answers, the other parameters having their defaults;
     * empty if no pattern of the query contains the parameter.
     */
    public Optional<QueryRequest> valuesOf(Parameter parameter, String base) {
        Var variable = Var.alloc(parameter.name());
        if (!PatternVars.vars(query().getQueryPattern()).contains(variable)) {
            return Optional.empty();
        }
        Query values = QueryFactory.create();
        values.setQuerySelectType();
        values.setDistinct(true);
        values.addResultVar(variable);
        values.setQueryPattern(query().getQueryPattern());
        values.addOrderBy(variable, Query.ORDER_DEFAULT);
        Map<Var, Node> others = new LinkedHashMap<>(prepare(Map.of(), base).bindings());
        others.remove(variable);
        return Optional.of(QueryRequest.of(values.toString(), base).binding(others));
    }

    /** Returns the texts by which a search finds the question. */
    public QuestionText searched() {
        List<String> years = parameters.stream()
                .filter(parameter -> parameter.datatype().equals(XSD.gYear.getURI())
                        || parameter.name().equals(YEAR))
                .map(Parameter::name)
                .toList();
        return new QuestionText(
                name,
                titles,
                Stream.concat(
                                descriptions.values().stream(),
                                parameters.stream()
                                        .flatMap(parameter -> Stream.of(parameter.what(), parameter.defaultValue())))
                        .toList(),
                years.stream().filter(year -> years.size() == 1).findFirst());
    }

    private static Node term(Parameter parameter, String lexical, String base) {
        // An IRI may be long, and what it names has a page.
        if (lexical.length() > MAX_CHARACTERS && !parameter.datatype().equals(XSD.anyURI.getURI())) {
            throw new BadParameterException(
                    parameter.name(), Message.of(Code.PARAMETER_LONG, parameter.name(), MAX_CHARACTERS));
        }
        try {
            return ParameterValue.of(lexical, parameter.datatype(), base);
        } catch (IllegalArgumentException e) {
            Message wanted = ParameterValue.wanted(parameter.datatype(), base, parameter.defaultValue());
            throw new BadParameterException(
                    parameter.name(), Message.of(Code.PARAMETER_VALUE, parameter.name(), lexical, wanted));
        }
    }

    private Message unknown(String given) {
        String known = parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
        Message taken = known.isEmpty() ? Message.of(Code.TAKES_NONE) : Message.of(Code.TAKES_PARAMETERS, known);
        return Message.of(Code.PARAMETER_UNKNOWN, name, given, taken);
    }

    /**
     * How an answer is shown: as facts below the heading of a thing, as steps from one thing to the next, as a table,
     * or as a picture beside its table.
     */
    public enum ViewKind {
        FACTS,
        STEPS,
        TABLE,
        TIMELINE,
        BAR,
        LINE,
        TREE,
        GRAPH,
        GAUGE
    }

    /**
     * A variable that the reader may set.
     *
     * @param name the name of the variable, without {@code ?}
     * @param datatype the IRI of the datatype; {@code xsd:anyURI} stands for an IRI, absolute or relative to the base
     * @param defaultValue the lexical form used when none is given
     * @param what a phrase that describes the parameter
     * @param unknown the lexical form that finds what has no known value, or an empty text
     */
    public record Parameter(String name, String datatype, String defaultValue, String what, String unknown) {
        /** Creates a parameter without a value for what is not known. */
        public Parameter(String name, String datatype, String defaultValue, String what) {
            this(name, datatype, defaultValue, what, "");
        }
    }

    /** Returns whether its answer is rows, the same in each run, as notebooks and codebooks need. */
    public boolean hasLastingRows() {
        return query().isSelectType() && !isVolatile;
    }
}
