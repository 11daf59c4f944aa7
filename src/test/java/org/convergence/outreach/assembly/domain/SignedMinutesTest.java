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
import org.convergence.outreach.assembly.Board;
import org.convergence.outreach.assembly.Board.Seated;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.Meetings;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.rendering.Rendering;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Minutes on paper: the current draft, and the signed file, which never changes. */
@ModuleTest
class SignedMinutesTest {

    @Autowired
    private Visitors visitors;

    @Autowired
    private Board board;

    @Autowired
    private Meetings meetings;

    @Autowired
    private MinutesKeeping keeping;

    @Autowired
    private MinutesAdoption adoption;

    @Autowired
    private MinutesPapers papers;

    @Autowired
    private ResolutionKeeping resolving;

    @Autowired
    private Resolutions resolutions;

    @Autowired
    private FollowUpKeeping followUps;

    @Autowired
    private FollowUps asking;

    @Autowired
    private SeatKeeping seats;

    @Autowired
    private MeetingPlanning planning;

    @Autowired
    private Messages messages;

    @Autowired
    private OrganisationSettings settings;

    private LocalDate yesterday = LocalDate.EPOCH;
    private Words t = Messages.load().in(Language.FRENCH, ZoneId.of("America/Toronto"));

    @BeforeEach
    void anOrganisation() {
        visitors.anOrganisation();
        yesterday = settings.today().minusDays(1);
        t = messages.in(Language.FRENCH, settings.current().zone());
    }

    private MeetingId held(Seated made, LocalDate day) {
        MeetingId meeting = meetings.plan(made.id(), day.atTime(19, 0));
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        made.seats().subList(0, 3).forEach(seat -> there.put(seat, AttendanceStatus.HOLDER));
        there.put(made.seats().get(3), AttendanceStatus.EXCUSED);
        board.by(() -> keeping.attend(meeting, there, "Une invitée", day.atTime(19, 5)));
        return meeting;
    }

    @Test
    void aDraftSaysWhoWasThereWhatWasResolvedAndWhatFollows() throws IOException {
        Seated made = board.seated();
        MeetingId meeting = held(made, yesterday);
        PersonId mover = made.holders().get(0);
        UUID point = meetings.point(meeting, 2);
        UUID resolution = board.by(() -> resolving.record(
                point,
                ResolutionFacts.unanimous(
                        "de joindre la coalition", mover, made.holders().get(2))));
        board.by(() -> followUps.ask(
                point, resolution, new FollowUpFacts("Écrire à la coalition", null, "La coordination", null)));
        board.run(() -> keeping.depart(meeting, made.holders().get(2), yesterday.atTime(20, 10)));

        String text = text(pdf(meeting));
        assertThat(text)
                .contains(
                        "Projet de procès-verbal", "Absences motivées", "Une invitée", "Suivi", "Écrire à la coalition")
                .contains("appuyé par Titulaire", ", de joindre la coalition")
                .contains("Adoptée à l’unanimité", "quitte la rencontre à 20 h 10", "le quorum est atteint")
                .contains("n’est pas encore adopté");
        String extract = text(write(out -> papers.extract(resolution, Rendering.PDF, t, out)));
        assertThat(extract)
                .contains(
                        "Extrait du procès-verbal", "Copie conforme", ", de joindre la coalition", "encore un projet");
    }

