package org.convergence.example;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.Agenda;
import org.convergence.outreach.assembly.domain.MeetingFacts;
import org.convergence.outreach.assembly.domain.MeetingQueries;
import org.convergence.outreach.assembly.domain.MeetingService;
import org.convergence.outreach.assembly.domain.MinutesService;
import org.convergence.outreach.vote.domain.Delegate.DelegateId;
import org.convergence.outreach.vote.domain.Delegate.DoorDelegation;
import org.convergence.outreach.vote.domain.DoorService;
import org.convergence.outreach.vote.domain.ElectionService;
import org.convergence.outreach.vote.domain.MandateLetter.MandateStatement;
import org.convergence.outreach.vote.domain.MandateLetter.NamedPerson;
import org.convergence.outreach.vote.domain.MandateLetterService;
import org.convergence.outreach.vote.domain.Vote.Candidate;
import org.convergence.outreach.vote.domain.Vote.CountedHands;
import org.convergence.outreach.vote.domain.Vote.CountedVotes;
import org.convergence.outreach.vote.domain.Vote.OpeningFacts;
import org.convergence.outreach.vote.domain.Vote.VoteFacts;
import org.convergence.outreach.vote.domain.Vote.VoteId;
import org.convergence.outreach.vote.domain.Vote.VoteKind;
import org.convergence.outreach.vote.domain.Vote.VoteMethod;
import org.convergence.outreach.vote.domain.VotePolicy.PaperBatch;
import org.convergence.outreach.vote.domain.VoteQueries;
import org.convergence.outreach.vote.domain.VoteQueries.DelegateMover;
import org.convergence.outreach.vote.domain.VoteService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.door.DoorSource;
import org.convergence.platform.door.DoorSource.DoorGesture;
import org.convergence.platform.door.DoorSource.DoorMove;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.stereotype.Component;

/** A past general assembly: its door, votes by hands and by name, an election on paper; and the next, with its first mandate letters. */
@Component
class VoteChapter {

    private static final Map<String, String> MINUTES = Map.ofEntries(
            entry("Ouverture et constat du quorum", "La présidente ouvre l’assemblée. Le quorum est constaté."),
            entry(
                    "Désignation à la présidence et au secrétariat d’assemblée",
                    "L’assemblée confie la présidence à Denise Beauséjour et le secrétariat à Fatoumata Bah."),
            entry("Lecture de l’avis de convocation", "L’avis est lu. Il est parti dans les délais."),
            entry("Adoption de l’ordre du jour", "L’ordre du jour est adopté tel quel."),
            entry("Adoption du procès-verbal précédent", "Il est lu et adopté sans changement."),
            entry("Suivis", "Tout ce qui avait été demandé est fait."),
            entry("États financiers", "La trésorière les présente. Deux questions portent sur les réserves."),
            entry("Nomination à l’audit", "Le cabinet de l’an dernier est reconduit."),
            entry("Cotisations", "À la demande d’une délégation, le vote est nominal."),
            entry("Modification ou ratification de règlements", "Aucun règlement n’est modifié."),
            entry("Budget", "Les prévisions sont présentées et reçues."),
            entry("Varia", "Le comité de jeunes invite à la marche de nuit."),
            entry("Levée", "La présidente remercie les délégations et lève l’assemblée."));

    private final MeetingService meetings;
    private final MeetingQueries agendas;
    private final DoorService door;
    private final MandateLetterService mandates;
    private final VoteService votes;
    private final ElectionService elections;
    private final NominalVoteChapter nominal;
    private final VoteQueries queries;
    private final DoorSource phone;
    private final MinutesService minutes;
    private final OrganisationSettings settings;
    private final AuditedOperations operations;

    VoteChapter(
            MeetingService meetings,
            MeetingQueries agendas,
            DoorService door,
            MandateLetterService mandates,
            VoteService votes,
            ElectionService elections,
            NominalVoteChapter nominal,
            VoteQueries queries,
            List<DoorSource> doors,
            MinutesService minutes,
            OrganisationSettings settings,
            AuditedOperations operations) {
        this.phone = doors.stream()
                .filter(each -> each.name().equals("assembly"))
                .findFirst()
                .orElseThrow();
        this.minutes = minutes;
        this.settings = settings;
        this.meetings = meetings;
        this.agendas = agendas;
        this.door = door;
        this.mandates = mandates;
        this.votes = votes;
        this.elections = elections;
        this.nominal = nominal;
        this.queries = queries;
        this.operations = operations;
    }

