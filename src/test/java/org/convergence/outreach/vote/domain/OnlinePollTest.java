package org.convergence.outreach.vote.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.convergence.outreach.vote.domain.Delegate.DelegateId;
import org.convergence.outreach.vote.domain.OnlinePoll.PollCount;
import org.convergence.outreach.vote.domain.Vote.CountedHands;
import org.convergence.outreach.vote.domain.Vote.RollEntry;
import org.convergence.platform.database.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports of a poll in a video call, counted in the cards of the roll (R-VOTE-3e). */
class OnlinePollTest {

    private static final String REPORT = """
            Poll Report
            Topic,Meeting ID,Actual Start Time
            Assemblée générale,812 3456 7890,"Nov 30, 2026 14:00"

            Poll Details
            #,User Name,User Email,Submitted Date/Time,Adopter le texte?
            1,Éva Roy,eva@exemple.org,"Nov 30, 2026 14:02:10",Pour
            2,ali diop (Syndicat du petit port),abstenti@exemple.org,"Nov 30, 2026 14:02:12",CONTRE
            3,Luz Vega,,"Nov 30, 2026 14:02:13",Je m’abstiens
            4,iPhone de Bo,,"Nov 30, 2026 14:02:14",Pour
            5,Luz Vega,,"Nov 30, 2026 14:03:14",Je m’abstiens
            """;

    private static final List<RollEntry> ROLL =
            List.of(entry(1, "Éva Roy", 17), entry(2, "Ali Diop", 1), entry(3, "Luz Vega", 2), entry(4, "Bo Côté", 4));

    @Test
    void countsEachParticipantOfTheRollOnceWithTheirCards() {
        PollCount count = count(REPORT);
        assertThat(count.hands()).isEqualTo(new CountedHands(17, 1, 2));
        assertThat(count.people()).isEqualTo(3);
        assertThat(count.uncounted()).containsExactly("iPhone de Bo");
    }

    @Test
    void countsNobodyTwiceAndNoAnswerThatIsUnclear() {
        PollCount count =
                count(REPORT.replace("5,Luz Vega,,\"Nov 30, 2026 14:03:14\",Je m’abstiens", "5,Luz Vega,,x,Pour")
                        .replace("CONTRE", "Peut-être"));
        assertThat(count.hands()).isEqualTo(new CountedHands(17, 0, 0));
        assertThat(count.uncounted())
                .containsExactlyInAnyOrder("Luz Vega", "ali diop (Syndicat du petit port)", "iPhone de Bo");
        assertThat(OnlinePoll.read(stream(REPORT))
                        .count(List.of(entry(1, "Éva Roy", 17), entry(2, "Éva Roy", 2)))
                        .people())
                .as("two of one name")
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "'a,b\n1,2', vote.refused.poll-names",
        "'#,User Name,Answer', vote.refused.poll-empty",
        "'#,User Name,Un,Deux\n1,Éva Roy,Pour,Contre', vote.refused.poll-questions",
        "'#,User Name,Un\n1,Éva Roy,Pour\n#,User Name,Deux\n1,Éva Roy,Pour', vote.refused.poll-questions",
    })
    void refusesWhatIsNoReportOfOnePoll(String report, String key) {
        assertThatThrownBy(() -> count(report))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.messageKey()).isEqualTo(key));
    }

    private static PollCount count(String report) {
        return OnlinePoll.read(stream(report)).count(ROLL);
    }

    private static ByteArrayInputStream stream(String report) {
        return new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8));
    }

    private static RollEntry entry(int id, String name, int cards) {
        return new RollEntry(new DelegateId(new UUID(0, id)), name, "Membre " + id, cards, true, false);
    }
}
