package org.torchgraph.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.syntax.PatternVars;
import org.apache.jena.vocabulary.XSD;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Message;
import org.torchgraph.query.QueryRequest;

/**
 * A saved query.
 *
 * @param name file name without {@code .rq}
 * @param file path relative to the folder of the publication
 * @param titles by language, in one at least
 * @param descriptions by language
 * @param parameters in the order of the front matter
 * @param view how the answer is best shown
 * @param panel IRI of the class on whose pages the answer is shown too, {@code ?this} bound to the thing
 * @param rank place among the panels of a page, the smallest first
 * @param subject IRI of what it is mainly about, a class or a property, by which questions are grouped; that of its
 *     panel when nothing else is said
 * @param text the whole file
 * @param query the text, parsed
 */
public record Question(
        String name,
        String file,
        Map<String, String> titles,
        Map<String, String> descriptions,
        List<Parameter> parameters,
        ViewKind view,
        Optional<String> panel,
        int rank,
        Optional<String> subject,
        String text,
        Query query) {

    /** The variable of a panel that stands for the thing whose page it is on. */
    public static final String THIS = "this";

    /** Of a panel that names no rank, and so comes after those that do. */
    public static final int UNRANKED = Integer.MAX_VALUE;

    public Question {
        titles = Collections.unmodifiableSortedMap(new TreeMap<>(titles));
        descriptions = Collections.unmodifiableSortedMap(new TreeMap<>(descriptions));
        parameters = List.copyOf(parameters);
    }

    /**
     * The question with values for its parameters, ready to be run.
     *
     * @param given lexical forms by parameter name; a parameter that is not given has its default. A panel may be given
     *     {@code this}, an IRI; else it asks about every thing
     * @param base of the publication
     * @throws BadParameterException for a name that is no parameter, or a value its datatype does not have
     */
    public QueryRequest prepare(Map<String, String> given, String base) {
        List<Parameter> settable = new ArrayList<>(parameters);
        if (panel.isPresent() && given.containsKey(THIS)) {
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

    /**
     * The query for the values of a parameter that answers are found with, the other parameters having their defaults;
     * empty when no pattern of the question has the parameter, and so could give values to it.
     */
    public Optional<QueryRequest> valuesOf(Parameter parameter, String base) {
        Var variable = Var.alloc(parameter.name());
        if (!PatternVars.vars(query.getQueryPattern()).contains(variable)) {
            return Optional.empty();
        }
        Query values = QueryFactory.create();
        values.setQuerySelectType();
        values.setDistinct(true);
        values.addResultVar(variable);
        values.setQueryPattern(query.getQueryPattern());
        values.addOrderBy(variable, Query.ORDER_DEFAULT);
        Map<Var, Node> others = new LinkedHashMap<>(prepare(Map.of(), base).bindings());
        others.remove(variable);
        return Optional.of(QueryRequest.of(values.toString(), base).binding(others));
    }

    private static Node term(Parameter parameter, String lexical, String base) {
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

    /** How an answer is best shown; each has a table beside it. */
    public enum ViewKind {
        TABLE,
        TIMELINE,
        BAR,
        LINE,
        TREE,
        GRAPH,
        GAUGE
    }

    /**
     * A variable that the asker may set.
     *
     * @param name of the variable, without {@code ?}
     * @param datatype IRI; {@code xsd:anyURI} stands for an IRI, written whole or relative to the base
     * @param defaultValue lexical form used when nothing is given
     * @param what what it is, one phrase
     */
    public record Parameter(String name, String datatype, String defaultValue, String what) {}
}
