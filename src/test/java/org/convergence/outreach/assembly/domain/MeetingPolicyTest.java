package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.convergence.platform.database.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines of notices, valid local times, and topics of items. */
class MeetingPolicyTest {

    private static final ZoneId MONTREAL = ZoneId.of("America/Toronto");

    /** Daylight saving time begins in the night of that day. */
    private static final LocalDate FORWARD = LocalDate.of(2027, 3, 14);

    @Test
    void noticeIsDueWholeDaysBeforeTheMeeting() {
        assertThat(MeetingPolicy.deadline(LocalDate.of(2027, 1, 28), 10)).isEqualTo("2027-01-18");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-11, 2026-11-28, 2026-08-30, 'at most 90 days before it was entered'",
        "2027-11-11, 2026-01-28, 2026-11-11, 'at most a year before it is held'",
        "2026-12-11, 2027-03-01, 2026-09-12, 'entered after it was held'"
    })
    void noticeIsNotDeliveredLongBeforeTheMeetingIsPlanned(
            LocalDate meeting, LocalDate entered, LocalDate earliest, String why) {
        assertThat(MeetingPolicy.earliestDelivery(meeting, entered)).as(why).isEqualTo(earliest);
    }

    @Test
    void keepsLocalTimeAcrossDaylightSaving() {
        LocalTime evening = LocalTime.of(19, 0);

        assertThat(MeetingPolicy.toZonedTime(FORWARD.minusDays(1).atTime(evening), MONTREAL)
                        .toInstant())
                .hasToString("2027-03-14T00:00:00Z");
        assertThat(MeetingPolicy.toZonedTime(FORWARD.atTime(evening), MONTREAL).toInstant())
                .hasToString("2027-03-14T23:00:00Z");
    }

    @Test
    void refusesALocalTimeThatDoesNotExist() {
        LocalDateTime night = FORWARD.atTime(2, 30);

        assertThatThrownBy(() -> MeetingPolicy.requireExists(night, MONTREAL)).isInstanceOf(Refused.class);
        MeetingPolicy.requireExists(night.plusDays(1), MONTREAL);
    }

    @ParameterizedTest
    @CsvSource({
        "Ouverture et constat du quorum, OPENING",
        "Adoption du procès-verbal précédent, MINUTES",
        "Adoption of the previous minutes, MINUTES",
        "Suivis, FOLLOW_UPS",
        "Follow-ups, FOLLOW_UPS",
        "Poursuivis en justice, MATTER",
        "Varia, CLOSING",
        "Prochaine rencontre, CLOSING",
        "Date de la prochaine réunion, CLOSING",
        "Levée de l’assemblée, CLOSING",
        "Other business, CLOSING",
        "Adjournment, CLOSING",
        "Levée de fonds, MATTER",
        "Préparer la prochaine assemblée, MATTER",
        "Clôture de l’exercice, MATTER",
        "Divers projets, MATTER",
        "Finances, MATTER",
    })
    void recognisesTheTopicOfATitle(String title, AgendaTopic topic) {
        assertThat(AgendaTopic.fromTitle(title)).isEqualTo(topic);
    }
}
