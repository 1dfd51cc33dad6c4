package org.torchgraph.server.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.graph.Node;
import org.torchgraph.http.ProblemException;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.query.guard.VolatileFunctions;
import org.torchgraph.question.Question;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.question.Panel;
import org.torchgraph.site.question.QuestionResult;

/** The questions that are answered on the page of a thing: those with a panel for a class that the thing is in. */
public final class Panels {
    private final QueryService asking;

    public Panels(QueryService asking) {
        this.asking = asking;
    }

    /** By when a page that is asked for now has its panels. */
    public Deadline deadline() {
        return asking.deadline();
    }

    /** Whether one of them has another answer each time. */
    public boolean areVolatile(PublishedVersion edition, Node thing) {
        return questions(edition, thing).stream().anyMatch(question -> VolatileFunctions.areCalledBy(question.query()));
    }

    /**
     * Their answers, worked out side by side, so that a slow one takes no time from the others.
     *
     * @param end of {@link #deadline()}; a panel without an answer by then says why
     */
    public List<Panel> about(PublishedVersion edition, Node thing, Deadline end) {
        List<Callable<Panel>> panels = questions(edition, thing).stream()
                .<Callable<Panel>>map(question -> () -> panel(edition, question, thing, end))
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Panel> answered = new ArrayList<>();
            for (Future<Panel> panel : threads.invokeAll(panels)) {
                answered.add(panel.get());
            }
            return answered;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the panels were worked out", stopping);
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        }
    }

    private Panel panel(PublishedVersion edition, Question question, Node thing, Deadline end) {
        try {
            QueryRequest query = QueryService.request(edition, question, Map.of(Question.THIS, thing.getURI()));
            return new Panel(question, asking.read(edition, question, query, end));
        } catch (ProblemException failed) {
            return new Panel(
                    question, new QuestionResult.Refused(failed.problem().message()));
        }
    }

    private static List<Question> questions(PublishedVersion edition, Node thing) {
        return edition.questions().panels(edition.resources().classesOf(thing)).stream()
                .filter(question -> question.query().isSelectType())
                .toList();
    }
}
