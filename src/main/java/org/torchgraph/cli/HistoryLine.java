package org.torchgraph.cli;

import jakarta.json.JsonObject;
import org.torchgraph.dataset.WriteRecord;
import org.torchgraph.messages.Language;

/** A write as {@code history} lists it. */
record HistoryLine(int number, String time, String writer, int added, int removed, int undoes, String note) {

    static HistoryLine of(WriteRecord write) {
        return new HistoryLine(
                write.number(),
                write.time().toString(),
                write.origin().writer(),
                write.change().added().size(),
                write.change().removed().size(),
                write.origin().undoes().orElse(0),
                write.origin().note());
    }

    /** Reads a write as a site lists it. */
    static HistoryLine of(JsonObject write) {
        return new HistoryLine(
                write.getInt("number"),
                write.getString("time"),
                write.getString("writer"),
                write.getInt("added"),
                write.getInt("removed"),
                write.getInt("undoes", 0),
                write.getString("note"));
    }

    @Override
    public String toString() {
        String undone = undoes == 0 ? "" : Language.EN.messages().say("history.undoes", undoes);
        String said = undone.isEmpty() || note.isEmpty() ? undone + note : undone + ": " + note;
        return String.join("  ", Integer.toString(number), time, writer, "+" + added + " -" + removed, said);
    }
}