    void enter(Actor who, BodyId assembly, ExampleDirectory directory, ExampleCalendar calendar) {
        LocalDate day = calendar.workingDay(calendar.today().minusDays(50));
        var facts = new MeetingFacts(
                false,
                null,
                day.atTime(18, 0),
                day.atTime(21, 30),
                new MeetingFacts.MeetingPlace("Centre communautaire de la Vallée, grande salle", "QC-04", null));
        MeetingId meeting = operations.callAs(who, "assembly.plan-meeting", () -> meetings.plan(assembly, facts));
        operations.callAs(who, "vote.open-door", () -> door.open(meeting));
        checkIn(who, meeting, day, directory);
        operations.callAs(who, "vote.note-quorum", () -> door.noteQuorum(meeting));

        VoteId report = prepare(who, meeting, "Rapport annuel", "d’adopter le rapport annuel");
        byHands(who, report, 1, 2);
        VoteId plan = prepare(
                who,
                meeting,
                "Plan d’action",
                "d’adopter le plan d’action et d’en rendre compte au conseil chaque année");
        VoteId amendment = operations.callAs(
                who, "vote.amend", () -> votes.amend(plan, "chaque année", "deux fois par année", VoteMethod.HANDS));
        byHands(who, amendment, 6, 1);
        byHands(who, plan, 0, 1);
        VoteId dues = prepare(
                who, meeting, "Cotisations", VoteMethod.NOMINAL, "de garder le barème des cotisations pour deux ans");
        open(who, dues);
        nominal.cast(who, meeting, dues);
        elect(who, meeting);
        MINUTES.forEach((title, text) -> {
            Agenda agenda = operations.callAs(who, "assembly.read-agenda", () -> agendas.findAgenda(meeting));
            agenda.points().stream()
                    .filter(point -> point.title().equals(title))
                    .forEach(point -> operations.runAs(
                            who, "assembly.minute", () -> minutes.saveItemMinutes(point.id(), point.version(), text)));
        });
        prepareNext(who, assembly, directory, calendar);
    }

    /** Two members have named delegates for the next assembly; the letters that ask the others wait. */
    private void prepareNext(Actor who, BodyId assembly, ExampleDirectory directory, ExampleCalendar calendar) {
        var facts = new MeetingFacts(
                false,
                null,
                calendar.workingDay(calendar.today().plusDays(75)).atTime(18, 0),
                null,
                new MeetingFacts.MeetingPlace("Centre communautaire de la Vallée, grande salle", "QC-04", null));
        MeetingId meeting = operations.callAs(who, "assembly.plan-meeting", () -> meetings.plan(assembly, facts));
        Map<UUID, List<String>> people = findPeople(directory);
        operations.callAs(who, "vote.read", () -> mandates.findAll(meeting)).stream()
                .filter(each -> each.entitled() > 0
                        && people.getOrDefault(each.organisation().value(), List.of())
                                        .size()
                                > 1)
                .limit(2)
                .forEach(each -> {
                    List<String> names = people.getOrDefault(each.organisation().value(), List.of());
                    List<NamedPerson> named = IntStream.range(0, Math.min(names.size(), each.entitled() + 1))
                            .mapToObj(i -> new NamedPerson(names.get(i), null, i >= each.entitled()))
                            .toList();
                    operations.runAs(
                            who,
                            "vote.note-mandate",
                            () -> mandates.note(
                                    meeting,
                                    each.organisation(),
                                    0,
                                    new MandateStatement(named, names.get(0), "présidence"),
                                    null));
                });
        operations.callAs(
                who,
                "vote.ask-mandates",
                () -> mandates.ask(meeting, facts.begins().toLocalDate().minusDays(14)));
        VoteId election = prepareElection(who, meeting, "un poste au conseil d’administration", 1);
        List.of("Marisol Quispe", "Ghislain Théberge")
                .forEach(name ->
                        operations.runAs(who, "vote.add-candidate", () -> elections.addCandidate(election, name, "")));
    }

    /** The people known in each member organisation come for it, as many as it may send. */
    private void checkIn(Actor who, MeetingId meeting, LocalDate day, ExampleDirectory directory) {
        Map<UUID, List<String>> people = findPeople(directory);
        Instant at = day.atTime(17, 20).atZone(settings.current().zone()).toInstant();
        UUID last = null;
        for (DoorDelegation each : operations.callAs(who, "vote.read", () -> door.findDelegations(meeting))) {
            List<String> names = each.organisation() == null
                    ? List.of()
                    : people.getOrDefault(each.organisation().value(), List.of());
            for (String name : names.subList(0, Math.min(each.delegates(), names.size()))) {
                at = at.plusSeconds(40);
                last = note(
                        who, meeting, new DoorGesture(DoorMove.ADD, each.id().value(), name, true, false, at));
            }
        }
        if (last != null) {
            Instant later = day.atTime(19, 42).atZone(settings.current().zone()).toInstant();
            note(who, meeting, new DoorGesture(DoorMove.LEAVE, last, null, false, false, later));
            note(who, meeting, new DoorGesture(DoorMove.RETURN, last, null, false, false, later.plusSeconds(780)));
        }
    }

