package org.convergence.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The languages of an organisation's pages and letters. */
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

    private static List<String> spoken(String... languages) {
        return new OrganisationProfile("Convergence", List.of(languages), ZoneOffset.UTC, MonthDay.of(4, 1), null)
                .spoken();
    }
}
