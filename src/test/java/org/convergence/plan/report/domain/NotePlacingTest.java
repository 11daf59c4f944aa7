package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convergence.plan.report.Season.as;
import static org.convergence.plan.report.Season.run;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.convergence.outreach.assembly.Board;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.plan.actionplan.Evidence;
import org.convergence.plan.realisation.CountsFor;
import org.convergence.plan.realisation.Days;
import org.convergence.plan.report.SectionRef;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The note is added to the papers of a meeting. */
@ModuleTest
class NotePlacingTest extends NoteFixture {

    @Autowired
    private List<CountsFor> counters;

    @Autowired
    private Messages messages;

    @Test
    void theNoteGoesInThePapersOfAMeetingWithItsDecisionsInOneGesture() {
        Given made = aNote();
        BodyId body = board.body(BodyKind.BOARD, Quorum.moreThanHalf());
        MeetingId meeting = meetings.plan(body, today.plusDays(14).atTime(19, 0));
        run(() -> reports.write(made.note(), SectionRef.DECISIONS, "Reporter le colloque"));
        run(() -> reports.handIn(made.note(), meeting.value(), List.of("Reporter le colloque")));
        Agenda agenda = meetings.agenda(meeting);
        assertThat(agenda.points().stream().map(Agenda.Point::title))
                .containsExactly(
                        "Ouverture et constat du quorum",
                        "Adoption du procès-verbal précédent",
                        "Suivis",
                        "Note de suivi",
                        "Reporter le colloque",
                        "Levée");
        assertThat(agenda.points().get(4).asked()).isEqualTo("Reporter le colloque");
        assertThat(agenda.papers())
                .singleElement()
                .satisfies(paper -> assertThat(paper.name()).isEqualTo("Note de suivi.pdf"));
        assertThat(as(() -> reading.one(made.note())).filedOn()).isEqualTo(today);
        assertThat(as(() -> papers.of(made.note())).stream().map(each -> each.id()))
                .containsExactly(meeting.value());
        run(() -> reports.handIn(made.note(), meeting.value(), List.of("Reporter le colloque")));
        assertThat(meetings.agenda(meeting).points()).hasSize(6);
        assertThat(meetings.agenda(meeting).papers()).hasSize(1);
    }

    @Test
    void whatWasDoneSinceTheBoardMetCountsForItsNextMeeting() {
        Board.Seated seated = board.seated();
        meetings.plan(seated.id(), today.plusDays(2).atTime(19, 0));
        Given made = aNote();
        assertThat(counts(made, today)).anyMatch(told -> told.startsWith(seated.code() + " du "));
        assertThat(counts(made, today.plusDays(3))).noneMatch(told -> told.startsWith(seated.code() + " du "));
    }

    private List<String> counts(Given made, LocalDate day) {
        Words french = messages.in(Language.FRENCH, ZoneId.of("America/Toronto"));
        return as(() -> counters.stream()
                .flatMap(each ->
                        each
                                .of(
                                        new CountsFor.Recorded(
                                                Set.of(made.lines().offer()), Days.on(day), Evidence.NONE),
                                        french)
                                .stream())
                .toList());
    }

    @Test
    void aMeetingThatWasCancelledTakesNothingAndTheNoteStaysADraft() {
        Given made = aNote();
        BodyId body = board.body(BodyKind.BOARD, Quorum.moreThanHalf());
        MeetingId meeting = meetings.plan(body, today.plusDays(14).atTime(19, 0));
        board.run(() -> planning.cancel(meeting, "La tempête"));
        assertThatThrownBy(() -> run(() -> reports.handIn(made.note(), meeting.value(), List.of())))
                .isInstanceOf(Refused.class);
        assertThat(as(() -> reading.one(made.note())).filedOn()).isNull();
    }
}
