package org.convergence.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {

    private static final Messages MESSAGES = Messages.load();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-01-14",
                "2025/1/14",
                "20250114",
                "14/01/2025",
                "14-01-2025",
                "14.01.2025",
                "14/1/25",
                "01/14/2025",
                "2025-01-14T00:00:00",
                "2025-01-14 09:30",
                "14 janvier 2025",
                "Mardi 14 janvier 2025",
                "le 14 janv. 2025",
                "14-janv-25",
                "January 14, 2025",
                "Jan 14, 2025",
                "Tue, Jan. 14th 2025",
                "14 de enero de 2025",
                "2025 janvier 14",
                "45671",
                "45671.0"
            })
    void aDateIsReadAsPeopleWriteIt(String text) {
        assertThat(DateReader.read(text)).contains(LocalDate.of(2025, 1, 14));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1er mai 2025", "01/05/2025", "1 mai 2025", "1 may 2025", "May 1st, 2025"})
    void readsAmbiguousDateDayFirst(String text) {
        assertThat(DateReader.read(text)).contains(LocalDate.of(2025, 5, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bientôt",
                "2025",
                "janvier 2025",
                "31/02/2025",
                "14 jui 2025",
                "12345",
                "99999",
                "3 h 30",
                "14 janvier",
                "-14/01/2025",
                "14 janvier 2025 14 mars 2025",
                "14 brumaire 2025",
                "1/2/3/4"
            })
    void whatIsNoDateIsNotGuessed(String text) {
        assertThat(DateReader.read(text)).isEmpty();
    }

    @Property(tries = 500)
    void readsEveryFormattedDate(@ForAll @IntRange(max = 60_000) int days) {
        LocalDate date = LocalDate.of(1950, 1, 1).plusDays(days);
        for (Language language : Language.values()) {
            Words words = MESSAGES.in(language, ZoneOffset.UTC);
            assertThat(DateReader.read(words.date(date))).contains(date);
            assertThat(DateReader.read(words.dayAndDate(date))).contains(date);
            assertThat(DateReader.read(words.shortDate(date))).contains(date);
            assertThat(DateReader.read(words.numericDate(date))).contains(date);
        }
    }

    @Property
    void neverThrows(@ForAll String text) {
        assertThat(DateReader.read(text)).isNotNull();
    }
}
