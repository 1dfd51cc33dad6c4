package org.torchgraph.query.empty;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;

/**
 * The parts of the outermost group of a query in the order of their effect: a filter applies to its whole group, so
 * filters follow the patterns; {@code VALUES} after the group is last.
 *
 * @param query the query
 * @param steps the parts
 */
record PatternSteps(Query query, List<PatternStep> steps) {

    static PatternSteps of(String text, String base) {
        LocatingParser parser = new LocatingParser(text, base);
        Query query = parser.getQuery();
        List<PatternStep> parts = parts(query, parser);
        return new PatternSteps(
                query,
                Stream.concat(
                                parts.stream().filter(step -> !step.isFilter()),
                                parts.stream().filter(PatternStep::isFilter))
                        .toList());
    }

    private static List<PatternStep> parts(Query query, LocatingParser parser) {
        List<PatternStep> parts = new ArrayList<>();
        if (!(query.getQueryPattern() instanceof ElementGroup group)) {
            return List.of(PatternStep.of(query.getQueryPattern(), 0, query));
        }
        for (int i = 0; i < group.getElements().size(); i++) {
            if (group.get(i) instanceof ElementPathBlock block) {
                block.patternElts().forEachRemaining(triple -> parts.add(step(triple, parser.line(triple), query)));
            } else {
                parts.add(PatternStep.of(group.get(i), parser.line(group, i), query));
            }
        }
        return parts;
    }

    private static PatternStep step(TriplePath triple, int line, Query query) {
        ElementPathBlock alone = new ElementPathBlock();
        alone.addTriplePath(triple);
        return PatternStep.of(alone, line, query);
    }

    /** Returns the number of parts. */
    int count() {
        return steps.size() + (query.hasValues() ? 1 : 0);
    }

    /** Returns a part by its number, counted from 1. */
    PatternStep step(int n) {
        return n <= steps.size() ? steps.get(n - 1) : PatternStep.of(values(), 0, query);
    }

    /** Returns an ASK query for the first parts only. */
    String ask(int parts) {
        ElementGroup group = new ElementGroup();
        steps.stream().limit(parts).forEach(step -> add(group, step.element()));
        Query ask = new Query();
        ask.setQueryAskType();
        ask.setBaseURI(query.getBaseURI());
        ask.getPrefixMapping().setNsPrefixes(query.getPrefixMapping());
        query.getGraphURIs().forEach(ask::addGraphURI);
        query.getNamedGraphURIs().forEach(ask::addNamedGraphURI);
        ask.setQueryPattern(parts > steps.size() ? joined(group, values()) : group);
        return ask.serialize();
    }

    /** Adds a part. Adjacent patterns form one block, in which a blank node label denotes one node. */
    private static void add(ElementGroup group, Element element) {
        if (element instanceof ElementPathBlock triple
                && !group.isEmpty()
                && group.getLast() instanceof ElementPathBlock block) {
            triple.patternElts().forEachRemaining(block::addTriplePath);
        } else if (element instanceof ElementPathBlock triple) {
            ElementPathBlock block = new ElementPathBlock();
            triple.patternElts().forEachRemaining(block::addTriplePath);
            group.addElement(block);
        } else {
            group.addElement(element);
        }
    }

    private Element values() {
        return new ElementData(query.getValuesVariables(), query.getValuesData());
    }

    private static Element joined(Element first, Element second) {
        ElementGroup group = new ElementGroup();
        group.addElement(first);
        group.addElement(second);
        return group;
    }
}
