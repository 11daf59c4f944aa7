package org.convergence.safety.guide.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.database.Refused;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.guide.CountryAdvisory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads the register of advisories: missing is unknown, and a file with a doubtful line is refused whole. */
class AdvisoryFileReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

    private static List<CountryAdvisory> read(String file) {
        return AdvisoryFileReader.read(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "fichier", TODAY);
    }

    @Test
    void readsCountriesByCodeAndByName() {
        assertThat(
                        read(
                                "pays;niveau;date;région;source\nHT;3;2026-11-01;;voyage.gc.ca\nMexique;jaune;2026-10-02;orange;\n"))
                .extracting(
                        each -> each.country().code(),
                        CountryAdvisory::level,
                        CountryAdvisory::worst,
                        CountryAdvisory::source,
                        CountryAdvisory::publishedOn)
                .containsExactly(
                        tuple(
                                "HT",
                                AdvisoryLevel.AVOID_ALL,
                                AdvisoryLevel.AVOID_ALL,
                                "voyage.gc.ca",
                                LocalDate.of(2026, 11, 1)),
                        tuple(
                                "MX",
                                AdvisoryLevel.CAUTION,
                                AdvisoryLevel.AVOID_NON_ESSENTIAL,
                                "fichier",
                                LocalDate.of(2026, 10, 2)));
    }

    @Test
    void anEmptyLevelIsUnknown() {
        assertThat(read("country,level,date\nCO,,2026-11-01\nHT,3,2026-11-01\n")
                        .get(0)
                        .worst())
                .isEqualTo(AdvisoryLevel.UNKNOWN);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'country,level,date\nHT,3,2026-11-01\nCO,4,2026-11-01\n', 4",
        "'country,level,date\nHT,3,2026-11-01\nCO,2,2026-1', 2026-1",
        "'country,level,date\nHT,3,2026-11-01\nCO,2,2026-11-30\n', 2026-11-30",
        "'country,level,date\nHT,3,2026-11-01\nHT,0,2026-11-01\n', HT",
        "'country,level,date\nAtlantide,3,2026-11-01\nUtopie,9,2026-11-01\n', Atlantide"
    })
    void refusesTheWholeFileForOneLineAndSaysWhatIsWrong(String file, String wrong) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.messageKey()).isEqualTo("guide.refused.lines");
            assertThat(refused.arguments()[2]).isEqualTo(wrong);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'country,level\nHT,3\n', guide.refused.columns",
        "'a,b,c\n1,2,3\n', guide.refused.columns",
        "'country,level,date\n', guide.refused.empty"
    })
    void refusesAnotherShape(String file, String key) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0, NORMAL",
        "3, AVOID_ALL",
        "Vert, NORMAL",
        "ÉVITER TOUT VOYAGE, AVOID_ALL",
        "éviter tout voyage non essentiel, AVOID_NON_ESSENTIAL",
        "Orange : éviter le non essentiel, AVOID_NON_ESSENTIAL",
        "inconnu, UNKNOWN"
    })
    void levelsAreNumbersColoursAndSentences(String text, AdvisoryLevel level) {
        assertThat(AdvisoryLevel.parse(text)).contains(level);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"4", "-1", "none", "None", "ok", ""})
    void anythingElseIsNoLevel(String text) {
        assertThat(AdvisoryLevel.parse(text)).isEmpty();
    }

    @Test
    void unknownIsWorseThanAnyLevelAndNothingIsUnknown() {
        assertThat(AdvisoryLevel.worst(List.of(AdvisoryLevel.AVOID_ALL, AdvisoryLevel.UNKNOWN)))
                .isEqualTo(AdvisoryLevel.UNKNOWN);
        assertThat(AdvisoryLevel.worst(List.of())).isEqualTo(AdvisoryLevel.UNKNOWN);
    }
}