    @Test
    void whatWasSignedStaysTheFileThatWasSigned() throws IOException {
        Seated made = board.seated();
        MeetingId meeting = held(made, yesterday);
        UUID point = meetings.point(meeting, 2);
        UUID asked = board.by(
                () -> followUps.ask(point, null, new FollowUpFacts("Écrire au cégep", null, "La coordination", null)));
        board.run(() -> adoption.adopt(meeting, settings.today(), null));
        board.run(() -> adoption.sign(meeting, settings.today(), "La présidence"));
        byte[] signed = pdf(meeting);
        assertThat(text(signed)).contains("Procès-verbal", "Signé le", "La présidence", "Écrire au cégep");

        int version = board.by(() -> versionOf(meeting, asked));
        board.run(() -> followUps.correct(
                asked, version, new FollowUpFacts("Écrire à l’université", null, null, settings.today())));
        board.run(() -> seats.withdrawMandate(board.appoint(
                made.seats().get(4), SeatRole.HOLDER, made.holders().get(0), Board.FOUNDED)));
        board.by(() -> held(made, settings.today()));

        assertThat(pdf(meeting)).isEqualTo(signed);
        assertThatThrownBy(() -> board.by(() -> planning.correct(
                        meeting,
                        meetings.agenda(meeting).meeting().version(),
                        Meetings.at(yesterday.minusDays(3).atTime(19, 0)))))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> board.by(() -> planning.cancel(meeting, "Non")))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> board.run(() -> adoption.takeBack(meeting))).isInstanceOf(Refused.class);
        assertThatThrownBy(() ->
                        board.run(() -> keeping.depart(meeting, made.holders().get(0), yesterday.atTime(20, 0))))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aLaterMeetingAdoptsThemByAResolutionOfItsOwn() {
        Seated made = board.seated();
        MeetingId first = held(made, yesterday);
        MeetingId second = held(made, settings.today());

        UUID resolution = board.by(() -> adoption.resolve(
                first,
                second,
                ResolutionFacts.unanimous(
                        "d’adopter le procès-verbal",
                        made.holders().get(0),
                        made.holders().get(1))));

        assertThat(meetings.agenda(first).meeting().minutes().adoptedIn()).isEqualTo(second.value());
        assertThat(board.by(() -> resolutions.one(resolution)).item())
                .as("under the point about minutes")
                .isEqualTo(meetings.point(second, 2));
    }

    @Test
    void whoAdoptsWhatIsAdoptedAlreadyIsToldAndNothingIsResolvedTwice() {
        Seated made = board.seated();
        MeetingId first = held(made, yesterday);
        MeetingId second = held(made, settings.today());
        var adopting = ResolutionFacts.unanimous("d’adopter le procès-verbal", null, null);
        board.by(() -> adoption.resolve(first, second, adopting));

        assertThatThrownBy(() -> board.by(() -> adoption.resolve(first, second, adopting)))
                .hasMessage("assembly.refused.adopted-already");
        assertThat(board.by(() -> resolutions.of(second))).hasSize(1);
        board.run(() -> adoption.takeBack(first));
        board.run(() -> adoption.adopt(first, settings.today(), null));
    }

    @Test
    void nothingIsOnPaperBeforeTheMeetingNorAnExtractOfWhatWasLost() {
        Seated made = board.seated();
        MeetingId ahead = meetings.plan(made.id(), settings.today().plusDays(3).atTime(19, 0));
        assertThatThrownBy(() -> pdf(ahead)).isInstanceOf(NotFound.class);
        MeetingId meeting = held(made, yesterday);
        UUID lost = board.by(() -> resolving.record(
                meetings.point(meeting, 2),
                new ResolutionFacts(
                        "de partir", null, null, new ResolutionFacts.Ballot(1, 2, 0), null, "", null, null)));
        assertThatThrownBy(() -> write(out -> papers.extract(lost, Rendering.PDF, t, out)))
                .isInstanceOf(NotFound.class);
    }

    private int versionOf(MeetingId meeting, UUID asked) {
        return asking.of(meeting).stream()
                .filter(each -> each.id().equals(asked))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private byte[] pdf(MeetingId meeting) {
        return write(out -> papers.write(meeting, Rendering.PDF, t, out));
    }

    private byte[] write(Consumer<ByteArrayOutputStream> writing) {
        var out = new ByteArrayOutputStream();
        board.run(() -> writing.accept(out));
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
        }
    }
}
