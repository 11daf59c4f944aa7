package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Minutes on paper: the current draft, and the signed file, which never changes. */
@ModuleTest
class SignedMinutesArchiveTest {

    @Autowired
    private TestUsers visitors;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private MinutesService keeping;

    @Autowired
    private MinutesAdoptionService adoption;

    @Autowired
    private MinutesFileService papers;

    @Autowired
    private ResolutionService resolving;

    @Autowired
    private ResolutionQueries resolutions;

    @Autowired
    private FollowUpService followUps;

    @Autowired
    private FollowUpQueries asking;

    @Autowired
    private SeatService seats;

    @Autowired
    private MeetingService planning;

    @Autowired
    private Messages messages;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    private LocalDate yesterday = LocalDate.EPOCH;
    private Words t = Messages.load().in(Language.FRENCH, ZoneId.of("America/Toronto"));

    @BeforeEach
    void anOrganisation() {
        visitors.ensureOrganisation();
        yesterday = settings.today().minusDays(1);
        t = messages.in(Language.FRENCH, settings.current().zone());
    }

    private MeetingId held(SeatedBoard made, LocalDate day) {
        MeetingId meeting = meetings.plan(made.id(), day.atTime(19, 0));
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        made.seats().subList(0, 3).forEach(seat -> there.put(seat, AttendanceStatus.HOLDER));
        there.put(made.seats().get(3), AttendanceStatus.EXCUSED);
        board.callAs(() -> keeping.recordAttendance(meeting, there, "Une invitée", day.atTime(19, 5)));
        return meeting;
    }

    @Test
    void draftShowsAttendanceResolutionsAndFollowUps() throws IOException {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = held(made, yesterday);
        PersonId mover = made.holders().get(0);
        UUID point = meetings.itemId(meeting, 2);
        UUID resolution = board.callAs(() -> resolving.record(
                point,
                ResolutionFacts.unanimous(
                        "de joindre la coalition", mover, made.holders().get(2))));
        board.callAs(() -> followUps.create(
                point, resolution, new FollowUpFacts("Écrire à la coalition", null, "La coordination", null)));
        board.runAs(() -> keeping.recordDeparture(meeting, made.holders().get(2), yesterday.atTime(20, 10)));

        String text = text(pdf(meeting));
        assertThat(text)
                .contains(
                        "Projet de procès-verbal", "Absences motivées", "Une invitée", "Suivi", "Écrire à la coalition")
                .contains("appuyé par Titulaire", ", de joindre la coalition.")
                .contains("Adoptée à l’unanimité", "quitte la rencontre à 20 h 10", "le quorum est atteint")
                .contains("n’est pas encore adopté");
        String extract = text(write(out -> papers.writeExtract(resolution, PaperFormat.PDF, t, out)));
        assertThat(extract)
                .contains(
                        "Extrait du procès-verbal", "Copie conforme", ", de joindre la coalition", "encore un projet");
    }

