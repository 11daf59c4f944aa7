package org.convergence.safety.guide.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Country;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.guide.CountryAdvisory;
import org.convergence.safety.guide.domain.AdvisoryPolicy.KeptAdvisory;
import org.jspecify.annotations.Nullable;
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
            assertThat(refused.arguments()[1]).isEqualTo(wrong);
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

    private static String entry(String code, String more) {
        return "{\"metadata\": {}, \"data\": {\"MX\": {\"advisory-state\": 1, \"has-regional-advisory\": 0, \"date-published\":"
                + " {\"asp\": \"2026-11-02T10:00:00-05:00\"}}, \"" + code + "\": {" + more.replace('\'', '"') + "}}}";
    }

    @Test
    void readsThePublicRegisterInJson() {
        List<CountryAdvisory> read = AdvisoryJsonReader.read(entry("CO", """
                        'advisory-state': 2, 'has-regional-advisory': 1, 'date-published': {'date': '2026-10-02 09:00:00'},
                        'eng': {'advisory-text': 'Avoid non-essential travel'}, 'fra': {'advisory-text': 'Autres mots'}
                        """), "data.example", TODAY);
        assertThat(read)
                .extracting(
                        each -> each.country().code(),
                        CountryAdvisory::level,
                        CountryAdvisory::regional,
                        CountryAdvisory::publishedOn)
                .containsExactly(
                        tuple("MX", AdvisoryLevel.CAUTION, null, LocalDate.of(2026, 11, 2)),
                        tuple(
                                "CO",
                                AdvisoryLevel.AVOID_NON_ESSENTIAL,
                                AdvisoryLevel.UNKNOWN,
                                LocalDate.of(2026, 10, 2)));
        assertThat(read.get(1).worst())
                .as("the level of its region is not told")
                .isEqualTo(AdvisoryLevel.UNKNOWN);
        assertThat(AdvisoryJsonReader.read(entry("XQ1", "'advisory-state': 9"), "data.example", TODAY))
                .as("no country")
                .hasSize(1);
        assertThat(AdvisoryJsonReader.read(entry("CO", "'advisory-state': null"), "data.example", TODAY)
                        .get(1)
                        .level())
                .isEqualTo(AdvisoryLevel.UNKNOWN);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "'advisory-state': 4, 'has-regional-advisory': 0, 'date-published': {'asp': '2026-11-02'}",
                "'has-regional-advisory': 0, 'date-published': {'asp': '2026-11-02'}",
                "'advisory-state': 1, 'date-published': {'asp': '2026-11-02'}",
                "'advisory-state': 1, 'has-regional-advisory': 0, 'date-published': null",
                "'advisory-state': 1, 'has-regional-advisory': 0, 'date-published': {'asp': '2026-11-30'}",
                "'advisory-state': 1, 'has-regional-advisory': 0, 'date-published': {'asp': '2026-11-02'},"
                        + " 'eng': {'advisory-text': 'Avoid all travel'}"
            })
    void refusesTheWholeJsonForOneEntry(String entry) {
        assertThatThrownBy(() -> AdvisoryJsonReader.read(entry("CO", entry), "data.example", TODAY))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.messageKey()).isEqualTo("guide.refused.entries");
                    assertThat(refused.arguments()).containsExactly("CO");
                });
    }

    private static CountryAdvisory advisory(
            AdvisoryLevel level, @Nullable AdvisoryLevel regional, int day, LocalDate checked) {
        return new CountryAdvisory(
                new Country("MX"), level, regional, "voyage.gc.ca", LocalDate.of(2026, 11, day), checked);
    }

    @Test
    void anAdvisoryByHandGivesWayOnlyToALaterOne() {
        LocalDate before = TODAY.minusDays(9);
        KeptAdvisory byHand = new KeptAdvisory(advisory(AdvisoryLevel.AVOID_NON_ESSENTIAL, null, 20, before), false);
        assertThat(AdvisoryPolicy.merge(byHand, advisory(AdvisoryLevel.CAUTION, null, 19, TODAY)))
                .isEqualTo(byHand);
        assertThat(AdvisoryPolicy.merge(byHand, advisory(AdvisoryLevel.CAUTION, null, 20, TODAY)))
                .as("another level on the same day")
                .isEqualTo(byHand);
        CountryAdvisory same = advisory(AdvisoryLevel.AVOID_NON_ESSENTIAL, null, 20, TODAY);
        assertThat(AdvisoryPolicy.merge(byHand, same)).as("confirmed").isEqualTo(new KeptAdvisory(same, false));
        CountryAdvisory later = advisory(AdvisoryLevel.CAUTION, null, 21, TODAY);
        assertThat(AdvisoryPolicy.merge(byHand, later)).isEqualTo(new KeptAdvisory(later, true));
    }

    @Test
    void theKnownLevelOfARegionStaysButIsNotCheckedByARegisterThatDoesNotTellIt() {
        LocalDate before = TODAY.minusDays(9);
        KeptAdvisory byHand =
                new KeptAdvisory(advisory(AdvisoryLevel.CAUTION, AdvisoryLevel.AVOID_NON_ESSENTIAL, 20, before), false);
        assertThat(AdvisoryPolicy.merge(byHand, advisory(AdvisoryLevel.CAUTION, AdvisoryLevel.UNKNOWN, 25, TODAY)))
                .isEqualTo(new KeptAdvisory(
                        advisory(AdvisoryLevel.CAUTION, AdvisoryLevel.AVOID_NON_ESSENTIAL, 25, before), true));
        CountryAdvisory worse = advisory(AdvisoryLevel.AVOID_NON_ESSENTIAL, AdvisoryLevel.UNKNOWN, 25, TODAY);
        assertThat(AdvisoryPolicy.merge(byHand, worse))
                .as("another level of the country")
                .isEqualTo(new KeptAdvisory(worse, true));
    }
}
