package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.directory.people.DecisionLookup;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.ResolutionFacts.CountReview;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationState;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What changes when a resolution is corrected. */
@ModuleTest
class ResolutionServiceTest {

    @Autowired
    private JdbcClient db;

    @Autowired
    private DecisionLookup decisions;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private MinutesService minutes;

    @Autowired
    private ResolutionService keeping;

    @Autowired
    private ResolutionQueries resolutions;

    @Autowired
    private AgendaService agendas;

    @Autowired
    private FollowUpQueries followUps;

    @Autowired
    private RealisationRecorder recording;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Test
    void keepsTheNumberOfVotesAfterDepartures() {
        visitors.ensureOrganisation();
        SeatedBoard made = board.addBoard();
        var evening = settings.today().minusDays(1).atTime(19, 0);
        MeetingId meeting = meetings.plan(made.id(), evening);
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        made.seats().subList(0, 3).forEach(seat -> there.put(seat, AttendanceStatus.HOLDER));
        board.callAs(() -> minutes.recordAttendance(meeting, there, "", null));
        UUID point = meetings.itemId(meeting, 2);
        UUID agreed = board.callAs(() -> keeping.record(point, unanimous("d’aider la coalition")));
        UUID voted = board.callAs(() -> keeping.record(point, vote(2, 1)));
        board.runAs(() -> minutes.recordDeparture(meeting, made.holders().get(2), evening.plusMinutes(70)));

        board.runAs(() -> keeping.correct(agreed, 1, unanimous("d’appuyer la coalition"), CountReview.NONE));
        board.runAs(() -> keeping.correct(voted, 1, vote(3, 0), CountReview.NONE));

        assertThat(board.callAs(() -> resolutions.findById(agreed)).opening().cards())
                .isEqualTo(3);
        assertThat(board.callAs(() -> resolutions.findById(voted)).opening().cards())
                .isEqualTo(3);
        assertThatThrownBy(() -> board.callAs(() -> keeping.record(point, vote(3, 0))))
                .as("two are left")
                .hasMessage("assembly.refused.more-voices");
    }

    @Test
    void tellsAResolutionWithoutQuorum() {
        visitors.ensureOrganisation();
        SeatedBoard made = board.addBoard();
        var evening = settings.today().minusDays(1).atTime(19, 0);
        MeetingId meeting = meetings.plan(made.id(), evening);
        Map<UUID, AttendanceStatus> there = new HashMap<>(Map.of(made.seats().get(0), AttendanceStatus.HOLDER));
        board.callAs(() -> minutes.recordAttendance(meeting, there, "", null));
        UUID id = board.callAs(() -> keeping.record(meetings.itemId(meeting, 2), vote(1, 0)));
        ResolutionDetails alone = board.callAs(() -> resolutions.findById(id));
        assertThat(alone.result()).isEqualTo("carried.no-quorum");
        assertThat(alone.opening().quorumPresent()).isEqualTo(1);
        assertThat(countRealisations(id)).as("it is to be taken up again").isZero();
        assertThat(board.callAs(() -> decisions.findByNumber(alone.label())))
                .as("nothing may cite it")
                .isEmpty();

        UUID agreed = board.callAs(() -> keeping.record(meetings.itemId(meeting, 2), unanimous("de louer la salle")));
        String edit = "/outreach/assembly/resolutions/" + agreed + "/edit";
        assertThat(page(edit)).doesNotContain("mal notées");
        attend(made, meeting, 4);
        board.runAs(() -> keeping.correct(id, 1, vote(4, 0), CountReview.NONE));
        assertThat(board.callAs(() -> resolutions.findById(id)).result()).isEqualTo("carried");

        assertThat(page("/outreach/assembly/meetings/" + meeting.value() + "/minutes"))
                .contains("Une résolution est notée sans quorum, et ces présences l’atteignent");
        assertThat(page(edit)).contains("le compter avec 4 voix et le quorum");
        board.runAs(() -> keeping.correct(agreed, 1, unanimous("de louer la salle"), CountReview.NONE));
        assertThat(stateKey(agreed)).as("people may have come later").endsWith("OPEN");
        pages.as(Role.COORDINATOR).post(edit, "version=2", "text=de louer", "mode=UNANIMOUS", "counted=RECOUNTED");
        assertThat(stateKey(agreed)).endsWith("state.carried");
        assertThat(countRealisations(id)).isOne();
    }

