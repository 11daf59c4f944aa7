package org.convergence.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextParserTest {

    @Test
    void readsValidValues() {
        assertThat(TextParser.id("00000000-0000-7000-8000-00000000000f"))
                .contains(UUID.fromString("00000000-0000-7000-8000-00000000000f"));
        assertThat(TextParser.wholeNumber("-12")).contains(-12);
        assertThat(TextParser.number("-12.50").orElseThrow()).isEqualByComparingTo("-12.5");
        assertThat(TextParser.date("2024-02-29")).contains(LocalDate.of(2024, 2, 29));
        assertThat(TextParser.month("2024-02")).contains(YearMonth.of(2024, 2));
        assertThat(TextParser.instant("2024-02-29T10:00:00Z")).contains(Instant.parse("2024-02-29T10:00:00Z"));
        assertThat(TextParser.constant("MONDAY", DayOfWeek.class)).contains(DayOfWeek.MONDAY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-13-01",
                "+999999999-12-31",
                "-999999999-01",
                "+999999999-12",
                "+1000000000-12-31T23:59:59Z",
                "-1000000000-01-01T00:00:00Z",
                "1-1-1-1-1",
                "1e999999999",
                "99999999999",
                "\u0661\u0662",
                "monday",
                "a\u0000",
                ""
            })
    void answersNothingForWhatLooksLikeAValue(String text) {
        assertThat(TextParser.id(text)).isEmpty();
        assertThat(TextParser.wholeNumber(text)).isEmpty();
        assertThat(TextParser.date(text)).isEmpty();
        assertThat(TextParser.month(text)).isEmpty();
        assertThat(TextParser.instant(text)).isEmpty();
        assertThat(TextParser.constant(text, DayOfWeek.class)).isEmpty();
        assertThat(TextParser.number(text).filter(n -> n.precision() - n.scale() > 30))
                .isEmpty();
    }

    @Property(tries = 200)
    void neverThrows(@ForAll String text) {
        TextParser.id(text);
        TextParser.wholeNumber(text);
        TextParser.number(text);
        TextParser.date(text);
        TextParser.month(text);
        TextParser.instant(text);
        TextParser.constant(text, DayOfWeek.class);
    }
}
