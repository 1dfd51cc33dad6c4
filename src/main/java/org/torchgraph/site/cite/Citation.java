package org.torchgraph.site.cite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.torchgraph.messages.DateFormats;
import org.torchgraph.messages.Messages;
import org.torchgraph.model.Citable;
import org.torchgraph.model.Description;
import org.torchgraph.site.frame.PageContext;
import org.torchgraph.site.words.RenderedTerm;
import org.torchgraph.site.words.TermRenderer;

/**
 * What a reference to a thing or an answer tells.
 *
 * @param authors the names of those who issued, created or published it or the document that it belongs to, in the
 *     language of the page
 * @param document the name of what it belongs to, or null
 * @param title its name
 * @param number the number of the document, or an empty text
 * @param issued its date as the data state it, or an empty text
 * @param container the name of the publication
 * @param version the version of the dataset
 * @param address the IRI that lasts
 * @param licence the licence of the publication, or an empty text
 */
public record Citation(
        List<String> authors,
        RenderedTerm document,
        RenderedTerm title,
        String number,
        String issued,
        String container,
        String version,
        String address,
        String licence) {
    /** The parameter with the version of the dataset that an answer is asked of. */
    public static final String VERSION = "version";

    /** The place of the day of access among the values of the text. */
    private static final int ACCESS = 4;

    /** The place of the IRI that lasts. */
    private static final int ADDRESS = 5;

    /** Returns the citation of a described thing; what it does not state itself comes from what it belongs to. */
    public static Citation of(Description description, RenderedTerm name, TermRenderer wording, PageContext frame) {
        List<Citable> all = description.citable();
        boolean dataset = frame.site()
                .entry()
                .dataset()
                .filter(description.thing()::equals)
                .isPresent();
        List<RenderedTerm> wholes = new ArrayList<>(
                all.stream().skip(1).map(Citable::thing).map(wording::show).toList());
        Collections.reverse(wholes);
        return new Citation(
                all.stream()
                        .map(Citable::authors)
                        .filter(authors -> !authors.isEmpty())
                        .findFirst()
                        .orElse(List.of())
                        .stream()
                        .map(author -> wording.show(author).text())
                        .sorted()
                        .toList(),
                wholes.isEmpty() ? null : wording.join("cite.in", wholes),
                name,
                first(all, Citable::number),
                dataset ? issued(frame) : first(all, Citable::issued),
                frame.brand().text(),
                frame.citedVersion(),
                description.thing().getURI(),
                licence(frame));
    }

    /** Returns the citation of an answer. */
    public static Citation of(RenderedTerm title, String address, PageContext frame) {
        return new Citation(
                List.of(),
                null,
                title,
                "",
                issued(frame),
                frame.brand().text(),
                frame.citedVersion(),
                address,
                licence(frame));
    }

    /**
     * A part of the text after the title.
     *
     * @param text the text; empty for the day of access, which the reader's browser or the printer knows
     * @param isAccess whether the day of access stands here
     * @param isAddress whether it is the IRI that lasts
     */
    public record CitePart(String text, boolean isAccess, boolean isAddress) {}

    /** Returns the text after the title, in the order of the language: GB/T 7714—2015 in Chinese. */
    public List<CitePart> tail(Messages words) {
        List<String> values = List.of(
                number.isEmpty() ? "" : words.say("cite.number", number),
                issued.isEmpty() ? "" : words.say("cite.issued", new DateFormats(words.language()).within(issued)),
                container,
                version,
                "",
                address,
                licence.isEmpty() ? "" : words.say("cite.licence", licence));
        return words.weave(
                "cite.tail",
                text -> new CitePart(text, false, false),
                IntStream.range(0, values.size())
                        .mapToObj(at -> new CitePart(values.get(at), at == ACCESS, at == ADDRESS))
                        .toList());
    }

    private static String licence(PageContext frame) {
        return frame.licence() == null ? "" : frame.licence().text();
    }

    /** Returns the date of the version. */
    private static String issued(PageContext frame) {
        return frame.site().entry().issued().map(Node::getLiteralLexicalForm).orElse("");
    }

    private static String first(List<Citable> all, Function<Citable, String> value) {
        return all.stream()
                .map(value)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Returns the year of the date, or an empty text. */
    String year() {
        return issued.matches("\\d{4}(-.*)?") ? issued.substring(0, 4) : "";
    }

    /** Returns what has the thing: the document that it belongs to, else the publication. */
    String host() {
        return document == null ? container : document.text();
    }
}
