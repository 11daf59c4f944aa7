package org.convergence.outreach.assembly.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.AgendaItemFacts;
import org.convergence.outreach.assembly.domain.AgendaService;
import org.convergence.outreach.assembly.domain.AttendanceStatus;
import org.convergence.outreach.assembly.domain.FollowUpFacts;
import org.convergence.outreach.assembly.domain.FollowUpService;
import org.convergence.outreach.assembly.domain.MinutesService;
import org.convergence.outreach.assembly.domain.ResolutionFacts;
import org.convergence.outreach.assembly.domain.ResolutionService;
import org.convergence.outreach.assembly.domain.SeatRole;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.StatementCounter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The number of queries of the pages of a meeting, for any length of agenda and any number of seats. */
@ModuleTest
class MeetingQueryCountTest extends AssemblyPagesFixture {

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private AgendaService agendas;

    @Autowired
    private MinutesService minutes;

    @Autowired
    private ResolutionService resolutions;

    @Autowired
    private FollowUpService followUps;

    @Test
    void queryCountIsIndependentOfSize() {
        SeatedBoard made = board.addBoard();
        MeetingId meeting =
                meetings.plan(made.id(), settings.today().minusDays(1).atTime(19, 0));
        attend(made, meeting);
        decide(made, meeting);
        String page = "/outreach/assembly/meetings/" + meeting.value();
        List<String> pages = List.of(page, page + "/minutes");
        List<Integer> few = pages.stream().map(this::statements).toList();

        for (int more = 0; more < 12; more++) {
            UUID seat = board.addSeat(made.id(), "Siège " + more, null);
            made.seats().add(seat);
            board.appoint(seat, SeatRole.HOLDER, board.addPerson("Ana", "Roy " + more, "fr"), BoardFixture.FOUNDED);
            decide(made, meeting);
        }
        attend(made, meeting);

        assertThat(pages.stream().map(this::statements).toList()).isEqualTo(few).allMatch(each -> each < 35);
    }

    private void decide(SeatedBoard made, MeetingId meeting) {
        UUID point = board.callAs(() -> agendas.add(meeting, AgendaItemFacts.of("Dossier")));
        meetings.attachPaper(point, "dossier.pdf", 1);
        board.callAs(() -> resolutions.record(
                point,
                ResolutionFacts.unanimous(
                        "de joindre la coalition",
                        made.holders().get(0),
                        made.holders().get(1))));
        board.callAs(() -> resolutions.declareInterest(point, made.holders().get(2), "Y siège", null, true));
        board.callAs(() -> followUps.create(
                point, null, new FollowUpFacts("Écrire", made.holders().get(0), null, null)));
    }

    private void attend(SeatedBoard made, MeetingId meeting) {
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        made.seats().forEach(seat -> there.put(seat, AttendanceStatus.HOLDER));
        there.remove(made.seats().get(4)); // vacant
        board.callAs(() -> minutes.recordAttendance(meeting, there, "", null));
    }

    /** The smaller of two counts, without data refreshed every few seconds, such as the settings. */
    private int statements(String url) {
        return Math.min(StatementCounter.count(() -> open(url)), StatementCounter.count(() -> open(url)));
    }
}
