package org.torchgraph.draft.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.torchgraph.draft.text.Names.NameMatch;

/**
 * The issuers of a document as the text names them.
 *
 * @param named the distinct issuers in the order of the text; a match may stand for several things of the same name
 * @param approvers the bodies that approved the document, which does not make them issuers
 * @param others words that look like a further issuer but are not the name of a body in the publication
 */
public record Issuers(List<NameMatch> named, List<NameMatch> approvers, List<String> others) {
    private static final Pattern APPROVAL = Pattern.compile("[经报][^，。]{0,60}?(?:批准|同意|批复|审议通过)");
    private static final Pattern BODY = Pattern.compile(
            "\\p{IsHan}{0,30}?(?:部|委|委员会|局|署|办公室|办公厅|银行|法院|研究院|科学院|政府|省|市)(?=[、，和与及等·]|联合|会同|共同|修订|印发|下发|发布|公布|出台|制定|颁布|转发|$)"
                    + "|等\\p{IsHan}{0,3}(?:部门|部委|单位|机构)");
    private static final Pattern NOT_PART_OF_A_NAME = Pattern.compile("^(?:联合|会同|共同|和|与|及|由)+");

    /**
     * Finds the issuers in the words before the title or, if those name none, in the beginning of the title.
     *
     * @param opening the first sentence up to its 《
     * @param title the title of the document, or an empty text
     * @param bodies the names of the publication's bodies
     */
    static Issuers read(String opening, String title, Names bodies) {
        List<NameMatch> approvers = new ArrayList<>();
        StringBuilder rest = new StringBuilder(opening);
        Matcher approval = APPROVAL.matcher(opening);
        while (approval.find()) {
            approvers.addAll(bodies.in(approval.group()));
            rest.replace(approval.start(), approval.end(), "·".repeat(approval.end() - approval.start()));
        }
        List<NameMatch> named = bodies.in(rest.toString());
        for (NameMatch name : named) {
            rest.replace(name.start(), name.end(), "·".repeat(name.printed().length()));
        }
        if (named.isEmpty() && title.contains("关于")) {
            named = bodies.in(title.substring(0, title.indexOf("关于")));
        }
        return new Issuers(eachOnce(named), eachOnce(approvers), others(rest));
    }

    private static List<NameMatch> eachOnce(List<NameMatch> names) {
        List<NameMatch> once = new ArrayList<>();
        for (NameMatch name : names) {
            if (once.stream().noneMatch(earlier -> earlier.things().equals(name.things()))) {
                once.add(name);
            }
        }
        return List.copyOf(once);
    }

    private static List<String> others(CharSequence rest) {
        return BODY.matcher(rest)
                .results()
                .flatMap(found ->
                        Stream.of(NOT_PART_OF_A_NAME.matcher(found.group()).replaceFirst("")))
                .filter(words -> words.length() > 1)
                .distinct()
                .toList();
    }
}
