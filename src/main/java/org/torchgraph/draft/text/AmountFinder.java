package org.torchgraph.draft.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.torchgraph.draft.text.Names.NameMatch;

/** Finds possible targets in a sentence: numbers with units, and phrases of time. */
final class AmountFinder {
    /** Titles and slogans, whose numbers are no amounts. */
    private static final Pattern QUOTED = Pattern.compile("《[^》]*》|“[^”]*”");
    /** A number that is no ordinal and no part of an indefinite one such as “several hundred”. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![第数几\\p{Nd}.．〇零一二两三四五六七八九十百千万亿])(翻)?(" + Numerals.PATTERN + ")[多余]?");

    private static final Pattern TIME = Pattern.compile(
            "[到至在]?\\p{Nd}{4}年(?!\\p{Nd}{1,2}月)底?前?|(?<!\\p{Nd})(?:[一二三四五六七八九十几到至]{1,8}|\\p{Nd}{1,2})年(?:左右)?(?:时间)?内?");
    private static final Pattern BEFORE = Pattern.compile("不低于|不少于|不高于|不超过|不得高于|不得低于|高于|低于|超过|达到|突破|降至|降到|下降|减少|增长|提高");
    private static final Pattern AFTER = Pattern.compile("^(?:左右|以上|以下|以内|之内)");
    /** The counters with which {@code 一} only means “a”. */
    private static final Set<String> ARTICLE = Set.of("个", "家", "项", "条", "座", "种", "件", "名", "人", "所");

    private static final String DOUBLING = "番";
    private static final BigDecimal MAX_DOUBLINGS = BigDecimal.TEN;

    private final Names units;

    AmountFinder(Names units) {
        this.units = units;
    }

    List<Amount> in(String sentence) {
        String text = unquoted(sentence);
        return NUMBER.matcher(text)
                .results()
                .flatMap(number -> amount(text, number).stream())
                .toList();
    }

    static List<String> times(String sentence) {
        return TIME.matcher(unquoted(sentence))
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    private static String unquoted(String sentence) {
        return QUOTED.matcher(sentence)
                .replaceAll(quoted -> "　".repeat(quoted.group().length()));
    }

    private Optional<Amount> amount(String text, MatchResult number) {
        String clause = text.substring(clauseStart(text, number.start()), number.start());
        return units.at(text, number.end())
                .filter(unit -> !(number.group(2).equals("一") && ARTICLE.contains(unit.printed())))
                .filter(unit -> isDoubling(number) == unit.printed().equals(DOUBLING))
                .map(unit -> new Amount(
                        text.substring(number.start(), unit.end()),
                        value(number),
                        yearly(clause, unit).things().get(0),
                        compared(clause, text.substring(unit.end()))));
    }

    private static int clauseStart(String text, int index) {
        int start = index;
        while (start > 0 && "，；。：".indexOf(text.charAt(start - 1)) < 0) {
            start--;
        }
        return start;
    }

    private static BigDecimal value(MatchResult number) {
        BigDecimal value = Numerals.value(number.group(2));
        return !isDoubling(number) ? value : BigDecimal.valueOf(1L << value.intValue());
    }

    /**
     * Returns whether a number is a doubling such as {@code 翻两番}, four times as much; larger counts are not plausible.
     */
    private static boolean isDoubling(MatchResult number) {
        return number.group(1) != null && Numerals.value(number.group(2)).compareTo(MAX_DOUBLINGS) <= 0;
    }

    /** Returns the unit of a yearly rate if the clause says “each year” and the publication has such a unit. */
    private NameMatch yearly(String clause, NameMatch unit) {
        boolean yearly = clause.contains("年均") || clause.contains("每年");
        return yearly ? units.at("年均" + unit.printed(), 0).orElse(unit) : unit;
    }

    private static String compared(String clause, String rest) {
        Matcher before = BEFORE.matcher(clause);
        Matcher after = AFTER.matcher(rest);
        return Stream.concat(
                        before.results().map(MatchResult::group).reduce((first, last) -> last).stream(),
                        after.results().map(MatchResult::group))
                .collect(Collectors.joining("…"));
    }
}
