package org.torchgraph.query.empty;

import java.util.Map;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.serializer.FormatterElement;
import org.apache.jena.sparql.serializer.SerializationContext;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementBind;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementFilter;
import org.apache.jena.sparql.syntax.ElementMinus;
import org.apache.jena.sparql.syntax.ElementNamedGraph;
import org.apache.jena.sparql.syntax.ElementOptional;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementSubQuery;
import org.apache.jena.sparql.syntax.ElementUnion;

/**
 * A part of the outermost group of a query that can remove solutions: a triple pattern, a filter, or a nested pattern
 * as a whole.
 *
 * @param kind the kind of part: triple, filter, union, minus, graph, values, select, optional, bind or group
 * @param text its SPARQL on one line, shortened if long
 * @param line its line in the query text, counted from 1; 0 if unknown
 * @param element its syntax element
 */
public record PatternStep(String kind, String text, int line, Element element) {
    private static final int MAX_TEXT_CHARACTERS = 300;

    private static final Map<Class<? extends Element>, String> KINDS = Map.of(
            ElementPathBlock.class, "triple",
            ElementFilter.class, "filter",
            ElementUnion.class, "union",
            ElementMinus.class, "minus",
            ElementNamedGraph.class, "graph",
            ElementData.class, "values",
            ElementSubQuery.class, "select",
            ElementOptional.class, "optional",
            ElementBind.class, "bind");

    static PatternStep of(Element element, int line, Prologue prologue) {
        return new PatternStep(KINDS.getOrDefault(element.getClass(), "group"), text(element, prologue), line, element);
    }

    boolean isFilter() {
        return element instanceof ElementFilter;
    }

    private static String text(Element element, Prologue prologue) {
        IndentedLineBuffer out = new IndentedLineBuffer();
        FormatterElement.format(out, new SerializationContext(prologue), element);
        // A line break inside a literal is written as an escape, so that these are all layout.
        String line =
                out.asString().strip().replaceAll("\\s*\\R\\s*", " ").replaceAll("(?<![?\\w])\\?\\?(?=\\w)", "_:b");
        return line.codePointCount(0, line.length()) <= MAX_TEXT_CHARACTERS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MAX_TEXT_CHARACTERS)) + "…";
    }
}
