package org.convergence.plan.reading.domain.outline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text that is clearly a date becomes a range of days; any other stays text. */
class DueDateRangeTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            2026-03-31,              2026-03-31, 2026-03-31
            31 mars 2026,            2026-03-31, 2026-03-31
            'March 31, 2026',        2026-03-31, 2026-03-31
            mars 2026,               2026-03-01, 2026-03-31
            Févr. 2028,              2028-02-01, 2028-02-29
            Juil. 2026,              2026-07-01, 2026-07-31
            de mai à juin 2026,      2026-05-01, 2026-06-30
            décembre 2025 – mars 2026, 2025-12-01, 2026-03-31
            Automne 2025,            2025-09-01, 2025-12-31
            fall 2025,               2025-09-01, 2025-12-31
            T2 2026,                 2026-04-01, 2026-06-30
            2026-T2,                 2026-04-01, 2026-06-30
            D’ici juin 2026,         ,           2026-06-30
            avant le 1er mai 2026,   ,           2026-05-01
            Fin mars 2026,           ,           2026-03-31
            by June 2026,            ,           2026-06-30
            En continu,              ,
            2025-2026,               ,
            31 février 2026,         ,
            juin 2026 à mai 2026,    ,
            Tous les mois,           ,
            T2,                      ,
            '',                      ,
            """)
    void readsTextThatIsClearlyADate(String words, LocalDate from, LocalDate to) {
        assertThat(DueDateRange.read(words, null)).isEqualTo(new DueDateRange(from, to));
    }

    @Test
    void aQuarterWithoutYearIsCountedFromTheFirstDayOfThePlan() {
        assertThat(DueDateRange.read("T2", LocalDate.of(2025, 4, 1)))
                .isEqualTo(new DueDateRange(LocalDate.of(2025, 7, 1), LocalDate.of(2025, 9, 30)));
    }
}
