package org.convergence.safety.mission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.convergence.platform.geography.Country;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.mission.MissionRisk;
import org.convergence.safety.mission.domain.MissionPolicy.ApprovalNeed;
import org.convergence.safety.mission.domain.MissionPolicy.EscalationStep;
import org.convergence.safety.mission.domain.MissionPolicy.PlannedCheckIn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of missions (R-SEC-2, R-SEC-7). */
class MissionPolicyTest {

    private static final Instant DUE = Instant.parse("2026-12-01T20:00:00Z");
    private static final Duration GRACE = Duration.ofMinutes(30);

    @ParameterizedTest(name = "{0} needs {1}")
    @CsvSource({
        "NORMAL, PERSON",
        "CAUTION, PERSON",
        "AVOID_NON_ESSENTIAL, PERSON_WITH_PLAN",
        "AVOID_ALL, RESOLUTION",
        "UNKNOWN, RESOLUTION"
    })
    void theLevelDecidesWhoApproves(AdvisoryLevel level, ApprovalNeed need) {
        assertThat(MissionPolicy.need(level, MissionRisk.HIGH))
                .isEqualTo(need == ApprovalNeed.PERSON ? ApprovalNeed.PERSON_WITH_PLAN : need);
        assertThat(MissionPolicy.need(level, MissionRisk.MODERATE)).isEqualTo(need);
    }

    @ParameterizedTest(name = "approved at {0}, now {1}: {2}")
    @CsvSource({
        "CAUTION, CAUTION, false",
        "CAUTION, NORMAL, false",
        "CAUTION, AVOID_NON_ESSENTIAL, true",
        "AVOID_ALL, UNKNOWN, true",
        ", AVOID_ALL, false"
    })
    void anApprovalLapsesWhenTheLevelRises(AdvisoryLevel approved, AdvisoryLevel now, boolean isOutdated) {
        assertThat(MissionPolicy.isOutdated(approved, now)).isEqualTo(isOutdated);
    }

    @ParameterizedTest(name = "{0} min after the hour: {1} steps")
    @CsvSource({
        "0, 0", "29, 0", "30, 1", "59, 1", "60, 2", "89, 2", "90, 3", "149, 3", "150, 4", "269, 4", "270, 5", "9999, 5"
    })
    void eachStepHasItsMinuteAfterTheGrace(int minutes, int steps) {
        assertThat(MissionPolicy.due(DUE, GRACE, DUE.plus(Duration.ofMinutes(minutes))))
                .hasSize(steps)
                .isEqualTo(List.of(EscalationStep.values()).subList(0, steps));
    }

    @Test
    void aCheckInIsAnsweredFromAnHourBefore() {
        assertThat(MissionPolicy.answers(DUE, DUE.minus(Duration.ofMinutes(60))))
                .isTrue();
        assertThat(MissionPolicy.answers(DUE, DUE.minus(Duration.ofMinutes(61))))
                .isFalse();
        assertThat(MissionPolicy.answers(DUE, DUE.plus(Duration.ofDays(2)))).isTrue();
    }

    @Test
    void riskDecidesHowOften() {
        List<MissionLeg> legs = List.of(leg("CO", "America/Bogota", "2026-12-01", "2026-12-03"));
        assertThat(dues(legs, MissionRisk.LOW)).containsExactly("2026-12-02T01:00:00Z", "2026-12-03T17:00:00Z");
        assertThat(dues(legs, MissionRisk.MODERATE))
                .containsExactly("2026-12-02T01:00:00Z", "2026-12-03T01:00:00Z", "2026-12-04T01:00:00Z");
        assertThat(dues(legs, MissionRisk.HIGH)).hasSize(7);
    }

    @Test
    void hoursAreLocalOverTheChangeToSummerTime() {
        List<MissionLeg> legs = List.of(leg("FR", "Europe/Paris", "2027-03-27", "2027-03-29"));
        assertThat(dues(legs, MissionRisk.MODERATE))
                .containsExactly("2027-03-27T19:00:00Z", "2027-03-28T18:00:00Z", "2027-03-29T18:00:00Z");
    }

    @Test
    void legsOverTheDateLineFollowEachOther() {
        List<MissionLeg> legs = List.of(
                leg("NZ", "Pacific/Auckland", "2026-12-01", "2026-12-05"),
                leg("US", "Pacific/Honolulu", "2026-12-04", "2026-12-06"));
        assertThat(MissionPolicy.problem(legs)).isEmpty();
        List<String> dues = dues(legs, MissionRisk.MODERATE);
        assertThat(dues).isSorted().hasSize(8);
        assertThat(MissionPolicy.problem(
                        List.of(legs.get(0), leg("US", "Pacific/Honolulu", "2026-12-03", "2026-12-06"))))
                .contains("mission.refused.order");
    }

    @Test
    void aCountryWithOneZoneNeedsNoChoice() {
        assertThat(CountryZones.choose(new Country("CO"), "", "Cali")).contains(ZoneId.of("America/Bogota"));
        assertThat(CountryZones.choose(new Country("HT"), "", "Jacmel")).contains(ZoneId.of("America/Port-au-Prince"));
        assertThat(CountryZones.choose(new Country("MX"), "", "Puebla")).isEmpty();
        assertThat(CountryZones.choose(new Country("MX"), "", "Cancún")).contains(ZoneId.of("America/Cancun"));
        assertThat(CountryZones.choose(new Country("MX"), "America/Mexico_City", "Cancún"))
                .isPresent();
        assertThat(CountryZones.choose(new Country("MX"), "Mexico", "Puebla")).isEmpty();
        assertThat(CountryZones.choose(new Country("CO"), "America/Mexico_City", "Cali"))
                .as("left over from another country")
                .contains(ZoneId.of("America/Bogota"));
        assertThat(CountryZones.choose(new Country("BR"), "America/Mexico_City", "Olinda"))
                .as("left over, and one must be chosen")
                .isEmpty();
    }

    private static List<String> dues(List<MissionLeg> legs, MissionRisk risk) {
        return MissionPolicy.plan(legs, risk).stream()
                .map(PlannedCheckIn::due)
                .map(Instant::toString)
                .toList();
    }

    private static MissionLeg leg(String country, String zone, String from, String to) {
        return new MissionLeg(
                new Country(country), "Ville", ZoneId.of(zone), LocalDate.parse(from), LocalDate.parse(to));
    }

    @ParameterizedTest(name = "« {0} » holds « {1} »: {2}")
    @CsvSource({
        "TOURNESOL!, tournesol, true",
        "Ici le Tournesol est beau, tournesol, true",
        "l’été-indien arrive, ete indien, true",
        "ici les tournesols, tournesol, false",
        "tamarin vert et bleu, tamarin bleu, false"
    })
    void aDuressWordIsAnyWordOrSequenceOfWords(String text, String word, boolean held) {
        assertThat(MissionPolicy.phrases(text).contains(word)).isEqualTo(held);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            value = {"Hôtel 360, +52 55 5555-0142; +525555550142", "Police, 123; 123", "Ambassade;", "Chambre 12;"},
            delimiter = ';')
    void aNumberToDialIsTheLongestOfItsLine(String line, @Nullable String number) {
        assertThat(MissionPolicy.phoneNumber(line)).isEqualTo(number);
    }
}
