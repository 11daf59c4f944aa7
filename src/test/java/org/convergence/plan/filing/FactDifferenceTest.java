package org.convergence.plan.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.filing.FactDifference.DifferenceKind;
import org.convergence.platform.database.Ids;
import org.junit.jupiter.api.Test;

/** Filed facts are compared with those of today. */
class FactDifferenceTest {

    private record AmountFact(UUID id, int amount) implements FiledFact<AmountFact> {

        AmountFact(int amount) {
            this(Ids.next(), amount);
        }

        @Override
        public boolean tellsTheSame(AmountFact other) {
            return amount == other.amount;
        }
    }

    private final AmountFact same = new AmountFact(1);
    private final AmountFact changed = new AmountFact(2);
    private final AmountFact moved = new AmountFact(3);
    private final AmountFact gone = new AmountFact(4);

    @Test
    void tellsWhatWasChangedMovedWithdrawnAndAdded() {
        AmountFact changedNow = new AmountFact(changed.id(), 20);
        AmountFact added = new AmountFact(5);
        assertThat(FactDifference.compare(
                        List.of(same, changed, moved, gone), List.of(added, changedNow, same), missing -> {
                            assertThat(missing).containsExactly(moved, gone);
                            return List.of(moved);
                        }))
                .containsExactly(
                        new FactDifference<>(DifferenceKind.CHANGED, changed, changedNow),
                        new FactDifference<>(DifferenceKind.CHANGED, moved, moved),
                        new FactDifference<>(DifferenceKind.WITHDRAWN, gone, null),
                        new FactDifference<>(DifferenceKind.ADDED, null, added));
    }

    @Test
    void showsTheLatestVersion() {
        AmountFact now = new AmountFact(changed.id(), 20);
        assertThat(new FactDifference<>(DifferenceKind.CHANGED, changed, now).shown())
                .isSameAs(now);
        assertThat(FactDifference.redacted(gone).shown()).isSameAs(gone);
    }
}
