package org.convergence.safety.incident.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.convergence.safety.incident.domain.IncidentPolicy.KindFigure;
import org.convergence.safety.incident.domain.IncidentPolicy.KindFigures;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentNoticeKind;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentSeverity;
import org.convergence.safety.risk.ThreatKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines, notices and figures of incidents (R-SAFE-1, R-SEC-9). */
class IncidentPolicyTest {

    private static final Instant TOLD = Instant.parse("2026-03-07T23:30:00Z");

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({
        "MINOR, 2026-03-09T23:30:00Z",
        "MODERATE, 2026-03-09T23:30:00Z",
        "SERIOUS, 2026-03-08T23:30:00Z",
        "CRITICAL, 2026-03-08T23:30:00Z"
    })
    void isWrittenWithinADayIfSeriousAndOtherwiseWithinTwo(IncidentSeverity severity, Instant due) {
        assertThat(IncidentPolicy.writtenDue(severity, TOLD)).isEqualTo(due);
    }

    @Test
    void proposesNoticesForSeriousIncidentsOnly() {
        assertThat(IncidentPolicy.propose(facts(ThreatKind.CRIME, IncidentSeverity.MODERATE, false)))
                .isEmpty();
        assertThat(IncidentPolicy.propose(facts(ThreatKind.CRIME, IncidentSeverity.CRITICAL, true)))
                .as("a near miss")
                .isEmpty();
        assertThat(IncidentPolicy.propose(facts(ThreatKind.ROAD, IncidentSeverity.SERIOUS, false)))
                .isEqualTo(Map.of(
                        IncidentNoticeKind.INSURER, 1, IncidentNoticeKind.BOARD, 7, IncidentNoticeKind.WORK_SAFETY, 1));
        assertThat(IncidentPolicy.propose(facts(ThreatKind.ARREST, IncidentSeverity.SERIOUS, false)))
                .containsEntry(IncidentNoticeKind.EMBASSY, 0);
        assertThat(IncidentPolicy.propose(SafetyIncidentFacts.restricted(LocalDate.EPOCH, "UTC", null)))
                .isEmpty();
    }

    private static SafetyIncidentFacts facts(ThreatKind kind, IncidentSeverity severity, boolean nearMiss) {
        return new SafetyIncidentFacts(
                kind, severity, nearMiss, LocalDate.EPOCH, null, "UTC", null, null, null, false, null);
    }

    @Test
    void aSmallTotalTellsNothingElse() {
        assertThat(publish(ThreatKind.CRIME, 4)).isEqualTo(new KindFigures(null, List.of()));
        assertThat(publish()).isEqualTo(new KindFigures(0, List.of()));
        assertThat(publish(ThreatKind.CRIME, 5).byKind()).containsExactly(new KindFigure(ThreatKind.CRIME, 5));
    }

    @Test
    void smallKindsAreJoined() {
        assertThat(publish(ThreatKind.CRIME, 8, ThreatKind.ROAD, 3, ThreatKind.HEALTH, 2)
                        .byKind())
                .containsExactly(new KindFigure(ThreatKind.CRIME, 8), other(5));
    }

    @Test
    void noSubtractionFromTheTotalGivesASmallFigure() {
        assertThat(publish(ThreatKind.CRIME, 8, ThreatKind.ROAD, 6, ThreatKind.ARREST, 1)
                        .byKind())
                .as("one arrest would be 15 − 8 − 6")
                .containsExactly(new KindFigure(ThreatKind.CRIME, 8), other(7));
    }

    @Test
    void sexualViolenceNeverStandsUnderItsName() {
        assertThat(publish(ThreatKind.CRIME, 8, ThreatKind.SEXUAL_VIOLENCE, 6).byKind())
                .containsExactly(new KindFigure(ThreatKind.CRIME, 8), other(6));
        assertThat(publish(ThreatKind.CRIME, 8, ThreatKind.SEXUAL_VIOLENCE, 1).byKind())
                .containsExactly(other(9));
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource({"0, 0, 0", "0, 5, 0", "1, 9, ", "5, 9, ", "5, 10, 5", "9, 9, 9", "0, 4, ", "4, 4, "})
    void nearMissesAreNotToldIfTheyOrTheOthersAreFew(int nearMisses, int total, @Nullable Integer shown) {
        assertThat(IncidentPolicy.publishNearMisses(nearMisses, total)).isEqualTo(shown);
    }

    private static KindFigure other(int count) {
        return new KindFigure(null, count);
    }

    private static KindFigures publish(Object... kindsAndCounts) {
        Map<ThreatKind, Integer> counts = new EnumMap<>(ThreatKind.class);
        for (int each = 0; each < kindsAndCounts.length; each += 2) {
            counts.put((ThreatKind) kindsAndCounts[each], (Integer) kindsAndCounts[each + 1]);
        }
        return IncidentPolicy.publish(counts);
    }
}
