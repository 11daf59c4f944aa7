package org.convergence.cooperation.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.convergence.cooperation.fieldwork.domain.CountryNumbers;
import org.convergence.platform.geography.Country;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number is read as its country writes it (R-PART-7). */
class CountryNumbersTest {

    private static CountryNumbers of(String country) {
        return CountryNumbers.of(new Country(country), "fr");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MX | 1.234 | 1.234",
                "CO | 1.234 | 1234",
                "MX | 1,234 | 1234",
                "CO | 1,234 | 1.234",
                "HT | 1,5 | 1.5",
                "HT | 1 204 | 1204",
                "CA | 1 234,50 | 1234.50",
                "MX | 1,5 | 1.5",
                "MX | 12,345.60 | 12345.60",
                "CO | 12,345.60 | 12345.60",
                "CO | 12.345,60 | 12345.60",
                "MX | 1.234.567 | 1234567",
                "MX | 1,234,567 | 1234567",
            })
    void readsANumberAsItsCountryWritesIt(String country, String typed, BigDecimal expected) {
        assertThat(of(country).read(typed)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"MX | 12,34,567", "MX | 1.23.4", "CO | doce", "MX | -5", "MX | 1,234,56", "MX | .5"})
    void doesNotGuess(String country, String typed) {
        assertThat(of(country).read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"MX | 1,234,567.50", "CO | 1\u00a0234\u00a0567,50", "HT | 1\u00a0234\u00a0567,50"})
    void saysItBackInTheSameUsage(String country, String said) {
        assertThat(of(country).format(new BigDecimal("1234567.5"), 2)).isEqualTo(said);
    }
}
