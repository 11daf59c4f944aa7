package org.convergence.resources.membership;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headcounts as written in three languages. */
class HeadcountReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "418|418",
                "1\u00a0234|1234",
                "1\u202f234|1234",
                "1 234|1234",
                "1,234|1234",
                "1.234|1234",
                "12,000|12000",
                "1 234 567|1234567",
                "0|0",
                "12.0|12",
                "1000000000|1000000000"
            })
    void readsWholeNumbers(String typed, int number) {
        assertThat(HeadcountReader.read(typed)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3", "12.5", "12,5", "environ 400", "", "1234,56", "10000000000", "4e2", "٤٠٠ personnes"})
    void rejectsOtherTexts(String typed) {
        assertThat(HeadcountReader.read(typed)).isEmpty();
    }
}
