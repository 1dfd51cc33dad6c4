package org.torchgraph.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.torchgraph.dataset.Snapshot;
import org.torchgraph.dataset.memory.MemoryDataset;
import org.torchgraph.messages.Code;
import org.torchgraph.model.vocabulary.TermLabels;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.SettingsFile;
import org.torchgraph.question.Questions;

/** Checks a publication as a whole: its files, its questions and rules, and its triples by {@link DataChecks}. */
public final class Checks {
    private final Publication publication;
    private final Questions questions;
    private final CheckedData data;

    /** Creates the checks of a publication that is read into memory for them. */
    public Checks(Publication publication) {
        this(publication, MemoryDataset.of(publication).snapshot());
    }

    /** @param snapshot the triples of the publication */
    public Checks(Publication publication, Snapshot snapshot) {
        this.publication = publication;
        this.questions = Questions.of(publication);
        this.data = CheckedData.of(publication, snapshot);
    }

    /** Returns the questions of the publication; those with errors are among the findings instead. */
    public Questions questions() {
        return questions;
    }

    /**
     * Returns the findings that prevent serving: first files that cannot be parsed, then statements that violate a
     * shape. A violation may be due to a file that was left out.
     */
    public List<Finding> toServe() {
        return Stream.concat(ofFiles(), new DataChecks(data, List.of()).violations().stream())
                .toList();
    }

    /**
     * Returns all findings, including wrong digests, rules that cannot be asked, and passages of the given sources.
     *
     * @param sources files by the last part of the source's IRI
     */
    public List<Finding> all(Map<String, Path> sources) {
        Rules rules = Rules.of(publication);
        Stream<Finding> ofData = Stream.of(
                        new DataChecks(data, rules.all()).all().stream(),
                        new DigestCheck(publication).findings().stream(),
                        rules.faults().stream().map(Finding::of),
                        unknownSettings(rules),
                        new WordsCheck(publication.interfaceLanguages()).findings().stream(),
                        new ColumnCheck(
                                        TermLabels.byFragment(data.snapshot().union(), publication.base())
                                                .keySet(),
                                        publication.settings())
                                .findings(questions.all()),
                        new UnusedSettingCheck(
                                        publication.root(),
                                        publication.settings(),
                                        data.snapshot().union())
                                .findings(),
                        new PortabilityCheck(publication.settings()).findings(questions.all()),
                        sources.entrySet().stream().flatMap(source -> new SourceCheck(data)
                                .findings(source.getKey(), source.getValue()).stream()))
                .flatMap(Function.identity());
        return Stream.concat(ofFiles(), DataChecks.sorted(ofData).stream()).toList();
    }

    /** Returns the number of findings, the first ones, that are about files left out. */
    public int leftOut() {
        return publication.faults().size() + questions.faults().size();
    }

    /** Returns an error for each severity that is set for a rule or check that there is not. */
    private Stream<Finding> unknownSettings(Rules rules) {
        return publication.settings().severities().keySet().stream()
                .filter(name -> !DataChecks.NAMES.contains(name) && !rules.isNamed(name))
                .map(name -> Finding.error(SettingsFile.naming(publication.root(), name), Code.SETTING_RULE, name));
    }

    /** Returns the findings of files that cannot be parsed, and of questions. */
    public Stream<Finding> ofFiles() {
        return Stream.concat(publication.faults().stream(), questions.faults().stream())
                .map(Finding::of)
                .sorted();
    }
}
