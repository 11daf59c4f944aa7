package org.convergence.plan.report.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.convergence.plan.report.ReportFixture.as;
import static org.convergence.plan.report.ReportFixture.run;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.plan.actionplan.ActionEvidence;
import org.convergence.plan.realisation.ContributionSource;
import org.convergence.plan.realisation.DayRange;
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
class NotePlacementTest extends NoteFixture {

    @Autowired
    private List<ContributionSource> counters;

    @Autowired
    private Messages messages;

    @Test
    void addsTheNoteAndItsDecisionsToAMeetingInOneStep() {
        PreparedNote made = aNote();
        BodyId body = board.addBody(BodyKind.BOARD, Quorum.moreThanHalf());
        MeetingId meeting = meetings.plan(body, today.plusDays(14).atTime(19, 0));
        run(() -> reports.write(made.note(), SectionRef.DECISIONS, "Reporter le colloque"));
        run(() -> reports.handIn(made.note(), meeting.value(), List.of("Reporter le colloque")));
        Agenda agenda = meetings.agenda(meeting);
        assertThat(agenda.points().stream().map(Agenda.AgendaItemDetails::title))
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
        assertThat(as(() -> reading.findById(made.note())).filedOn()).isEqualTo(today);
        assertThat(as(() -> papers.findMeetings(made.note())).stream().map(each -> each.id()))
                .containsExactly(meeting.value());
        run(() -> reports.handIn(made.note(), meeting.value(), List.of("Reporter le colloque")));
        assertThat(meetings.agenda(meeting).points()).hasSize(6);
        assertThat(meetings.agenda(meeting).papers()).hasSize(1);
    }

    @Test
    void realisationsSinceTheLastBoardMeetingCountForTheNext() {
        BoardFixture.SeatedBoard seated = board.addBoard();
        meetings.plan(seated.id(), today.plusDays(2).atTime(19, 0));
        PreparedNote made = aNote();
        assertThat(counts(made, today)).anyMatch(told -> told.startsWith(seated.code() + " du "));
        assertThat(counts(made, today.plusDays(3))).noneMatch(told -> told.startsWith(seated.code() + " du "));
    }

    private List<String> counts(PreparedNote made, LocalDate day) {
        Words french = messages.in(Language.FRENCH, ZoneId.of("America/Toronto"));
        return as(() -> counters.stream()
                .flatMap(each -> each
                        .describe(
                                new ContributionSource.RecordedEvidence(
                                        Set.of(made.lines().offer()), DayRange.on(day), ActionEvidence.NONE),
                                french)
                        .stream())
                .toList());
    }

    @Test
    void aCancelledMeetingRefusesTheNoteWhichStaysADraft() {
        PreparedNote made = aNote();
        BodyId body = board.addBody(BodyKind.BOARD, Quorum.moreThanHalf());
        MeetingId meeting = meetings.plan(body, today.plusDays(14).atTime(19, 0));
        board.runAs(() -> planning.cancel(meeting, "La tempête"));
        assertThatThrownBy(() -> run(() -> reports.handIn(made.note(), meeting.value(), List.of())))
                .isInstanceOf(Refused.class);
        assertThat(as(() -> reading.findById(made.note())).filedOn()).isNull();
    }
}
