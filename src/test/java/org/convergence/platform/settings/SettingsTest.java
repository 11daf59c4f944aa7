package org.convergence.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The languages of an organisation's pages and letters. */
class SettingsTest {

    @Test
    void itSpeaksThoseOfItsLanguagesThatHavePagesItsFirstOneFirst() {
        assertThat(spoken("es", "en", "fr")).containsExactly("en", "fr");
        assertThat(spoken("fr")).containsExactly("fr");
    }

    @Test
    void anOrganisationWhoseLanguagesHaveNoPagesReadsFrench() {
        assertThat(spoken("es")).containsExactly("fr");
    }

    private static List<String> spoken(String... languages) {
        return new Settings("Convergence", List.of(languages), ZoneOffset.UTC, MonthDay.of(4, 1), null).spoken();
    }
}
