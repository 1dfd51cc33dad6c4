package org.torchgraph.http;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * A write that removed something that is asked for.
 *
 * @param number its number in the history
 * @param time the time
 * @param writer the name of the writer
 * @param note what the writer says of it, or an empty text
 * @param undoes the number of the write that it undoes
 * @param added the number of statements that came
 * @param removed the number of statements that went
 */
public record RemovingWrite(
        int number, Instant time, String writer, String note, OptionalInt undoes, int added, int removed) {

    /** Returns it with the members that writes have in the history. */
    JsonObjectBuilder toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("number", number)
                .add("time", time.toString())
                .add("writer", writer)
                .add("note", note)
                .add("added", added)
                .add("removed", removed);
        undoes.ifPresent(undone -> json.add("undoes", undone));
        return json;
    }
}
