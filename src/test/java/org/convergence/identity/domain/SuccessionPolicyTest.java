package org.convergence.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuccessionPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void roleWithoutHolderIsVacantToday() {
        assertThat(SuccessionPolicy.firstGap(List.of(), TODAY)).isEqualTo(TODAY);
        assertThat(SuccessionPolicy.firstGap(List.of(held(TODAY.plusDays(1), null)), TODAY))
                .isEqualTo(TODAY);
    }

    @Test
    void roleWithoutEndNeverLapses() {
        assertThat(SuccessionPolicy.firstGap(List.of(held(TODAY, null)), TODAY)).isEqualTo(LocalDate.MAX);
    }

    @Test
    void successorOfTheNextDayLeavesNoGap() {
        LocalDate spring = LocalDate.of(2027, 3, 31);
        LocalDate summer = LocalDate.of(2027, 6, 30);
        assertThat(SuccessionPolicy.firstGap(
                        List.of(held(spring.plusDays(1), summer), held(TODAY.minusYears(1), spring)), TODAY))
                .isEqualTo(summer.plusDays(1));
        assertThat(SuccessionPolicy.firstGap(List.of(held(TODAY, spring), held(spring.plusDays(2), null)), TODAY))
                .isEqualTo(spring.plusDays(1));
    }

    private static RoleGrant held(LocalDate from, @Nullable LocalDate until) {
        return RoleGrant.create(UUID.randomUUID(), UUID.randomUUID(), Role.COORDINATOR, from, until);
    }
}
