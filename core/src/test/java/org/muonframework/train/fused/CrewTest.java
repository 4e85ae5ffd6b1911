package org.muonframework.train.fused;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CrewTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void doesEachShareOnceInEachOfManyJobs(int size) {
        AtomicIntegerArray done = new AtomicIntegerArray(size);
        try (Crew crew = new Crew(size)) {
            for (int job = 1; job <= 10_000; job++) {
                crew.run(done::incrementAndGet);
                for (int member = 0; member < size; member++) {
                    assertThat(done.get(member)).isEqualTo(job);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void letsNobodyPassAWaitBeforeAllHaveCome(int size) {
        AtomicInteger come = new AtomicInteger();
        AtomicInteger early = new AtomicInteger();
        try (Crew crew = new Crew(size)) {
            crew.run(member -> {
                for (int wait = 1; wait <= 500; wait++) {
                    come.incrementAndGet();
                    crew.await();
                    if (come.get() < wait * size) {
                        early.incrementAndGet();
                    }
                    crew.await();
                }
            });
        }
        assertThat(early.get()).isZero();
        assertThat(come.get()).isEqualTo(500 * size);
    }

    @Test
    void showsAllMembersWhatOthersWroteBeforeAWait() {
        int[] plain = new int[3];
        AtomicInteger wrong = new AtomicInteger();
        try (Crew crew = new Crew(3)) {
            for (int job = 1; job <= 1000; job++) {
                int value = job;
                crew.run(member -> {
                    plain[member] = value;
                    crew.await();
                    if (plain[0] != value || plain[1] != value || plain[2] != value) {
                        wrong.incrementAndGet();
                    }
                });
            }
        }
        assertThat(wrong.get()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void endsAJobForAllWithTheFailureOfOne(int failing) {
        try (Crew crew = new Crew(5)) {
            assertThatThrownBy(() -> crew.run(member -> {
                        if (member == failing) {
                            throw new IllegalStateException("of " + failing);
                        }
                        crew.await();
                        crew.await();
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("of " + failing);
        }
    }

    @Test
    void passesAnErrorOn() {
        try (Crew crew = new Crew(2)) {
            assertThatThrownBy(() -> crew.run(member -> {
                        if (member == 1) {
                            throw new StackOverflowError("deep");
                        }
                    }))
                    .isInstanceOf(StackOverflowError.class)
                    .hasMessage("deep");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void passesACheckedExceptionOnThatNobodyDeclares(int failing) {
        try (Crew crew = new Crew(2)) {
            assertThatThrownBy(() -> crew.run(member -> {
                        if (member == failing) {
                            throwUndeclared(new IOException("of a plugin"));
                        }
                        crew.await();
                    }))
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("of a plugin");
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void throwUndeclared(Throwable problem) throws E {
        throw (E) problem;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void tellsOfAFailureWhenNobodyWorksAnyMore(int failing) {
        AtomicInteger ended = new AtomicInteger();
        try (Crew crew = new Crew(3)) {
            assertThatThrownBy(() -> crew.run(member -> {
                        if (member == failing) {
                            throw new IllegalStateException("early");
                        }
                        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
                        ended.incrementAndGet();
                        crew.await();
                    }))
                    .hasMessage("early");
            assertThat(ended.get()).isEqualTo(2);
        }
    }

    @Test
    void doesNoFurtherJobAfterAFailure() {
        AtomicInteger begun = new AtomicInteger();
        try (Crew crew = new Crew(2)) {
            assertThatThrownBy(() -> crew.run(member -> {
                        throw new IllegalStateException("first");
                    }))
                    .hasMessage("first");
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> crew.run(member -> begun.incrementAndGet()))
                        .hasMessage("first");
            }
        }
        assertThat(begun.get()).isZero();
    }

    @Test
    void doesNoJobAfterItIsClosed() {
        Crew crew = new Crew(2);
        crew.close();

        assertThatThrownBy(() -> crew.run(member -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sleepsBetweenJobs() {
        try (Crew crew = new Crew(3)) {
            crew.run(member -> {});
            waitFor(() -> members().allMatch(thread -> thread.getState() == Thread.State.WAITING));
            long before = processorTime();
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            long used = processorTime() - before;

            assertThat(used).isLessThan(TimeUnit.MILLISECONDS.toNanos(50));

            AtomicInteger woken = new AtomicInteger();
            crew.run(member -> woken.incrementAndGet());
            assertThat(woken.get()).isEqualTo(3);
        }
    }

    @Test
    void endsItsThreads() {
        Crew crew = new Crew(4);
        crew.run(member -> {});
        crew.close();

        waitFor(() -> members().findAny().isEmpty());
    }

    private static long processorTime() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return members()
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getId()))
                .sum();
    }

    private static Stream<Thread> members() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("training-"));
    }

    private static void waitFor(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
