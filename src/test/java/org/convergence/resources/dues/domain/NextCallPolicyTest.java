package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.domain.NextCallPolicy.CallDates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The proposed dates of the next call. */
class NextCallPolicyTest {

    private static final LocalDate YEAR = LocalDate.of(2026, 7, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final CallDates THIS_YEAR =
            new CallDates(LocalDate.of(2025, 12, 31), LocalDate.of(2027, 1, 27), YEAR, LocalDate.of(2027, 6, 30));

    @Test
    void firstCallCoversCurrentYear() {
        assertThat(NextCallPolicy.propose(null, YEAR, TODAY)).isEqualTo(THIS_YEAR);
    }

    @Test
    void proposesCurrentYearIfNotCalledYet() {
        assertThat(NextCallPolicy.propose(call(YEAR.minusYears(1)), YEAR, TODAY))
                .isEqualTo(THIS_YEAR);
        assertThat(NextCallPolicy.propose(call(null), YEAR, TODAY)).isEqualTo(THIS_YEAR);
    }

    @Test
    void proposesYearAfterLastCall() {
        assertThat(NextCallPolicy.propose(call(YEAR), YEAR, TODAY))
                .isEqualTo(new CallDates(
                        LocalDate.of(2026, 12, 31),
                        LocalDate.of(2027, 10, 19),
                        LocalDate.of(2027, 7, 1),
                        LocalDate.of(2028, 6, 30)));
    }

    @Test
    void keepsOwnYearStartAndMinimumTimeToPay() {
        assertThat(NextCallPolicy.propose(call(LocalDate.of(2026, 1, 1)), YEAR, LocalDate.of(2027, 9, 30)))
                .isEqualTo(new CallDates(
                        LocalDate.of(2026, 12, 31),
                        LocalDate.of(2027, 11, 29),
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 12, 31)));
    }

    private static CallFacts call(@Nullable LocalDate from) {
        return new CallFacts(
                CallKind.ANNUAL,
                "Cotisation",
                LocalDate.of(2025, 12, 31),
                LocalDate.of(2026, 10, 19),
                from,
                from == null ? null : from.plusYears(1).minusDays(1),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                false);
    }
}
