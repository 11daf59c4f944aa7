package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.convergence.outreach.assembly.domain.MeetingRhythmPolicy.UsualDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The usual day of a body (R-GOV-3). */
class MeetingRhythmPolicyTest {

    @ParameterizedTest
    @CsvSource({"2027-01-01, 2027-01-27", "2027-01-27, 2027-01-27", "2027-01-28, 2028-01-26", "2025-12-31, 2026-01-28"})
    void theLawTakesTheFourthWednesdayOfJanuary(LocalDate today, LocalDate assembly) {
        assertThat(MeetingRhythmPolicy.findLegalAssembly(today)).isEqualTo(assembly);
    }

    @Test
    void proposesTheNextFourthWednesday() {
        assertThat(next("2027-01-27", "2026-12-23", "2026-11-25"))
                .contains(new UsualDay(4, DayOfWeek.WEDNESDAY, LocalDate.of(2027, 2, 24)));
        assertThat(next("2027-01-27", "2026-11-25", "2026-09-23"))
                .as("every second month")
                .contains(new UsualDay(4, DayOfWeek.WEDNESDAY, LocalDate.of(2027, 3, 24)));
    }

    @Test
    void skipsMonthsThatLackTheDayOrAreOver() {
        assertThat(next("2026-12-31", "2026-10-29", "2026-07-30"))
                .as("a fifth Thursday is in few months")
                .contains(new UsualDay(5, DayOfWeek.THURSDAY, LocalDate.of(2027, 4, 29)));
        assertThat(next("2026-03-25", "2026-02-25", "2026-01-28"))
                .as("a long pause")
                .contains(new UsualDay(4, DayOfWeek.WEDNESDAY, LocalDate.of(2027, 2, 24)));
    }

    @Test
    void seesNoRhythmInTwoMeetingsOrOnOtherDays() {
        assertThat(next("2027-01-27", "2026-12-23")).isEmpty();
        assertThat(next("2027-01-27", "2026-12-23", "2026-11-18")).isEmpty();
        assertThat(next("2027-01-27", "2026-12-22", "2026-11-25")).isEmpty();
    }

    private static Optional<UsualDay> next(String... last) {
        return MeetingRhythmPolicy.findNext(
                List.of(last).stream().map(LocalDate::parse).toList(), LocalDate.of(2027, 2, 1));
    }
}
