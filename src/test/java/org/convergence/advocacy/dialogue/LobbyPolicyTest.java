package org.convergence.advocacy.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.CountedHours;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyLevel;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRegister;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRule;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.RollingSum;
import org.junit.jupiter.api.Test;

/** The rolling sum of a lobby register (R-ADV-3). */
class LobbyPolicyTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 2);
    private static final LobbyRule FEDERAL = rule(new BigDecimal("6"), new BigDecimal("8"));

    private static LobbyRule rule(BigDecimal amber, BigDecimal red) {
        return new LobbyRule(LobbyRegister.FEDERAL, LocalDate.of(2026, 1, 19), 28, amber, red, null, "source", FIRST);
    }

    private static CountedHours hours(String hours, LocalDate day) {
        return new CountedHours(day, new BigDecimal(hours));
    }

    private static RollingSum highest(LocalDate last) {
        return LobbyPolicy.highest(
                last.minusDays(27),
                last.plusDays(27),
                List.of(hours("3", FIRST), hours("4", LocalDate.of(2026, 2, 16)), hours("1", last)),
                28);
    }

    @Test
    void flagsEightHoursWithinFourWeeks() {
        RollingSum sum = highest(LocalDate.of(2026, 2, 28));
        assertThat(sum.hours()).isEqualByComparingTo("8");
        assertThat(sum.to()).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(LobbyPolicy.level(sum.hours(), FEDERAL)).isEqualTo(LobbyLevel.RED);
    }

    @Test
    void doesNotFlagTheSameHoursOverTwentyNineDays() {
        RollingSum sum = highest(LocalDate.of(2026, 3, 2));
        assertThat(sum.hours()).isEqualByComparingTo("7");
        assertThat(LobbyPolicy.level(sum.hours(), FEDERAL)).isEqualTo(LobbyLevel.AMBER);
    }

    @Test
    void countsBothEndsOfTheDays() {
        List<CountedHours> all = List.of(hours("2", FIRST), hours("3", FIRST.plusDays(27)));
        assertThat(LobbyPolicy.sumUpTo(FIRST.plusDays(27), all, 28).hours()).isEqualByComparingTo("5");
        assertThat(LobbyPolicy.sumUpTo(FIRST.plusDays(28), all, 28).hours()).isEqualByComparingTo("3");
    }

    @Test
    void warnsFromSixHours() {
        assertThat(LobbyPolicy.level(new BigDecimal("5.99"), FEDERAL)).isEqualTo(LobbyLevel.CLEAR);
        assertThat(LobbyPolicy.level(new BigDecimal("6.00"), FEDERAL)).isEqualTo(LobbyLevel.AMBER);
        assertThat(LobbyPolicy.level(new BigDecimal("8.00"), FEDERAL)).isEqualTo(LobbyLevel.RED);
    }

    @Test
    void goesByRegularityWithoutHours() {
        LobbyRule quebec =
                new LobbyRule(LobbyRegister.QUEBEC, LocalDate.of(2022, 10, 13), 365, null, null, 60, "source", FIRST);
        assertThat(LobbyPolicy.level(new BigDecimal("40"), quebec)).isEqualTo(LobbyLevel.BY_REGULARITY);
    }
}
