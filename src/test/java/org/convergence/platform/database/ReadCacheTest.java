package org.convergence.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class ReadCacheTest {

    private final List<Collection<Integer>> asked = new ArrayList<>();

    private record Square(int value) {}

    @BeforeEach
    void beginReadOnlyTransaction() {
        TransactionSynchronizationManager.initSynchronization();
        TransactionSynchronizationManager.setCurrentTransactionReadOnly(true);
    }

    @AfterEach
    void endTransaction() {
        TransactionSynchronizationManager.clear();
    }

    @Test
    void readsEachIdOnceAndMissingOnesTogether() {
        assertThat(squares(List.of(3, 1))).containsExactly(Map.entry(3, new Square(9)), Map.entry(1, new Square(1)));
        assertThat(squares(List.of(1, 2, 3, 4)).keySet()).containsExactly(1, 2, 3, 4);
        assertThat(squares(List.of(2)).keySet()).containsExactly(2);
        assertThat(asked).extracting(List::copyOf).containsExactly(List.of(3, 1), List.of(2, 4));
    }

    @Test
    void keepsNothingWhereRowsMayChange() {
        TransactionSynchronizationManager.setCurrentTransactionReadOnly(false);
        squares(List.of(1));
        squares(List.of(1));
        assertThat(asked).hasSize(2);
    }

    @Test
    void keepsNothingWithoutTransaction() {
        TransactionSynchronizationManager.clear();
        assertThat(ReadCache.get(Square.class, () -> new Square(1))).isNotEqualTo(new Square(2));
        assertThat(ReadCache.get(Square.class, () -> new Square(2))).isEqualTo(new Square(2));
    }

    @Test
    void keepsOneValueOfType() {
        assertThat(ReadCache.get(Square.class, () -> new Square(1))).isEqualTo(new Square(1));
        assertThat(ReadCache.get(Square.class, () -> new Square(2))).isEqualTo(new Square(1));
    }

    private Map<Integer, Square> squares(List<Integer> roots) {
        return ReadCache.getAll(Square.class, roots, missing -> {
            asked.add(missing);
            return missing.stream().collect(Collectors.toMap(Function.identity(), root -> new Square(root * root)));
        });
    }
}
