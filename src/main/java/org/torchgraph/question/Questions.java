package org.torchgraph.question;

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
 * @param all by name
 * @param faults why other query files are not among them, by place
 */
public record Questions(List<Question> all, List<Fault> faults) {

    public static Questions of(Publication publication) {
        List<Question> all = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (QueryFile file : publication.queries()) {
            QuestionReader reader = new QuestionReader(publication, file);
            reader.read().ifPresent(all::add);
            faults.addAll(reader.faults());
        }
        all.sort(Comparator.comparing(Question::name));
        faults.sort(Comparator.comparing(Fault::place));
        return new Questions(List.copyOf(all), List.copyOf(faults));
    }

    public Optional<Question> named(String name) {
        return all.stream().filter(question -> question.name().equals(name)).findFirst();
    }

    /**
     * The questions to show on the page of a thing.
     *
     * @param classes IRIs of the classes the thing is in
     */
    public List<Question> panels(Set<String> classes) {
        return all.stream()
                .filter(question -> question.panel().filter(classes::contains).isPresent())
                .toList();
    }
}