    private static Map<UUID, List<String>> findPeople(ExampleDirectory directory) {
        return ExampleFile.lines("personnes.csv").stream()
                .filter(line -> !line.text("prénom").isEmpty()
                        && directory.organisations().containsKey(line.text("organisation")))
                .collect(Collectors.groupingBy(
                        line -> directory
                                .organisation(line.text("organisation"))
                                .value(),
                        Collectors.mapping(line -> line.text("prénom") + " " + line.text("nom"), Collectors.toList())));
    }

    /** A gesture at the door, as a phone notes it, about one delegate. */
    private UUID note(Actor who, MeetingId meeting, DoorGesture gesture) {
        return operations
                .callAs(who, "door.note", () -> phone.apply(meeting.value(), gesture))
                .guest();
    }

    private UUID item(Actor who, MeetingId meeting, String title) {
        Agenda agenda = operations.callAs(who, "assembly.read-agenda", () -> agendas.findAgenda(meeting));
        return agenda.points().stream()
                .filter(point -> point.title().equals(title))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private VoteId prepare(Actor who, MeetingId meeting, String title, String text) {
        return prepare(who, meeting, title, VoteMethod.HANDS, text);
    }

    private VoteId prepare(Actor who, MeetingId meeting, String title, VoteMethod method, String text) {
        var facts = new VoteFacts(item(who, meeting, title), VoteKind.TEXT, method, text, null, null);
        return operations.callAs(who, "vote.create", () -> votes.create(meeting, facts));
    }

    private int open(Actor who, VoteId vote) {
        List<DelegateId> movers = operations.callAs(
                who,
                "vote.read",
                () -> queries.findMovers(queries.findById(vote).meeting()).stream()
                        .map(DelegateMover::delegate)
                        .toList());
        var opening = new OpeningFacts(true, movers.get(0), movers.get(movers.size() / 2));
        operations.runAs(who, "vote.open", () -> votes.open(vote, opening));
        Integer present = operations
                .callAs(who, "vote.read", () -> queries.findById(vote))
                .present();
        return present == null ? 0 : present;
    }

    private void byHands(Actor who, VoteId vote, int against, int abstained) {
        int present = open(who, vote);
        var hands = new CountedHands(present - against - abstained, against, abstained);
        operations.callAs(who, "vote.close", () -> votes.close(vote, new CountedVotes(hands, null, Map.of(), false)));
    }

    private VoteId prepareElection(Actor who, MeetingId meeting, String text, int seats) {
        var facts =
                new VoteFacts(item(who, meeting, "Élections"), VoteKind.ELECTION, VoteMethod.PAPER, text, null, seats);
        return operations.callAs(who, "vote.create", () -> votes.create(meeting, facts));
    }

    private void elect(Actor who, MeetingId meeting) {
        VoteId election = prepareElection(who, meeting, "deux postes au conseil d’administration", 2);
        Map.of(
                        "Marisol Quispe", "",
                        "Samuel Gros-Louis", "Siège aussi à la fondation d’un fournisseur de papier",
                        "Ghislain Théberge", "")
                .forEach((name, interests) -> operations.runAs(
                        who, "vote.add-candidate", () -> elections.addCandidate(election, name, interests)));
        int present = open(who, election);
        List<Candidate> candidates = operations
                .callAs(who, "vote.read", () -> queries.findByMeeting(meeting))
                .candidatesOf(election);
        int valid = present - 2;
        Map<String, Integer> voices = Map.of(
                "Marisol Quispe", valid - 3, "Samuel Gros-Louis", valid / 2 + 3, "Ghislain Théberge", valid / 2 - 4);
        var counted = new CountedVotes(
                null,
                new PaperBatch(present, present - 1, 1, "Denise Beauséjour", "Solange Paquin"),
                candidates.stream()
                        .collect(Collectors.toMap(Candidate::id, each -> voices.getOrDefault(each.name(), 0))),
                false);
        operations.callAs(who, "vote.close", () -> elections.close(election, counted));
    }
}
