package org.torchgraph.question;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.torchgraph.publication.Fault;
import org.torchgraph.publication.Publication;
import org.torchgraph.publication.QueryFile;

/**
 * The questions of a publication.
 *
 * @param all the questions by name
 * @param comparison the built-in question that compares things of any class, which no list has
 * @param faults the errors in query files, by position
 */
public record Questions(List<Question> all, Question comparison, List<Fault> faults) {
    private static final List<String> BUILT_IN = List.of("things");
    private static final String COMPARISON = "comparison";

    /** Reads the publication's questions and adds the built-in ones whose names it does not use. */
    public static Questions of(Publication publication) {
        List<Question> all = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        List<QueryFile> files = new ArrayList<>(publication.queries());
        BUILT_IN.stream()
                .filter(name -> files.stream().noneMatch(file -> file.name().equals(name)))
                .map(Questions::builtIn)
                .forEach(files::add);
        for (ReadQuestion read :
                files.parallelStream().map(file -> read(publication, file)).toList()) {
            read.question().ifPresent(all::add);
            faults.addAll(read.faults());
        }
        all.sort(Comparator.comparing(Question::name));
        faults.sort(Comparator.comparing(Fault::place));
        Question comparison =
                new QuestionReader(publication, builtIn(COMPARISON)).read().orElseThrow();
        return new Questions(List.copyOf(all), comparison, List.copyOf(faults));
    }

    private record ReadQuestion(Optional<Question> question, List<Fault> faults) {}

    private static ReadQuestion read(Publication publication, QueryFile file) {
        QuestionReader reader = new QuestionReader(publication, file);
        Optional<Question> question = reader.read();
        return new ReadQuestion(question, reader.faults());
    }

    private static QueryFile builtIn(String name) {
        String file = name + ".rq";
        try (InputStream text = Questions.class.getResourceAsStream(file)) {
            return new QueryFile(name, file, new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Returns the question with a name. */
    public Optional<Question> named(String name) {
        return all.stream().filter(question -> question.name().equals(name)).findFirst();
    }

    /**
     * Returns the question that compares things.
     *
     * @param classes the IRIs of the classes that all of them have
     */
    public Question comparing(Set<String> classes) {
        return all.stream()
                .filter(question ->
                        question.compares().filter(classes::contains).isPresent())
                .findFirst()
                .orElse(comparison);
    }

    /**
     * Returns the questions to show on the page of a thing, by rank and name.
     *
     * @param classes the IRIs of the classes of the thing
     */
    public List<Question> panels(Set<String> classes) {
        return all.stream()
                .filter(question -> question.panel().filter(classes::contains).isPresent())
                .sorted(Comparator.comparingInt(Question::rank))
                .toList();
    }
}
