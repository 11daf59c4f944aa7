package org.convergence.outreach.exhibition.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.convergence.outreach.exhibition.domain.Exhibition.TravelDays;
import org.convergence.plan.realisation.DayRange;
import org.junit.jupiter.api.Test;

/** The days of a circuit (R-EVT-11). */
class ExhibitionPolicyTest {

    private static final TravelDays TRAVEL = new TravelDays(1, 2, 1);
    private static final DayRange STOP = days("2026-05-01", "2026-05-15");
    private static final DayRange HELD = ExhibitionPolicy.held(STOP, TRAVEL);

    private static final LocalDate TODAY = LocalDate.parse("2026-04-01");

    /** Vector 12. */
    @Test
    void nextStopOpensAfterDismantlingTransportAndMounting() {
        DayRange wanted = days("2026-05-16", "2026-05-30");
        assertThat(ExhibitionPolicy.firstOpening(List.of(HELD), TRAVEL, wanted, TODAY))
                .isEqualTo("2026-05-20");
        DayRange right = days("2026-05-20", "2026-05-30");
        assertThat(ExhibitionPolicy.firstOpening(List.of(HELD), TRAVEL, right, TODAY))
                .isEqualTo("2026-05-20");
        DayRange before = days("2026-04-10", "2026-04-26");
        assertThat(ExhibitionPolicy.firstOpening(List.of(HELD), TRAVEL, before, TODAY))
                .isEqualTo("2026-04-10");
        DayRange tooLong = days("2026-04-10", "2026-04-27");
        assertThat(ExhibitionPolicy.firstOpening(List.of(HELD), TRAVEL, tooLong, TODAY))
                .as("a day too long for the days before")
                .isEqualTo("2026-05-20");
    }

    @Test
    void firstOpeningSkipsGapsThatAreTooShort() {
        DayRange later = ExhibitionPolicy.held(days("2026-06-01", "2026-06-10"), TRAVEL);
        DayRange latest = ExhibitionPolicy.held(days("2026-07-20", "2026-07-30"), TRAVEL);
        List<DayRange> taken = List.of(latest, later, HELD);
        assertThat(ExhibitionPolicy.firstOpening(taken, TRAVEL, days("2026-05-10", "2026-05-16"), TODAY))
                .isEqualTo("2026-05-20");
        assertThat(ExhibitionPolicy.firstOpening(taken, TRAVEL, days("2026-05-10", "2026-05-24"), TODAY))
                .isEqualTo("2026-06-15");
    }

    @Test
    void nextStopOpensOnADayToCome() {
        DayRange past = days("2026-05-10", "2026-05-16");
        LocalDate later = LocalDate.parse("2026-06-02");
        assertThat(ExhibitionPolicy.firstOpening(List.of(HELD), TRAVEL, past, later))
                .isEqualTo(later.plusDays(TRAVEL.mount()));
    }

    @Test
    void daysBetweenTwoStopsLeaveRoomForTravel() {
        DayRange later = ExhibitionPolicy.held(days("2026-06-01", "2026-06-10"), TRAVEL);
        assertThat(ExhibitionPolicy.openBetween(HELD, later, TRAVEL, TODAY)).contains(days("2026-05-20", "2026-05-27"));
        LocalDate amid = LocalDate.parse("2026-05-24");
        assertThat(ExhibitionPolicy.openBetween(HELD, later, TRAVEL, amid)).contains(days("2026-05-25", "2026-05-27"));
        assertThat(ExhibitionPolicy.openBetween(HELD, later, TRAVEL, LocalDate.parse("2026-05-27")))
                .isEmpty();
        DayRange near = ExhibitionPolicy.held(days("2026-05-22", "2026-05-23"), TRAVEL);
        assertThat(ExhibitionPolicy.openBetween(HELD, near, TRAVEL, TODAY)).isEmpty();
    }

    private static DayRange days(String from, String to) {
        return new DayRange(LocalDate.parse(from), LocalDate.parse(to));
    }
}