    @Test
    void keepsAResolutionWithoutQuorumUntilItIsTakenUp() {
        visitors.ensureOrganisation();
        SeatedBoard made = board.addBoard();
        MeetingId first = held(made, settings.today().minusDays(2), 1);
        UUID id = board.callAs(() -> keeping.record(meetings.itemId(first, 2), vote(1, 0)));
        MeetingId next = meetings.plan(made.id(), settings.today().atTime(0, 5));
        FollowUpDetails waiting = meetings.agenda(next).returns().pending().get(0);
        assertThat(stateKey(id)).endsWith("carried.no-quorum.OPEN");
        assertThat(page("/outreach/assembly/resolutions/" + id)).contains("Adoptée sans quorum, à reprendre");
        assertThat(page("/outreach/assembly/meetings/" + next.value()))
                .contains("À reprendre", "Mettre à l’ordre du jour");

        var put = pages.as(Role.COORDINATOR)
                .post("/outreach/assembly/meetings/" + next.value() + "/take-up/" + waiting.id());
        UUID item = board.callAs(() -> agendas.takeUp(next, waiting.id()));
        assertThat(Pages.location(put)).as("once").endsWith("#point-" + item);
        Agenda agenda = meetings.agenda(next);
        assertThat(agenda.points())
                .filteredOn(each -> each.takesUp() != null)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.asked()).isEqualTo("de louer la salle");
                    assertThat(each.title()).contains("sans quorum");
                });
        assertThat(page("/outreach/assembly/meetings/" + next.value())).doesNotContain("Mettre à l’ordre du jour");

        attend(made, next, 1);
        board.callAs(() -> keeping.record(item, vote(0, 1)));
        assertThat(stateKey(id)).as("nothing is decided without a quorum").endsWith("OPEN");
        attend(made, next, 4);
        UUID again = board.callAs(() -> keeping.record(item, vote(4, 0)));
        assertThat(stateKey(id)).endsWith("carried.no-quorum.DONE");
        assertThat(board.callAs(() -> followUps.findById(waiting.id())).outcome())
                .isEqualTo(board.callAs(() -> resolutions.findById(again)).label());
        assertThat(extract(id)).contains("reprise depuis par la résolution").doesNotContain("a été adoptée");

        board.runAs(() -> keeping.correct(again, 1, vote(1, 3), CountReview.NONE));
        String rejected = "Adoptée sans quorum, rejetée ensuite (résolution "
                + board.callAs(() -> resolutions.findById(again)).label() + ")";
        assertThat(page("/outreach/assembly/resolutions/" + id)).contains(rejected);
        assertThat(page("/outreach/assembly/resolutions")).contains(rejected);
        assertThat(extract(id)).contains("sans quorum, puis rejetée par").doesNotContain("a été adoptée");
    }

    @Test
    void dropsAResolutionWithoutQuorumOnlyWithAReason() {
        visitors.ensureOrganisation();
        SeatedBoard made = board.addBoard();
        MeetingId meeting = held(made, settings.today().minusDays(2), 1);
        UUID id = board.callAs(() -> keeping.record(meetings.itemId(meeting, 2), vote(1, 0)));
        UUID followUp =
                board.callAs(() -> followUps.findByMeeting(meeting)).get(0).id();
        String url = "/outreach/assembly/follow-ups/" + followUp;
        pages.as(Role.COORDINATOR).post(url + "/take");
        assertThat(page("/")).contains(url, "Depuis le");
        assertThat(page(url)).doesNotContain("value=\"DONE\"", "Mettre à l’ordre du jour");
        meetings.plan(made.id(), settings.today().plusDays(9).atTime(19, 0));
        assertThat(page(url)).contains("Mettre à l’ordre du jour");
        var done = pages.as(Role.COORDINATOR).post(url + "/close", "end=DONE", "outcome=Bien");
        assertThat(Pages.parse(done).html()).contains("Seul un vote reprend cette résolution");
        var refused = pages.as(Role.COORDINATOR).post(url + "/close", "end=DROPPED");
        assertThat(Pages.parse(refused).html())
                .contains("pourquoi cette résolution ne sera pas reprise", "prise sans quorum");
        assertThat(stateKey(id)).endsWith("OPEN");

        pages.as(Role.COORDINATOR).post(url + "/close", "end=DROPPED", "outcome=La salle est prise");
        assertThat(stateKey(id)).endsWith("carried.no-quorum.DROPPED");
        attend(made, meeting, 4);
        board.runAs(() -> keeping.correct(id, 1, vote(4, 0), CountReview.NONE));
        assertThat(stateKey(id)).endsWith("state.carried");
    }

    @Test
    void asksOnceForAMeetingThatThePlanHoldsToo() {
        visitors.ensureOrganisation();
        SeatedBoard made = board.addBoard();
        LocalDate yesterday = settings.today().minusDays(1);
        MeetingId meeting = meetings.plan(made.id(), yesterday.atTime(19, 0));
        String body = meetings.agenda(meeting).title();
        RealisationId planned = board.callAs(() -> recording.record(new RecordRealisationCommand(
                RealisationState.PLANNED,
                new RealisationDetails(body, RealisationKind.MEETING, DayRange.on(yesterday), null, null, Set.of()),
                Amounts.UNKNOWN,
                PlanAttribution.serving(Set.of()),
                null)));
        String plan = "/plan/realisation/" + planned.value();
        String asked = "/outreach/assembly/meetings/" + meeting.value() + "/minutes";
        assertThat(page("/")).contains(asked).doesNotContain(plan);

        attend(made, meeting, 4);
        assertThat(page("/")).doesNotContain(asked + "\">Noter", plan + "/done");
        assertThat(db.sql("SELECT state FROM plan.realisation WHERE title LIKE ? || '%'")
                        .param(body)
                        .query(String.class)
                        .list())
                .as("the planned one became it")
                .containsExactly("DONE");
    }

    private MeetingId held(SeatedBoard made, LocalDate day, int present) {
        MeetingId meeting = meetings.plan(made.id(), day.atTime(0, 5));
        attend(made, meeting, present);
        return meeting;
    }

    private void attend(SeatedBoard made, MeetingId meeting, int present) {
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        made.seats().subList(0, present).forEach(seat -> there.put(seat, AttendanceStatus.HOLDER));
        var at = present < 3
                ? null
                : meetings.agenda(meeting).meeting().plan().begins().plusMinutes(5);
        board.callAs(() -> minutes.recordAttendance(meeting, there, "", at));
    }

    private String stateKey(UUID resolution) {
        return board.callAs(() -> resolutions.findById(resolution)).stateKey();
    }

    private String extract(UUID resolution) {
        byte[] file = pages.as(Role.COORDINATOR)
                .get("/outreach/assembly/resolutions/" + resolution + "/extract/pdf")
                .getResponse()
                .getContentAsByteArray();
        try (PDDocument paper = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page(String url) {
        return pages.as(Role.COORDINATOR).open(url).html();
    }

    private int countRealisations(UUID resolution) {
        return db.sql("SELECT count(*) FROM plan.realisation WHERE source_id = ? AND state <> 'WITHDRAWN'")
                .param(resolution.toString())
                .query(Integer.class)
                .single();
    }

    private static ResolutionFacts unanimous(String text) {
        return ResolutionFacts.unanimous(text, null, null);
    }

    private static ResolutionFacts vote(int inFavour, int against) {
        return new ResolutionFacts(
                "de louer la salle",
                null,
                null,
                new ResolutionFacts.Ballot(inFavour, against, 0),
                null,
                "",
                null,
                null);
    }
}
