package org.torchgraph.draft.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.ORG;
import org.torchgraph.draft.text.HeadingDate.ParsedDate;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.evidence.SourceText;

/** Parses the entries of a text. An entry begins at a line that starts with ● and a date, or with ● before a title. */
public final class Chronicle {
    private static final char MARK = '●';
    private static final Set<Node> BODIES =
            Set.of(ORG.FormalOrganization.asNode(), ORG.Organization.asNode(), ORG.OrganizationalUnit.asNode());
    private static final Pattern SENTENCE = Pattern.compile("[^。！？]*[。！？]+[”’」』）]*|[^。！？]+$");
    private static final Pattern END = Pattern.compile("[。！？”’」』）]*");
    /** A sentence in brackets, which names the writer of the text and is no statement of the document. */
    private static final Pattern BYLINE = Pattern.compile("（[^）]*）|\\([^)]*\\)");

    /** A range of characters of the unwrapped text; the end is exclusive. */
    private record Range(int start, int end) {}

    private final UnwrappedText prose;
    private final Names bodies;
    private final AmountFinder amounts;

    private Chronicle(SourceText source, Publication publication) {
        prose = new UnwrappedText(source);
        bodies = Names.of(publication, BODIES);
        amounts = new AmountFinder(Units.of(publication));
    }

    /**
     * Returns the entries in the order of the text.
     *
     * @param publication the publication whose bodies and units are recognised
     * @param source the text
     */
    public static List<ChronicleEntry> read(SourceText source, Publication publication) {
        return new Chronicle(source, publication).entries();
    }

    private List<ChronicleEntry> entries() {
        List<Integer> marks = new ArrayList<>();
        String text = prose.text();
        for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
            if (prose.startsLine(at) && isHeading(at)) {
                marks.add(at);
            }
        }
        List<ChronicleEntry> entries = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            int end = i + 1 < marks.size() ? marks.get(i + 1) : text.length();
            entries.add(entry(i + 1, marks.get(i), end));
        }
        return entries;
    }

    private ParsedDate date(int mark) {
        return HeadingDate.at(prose.text(mark + 1, prose.lineEnd(mark)));
    }

    private boolean isHeading(int mark) {
        return !date(mark).printed().isEmpty()
                || prose.text().startsWith("《", mark + 1)
                || prose.text().startsWith("《", prose.lineEnd(mark));
    }

    private ChronicleEntry entry(int number, int mark, int end) {
        ParsedDate date = date(mark);
        int head = mark + 1 + date.printed().length();
        if (date.printed().isEmpty() && !prose.text().startsWith("《", head)) {
            head = prose.lineEnd(mark);
        }
        int titleEnd = titleEnd(head, end);
        Optional<String> title =
                titleEnd > head ? Optional.of(prose.unwrapped(head + 1, titleEnd - 1)) : Optional.empty();
        List<Range> sentences = sentences(titleEnd, end);
        Range opening = sentences.isEmpty() ? new Range(mark, Math.max(titleEnd, mark + 1)) : opening(sentences.get(0));
        String beforeTitle = prose.text(opening.start(), opening.end()).replaceFirst("《.*", "");
        return new ChronicleEntry(
                number,
                date.printed(),
                date.year(),
                date.day(),
                title,
                Issuers.read(beforeTitle, title.orElse(""), bodies),
                prose.excerpt(opening.start(), opening.end()),
                sentences.stream().map(this::sentence).toList());
    }

    /**
     * Returns the first sentence up to the end of the title that it names, or the whole sentence if it names none or
     * ends with it.
     */
    private Range opening(Range first) {
        int quote = prose.text(first.start(), first.end()).indexOf('《');
        if (quote < 0) {
            return first;
        }
        int opened = first.start() + quote;
        int end = titleEnd(opened, first.end());
        boolean whole =
                end == opened || END.matcher(prose.text(end, first.end())).matches();
        return whole ? first : new Range(first.start(), end);
    }

    /**
     * Returns the index after the closing mark of a title that begins at the start; the start itself if none begins
     * there.
     */
    private int titleEnd(int start, int end) {
        int depth = 0;
        for (int at = start; at < end; at++) {
            char c = prose.text().charAt(at);
            depth += c == '《' ? 1 : c == '》' ? -1 : 0;
            if (depth == 0) {
                return at > start ? at + 1 : start;
            }
        }
        return start;
    }

    private List<Range> sentences(int start, int end) {
        List<Range> found = new ArrayList<>();
        Matcher sentence = SENTENCE.matcher(prose.text(start, end));
        while (sentence.find()) {
            if (!BYLINE.matcher(sentence.group()).matches()) {
                found.add(new Range(start + sentence.start(), start + sentence.end()));
            }
        }
        return found;
    }

    private Sentence sentence(Range range) {
        String text = prose.text(range.start(), range.end());
        return new Sentence(prose.excerpt(range.start(), range.end()), amounts.in(text), AmountFinder.times(text));
    }
}
