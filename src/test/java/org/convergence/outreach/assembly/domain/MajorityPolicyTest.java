package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.convergence.outreach.assembly.domain.MajorityPolicy.VoteCount;
import org.convergence.platform.database.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a vote carries, against a table computed by hand. */
class MajorityPolicyTest {

    @ParameterizedTest
    @CsvSource({
        // numerator, denominator, more than, of present, for, against, abstentions, present
        "1, 2, true,  false,  6,  5, 3, 14, true",
        "1, 2, true,  false,  5,  5, 4, 14, false",
        "1, 2, true,  false,  1,  0, 13, 14, true",
        "1, 2, true,  false,  0,  0, 14, 14, false",
        "1, 2, true,  true,   7,  0, 7, 14, false",
        "1, 2, true,  true,   8,  6, 0, 14, true",
        "2, 3, false, false,  8,  4, 2, 14, true",
        "2, 3, false, false,  7,  4, 3, 14, false",
        "2, 3, false, false, 10,  5, 0, 15, true",
        "2, 3, false, true,   9,  2, 3, 14, false",
        "2, 3, false, true,  10,  2, 2, 14, true",
        "4, 5, false, false,  8,  2, 4, 14, true",
        "4, 5, false, false, 11,  3, 0, 14, false",
        "1, 1, false, false, 14,  0, 0, 14, true",
        "1, 1, false, false, 13,  0, 1, 14, true",
        "1, 1, false, true,  13,  0, 1, 14, false",
    })
    void carriesAsComputedByHand(
            int numerator,
            int denominator,
            boolean moreThan,
            boolean ofPresent,
            int inFavour,
            int against,
            int abstentions,
            int present,
            boolean carries) {
        var rule = new Majority("Objet", numerator, denominator, moreThan, ofPresent);

        assertThat(MajorityPolicy.carries(rule, new VoteCount(inFavour, against, abstentions, present)))
                .isEqualTo(carries);
    }

    @Test
    void refusesMoreVotesThanRepresentedSeats() {
        MajorityPolicy.requirePossible(new VoteCount(8, 4, 2, 14));
        assertThatThrownBy(() -> MajorityPolicy.requirePossible(new VoteCount(8, 5, 2, 14)))
                .isInstanceOf(Refused.class);
    }
}
