package org.torchgraph.server.reconcile;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonLocation;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;

/**
 * A name to be matched, with what else is known of the thing.
 *
 * @param name the name; empty if the thing is known by its properties alone
 * @param types the classes of which it has one, as the client writes them; none for any
 * @param everyType whether it has all of them
 * @param limit the number of candidates
 * @param properties what else is known of it
 */
record ReconciliationQuery(
        String name, List<String> types, boolean everyType, int limit, List<KnownProperty> properties) {
    /** The number of queries that a batch has at most, and of things whose data are asked for at once. */
    static final int MAX_BATCH = 1000;

    private static final int MAX_NAME_CHARACTERS = 1000;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_PROPERTIES = 20;
    private static final int DEFAULT_LIMIT = 5;
    private static final int MAX_LIMIT = 50;

    /**
     * Some values of a property, one of which the thing should have.
     *
     * @param id the property as the client writes it
     * @param values texts, or IRIs of things matched before
     */
    record KnownProperty(String id, List<String> values) {}

    /**
     * Reads a batch.
     *
     * @throws ProblemException if it is no batch, or too large
     */
    static Map<String, ReconciliationQuery> batch(String parameter, String json) {
        JsonObject batch = object(parameter, json);
        if (batch.size() > MAX_BATCH) {
            throw tooMany(batch.size());
        }
        Map<String, ReconciliationQuery> queries = new LinkedHashMap<>();
        batch.forEach((key, value) -> queries.put(key, new BatchEntry(parameter, key).query(value)));
        return queries;
    }

    /** Returns the problem of a batch that is too large. */
    static ProblemException tooMany(int found) {
        return Problem.of(Problem.ProblemKind.TOO_LARGE, Code.RECONCILE_BATCH, MAX_BATCH, found)
                .exception();
    }

    /** Returns the problem of a parameter that is not as it should be at some place in it. */
    static ProblemException misformed(String parameter, String place) {
        return Problem.of(Problem.ProblemKind.BAD_PARAMETER, Code.RECONCILE_FORM, parameter, place)
                .about(parameter)
                .exception();
    }

    /** Reads a JSON object that is nested no deeper than a batch is. */
    static JsonObject object(String parameter, String json) {
        int depth = 0;
        try (JsonParser events = Json.createParser(new StringReader(json));
                JsonReader reader = Json.createReader(new StringReader(json))) {
            while (events.hasNext()) {
                switch (events.next()) {
                    case START_ARRAY, START_OBJECT -> depth++;
                    case END_ARRAY, END_OBJECT -> depth--;
                    default -> {
                        // Values do not nest.
                    }
                }
                if (depth > MAX_DEPTH) {
                    throw unread(parameter, events.getLocation());
                }
            }
            return reader.readObject();
        } catch (JsonParsingException notJson) {
            throw unread(parameter, notJson.getLocation());
        } catch (JsonException noObject) {
            throw misformed(parameter, "JSON");
        }
    }

    private static ProblemException unread(String parameter, JsonLocation place) {
        return Problem.of(
                        Problem.ProblemKind.BAD_PARAMETER,
                        Code.RECONCILE_JSON,
                        parameter,
                        place.getLineNumber(),
                        place.getColumnNumber())
                .about(parameter)
                .exception();
    }

    private record BatchEntry(String parameter, String key) {

        ReconciliationQuery query(JsonValue value) {
            if (!(value instanceof JsonObject query)) {
                throw misformed(parameter, key);
            }
            String name = query.containsKey("query")
                    ? text(query.get("query"), "query").strip()
                    : "";
            if (name.length() > MAX_NAME_CHARACTERS) {
                throw Problem.of(
                                Problem.ProblemKind.TOO_LARGE,
                                Code.RECONCILE_NAME,
                                MAX_NAME_CHARACTERS,
                                key,
                                name.length())
                        .about(parameter)
                        .exception();
            }
            List<KnownProperty> properties = properties(query.get("properties"));
            if (name.isEmpty() && properties.isEmpty() && !query.containsKey("query")) {
                throw misformed(parameter, key);
            }
            boolean every = query.containsKey("type_strict")
                    && text(query.get("type_strict"), "type_strict").equals("all");
            return new ReconciliationQuery(
                    name, types(query.get("type")), every, limit(query.get("limit")), properties);
        }

        private String text(JsonValue value, String field) {
            if (value instanceof JsonString text) {
                return text.getString();
            }
            throw misformed(parameter, key + "." + field);
        }

        private List<String> types(JsonValue value) {
            if (value == null || value == JsonValue.NULL) {
                return List.of();
            }
            return (value instanceof JsonArray several ? several : List.of(value))
                    .stream()
                            .map(type -> type instanceof JsonObject one ? one.getOrDefault("id", one) : type)
                            .map(type -> text(type, "type"))
                            .filter(type -> !type.isBlank())
                            .toList();
        }

        private int limit(JsonValue value) {
            if (value == null || value == JsonValue.NULL) {
                return DEFAULT_LIMIT;
            }
            if (value instanceof JsonNumber number && number.doubleValue() >= 1) {
                return (int) Math.min(MAX_LIMIT, number.doubleValue());
            }
            throw misformed(parameter, key + ".limit");
        }

        private List<KnownProperty> properties(JsonValue value) {
            List<KnownProperty> known = new ArrayList<>();
            if (value == null || value == JsonValue.NULL) {
                return known;
            }
            if (!(value instanceof JsonArray array) || array.size() > MAX_PROPERTIES) {
                throw misformed(parameter, key + ".properties");
            }
            for (JsonValue each : array) {
                if (!(each instanceof JsonObject property) || !property.containsKey("v")) {
                    throw misformed(parameter, key + ".properties");
                }
                JsonValue given = property.get("v");
                List<String> values = (given instanceof JsonArray several ? several : List.of(given))
                        .stream()
                                .map(this::value)
                                .filter(text -> !text.isBlank())
                                .toList();
                String id = text(property.get("pid"), "properties.pid");
                if (!values.isEmpty()) {
                    known.add(new KnownProperty(id, values));
                }
            }
            return known;
        }

        private String value(JsonValue value) {
            String text = value instanceof JsonObject matched && matched.containsKey("id")
                    ? text(matched.get("id"), "properties.v.id")
                    : switch (value.getValueType()) {
                        case STRING -> ((JsonString) value).getString();
                        case NUMBER, TRUE, FALSE -> value.toString();
                        case NULL -> "";
                        case ARRAY, OBJECT -> throw misformed(parameter, key + ".properties.v");
                    };
            return text.length() > MAX_NAME_CHARACTERS ? text.substring(0, MAX_NAME_CHARACTERS) : text;
        }
    }
}
