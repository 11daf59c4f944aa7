package org.convergence.outreach.assembly.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.convergence.outreach.assembly.domain.NoticeProgress;
import org.convergence.platform.mail.LetterResource;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterSummary;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.junit.jupiter.api.Test;

/** One sentence tells how far the notice of a meeting is, before and after it began. */
class NoticeFormatterTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 4);
    private static final LocalDateTime BEGINS = LocalDateTime.of(2026, 12, 14, 18, 0);
    private static final Instant DELIVERED = Instant.parse("2026-11-28T10:00:00Z");

    private final Words t = Messages.load().in(Language.FRENCH, ZoneOffset.UTC);

    @Test
    void whatWaitsStillWillNotLeaveOnceMeetingHasBegun() {
        var partly = new NoticeProgress(
                new LetterSummary(
                        Map.of(LetterState.DELIVERED_OTHERWISE, 2, LetterState.WAITING, 12), DELIVERED, DELIVERED),
                1,
                0);
        assertThat(state(partly, BEGINS.minusMinutes(1)))
                .isEqualTo("Avis en retard (4 décembre 2026) : 12 en attente d’envoi, 2 remis autrement,"
                        + " 1 à remettre autrement");
        assertThat(state(partly, BEGINS))
                .isEqualTo("2 avis sont partis ou ont été remis (le 28 novembre 2026) avant la rencontre;"
                        + " 13 ne sont pas partis");
        assertThat(state(NoticeProgress.NONE, BEGINS)).isEqualTo("L’avis n’est pas parti avant la rencontre");
    }

    @Test
    void keepsDayOfNoticeThatLeft() {
        var all = new NoticeProgress(new LetterSummary(Map.of(LetterState.SENT, 3), DELIVERED, DELIVERED), 0, 0);
        assertThat(state(all, BEGINS.plusDays(3))).isEqualTo("Avis parti le 28 novembre 2026");
    }

    @Test
    void keepsDeadlineWhileOneWhoSitsHasNoNotice() {
        var partly = new NoticeProgress(
                new LetterSummary(Map.of(LetterState.DELIVERED_OTHERWISE, 9), DELIVERED, DELIVERED), 0, 6);
        assertThat(state(partly, BEGINS.minusDays(12)))
                .isEqualTo("Avis : 9 remis autrement, 6 sans avis · au plus tard le 4 décembre 2026");
        assertThat(NoticeFormatter.tone(partly, DUE, DUE, t)).isEqualTo(Tone.WARN);
        assertThat(NoticeFormatter.tone(partly, DUE, DUE.plusDays(1), t)).isEqualTo(Tone.BAD);
    }

    @Test
    void tellsProgramsThatItLeftOnceAllHaveIt() {
        var all = new LetterSummary(Map.of(LetterState.SENT, 3), DELIVERED, DELIVERED);
        assertThat(new NoticeProgress(all, 0, 0).resource()).isEqualTo(new LetterResource(LetterState.SENT, DELIVERED));
        var partly = new LetterResource(LetterState.SENT, null);
        assertThat(new NoticeProgress(all, 0, 6).resource())
                .as("no letter waits")
                .isEqualTo(partly);
        assertThat(new NoticeProgress(all, 0, 6).withoutNotice()).isEqualTo(6);
        assertThat(new NoticeProgress(all, 1, 0).resource()).isEqualTo(partly);
        assertThat(NoticeProgress.NONE.withoutNotice()).isNull();
        var refused = new LetterSummary(Map.of(LetterState.SENT, 13, LetterState.REFUSED, 2), DELIVERED, DELIVERED);
        assertThat(new NoticeProgress(refused, 0, 0).resource())
                .isEqualTo(new LetterResource(LetterState.REFUSED, null));
        assertThat(NoticeProgress.NONE.resource()).isNull();
    }

    @Test
    void marksNoticeThatLeftAfterItsDeadline() {
        Instant late = Instant.parse("2026-12-06T10:00:00Z");
        var sent = new NoticeProgress(new LetterSummary(Map.of(LetterState.SENT, 3), DELIVERED, late), 0, 0);
        assertThat(state(sent, BEGINS))
                .isEqualTo("Avis parti le 6 décembre 2026 : il devait partir le 4 décembre 2026");
        var delivered =
                new NoticeProgress(new LetterSummary(Map.of(LetterState.DELIVERED_OTHERWISE, 3), late, late), 0, 0);
        assertThat(state(delivered, BEGINS))
                .isEqualTo("Avis remis le 6 décembre 2026 : il devait l’être le 4 décembre 2026");
        var onTime = new NoticeProgress(new LetterSummary(Map.of(LetterState.SENT, 3), DELIVERED, DELIVERED), 0, 0);
        LocalDate today = BEGINS.toLocalDate();
        assertThat(NoticeFormatter.tone(sent, DUE, today, t)).isEqualTo(Tone.WARN);
        assertThat(NoticeFormatter.tone(delivered, DUE, today, t)).isEqualTo(Tone.WARN);
        assertThat(NoticeFormatter.tone(onTime, DUE, today, t)).isEqualTo(Tone.OK);
    }

    private String state(NoticeProgress notice, LocalDateTime now) {
        return NoticeFormatter.state(notice, DUE, BEGINS, now, t).replace('\u00a0', ' ');
    }
}
