package org.convergence.platform.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that share the folder of the keys, each with objects of its own. */
class SharedKeysTest {

    private static final int NODES = 8;

    @TempDir
    Path place;

    @Test
    void concurrentNodesCreateOneKeyRing() {
        List<KeyRing> rings = together(node -> folder().open());
        assertThat(rings)
                .allMatch(ring -> ring.index().equalsKeyset(rings.get(0).index()));
    }

    @Test
    void concurrentNodesLoseNoLine() {
        together(node -> {
            new ErasureRegister(folder()).put("sealed", "line " + node, Map.of());
            return node;
        });
        assertThat(new ErasureRegister(folder()).findEntries("sealed")).hasSize(NODES);
    }

    private KeyFolder folder() {
        return new KeyFolder(place.resolve("keys"));
    }

    private static <T> List<T> together(IntFunction<T> work) {
        var start = new CyclicBarrier(NODES);
        ExecutorService threads = Executors.newFixedThreadPool(NODES);
        try {
            List<CompletableFuture<T>> begun = IntStream.range(0, NODES)
                    .mapToObj(node -> CompletableFuture.supplyAsync(
                            () -> {
                                await(start);
                                return work.apply(node);
                            },
                            threads))
                    .toList();
            return begun.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | java.util.concurrent.BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
