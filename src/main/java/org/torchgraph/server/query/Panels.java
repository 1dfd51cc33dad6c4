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
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.query.Deadline;
import org.torchgraph.query.QueryRequest;
import org.torchgraph.question.Question;
import org.torchgraph.server.version.PublishedVersion;
import org.torchgraph.site.question.Panel;
import org.torchgraph.site.question.QuestionResult;

/** Runs the questions on the page of a thing: those with a panel for a class of the thing. */
public final class Panels {
    private final QueryService queryService;

    public Panels(QueryService queryService) {
        this.queryService = queryService;
    }

    /** Returns the deadline for the panels of a page that is requested now. */
    public Deadline deadline() {
        return queryService.deadline();
    }

    /** Returns whether the result of a panel changes with each run. */
    public boolean areVolatile(PublishedVersion version, Node thing) {
        // Most publications have none, so that nothing has to be read of the thing.
        return version.questions().all().stream().anyMatch(Question::isVolatile)
                && questions(version, thing).stream().anyMatch(Question::isVolatile);
    }

    /** Returns whether a thing has panels. */
    public boolean areAbout(PublishedVersion version, Node thing) {
        return !questions(version, thing).isEmpty();
    }

    /**
     * Runs the panels in parallel, so that a slow one does not delay the others.
     *
     * @param end the value of {@link #deadline()}; a panel without a result by then shows the reason
     * @throws ProblemException if the store is gone, which is no matter of one panel
     */
    public List<Panel> about(PublishedVersion version, Node thing, Deadline end) {
        List<Callable<Panel>> panels = questions(version, thing).stream()
                .<Callable<Panel>>map(question -> () -> panel(version, question, thing, end))
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
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof ProblemException gone
                    ? gone
                    : new IllegalStateException(failed.getCause());
        }
    }

    private Panel panel(PublishedVersion version, Question question, Node thing, Deadline end) {
        try {
            QueryRequest query = QueryService.request(version, question, Map.of(Question.THIS, thing.getURI()))
                    .forPage();
            return new Panel(question, thing, queryService.read(version, question, query, end));
        } catch (ProblemException failed) {
            if (failed.problem().kind() == Problem.ProblemKind.STORE_UNREACHED) {
                throw failed;
            }
            return new Panel(
                    question, thing, new QuestionResult.Refused(failed.problem().message()));
        }
    }

    /** Returns the questions with a panel for a class of a thing. */
    public static List<Question> questions(PublishedVersion version, Node thing) {
        return version.questions().panels(version.resources().classesOf(thing)).stream()
                .filter(question -> question.query().isSelectType())
                .toList();
    }
}
