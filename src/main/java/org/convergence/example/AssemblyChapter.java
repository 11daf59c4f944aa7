package org.convergence.example;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.example.DirectoryChapter.Directory;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.AgendaKeeping;
import org.convergence.outreach.assembly.domain.AttendanceStatus;
import org.convergence.outreach.assembly.domain.FollowUpFacts;
import org.convergence.outreach.assembly.domain.ItemFacts;
import org.convergence.outreach.assembly.domain.MeetingFacts;
import org.convergence.outreach.assembly.domain.MeetingPlanning;
import org.convergence.outreach.assembly.domain.MeetingReading;
import org.convergence.outreach.assembly.domain.MinutesKeeping;
import org.convergence.outreach.assembly.domain.ResolutionFacts;
import org.convergence.outreach.assembly.domain.Topic;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Gestures;
import org.springframework.stereotype.Component;

/** The board's meetings: one with signed minutes, one with draft minutes, one to be convened. */
@Component
class AssemblyChapter {

    private final BoardChapter boards;
    private final MeetingPlanning planning;
    private final AgendaKeeping agendas;
    private final MeetingReading reading;
    private final MinutesKeeping minutes;
    private final Decisions decisions;
    private final Gestures gestures;

    AssemblyChapter(
            BoardChapter boards,
            MeetingPlanning planning,
            AgendaKeeping agendas,
            MeetingReading reading,
            MinutesKeeping minutes,
            Decisions decisions,
            Gestures gestures) {
        this.boards = boards;
        this.planning = planning;
        this.agendas = agendas;
        this.reading = reading;
        this.minutes = minutes;
        this.decisions = decisions;
        this.gestures = gestures;
    }

    /** The board's latest meeting, and the next. */
    record Met(MeetingId last, LocalDate lastDay, LocalDate nextDay) {}

    Met enter(Hands hands, Directory directory, ExampleCalendar calendar) {
        Actor who = hands.coordinator();
        BoardChapter.Seated board = boards.enter(who, directory, calendar);
        LocalDate today = calendar.today();

        MeetingId first = meeting(who, board.id(), calendar.workingDay(today.minusDays(75)));
        UUID finances = add(who, first, "Budget de la formation du printemps", "Adopter le budget de la formation");
        attend(who, board, first);
        decisions.resolve(
                who,
                finances,
                ResolutionFacts.unanimous(
                        "d’adopter le budget de la formation du printemps, de 4 200 $",
                        board.people().get(0),
                        board.people().get(3)));
        decisions.ask(
                who,
                finances,
                new FollowUpFacts("Réserver les salles de la COSL", null, "La coordination", today.minusDays(30)));

        MeetingId second = meeting(who, board.id(), calendar.workingDay(today.minusDays(28)));
        UUID coalition = add(who, second, "Coalition pour un port équitable", "Joindre la coalition");
        attend(who, board, second);
        decisions.resolve(
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
        decisions.ask(
                who,
                coalition,
                new FollowUpFacts(
                        "Écrire à la coalition et dire qui y siège",
                        directory.person("nadege"),
                        null,
                        today.plusDays(6)));
        LocalDate adopted = reading(who, second);
        decisions.adopt(
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
        return new Met(second, adopted, reading(who, next));
    }

    private LocalDate reading(Actor who, MeetingId meeting) {
        return gestures.by(who, "assembly.read", () -> reading.one(meeting))
                .day();
    }

    private MeetingId meeting(Actor who, BodyId body, LocalDate day) {
        var facts = new MeetingFacts(
                false,
                null,
                day.atTime(19, 0),
                day.atTime(21, 30),
                new MeetingFacts.Where("Salle Louise-Boivin, au-dessus de L’Atelier retaille", "QC-04", null));
        return gestures.by(who, "assembly.plan-meeting", () -> planning.plan(body, facts));
    }

    private UUID add(Actor who, MeetingId meeting, String title, String asked) {
        return gestures.by(who, "assembly.add-item", () -> agendas.add(meeting, new ItemFacts(title, "", asked)));
    }

    private void attend(Actor who, BoardChapter.Seated board, MeetingId meeting) {
        Map<UUID, AttendanceStatus> there = new HashMap<>();
        List<UUID> seats = board.seats();
        for (int seat = 0; seat < board.people().size(); seat++) {
            there.put(seats.get(seat), seat == 2 ? AttendanceStatus.EXCUSED : AttendanceStatus.HOLDER);
        }
        gestures.doneBy(who, "assembly.record-attendance", () -> minutes.attend(meeting, there, "", null));
        Agenda agenda = gestures.by(who, "assembly.read-agenda", () -> reading.agenda(meeting));
        agenda.points().stream()
                .filter(point -> point.topic() == Topic.OPENING)
                .forEach(point -> gestures.doneBy(
                        who,
                        "MinutesKeeping.minute",
                        () -> minutes.minute(
                                point.id(),
                                point.version(),
                                "La présidente ouvre la rencontre et souhaite la bienvenue.")));
    }
}
