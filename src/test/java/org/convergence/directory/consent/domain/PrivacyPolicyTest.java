package org.convergence.directory.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.convergence.directory.consent.domain.IncidentService.IncidentFacts;
import org.convergence.directory.consent.domain.PrivacyRequestService.PrivacyRequestFacts;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Deadlines of requests and notices of incidents: the vectors T12 and T13 of the rules. */
class PrivacyPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);

    @Test
    void requestIsDueWithinThirtyDays() {
        assertThat(PrivacyPolicy.answeredBy(LocalDate.of(2025, 3, 3)))
                .as("T12, R-L25-11")
                .isEqualTo(LocalDate.of(2025, 4, 2));
    }

    @Test
    void incidentWithoutSeriousRiskNeedsNoNotice() {
        assertThat(PrivacyPolicy.owesNotice(incident(false, null, null)))
                .as("T13, R-L25-15")
                .isFalse();
        assertThat(PrivacyPolicy.owesNotice(incident(true, null, null))).isTrue();
        assertThat(PrivacyPolicy.owesNotice(incident(true, TODAY, null))).isTrue();
        assertThat(PrivacyPolicy.owesNotice(incident(true, TODAY, TODAY))).isFalse();
        assertThat(PrivacyPolicy.keptUntil(LocalDate.of(2025, 5, 20))).isEqualTo(LocalDate.of(2030, 5, 20));
    }

    @Test
    void refusesImpossibleDates() {
        assertThatThrownBy(() -> PrivacyPolicy.requirePossible(incident(false, TODAY, null), TODAY))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> PrivacyPolicy.requirePossible(incident(true, LocalDate.of(2025, 5, 19), null), TODAY))
                .isInstanceOf(Refused.class);
        assertThatCode(() -> PrivacyPolicy.requirePossible(incident(true, TODAY, null), TODAY))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> PrivacyPolicy.requirePossible(request(TODAY, false, null), TODAY))
                .as("a refusal gives its reasons")
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> PrivacyPolicy.requirePossible(request(TODAY, null, null), TODAY))
                .isInstanceOf(Refused.class);
        assertThatCode(() -> PrivacyPolicy.requirePossible(request(TODAY, false, "motifs"), TODAY))
                .doesNotThrowAnyException();
    }

    private static IncidentFacts incident(
            boolean serious, @Nullable LocalDate commission, @Nullable LocalDate persons) {
        return new IncidentFacts(
                "courriels",
                "envoi à la mauvaise liste",
                "19 mai 2025",
                LocalDate.of(2025, 5, 20),
                "12",
                "adresses de travail",
                serious,
                commission,
                persons,
                null,
                "rappel");
    }

    private static PrivacyRequestFacts request(LocalDate answered, @Nullable Boolean granted, @Nullable String answer) {
        return new PrivacyRequestFacts(
                null,
                PrivacyRequestFacts.PrivacyRequestKind.ACCESS,
                "Tout ce que vous avez",
                LocalDate.of(2025, 5, 20),
                answered,
                granted,
                answer);
    }
}
