package org.torchgraph.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void rows_are_equal_in_any_order_and_spelling_of_numbers_and_language_tags() {
        Rows one = Rows.of(answer(decimal("2.50") + "," + tagged("园区", "zh-CN")));
        Rows other = Rows.of(answer(tagged("园区", "zh-cn") + "," + decimal("2.5")));
        assertEquals(one, other);
    }

    @Test
    void rows_differ_in_a_value_a_language_and_how_often_they_are_there() {
        Rows one = Rows.of(answer(decimal("2.5") + "," + tagged("zone", "en")));
        assertNotEquals(one, Rows.of(answer(decimal("2.6") + "," + tagged("zone", "en"))));
        assertNotEquals(one, Rows.of(answer(decimal("2.5") + "," + tagged("zone", "zh"))));
        assertNotEquals(one, Rows.of(answer(decimal("2.5") + "," + tagged("zone", "en") + "," + tagged("zone", "en"))));
    }

    @Test
    void yes_and_no_of_virtuoso_are_those_of_others() {
        assertEquals(Rows.of(ask(true)), Rows.of(virtuoso("[{\"__ASK_RETVAL\":" + integer("1") + "}]")));
        assertEquals(Rows.of(ask(false)), Rows.of(virtuoso("[{\"__ASK_RETVAL\":" + integer("0") + "}]")));
        assertEquals(Rows.of(ask(false)), Rows.of(virtuoso("[]")));
    }

    @Test
    void a_truth_value_is_the_number_that_virtuoso_has_for_it() {
        Rows yes = Rows.of(answer("{\"v\":" + typed("true", "boolean") + "}"));
        assertEquals(yes, Rows.of(answer("{\"v\":" + integer("1") + "}")));
        assertNotEquals(yes, Rows.of(answer("{\"v\":" + integer("0") + "}")));
    }

    private static String answer(String rows) {
        return "{\"head\":{\"vars\":[\"v\"]},\"results\":{\"bindings\":[" + rows + "]}}";
    }

    private static String ask(boolean yes) {
        return "{\"head\":{},\"boolean\":" + yes + "}";
    }

    private static String virtuoso(String bindings) {
        return "{\"head\":{\"vars\":[\"__ASK_RETVAL\"]},\"results\":{\"bindings\":" + bindings + "}}";
    }

    private static String integer(String text) {
        return typed(text, "integer");
    }

    private static String decimal(String text) {
        return "{\"v\":" + typed(text, "decimal") + "}";
    }

    private static String typed(String text, String type) {
        return "{\"type\":\"typed-literal\",\"datatype\":\"http://www.w3.org/2001/XMLSchema#" + type + "\",\"value\":\""
                + text + "\"}";
    }

    private static String tagged(String text, String language) {
        return "{\"v\":{\"type\":\"literal\",\"xml:lang\":\"" + language + "\",\"value\":\"" + text + "\"}}";
    }
}
