package org.torchgraph.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.query.Query;
import org.torchgraph.check.Finding.Severity;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.MultilingualText;
import org.torchgraph.publication.Fault;
import org.torchgraph.publication.Location;
import org.torchgraph.publication.QueryFile;
import org.torchgraph.query.QueryFailedException;
import org.torchgraph.query.guard.QueryParsing;
import org.torchgraph.question.FrontMatter;

/** Reads one rule file and collects all errors in it. */
final class RuleReader {
    static final String THIS = "this";
    static final String PATH = "path";
    static final String VALUE = "value";

    private static final String SEVERITY = "severity";
    private static final Set<String> KEYS = Set.of(SEVERITY);
    private static final Set<String> TEXTS = Set.of("problem", "mend");

    private final QueryFile file;
    private final FrontMatter matter;
    private final List<Fault> faults;

    RuleReader(QueryFile file) {
        this.file = file;
        this.matter = FrontMatter.of(file, KEYS, TEXTS);
        this.faults = new ArrayList<>(matter.faults());
    }

    /** Returns the errors, which are complete after {@link #read}. */
    List<Fault> faults() {
        return faults;
    }

    /** Returns the rule; empty if the file has an error. */
    Optional<Rule> read(String base) {
        Map<String, String> problem = matter.byLanguage("problem");
        Map<String, String> mend = matter.byLanguage("mend");
        if (problem.isEmpty() && mend.isEmpty()) {
            fault(Location.in(file.file()), Code.RULE_TEXTS);
        }
        missing("problem", problem, mend);
        missing("mend", mend, problem);
        Optional<Severity> severity = severity();
        query(base);
        return faults.isEmpty()
                ? Optional.of(new Rule(
                        file.name(),
                        file.file(),
                        new MultilingualText(problem),
                        new MultilingualText(mend),
                        severity.orElseThrow(),
                        file.text()))
                : Optional.empty();
    }

    private void missing(String key, Map<String, String> texts, Map<String, String> others) {
        others.keySet().stream()
                .filter(language -> !texts.containsKey(language))
                .forEach(language -> fault(Location.in(file.file()), Code.RULE_LANGUAGE, key + "." + language));
    }

    private Optional<Severity> severity() {
        List<FrontMatter.Line> lines = matter.all(SEVERITY);
        Location place =
                lines.isEmpty() ? Location.in(file.file()) : lines.get(0).place();
        String given = lines.isEmpty() ? "" : lines.get(0).value();
        for (Severity severity : Severity.values()) {
            if (given.equals(severity.name().toLowerCase(Locale.ROOT))) {
                return Optional.of(severity);
            }
        }
        fault(place, Code.RULE_SEVERITY);
        return Optional.empty();
    }

    private void query(String base) {
        try {
            Query query = QueryParsing.checked(file.text(), base).query();
            if (!query.isSelectType()
                    || !query.getResultVars().contains(THIS)
                    || !Set.of(THIS, PATH, VALUE).containsAll(query.getResultVars())) {
                fault(Location.in(file.file()), Code.RULE_SELECT);
            }
        } catch (QueryFailedException failure) {
            faults.add(new Fault(new Location(file.file(), failure.line(), failure.column()), failure.message()));
        }
    }

    private void fault(Location place, Code code, Object... arguments) {
        faults.add(Fault.of(place, code, arguments));
    }
}
