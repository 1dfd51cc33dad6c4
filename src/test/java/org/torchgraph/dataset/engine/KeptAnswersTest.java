package org.torchgraph.dataset.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeptAnswersTest {
    private final KeptAnswers<Integer, String> answers = new KeptAnswers<>();

    @Test
    void who_asks_for_something_else_does_not_wait_and_who_asks_for_the_same_does() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch slow = new CountDownLatch(1);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(
                () -> answers.get(0, key -> {
                    asked.countDown();
                    await(slow);
                    return "slow";
                }),
                task -> Thread.ofVirtual().start(task));
        asked.await();
        // More keys than a map has places for, so that one of them shares that of the first.
        for (int key = 1; key < 1000; key++) {
            assertThat(answers.get(key, Object::toString)).isEqualTo(Integer.toString(key));
        }
        assertThat(answers.known(0)).isEmpty();
        CompletableFuture<String> second =
                CompletableFuture.supplyAsync(() -> answers.get(0, key -> "asked again"), task -> Thread.ofVirtual()
                        .start(task));
        slow.countDown();
        assertThat(first.join()).isEqualTo("slow");
        assertThat(second.join()).isEqualTo("slow");
        assertThat(answers.known(0)).contains("slow");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    @Test
    void a_failure_is_not_kept_and_an_answer_is() {
        AtomicInteger times = new AtomicInteger();
        assertThatThrownBy(() -> answers.get(1, key -> {
                    times.incrementAndGet();
                    throw new IllegalStateException("silent");
                }))
                .hasMessage("silent");
        for (int again = 0; again < 2; again++) {
            assertThat(answers.get(1, key -> "answer " + times.incrementAndGet()))
                    .isEqualTo("answer 2");
        }
    }

    @Test
    void what_another_has_told_is_not_asked_for() {
        answers.tell(1, "told");
        assertThat(answers.get(1, key -> "asked")).isEqualTo("told");
    }
}
