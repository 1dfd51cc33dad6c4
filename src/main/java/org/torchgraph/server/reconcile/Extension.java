package org.torchgraph.server.reconcile;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.datatypes.xsd.impl.XSDBaseNumericType;
import org.apache.jena.graph.Node;
import org.torchgraph.http.ProblemException;
import org.torchgraph.model.Labels;
import org.torchgraph.model.term.ValueOrder;
import org.torchgraph.rdf.TripleSource;
import org.torchgraph.server.version.PublishedVersion;

/**
 * The values that some things have of some properties, for further columns of a table.
 *
 * @param things the things by their identifiers
 * @param properties the properties by their identifiers
 */
record Extension(Map<String, Node> things, Map<String, Node> properties) {
    private static final int MAX_PROPERTIES = 50;
    private static final int MAX_VALUES = 100;
    private static final Pattern MOMENT =
            Pattern.compile("-?\\d{4,}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d([.]\\d+)?(Z|[+-]\\d\\d:\\d\\d)?");
    private static final Pattern DAY = Pattern.compile("-?\\d{4,}-\\d\\d-\\d\\d");

    /**
     * Reads what a client asks for.
     *
     * @throws ProblemException if it is not as it should be, or too much
     */
    static Extension of(String parameter, String json, KnownTerms terms) {
        JsonObject asked = ReconciliationQuery.object(parameter, json);
        List<String> ids = texts(asked.get("ids"), parameter, "ids", value -> value);
        List<String> properties = texts(
                asked.get("properties"),
                parameter,
                "properties",
                value -> value instanceof JsonObject property ? property.get("id") : null);
        if (ids.size() > ReconciliationQuery.MAX_BATCH) {
            throw ReconciliationQuery.tooMany(ids.size());
        }
        if (properties.size() > MAX_PROPERTIES) {
            throw ReconciliationQuery.misformed(parameter, "properties");
        }
        return new Extension(nodes(ids, terms), nodes(properties, terms));
    }

    private static List<String> texts(
            JsonValue value, String parameter, String place, Function<JsonValue, JsonValue> id) {
        if (!(value instanceof JsonArray array)) {
            throw ReconciliationQuery.misformed(parameter, place);
        }
        List<String> texts = new ArrayList<>();
        for (JsonValue each : array) {
            if (!(id.apply(each) instanceof JsonString text)) {
                throw ReconciliationQuery.misformed(parameter, place);
            }
            texts.add(text.getString());
        }
        return texts;
    }

    private static Map<String, Node> nodes(List<String> ids, KnownTerms terms) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        ids.forEach(id -> nodes.put(id, terms.node(id)));
        return nodes;
    }

    /** Returns the rows, a thing each; texts in several languages are in the best for the reader. */
    JsonObjectBuilder json(PublishedVersion version, List<String> ranges) {
        TripleSource union = version.snapshot().union();
        Map<String, Map<String, List<Node>>> values = new LinkedHashMap<>();
        things.forEach((id, thing) -> {
            Map<String, List<Node>> row = new LinkedHashMap<>();
            properties.forEach((name, property) -> row.put(
                    name,
                    union.objects(thing, property)
                            .sorted(ValueOrder.NODES)
                            .limit(MAX_VALUES)
                            .toList()));
            values.put(id, row);
        });
        Labels labels = version.resources()
                .labels(Stream.concat(
                                properties.values().stream(),
                                values.values().stream()
                                        .flatMap(row -> row.values().stream().flatMap(List::stream))
                                        .filter(node -> !node.isLiteral()))
                        .distinct()
                        .toList());
        JsonObjectBuilder rows = Json.createObjectBuilder();
        values.forEach((id, row) -> {
            JsonObjectBuilder cells = Json.createObjectBuilder();
            row.forEach((name, all) -> cells.add(name, cell(all, labels, ranges)));
            rows.add(id, cells);
        });
        JsonArrayBuilder meta = Json.createArrayBuilder();
        properties.forEach((id, property) -> meta.add(Json.createObjectBuilder()
                .add("id", id)
                .add("name", labels.name(property, ranges).text())));
        return Json.createObjectBuilder().add("meta", meta).add("rows", rows);
    }

    private static JsonArrayBuilder cell(List<Node> all, Labels labels, List<String> ranges) {
        List<Node> tagged = all.stream()
                .filter(node -> node.isLiteral() && !node.getLiteralLanguage().isEmpty())
                .toList();
        String language =
                labels.best(tagged, ranges).map(Node::getLiteralLanguage).orElse("");
        JsonArrayBuilder cell = Json.createArrayBuilder();
        all.stream()
                .filter(node ->
                        !tagged.contains(node) || node.getLiteralLanguage().equals(language))
                .forEach(node -> cell.add(value(node, labels, ranges)));
        return cell;
    }

    private static JsonObjectBuilder value(Node node, Labels labels, List<String> ranges) {
        if (node.isURI()) {
            return Json.createObjectBuilder()
                    .add("id", node.getURI())
                    .add("name", labels.name(node, ranges).text());
        }
        JsonObjectBuilder value = Json.createObjectBuilder();
        if (!node.isLiteral()) {
            return value.add("str", labels.name(node, ranges).text());
        }
        String text = node.getLiteralLexicalForm();
        if (node.getLiteralDatatype() instanceof XSDBaseNumericType
                && node.getLiteral().isWellFormed()
                && node.getLiteralValue() instanceof Number number) {
            return number instanceof Integer || number instanceof Long
                    ? value.add("int", number.longValue())
                    : value.add("float", number.doubleValue());
        }
        if (node.getLiteral().isWellFormed()
                && node.getLiteralValue() instanceof Double number
                && Double.isFinite(number)) {
            return value.add("float", number);
        }
        if (node.getLiteralDatatype().equals(XSDDatatype.XSDdate)
                && DAY.matcher(text).matches()) {
            return value.add("date", text + "T00:00:00Z");
        }
        return MOMENT.matcher(text).matches() ? value.add("date", text) : value.add("str", text);
    }
}
