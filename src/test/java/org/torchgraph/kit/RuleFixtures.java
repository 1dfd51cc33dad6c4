package org.torchgraph.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.torchgraph.check.CheckedData;
import org.torchgraph.check.DataChecks;
import org.torchgraph.check.Finding;
import org.torchgraph.check.Rule;
import org.torchgraph.check.Rules;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.messages.Code;
import org.torchgraph.messages.Language;
import org.torchgraph.messages.Message;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.PublicationReader;

/** Data that break a rule, {@code fail.ttl}, and the same corrected, {@code pass.ttl}, in a folder for each rule. */
public final class RuleFixtures {
    private static final Path FIXTURES = Path.of("src/test/resources/rules");
    private static final Path GENERAL = Path.of("src/main/resources/org/torchgraph/check/rule/rules");
    private static final Pattern BASE = Pattern.compile("BASE <([^>]+)>");

    private RuleFixtures() {}

    /** Returns the names of the rules that have fixtures. */
    public static List<String> names() {
        return names(FIXTURES);
    }

    /** Returns the names of the general rules. */
    public static List<String> general() {
        return names(GENERAL);
    }

    /** Returns the names of the rules in a folder. */
    public static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString().replace(".rq", ""))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Finds what the rules of a publication say of a fixture, which becomes its data; by the name of the rule. */
    public static Map<String, List<Finding>> fired(PublicationFolder folder, String rule, String fixture)
            throws IOException {
        String text = Files.readString(FIXTURES.resolve(rule).resolve(fixture));
        folder.write("data/fixture.ttl", text);
        Matcher base = BASE.matcher(text);
        assertThat(base.find()).isTrue();
        Publication publication = PublicationReader.read(folder.root(), Optional.of(base.group(1)));
        assertThat(publication.faults()).isEmpty();
        Rules rules = Rules.of(publication);
        assertThat(rules.faults()).isEmpty();
        List<Finding> found = new DataChecks(
                        CheckedData.of(
                                publication, MemoryDataset.of(publication).snapshot()),
                        rules.all())
                .all();
        assertThat(found).noneMatch(finding -> finding.message().code() == Code.RULE_UNFINISHED);
        Map<String, List<Finding>> fired = new TreeMap<>();
        for (Rule one : rules.all()) {
            fired.put(
                    one.name(),
                    found.stream()
                            .filter(finding -> isOf(one, finding.message()))
                            .toList());
        }
        fired.values().removeIf(List::isEmpty);
        return fired;
    }

    private static boolean isOf(Rule rule, Message message) {
        return message.code() == Code.RULE_BROKEN
                && message.arguments().subList(0, 2).equals(List.of(rule.problem(), rule.mend()));
    }

    /** Asserts that a rule fires on its fixture, in both languages and with the line, and that no other rule does. */
    public static void assertFires(PublicationFolder folder, String rule) throws IOException {
        Map<String, List<Finding>> fired = fired(folder, rule, "fail.ttl");
        assertThat(fired).containsOnlyKeys(rule);
        assertThat(fired.get(rule)).allSatisfy(finding -> {
            assertThat(finding.in(Language.EN))
                    .matches("data/fixture\\.ttl:[1-9]\\d*: (error|warning): [a-zA-Z]\\P{IsHan}+: .+: .+");
            assertThat(finding.in(Language.ZH))
                    .matches("data/fixture\\.ttl:[1-9]\\d*: (error|warning): .*\\p{IsHan}.*：.*\\p{IsHan}.*：.+");
        });
    }
}
