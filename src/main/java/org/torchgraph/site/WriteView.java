package org.torchgraph.site;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.torchgraph.http.RemovingWrite;
import org.torchgraph.model.change.PublishedWrite;
import org.torchgraph.model.change.ThingWrite;
import org.torchgraph.routes.SiteRoute;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * An accepted write as a page tells it.
 *
 * @param number its number in the history
 * @param time the time
 * @param writer the name of the writer
 * @param note what the writer says of it, or an empty text
 * @param undoes the number of the write that it undoes, or 0
 * @param added the number of statements that came
 * @param removed the number of statements that went
 * @param lines the things that changed, or a sentence for each property of a thing that changed
 * @param moreThings the number of further things
 * @param moreStatements the number of further statements of the thing
 */
public record WriteView(
        int number,
        RenderedTerm time,
        String writer,
        String note,
        int undoes,
        int added,
        int removed,
        List<RenderedTerm> lines,
        int moreThings,
        int moreStatements) {

    /** Returns a write with the things that it changed. */
    static WriteView of(PublishedWrite write, TermRenderer wording) {
        List<RenderedTerm> things = write.things().stream().map(wording::show).toList();
        return of(write, things, write.moreThings(), 0, wording);
    }

    /** Returns a write with what it changed of a thing. */
    static WriteView of(Node thing, ThingWrite told, TermRenderer wording) {
        List<RenderedTerm> sentences = ChangeSentences.of(thing, told.values(), wording);
        return of(told.write(), sentences, 0, told.more(), wording);
    }

    /** Returns a write that removed a thing, without what it removed. */
    static WriteView of(RemovingWrite write, TermRenderer wording) {
        return new WriteView(
                write.number(),
                time(write.time(), wording),
                write.writer(),
                write.note(),
                write.undoes().orElse(0),
                write.added(),
                write.removed(),
                List.of(),
                0,
                0);
    }

    private static RenderedTerm time(Instant time, TermRenderer wording) {
        return wording.show(
                NodeFactory.createLiteralDT(time.truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime));
    }

    private static WriteView of(
            PublishedWrite write, List<RenderedTerm> lines, int moreThings, int moreStatements, TermRenderer wording) {
        return new WriteView(
                write.number(),
                time(write.time(), wording),
                write.writer(),
                write.note(),
                write.undoes().orElse(0),
                write.added(),
                write.removed(),
                lines,
                moreThings,
                moreStatements);
    }

    /** Returns the path of the patch. */
    public String patch() {
        return SiteRoute.WRITE.path(Integer.toString(number));
    }
}
