package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.domain.GovernancePolicy.GovernanceWarning;
import org.junit.jupiter.api.Test;

/** Warnings where the usual legal rules do not hold, to the day. */
class GovernancePolicyTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 28);

    @Test
    void acceptsABoardOfThreeWithTwoYearMandates() {
        assertThat(of(BodyKind.BOARD, seats(3, DAY.minusYears(2)), 3)).isEmpty();
        assertThat(of(BodyKind.BOARD, seats(2, DAY), 2)).containsExactly("assembly.check.seats");
        assertThat(of(BodyKind.BOARD, seats(3, DAY.minusYears(2).minusDays(1)), 3))
                .containsExactly("assembly.check.mandates");
        assertThat(of(BodyKind.COMMITTEE, seats(1, DAY.minusYears(9)), 0)).isEmpty();
    }

    @Test
    void warnsOfAnExecutiveWithASmallBoard() {
        assertThat(of(BodyKind.EXECUTIVE, seats(3, DAY), 7)).isEmpty();
        assertThat(of(BodyKind.EXECUTIVE, seats(3, DAY), 6)).containsExactly("assembly.check.executive");
    }

    @Test
    void warnsOfLongMandates() {
        var rules = new RuleSet(DAY, null, 10, Quorum.moreThanHalf(), 36, List.of());
        assertThat(GovernancePolicy.checkBody(BodyKind.BOARD, rules, seats(3, DAY), 3, DAY))
                .extracting(GovernanceWarning::key)
                .containsExactly("assembly.check.term");
    }

    @Test
    void warnsOfALateAnnualAssembly() {
        assertThat(GovernancePolicy.checkAssembly(LocalDate.of(2024, 10, 23), LocalDate.of(2024, 5, 31)))
                .as("vector T11")
                .hasValueSatisfying(it -> assertThat(it.key()).isEqualTo("assembly.check.balance"));
        LocalDate end = LocalDate.of(2026, 3, 31);
        assertThat(GovernancePolicy.checkAssembly(LocalDate.of(2026, 7, 31), end))
                .isEmpty();
        assertThat(GovernancePolicy.checkAssembly(LocalDate.of(2026, 8, 1), end))
                .hasValueSatisfying(it -> assertThat(it.key()).isEqualTo("assembly.check.balance"));
        assertThat(GovernancePolicy.checkAssembly(LocalDate.of(2026, 9, 30), end))
                .hasValueSatisfying(it -> assertThat(it.key()).isEqualTo("assembly.check.balance"));
        assertThat(GovernancePolicy.checkAssembly(LocalDate.of(2026, 10, 1), end))
                .hasValueSatisfying(it -> assertThat(it.key()).isEqualTo("assembly.check.assembly"));
    }

    @Test
    void warnsOfADistanceThatTheBylawsForbid() {
        var rules = new RuleSet(DAY, null, 10, Quorum.moreThanHalf(), null, true, List.of());
        assertThat(GovernancePolicy.checkPlace(rules, "https://zoom.example/j/1"))
                .hasValueSatisfying(it -> assertThat(it.key()).isEqualTo("assembly.check.on-site"));
        assertThat(GovernancePolicy.checkPlace(rules, null)).isEmpty();
        assertThat(GovernancePolicy.checkPlace(RuleSet.defaultsFrom(DAY), "https://zoom.example/j/1"))
                .as("the law allows it")
                .isEmpty();
    }

    private static List<String> of(BodyKind kind, List<SeatOnDay> seats, int directors) {
        return GovernancePolicy.checkBody(kind, RuleSet.defaultsFrom(DAY), seats, directors, DAY).stream()
                .map(GovernanceWarning::key)
                .toList();
    }

    private static List<SeatOnDay> seats(int count, LocalDate since) {
        List<SeatOnDay> seats = new ArrayList<>();
        for (int seat = 0; seat < count; seat++) {
            var holder = new SeatOnDay.SeatMandate(
                    UUID.randomUUID(), new PersonId(UUID.randomUUID()), "Titulaire " + seat, since, null);
            seats.add(new SeatOnDay(UUID.randomUUID(), 1, null, null, since, null, holder, null));
        }
        return seats;
    }
}
