package org.convergence.example;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.AgendaItemFacts;
import org.convergence.outreach.assembly.domain.AgendaService;
import org.convergence.outreach.assembly.domain.AgendaTopic;
import org.convergence.outreach.assembly.domain.AttendanceStatus;
import org.convergence.outreach.assembly.domain.FollowUpFacts;
import org.convergence.outreach.assembly.domain.FollowUpService;
import org.convergence.outreach.assembly.domain.MeetingFacts;
import org.convergence.outreach.assembly.domain.MeetingNoticeService;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingReplyService;
import org.convergence.outreach.assembly.domain.MeetingService;
import org.convergence.outreach.assembly.domain.MinutesAdoptionService;
import org.convergence.outreach.assembly.domain.MinutesService;
import org.convergence.outreach.assembly.domain.ReplyAnswer;
import org.convergence.outreach.assembly.domain.ResolutionFacts;
import org.convergence.outreach.assembly.domain.ResolutionService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.mail.DeliveryMethod;
import org.springframework.stereotype.Component;

/** The past general assembly, and the board's meetings: signed minutes, draft minutes, one to be convened, one with replies. */
@Component
record AssemblyChapter(
        BoardChapter boards,
        MeetingService meetingService,
        AgendaService agendas,
        MeetingQueries reading,
        MinutesService minutes,
        MeetingNoticeService notices,
        MeetingReplyService replies,
        VoteChapter votes,
        AuditedOperations operations,
        ResolutionService resolutions,
        FollowUpService followUps,
        MinutesAdoptionService adoption) {

    /** The board's latest meeting, and the next. */
    record BoardMeetings(MeetingId last, LocalDate lastDay, LocalDate nextDay) {}

    BoardMeetings enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        Actor who = hands.coordinator();
        BoardChapter.ExampleBoard board = boards.enter(who, directory, calendar);
        LocalDate today = calendar.today();
        votes.enter(who, board.assembly(), directory, calendar);

        MeetingId first = meeting(who, board.id(), calendar.workingDay(today.minusDays(75)));
        UUID finances = add(who, first, "Budget de la formation du printemps", "Adopter le budget de la formation");
        attend(who, board, first);
        resolve(
                who,
                finances,
                ResolutionFacts.unanimous(
                        "d’adopter le budget de la formation du printemps, de 4 200 $",
                        board.people().get(0),
                        board.people().get(3)));
        requestFollowUp(
                who,
                finances,
                new FollowUpFacts("Réserver les salles de la COSL", null, "La coordination", today.minusDays(30)));

        MeetingId second = meeting(who, board.id(), calendar.workingDay(today.minusDays(28)));
        UUID coalition = add(who, second, "Coalition pour un port équitable", "Joindre la coalition");
        attend(who, board, second);
        resolve(
                who,
                coalition,
                new ResolutionFacts(
                        "de joindre la coalition pour un port équitable et d’y nommer une personne",
                        board.people().get(4),
                        board.people().get(6),
                        new ResolutionFacts.Ballot(5, 1, 1),
                        null,
                        "FMS-COSL",
                        null,
                        today.plusMonths(6)));
        requestFollowUp(
                who,
                coalition,
                new FollowUpFacts(
                        "Écrire à la coalition et dire qui y siège",
                        directory.person("nadege"),
                        null,
                        today.plusDays(6)));
        LocalDate adopted = reading(who, second);
        adopt(
                who,
                first,
                second,
                adopted,
                ResolutionFacts.unanimous(
                        "d’adopter le procès-verbal de la rencontre précédente",
                        board.people().get(3),
                        board.people().get(0)),
                "Thérèse O’Bomsawin, présidente · Fatoumata Bah, secrétaire");

        MeetingId next = meeting(who, board.id(), calendar.workingDay(today.plusDays(14)));
        add(who, next, "Demande au Programme Horizons solidaires", "Autoriser la demande et qui la signe");
        BoardMeetings meetings = new BoardMeetings(second, adopted, reading(who, next));
        announce(who, board, meeting(who, board.id(), calendar.workingDay(today.plusDays(35))), today);
        return meetings;
    }

    /** The notice of the meeting after next is delivered by hand; some answered, which makes the quorum likely. */
    private void announce(Actor who, BoardChapter.ExampleBoard board, MeetingId meeting, LocalDate today) {
        operations.callAs(
                who,
                "assembly.deliver-notice",
                () -> notices.markDelivered(
                        meeting, board.people().stream().map(PersonId::value).toList(), DeliveryMethod.HAND, today));
        for (int person = 0; person < board.people().size() - 1; person++) {
            PersonId member = board.people().get(person);
            ReplyAnswer answer = person == 2 ? ReplyAnswer.NOT_COMING : ReplyAnswer.COMING;
            String words = person == 2 ? "Je serai en négociation" : "";
            operations.runAs(who, "assembly.note-reply", () -> replies.note(meeting, member, answer, words));
        }
    }

    private LocalDate reading(Actor who, MeetingId meeting) {
        return operations
                .callAs(who, "assembly.read", () -> reading.findById(meeting))
                .day();
    }

    private MeetingId meeting(Actor who, BodyId body, LocalDate day) {
        var facts = new MeetingFacts(
                false,
                null,
                day.atTime(19, 0),
                day.atTime(21, 30),
                new MeetingFacts.MeetingPlace("Salle Louise-Boivin, au-dessus de L’Atelier retaille", "QC-04", null));
        return operations.callAs(who, "assembly.plan-meeting", () -> meetingService.plan(body, facts));
    }

    private UUID add(Actor who, MeetingId meeting, String title, String asked) {
        return operations.callAs(
                who, "assembly.add-item", () -> agendas.add(meeting, new AgendaItemFacts(title, "", asked)));
    }

    private void attend(Actor who, BoardChapter.ExampleBoard board, MeetingId meeting) {
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        List<UUID> seats = board.seats();
        for (int seat = 0; seat < board.people().size(); seat++) {
            there.put(seats.get(seat), seat == 2 ? AttendanceStatus.EXCUSED : AttendanceStatus.HOLDER);
        }
        operations.runAs(who, "assembly.record-attendance", () -> minutes.recordAttendance(meeting, there, "", null));
        Agenda agenda = operations.callAs(who, "assembly.read-agenda", () -> reading.findAgenda(meeting));
        agenda.points().stream()
                .filter(point -> point.topic() == AgendaTopic.OPENING)
                .forEach(point -> operations.runAs(
                        who,
                        "assembly.minute",
                        () -> minutes.saveItemMinutes(
                                point.id(),
                                point.version(),
                                "La présidente ouvre la rencontre et souhaite la bienvenue.")));
    }

    /** Resolutions and follow-ups of the example's bodies. */
    private void resolve(Actor who, UUID item, ResolutionFacts facts) {
        operations.callAs(who, "assembly.record-resolution", () -> resolutions.record(item, facts));
    }

    private void requestFollowUp(Actor who, UUID item, FollowUpFacts facts) {
        operations.callAs(who, "assembly.add-follow-up", () -> followUps.create(item, null, facts));
    }

    /** A later meeting adopts the minutes of an earlier one by a resolution; they are signed that day. */
    private void adopt(
            Actor who, MeetingId first, MeetingId second, LocalDate day, ResolutionFacts facts, String signatures) {
        operations.callAs(who, "assembly.adopt-minutes", () -> adoption.adoptByResolution(first, second, facts));
        operations.runAs(who, "assembly.sign-minutes", () -> adoption.sign(first, day, signatures));
    }
}
