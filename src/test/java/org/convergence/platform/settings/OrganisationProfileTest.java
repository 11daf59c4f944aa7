package org.convergence.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The languages of an organisation, and the year for which it accounts. */
class OrganisationProfileTest {

    @Test
    void givesSupportedLanguagesInOrder() {
        assertThat(spoken("es", "en", "fr")).containsExactly("en", "fr");
        assertThat(spoken("fr")).containsExactly("fr");
    }

    @Test
    void fallsBackToFrench() {
        assertThat(spoken("es")).containsExactly("fr");
    }

    @Test
    void accountsForTheYearThatEndsWithinTwoMonthsElseForTheLast() {
        OrganisationProfile organisation = in("fr");
        assertThat(organisation.reportedYearOf(LocalDate.of(2026, 1, 31))).isEqualTo("2024-04-01");
        assertThat(organisation.reportedYearOf(LocalDate.of(2026, 2, 1))).isEqualTo("2025-04-01");
        assertThat(organisation.reportedYearOf(LocalDate.of(2026, 4, 1))).isEqualTo("2025-04-01");
    }

    private static List<String> spoken(String... languages) {
        return in(languages).spoken();
    }

    private static OrganisationProfile in(String... languages) {
        return new OrganisationProfile("Convergence", List.of(languages), ZoneOffset.UTC, MonthDay.of(4, 1), null);
    }
}
