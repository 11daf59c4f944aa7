package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NotePolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final LocalDate BEGUN = LocalDate.of(2026, 4, 1);

    @Test
    void aNoteBeginsTheDayAfterTheLastOneSoThatNoDayIsToldTwice() {
        var period = NotePolicy.period(LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 7), BEGUN, TODAY);
        assertThat(period.from()).isEqualTo("2026-10-03");
        assertThat(period.to()).isEqualTo("2026-11-25");
    }

    @Test
    void theFirstNoteBeginsWithTheLastMeetingOfTheBoard() {
        assertThat(NotePolicy.period(null, LocalDate.of(2026, 10, 7), BEGUN, TODAY)
                        .from())
                .isEqualTo("2026-10-07");
    }

    @Test
    void withoutAMeetingItBeginsWithThePlanAndNeverBefore() {
        assertThat(NotePolicy.period(null, null, BEGUN, TODAY).from()).isEqualTo(BEGUN);
        assertThat(NotePolicy.period(null, BEGUN.minusDays(20), BEGUN, TODAY).from())
                .isEqualTo(BEGUN);
        assertThat(NotePolicy.period(null, null, null, TODAY).from()).isEqualTo("2026-08-25");
    }

    @Test
    void aSecondNoteOnTheSameDayTellsThatDay() {
        var period = NotePolicy.period(TODAY, null, BEGUN, TODAY);
        assertThat(period.from()).isEqualTo(TODAY);
        assertThat(period.to()).isEqualTo(TODAY);
    }
}