    @Test
    void signedMinutesAreServedFromTheStoredFile() throws IOException {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = held(made, yesterday);
        UUID point = meetings.itemId(meeting, 2);
        UUID asked = board.callAs(() ->
                followUps.create(point, null, new FollowUpFacts("Écrire au cégep", null, "La coordination", null)));
        board.runAs(() -> adoption.adopt(meeting, settings.today(), null));
        board.runAs(() -> adoption.sign(meeting, settings.today(), "La présidence"));
        byte[] signed = pdf(meeting);
        assertThat(text(signed)).contains("Procès-verbal", "Signé le", "La présidence", "Écrire au cégep");

        int version = board.callAs(() -> versionOf(meeting, asked));
        board.runAs(() -> followUps.correct(
                asked, version, new FollowUpFacts("Écrire à l’université", null, null, settings.today())));
        board.runAs(() -> seats.withdrawMandate(board.appoint(
                made.seats().get(4), SeatRole.HOLDER, made.holders().get(0), BoardFixture.FOUNDED)));
        board.callAs(() -> held(made, settings.today()));

        assertThat(pdf(meeting)).isEqualTo(signed);
        assertThatThrownBy(() -> board.callAs(() -> planning.correct(
                        meeting,
                        meetings.agenda(meeting).meeting().version(),
                        MeetingFixture.factsAt(yesterday.minusDays(3).atTime(19, 0)))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> board.callAs(() -> planning.cancel(meeting, "Non")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> board.runAs(() -> adoption.undoAdoption(meeting)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> board.runAs(
                        () -> keeping.recordDeparture(meeting, made.holders().get(0), yesterday.atTime(20, 0))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void adoptsMinutesByAResolutionOfALaterMeeting() {
        SeatedBoard made = board.addBoard();
        MeetingId first = held(made, yesterday);
        MeetingId second = held(made, settings.today());

        UUID resolution = board.callAs(() -> adoption.adoptByResolution(
                first,
                second,
                ResolutionFacts.unanimous(
                        "d’adopter le procès-verbal",
                        made.holders().get(0),
                        made.holders().get(1))));

        assertThat(meetings.agenda(first).meeting().minutes().adoptedIn()).isEqualTo(second.value());
        assertThat(board.callAs(() -> resolutions.findById(resolution)).item())
                .as("under the item about minutes")
                .isEqualTo(meetings.itemId(second, 2));
    }

    @Test
    void refusesASecondAdoption() {
        SeatedBoard made = board.addBoard();
        MeetingId first = held(made, yesterday);
        MeetingId second = held(made, settings.today());
        var adopting = ResolutionFacts.unanimous("d’adopter le procès-verbal", null, null);
        board.callAs(() -> adoption.adoptByResolution(first, second, adopting));

        assertThatThrownBy(() -> board.callAs(() -> adoption.adoptByResolution(first, second, adopting)))
                .hasMessage("assembly.refused.adopted-already");
        assertThat(board.callAs(() -> resolutions.findByMeeting(second))).hasSize(1);
        board.runAs(() -> adoption.undoAdoption(first));
        board.runAs(() -> adoption.adopt(first, settings.today(), null));
    }

    @Test
    void offersNoMinutesBeforeTheMeetingNorExtractsOfLostResolutions() {
        SeatedBoard made = board.addBoard();
        MeetingId ahead = meetings.plan(made.id(), settings.today().plusDays(3).atTime(19, 0));
        assertThatThrownBy(() -> pdf(ahead)).isInstanceOf(NotFound.class);
        MeetingId meeting = held(made, yesterday);
        UUID lost = board.callAs(() -> resolving.record(
                meetings.itemId(meeting, 2),
                new ResolutionFacts(
                        "de partir", null, null, new ResolutionFacts.Ballot(1, 2, 0), null, "", null, null)));
        assertThatThrownBy(() -> write(out -> papers.writeExtract(lost, PaperFormat.PDF, t, out)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void certifiesNoQuorumThatCorrectedAttendanceLacks() throws IOException {
        SeatedBoard made = board.addBoard();
        MeetingId meeting = held(made, yesterday);
        UUID point = meetings.itemId(meeting, 2);
        UUID right = board.callAs(() -> resolving.record(point, ResolutionFacts.unanimous("de partir", null, null)));
        UUID wrong = board.callAs(() -> resolving.record(point, ResolutionFacts.unanimous("de rester", null, null)));
        String minutes = "/outreach/assembly/meetings/" + meeting.value() + "/minutes";

        UUID first = made.seats().get(0);
        Map<UUID, AttendanceStatus> alone = new HashMap<>();
        made.seats().subList(1, 3).forEach(seat -> alone.put(seat, AttendanceStatus.ABSENT));
        board.callAs(() -> keeping.recordAttendance(meeting, alone, "", null));
        assertThat(main(minutes))
                .contains("2 résolutions sont notées avec un quorum que ces présences n’atteignent pas");
        assertThat(main("/")).contains("Quorum de 2 votes à vérifier");
        assertThat(main(resolution(right))).contains("Adoptée, quorum à vérifier");
        assertThat(main(resolution(right) + "/edit"))
                .contains("notée avec 3 voix et le quorum", "le compter avec une voix, sans quorum");
        assertThat(text(pdf(meeting))).contains("Quorum à vérifier : le vote est noté avec 3 voix");
        assertThat(extract(right)).contains("Quorum à vérifier").doesNotContain("qu’elle est en vigueur");
        board.runAs(() -> adoption.adopt(meeting, settings.today(), null));
        assertThatThrownBy(() -> board.runAs(() -> adoption.sign(meeting, settings.today(), "La présidence")))
                .hasMessage("assembly.refused.quorum-doubted");

        review(right, "de partir", "CONFIRMED");
        review(wrong, "de rester", "RECOUNTED");
        assertThat(main(minutes)).doesNotContain("que ces présences n’atteignent pas");
        assertThat(main("/")).doesNotContain("votes à vérifier");
        assertThat(extract(right)).contains("Le quorum était atteint au moment du vote (3 voix)", "en vigueur");
        assertThat(main(resolution(wrong))).contains("Adoptée sans quorum, à reprendre");
        board.callAs(() -> keeping.recordAttendance(
                meeting, Map.of(first, AttendanceStatus.EXCUSED), "", yesterday.atTime(19, 5)));
        assertThat(main(resolution(right)))
                .as("still confirmed")
                .contains("Adoptée")
                .doesNotContain("à vérifier");
        board.runAs(() -> adoption.sign(meeting, settings.today(), "La présidence"));
    }

    private static String resolution(UUID id) {
        return "/outreach/assembly/resolutions/" + id;
    }

    private void review(UUID id, String text, String counted) {
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                resolution(id) + "/edit",
                                "version=1",
                                "text=" + text,
                                "mode=UNANIMOUS",
                                "counted=" + counted))
                .hasStatus(303);
    }

    private String main(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text().replace('\u00a0', ' ');
    }

    private String extract(UUID id) throws IOException {
        return text(write(out -> papers.writeExtract(id, PaperFormat.PDF, t, out)));
    }

    private int versionOf(MeetingId meeting, UUID asked) {
        return asking.findByMeeting(meeting).stream()
                .filter(each -> each.id().equals(asked))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private byte[] pdf(MeetingId meeting) {
        return write(out -> papers.write(meeting, PaperFormat.PDF, t, out));
    }

    private byte[] write(Consumer<ByteArrayOutputStream> writing) {
        var out = new ByteArrayOutputStream();
        board.runAs(() -> writing.accept(out));
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }
}
