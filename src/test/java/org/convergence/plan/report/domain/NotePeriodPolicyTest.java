package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class NotePeriodPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final LocalDate BEGUN = LocalDate.of(2026, 4, 1);
    private static final LocalDate ENDED = LocalDate.of(2027, 3, 31);

    @Test
    void aNoteBeginsTheDayAfterThePreviousOne() {
        var period = NotePeriodPolicy.period(LocalDate.of(2026, 10, 2), LocalDate.of(2026, 10, 7), BEGUN, ENDED, TODAY);
        assertThat(period.from()).isEqualTo("2026-10-03");
        assertThat(period.to()).isEqualTo("2026-11-25");
    }

    @Test
    void theFirstNoteBeginsWithTheLastMeetingOfTheBoard() {
        assertThat(NotePeriodPolicy.period(null, LocalDate.of(2026, 10, 7), BEGUN, ENDED, TODAY)
                        .from())
                .isEqualTo("2026-10-07");
    }

    @Test
    void withoutAMeetingItBeginsWithThePlanAndNeverBefore() {
        assertThat(NotePeriodPolicy.period(null, null, BEGUN, ENDED, TODAY).from())
                .isEqualTo(BEGUN);
        assertThat(NotePeriodPolicy.period(null, BEGUN.minusDays(20), BEGUN, ENDED, TODAY)
                        .from())
                .isEqualTo(BEGUN);
        assertThat(NotePeriodPolicy.period(null, null, null, null, TODAY).from())
                .isEqualTo("2026-08-25");
    }

    @Test
    void aSecondNoteOnTheSameDayTellsNoDayTwice() {
        var period = NotePeriodPolicy.period(TODAY, null, BEGUN, ENDED, TODAY);
        assertThat(period.from()).isEqualTo(TODAY.plusDays(1));
        assertThat(period.to()).as("for the person to choose").isNull();
    }

    @Test
    void anEndedPlanIsCoveredToItsLastDayAndWholeWithoutEarlierNote() {
        LocalDate last = LocalDate.of(2026, 6, 30);
        assertThat(NotePeriodPolicy.period(null, LocalDate.of(2026, 10, 7), BEGUN, last, TODAY))
                .isEqualTo(new NextReportPeriods.ReportPeriod(BEGUN, last));
        assertThat(NotePeriodPolicy.period(LocalDate.of(2026, 5, 2), null, BEGUN, last, TODAY))
                .isEqualTo(new NextReportPeriods.ReportPeriod(LocalDate.of(2026, 5, 3), last));
        assertThat(NotePeriodPolicy.period(last, null, BEGUN, last, TODAY))
                .isEqualTo(new NextReportPeriods.ReportPeriod(last, last));
    }

    @Test
    void aFuturePlanIsCoveredWhole() {
        LocalDate next = LocalDate.of(2027, 4, 1);
        LocalDate end = LocalDate.of(2028, 3, 31);
        assertThat(NotePeriodPolicy.period(null, LocalDate.of(2026, 10, 7), next, end, TODAY))
                .isEqualTo(new NextReportPeriods.ReportPeriod(next, end));
    }
}
