package org.convergence.outreach.assembly.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.outreach.assembly.Board;
import org.convergence.outreach.assembly.Board.Seated;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.Meetings;
import org.convergence.outreach.assembly.domain.AgendaKeeping;
import org.convergence.outreach.assembly.domain.AttendanceStatus;
import org.convergence.outreach.assembly.domain.FollowUpFacts;
import org.convergence.outreach.assembly.domain.FollowUpKeeping;
import org.convergence.outreach.assembly.domain.ItemFacts;
import org.convergence.outreach.assembly.domain.MinutesKeeping;
import org.convergence.outreach.assembly.domain.ResolutionFacts;
import org.convergence.outreach.assembly.domain.ResolutionKeeping;
import org.convergence.outreach.assembly.domain.SeatRole;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Statements;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The number of queries of the pages of a meeting, for any length of agenda and any number of seats. */
@ModuleTest
class MeetingCostTest extends AssemblyPagesFixture {

    @Autowired
    private Meetings meetings;

    @Autowired
    private AgendaKeeping agendas;

    @Autowired
    private MinutesKeeping minutes;

    @Autowired
    private ResolutionKeeping resolutions;

    @Autowired
    private FollowUpKeeping followUps;

    @Test
    void aMeetingsPagesCostNoMoreWithMore() {
        Seated made = board.seated();
        MeetingId meeting =
                meetings.plan(made.id(), settings.today().minusDays(1).atTime(19, 0));
        attend(made, meeting);
        decide(made, meeting);
        String page = "/outreach/assembly/meetings/" + meeting.value();
        List<String> pages = List.of(page, page + "/minutes");
        List<Integer> few = pages.stream().map(this::statements).toList();

        for (int more = 0; more < 12; more++) {
            UUID seat = board.seat(made.id(), "Siège " + more, null);
            made.seats().add(seat);
            board.appoint(seat, SeatRole.HOLDER, board.person("Ana", "Roy " + more, "fr"), Board.FOUNDED);
            decide(made, meeting);
        }
        attend(made, meeting);

        assertThat(pages.stream().map(this::statements).toList()).isEqualTo(few).allMatch(each -> each < 35);
    }

    private void decide(Seated made, MeetingId meeting) {
        UUID point = board.by(() -> agendas.add(meeting, ItemFacts.of("Dossier")));
        meetings.paper(point, "dossier.pdf", 1);
        board.by(() -> resolutions.record(
                point,
                ResolutionFacts.unanimous(
                        "de joindre la coalition",
                        made.holders().get(0),
                        made.holders().get(1))));
        board.by(() -> resolutions.declare(point, made.holders().get(2), "Y siège", null, true));
        board.by(() -> followUps.ask(
                point, null, new FollowUpFacts("Écrire", made.holders().get(0), null, null)));
    }

    private void attend(Seated made, MeetingId meeting) {
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        made.seats().forEach(seat -> there.put(seat, AttendanceStatus.HOLDER));
        there.remove(made.seats().get(4)); // vacant
        board.by(() -> minutes.attend(meeting, there, "", null));
    }

    /** The smaller of two counts, without data refreshed every few seconds, such as the settings. */
    private int statements(String url) {
        return Math.min(Statements.count(() -> open(url)), Statements.count(() -> open(url)));
    }
}
