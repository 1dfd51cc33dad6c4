package org.torchgraph.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.torchgraph.publication.Fault;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.QueryFile;

/**
 * The rules that apply to a publication.
 *
 * @param all the general rules, then the publication's own
 * @param faults the errors in files of {@code ontology/rules/}
 */
public record Rules(List<Rule> all, List<Fault> faults) {

    /** Returns the general rules and the publication's own; one with the name of a general rule replaces it. */
    public static Rules of(Publication publication) {
        List<Rule> all = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        Stream<QueryFile> general = resource("rules.txt")
                .lines()
                .map(Rules::general)
                .filter(rule ->
                        publication.rules().stream().noneMatch(own -> own.name().equals(rule.name())));
        Stream.concat(general, publication.rules().stream()).forEach(file -> {
            RuleReader reader = new RuleReader(file);
            reader.read(publication.base()).ifPresent(all::add);
            faults.addAll(reader.faults());
        });
        return new Rules(List.copyOf(all), List.copyOf(faults));
    }

    /** Returns whether a rule has a name, even one that cannot be read. */
    boolean isNamed(String name) {
        return Stream.concat(all.stream().map(Rule::file), faults.stream().map(fault -> fault.place()
                        .file()))
                .anyMatch(file -> file.endsWith("/" + name + ".rq"));
    }

    private static QueryFile general(String name) {
        String file = "rules/" + name + ".rq";
        return new QueryFile(name, file, resource(file));
    }

    static String resource(String file) {
        try (InputStream text = Rules.class.getResourceAsStream("rule/" + file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
