package org.convergence.resources.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.resources.membership.HeadcountId;
import org.convergence.resources.membership.HeadcountStatus;
import org.junit.jupiter.api.Test;

/** Which headcount counts on a day. */
class HeadcountPolicyTest {

    private static final LocalDate REFERENCE = LocalDate.of(2025, 12, 31);
    private static final OrganisationId UNION = new OrganisationId(new UUID(0, 1));

    private int entered = 0;

    @Test
    void usesTheLatestDayUntilTheReferenceDate() {
        assertThat(used(
                        said(LocalDate.of(2024, 12, 31), 410, HeadcountStatus.CONFIRMED),
                        said(LocalDate.of(2025, 10, 1), 420, HeadcountStatus.ESTIMATED),
                        said(LocalDate.of(2026, 1, 1), 900, HeadcountStatus.CONFIRMED)))
                .isEqualTo(420);
        assertThat(used(said(REFERENCE, 430, HeadcountStatus.DECLARED))).isEqualTo(430);
    }

    @Test
    void usesTheMostCertainThenTheLastRecordedOfOneDay() {
        assertThat(used(
                        said(REFERENCE, 400, HeadcountStatus.CONFIRMED),
                        said(REFERENCE, 500, HeadcountStatus.DECLARED),
                        said(REFERENCE, 600, HeadcountStatus.ESTIMATED)))
                .isEqualTo(400);
        assertThat(used(said(REFERENCE, 500, HeadcountStatus.DECLARED), said(REFERENCE, 510, HeadcountStatus.DECLARED)))
                .isEqualTo(510);
    }

    @Test
    void ignoresWithdrawnHeadcounts() {
        Headcount taken = said(REFERENCE, 400, HeadcountStatus.CONFIRMED);
        assertThat(HeadcountPolicy.effectiveOn(
                        REFERENCE,
                        List.of(new Headcount(taken.id(), taken.facts(), taken.recordedAt(), true, false, null))))
                .isEmpty();
        assertThat(HeadcountPolicy.effectiveOn(REFERENCE, List.of())).isEmpty();
    }

    @Test
    void carriesOverAHeadcountOfAYearAgo() {
        assertThat(carried(LocalDate.of(2025, 1, 1))).isFalse();
        assertThat(carried(LocalDate.of(2024, 12, 31)))
                .as("last year's headcount")
                .isTrue();
    }

    private boolean carried(LocalDate day) {
        return HeadcountPolicy.effectiveOn(REFERENCE, List.of(said(day, 10, HeadcountStatus.DECLARED)))
                .orElseThrow()
                .carriedOver();
    }

    private static int used(Headcount... said) {
        return HeadcountPolicy.effectiveOn(REFERENCE, List.of(said))
                .orElseThrow()
                .headcount()
                .facts()
                .number();
    }

    private Headcount said(LocalDate day, int number, HeadcountStatus status) {
        entered++;
        return new Headcount(
                new HeadcountId(new UUID(0, entered)),
                new HeadcountFacts(UNION, day, number, status, null, null),
                Instant.EPOCH.plusSeconds(entered),
                false,
                status == HeadcountStatus.CONFIRMED,
                null);
    }
}
