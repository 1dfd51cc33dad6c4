package org.torchgraph.server.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.torchgraph.http.EntityTag;
import org.torchgraph.http.Problem;
import org.torchgraph.http.ProblemException;
import org.torchgraph.messages.Code;
import org.torchgraph.query.Deadline;

class SingleFlightTest {
    private static final EntityTag TAG = EntityTag.of("a");

    private final ExecutorService askers = Executors.newCachedThreadPool();
    private final AtomicInteger runs = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final SingleFlight<String, Integer> flights = new SingleFlight<>(100, value -> 1);

    @AfterEach
    void stop() {
        mayEnd.countDown();
        askers.shutdownNow();
    }

    private static Deadline in(long seconds) {
        return Deadline.in(Duration.ofSeconds(seconds));
    }

    private int run() {
        int run = runs.incrementAndGet();
        begun.countDown();
        try {
            mayEnd.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return run;
    }

    private <T> List<Future<T>> ask(int times, Callable<T> asking) throws InterruptedException {
        List<Future<T>> asked = new ArrayList<>();
        asked.add(askers.submit(asking));
        begun.await();
        for (int i = 1; i < times; i++) {
            asked.add(askers.submit(asking));
        }
        return asked;
    }

    @Test
    void what_is_asked_at_once_is_worked_out_once() throws Exception {
        List<Future<Integer>> asked = ask(20, () -> flights.get("a", in(60), this::run));
        assertThat(flights.get("b", in(60), () -> 7)).isEqualTo(7);
        mayEnd.countDown();
        for (Future<Integer> one : asked) {
            assertThat(one.get()).isEqualTo(1);
        }
        assertThat(flights.get("a", in(60), this::run)).isEqualTo(1);
    }

    @Test
    void a_failure_is_everybodys_and_is_not_kept() throws Exception {
        List<Future<Integer>> asked = ask(
                8,
                () -> flights.get("a", in(60), () -> {
                    run();
                    throw new IllegalArgumentException("wrong");
                }));
        Thread.sleep(200);
        mayEnd.countDown();
        for (Future<Integer> one : asked) {
            assertThatThrownBy(one::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(IllegalArgumentException.class);
        }
        assertThat(flights.get("a", in(60), () -> 3)).isEqualTo(3);
    }

    @Test
    void whoever_has_time_left_tries_again_when_the_other_ran_out_of_it() throws Exception {
        Future<Integer> first = askers.submit(() -> flights.get("a", in(60), () -> {
            run();
            throw Problem.of(Problem.ProblemKind.OUT_OF_TIME, Code.ANSWER_LATE).exception();
        }));
        begun.await();
        Future<Integer> second = askers.submit(() -> flights.get("a", in(60), () -> 5));
        Thread.sleep(200);
        mayEnd.countDown();
        assertThatThrownBy(first::get).hasCauseInstanceOf(ProblemException.class);
        assertThat(second.get()).isEqualTo(5);
    }

    @Test
    void whoever_has_no_time_left_is_refused_while_the_other_goes_on() throws Exception {
        List<Future<Integer>> first = ask(1, () -> flights.get("a", in(60), this::run));
        assertThatThrownBy(() -> flights.get("a", Deadline.in(Duration.ofMillis(50)), this::run))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().kind()).isEqualTo(Problem.ProblemKind.OUT_OF_TIME));
        mayEnd.countDown();
        assertThat(first.get(0).get()).isEqualTo(1);
        assertThat(runs).hasValue(1);
    }

    @Test
    void a_long_content_is_sent_to_all_and_closed_after_the_last() throws Exception {
        ReplyCache cache = new ReplyCache(Duration.ofSeconds(60));
        Spooled spooled = new Spooled();
        List<Future<Content>> asked = ask(
                5,
                () -> cache.get(TAG, () -> {
                    run();
                    return spooled;
                }));
        Thread.sleep(200);
        mayEnd.countDown();
        for (Future<Content> one : asked) {
            assertThat(spooled.users).as("not closed before all have it").hasPositiveValue();
            one.get();
        }
        assertThat(runs).hasValue(1);
        for (Future<Content> one : asked) {
            assertThat(spooled.users).hasPositiveValue();
            one.get().close();
        }
        assertThat(spooled.users).hasValue(0);
        cache.get(TAG, () -> Content.of(new byte[] {1}));
        assertThat(runs).as("a long content is not kept").hasValue(1);
    }

    @Test
    void what_is_not_complete_is_not_kept() {
        ReplyCache cache = new ReplyCache(Duration.ofSeconds(60));
        assertThat(cache.get(TAG, () -> Content.of(new byte[1], java.util.Map.of(), List.of(), false))
                        .length())
                .isEqualTo(1);
        assertThat(cache.get(TAG, () -> Content.of(new byte[2])).length()).isEqualTo(2);
        assertThat(cache.get(TAG, () -> Content.of(new byte[3])).length()).isEqualTo(2);
    }

    /** As long as what lies in a temporary file. */
    private static final class Spooled implements Content {
        private final AtomicInteger users = new AtomicInteger(1);

        @Override
        public long length() {
            return 2L << 20;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            throw new IOException("not sent here");
        }

        @Override
        public boolean hold() {
            return users.updateAndGet(count -> count == 0 ? 0 : count + 1) > 0;
        }

        @Override
        public void close() {
            users.decrementAndGet();
        }
    }
}
