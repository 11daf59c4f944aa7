package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.convergence.outreach.assembly.domain.Quorum.QuorumMeasure;
import org.convergence.outreach.assembly.domain.QuorumPolicy.SeatTotals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a quorum is reached, against a table computed by hand. */
class QuorumPolicyTest {

    @ParameterizedTest
    @CsvSource({
        // measure, numerator, denominator, more than, seats, held, organisations, present seats, present org., required
        "COUNT,        7, 1, false, 16, 14, 12,  7,  6, 7, true",
        "COUNT,        7, 1, false, 16, 14, 12,  6,  6, 7, false",
        "COUNT,        7, 1, false,  5,  5,  5,  5,  5, 7, false",
        "HELD_SEATS,   1, 2, true,  16, 14, 12,  8,  7, 8, true",
        "HELD_SEATS,   1, 2, true,  16, 14, 12,  7,  7, 8, false",
        "HELD_SEATS,   1, 2, true,  16, 15, 12,  8,  7, 8, true",
        "HELD_SEATS,   1, 2, false, 16, 15, 12,  8,  7, 8, true",
        "HELD_SEATS,   1, 2, false, 16, 14, 12,  7,  7, 7, true",
        "SEATS,        1, 2, true,  16, 14, 12,  8,  7, 9, false",
        "SEATS,        1, 2, true,  16, 14, 12,  9,  7, 9, true",
        "SEATS,        2, 3, false, 16, 16, 12, 10,  7, 11, false",
        "SEATS,        2, 3, false, 16, 16, 12, 11,  7, 11, true",
        "SEATS,        2, 3, false, 15, 15, 12, 10,  7, 10, true",
        "ORGANISATIONS, 1, 3, false, 60, 50, 40, 30, 13, 14, false",
        "ORGANISATIONS, 1, 3, false, 60, 50, 40, 14, 14, 14, true",
        "ORGANISATIONS, 1, 1, false, 60, 50, 40, 60, 39, 40, false",
        "HELD_SEATS,   1, 2, true,   0,  0,  0,  0,  0, 1, false",
        "SEATS,        1, 10, false, 4,  4,  4,  1,  1, 1, true",
    })
    void isReachedAsComputedByHand(
            QuorumMeasure measure,
            int numerator,
            int denominator,
            boolean moreThan,
            int seats,
            int held,
            int organisations,
            int present,
            int presentOrganisations,
            int required,
            boolean reached) {
        var found = QuorumPolicy.evaluate(
                new Quorum(measure, numerator, denominator, moreThan),
                new SeatTotals(seats, held, organisations),
                present,
                presentOrganisations);

        assertThat(found.required()).isEqualTo(required);
        assertThat(found.isReached()).isEqualTo(reached);
    }

    @Property
    void anArrivalNeverBreaksTheQuorum(
            @ForAll @IntRange(min = 1, max = 10) int numerator,
            @ForAll @IntRange(min = 0, max = 10) int rest,
            @ForAll boolean moreThan,
            @ForAll @IntRange(min = 0, max = 80) int seats,
            @ForAll @IntRange(min = 0, max = 80) int present) {
        var rule = new Quorum(QuorumMeasure.SEATS, numerator, numerator + rest, moreThan);
        var whole = new SeatTotals(seats, seats, seats);

        if (QuorumPolicy.evaluate(rule, whole, present, present).isReached()) {
            assertThat(QuorumPolicy.evaluate(rule, whole, present + 1, present + 1)
                            .isReached())
                    .isTrue();
        }
    }
}
