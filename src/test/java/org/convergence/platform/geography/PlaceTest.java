package org.convergence.platform.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Optional;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {

    private static final Messages MESSAGES = Messages.load();
    private final Words fr = MESSAGES.in(Language.FRENCH, ZoneId.of("America/Toronto"));
    private final Words es = MESSAGES.in(Language.SPANISH, ZoneId.of("America/Mexico_City"));

    @ParameterizedTest
    @ValueSource(strings = {"QC-01", "QC-17", "CO", "HT", "ONLINE", "SEVERAL"})
    void codeRoundTrips(String code) {
        assertThat(Place.of(code).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QC-18", "QC-00", "ZZ", "", "Montréal", "QC"})
    void refusesInvalidCode(String code) {
        assertThatThrownBy(() -> Place.of(code)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Place.findByCode(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "montreal, QC-06",
        "Gaspésie - Îles-de-la-Madeleine, QC-11",
        "Saguenay–Lac-Saint-Jean, QC-02",
        "Colombie, CO",
        "MÉXICO, MX",
        "Haiti, HT",
        "en ligne, ONLINE",
        "Plusieurs régions, SEVERAL",
        "qc-6, QC-06"
    })
    void aCellIsUnderstoodAsPeopleWriteIt(String cell, String code) {
        assertThat(Place.parse(cell)).map(Place::code).contains(code);
    }

    @Test
    void unknownTextIsNoPlace() {
        assertThat(Place.parse("au bureau")).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @EnumSource
    void findsRegionByCodeAndName(Region region) {
        assertThat(Region.findByCode(region.code())).contains(region);
        assertThat(Region.findByName(region.officialName())).contains(region);
    }

    @Test
    void namesAndSortsCountriesInReadersLanguage() {
        assertThat(Place.of("DE").name(fr)).isEqualTo("Allemagne");
        assertThat(Place.of("DE").name(es)).isEqualTo("Alemania");
        assertThat(Place.ONLINE.name(fr)).isEqualTo("En ligne");
        assertThat(Country.findAll(fr)).extracting(country -> country.name(fr)).containsSubsequence("Égypte", "Zambie");
        assertThat(Country.findAll(fr)).hasSizeGreaterThan(200);
    }
}
