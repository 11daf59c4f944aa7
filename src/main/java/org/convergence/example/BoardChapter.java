package org.convergence.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.domain.BodyFacts;
import org.convergence.outreach.assembly.domain.BodyKind;
import org.convergence.outreach.assembly.domain.BodyService;
import org.convergence.outreach.assembly.domain.Majority;
import org.convergence.outreach.assembly.domain.Quorum;
import org.convergence.outreach.assembly.domain.RuleSet;
import org.convergence.outreach.assembly.domain.SeatFacts;
import org.convergence.outreach.assembly.domain.SeatRole;
import org.convergence.outreach.assembly.domain.SeatService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bodies of the example, and the members of the board. */
@Component
record BoardChapter(BodyService bodies, SeatService seats, Messages messages, AuditedOperations operations) {

    /** The board: its seats in order, and the holders of the first ones; and the general assembly. */
    record ExampleBoard(BodyId id, List<UUID> seats, List<PersonId> people, BodyId assembly) {}

    ExampleBoard enter(Actor who, ExampleDirectory directory, ExampleCalendar calendar) {
        LocalDate since = calendar.previousStart().minusYears(2);
        LocalDate elected = calendar.previousStart().plusMonths(2);
        BodyId board = found(who, since, "Conseil d’administration", "CA", null, BodyKind.BOARD, Quorum.moreThanHalf());
        found(who, since, "Comité exécutif", "CE", null, BodyKind.EXECUTIVE, Quorum.ofSeats(3));
        BodyId assembly = found(
                who,
                since,
                "Assemblée générale annuelle",
                "AGA",
                "AGE",
                BodyKind.GENERAL,
                new Quorum(Quorum.QuorumMeasure.ORGANISATIONS, 1, 3, false));
        List<UUID> made = new ArrayList<>();
        List<PersonId> people = new ArrayList<>();
        for (ExampleFile.ExampleLine line : ExampleFile.lines("sieges.csv")) {
            String organisation = line.text("organisation");
            var facts = new SeatFacts(
                    line.orNull("charge"),
                    organisation.isEmpty() ? null : directory.organisation(organisation),
                    since,
                    null);
            UUID seat = operations.callAs(who, "assembly.add", () -> seats.add(board, facts));
            made.add(seat);
            sit(who, seat, SeatRole.HOLDER, line.text("titulaire"), directory, elected);
            sit(who, seat, SeatRole.SUBSTITUTE, line.text("substitut"), directory, elected);
            if (!line.text("titulaire").isEmpty()) {
                people.add(directory.person(line.text("titulaire")));
            }
        }
        return new ExampleBoard(board, made, people, assembly);
    }

    private void sit(Actor who, UUID seat, SeatRole role, String person, ExampleDirectory directory, LocalDate since) {
        if (!person.isEmpty()) {
            operations.callAs(
                    who, "assembly.appoint", () -> seats.appoint(seat, role, directory.person(person), since, null));
        }
    }

    private BodyId found(
            Actor who,
            LocalDate since,
            String name,
            String code,
            @Nullable String special,
            BodyKind kind,
            Quorum quorum) {
        String standing = messages.patterns(Language.FRENCH)
                .getOrDefault("assembly.standing." + (kind == BodyKind.GENERAL ? "GENERAL" : "BOARD"), "");
        var facts = new BodyFacts(name, code, special, kind, List.of(standing.split(" \\| ", -1)), null);
        var rules = new RuleSet(
                since,
                "Règlements généraux, chapitre 4",
                kind == BodyKind.GENERAL ? 30 : 10,
                quorum,
                24,
                List.of(new Majority("Modification des règlements, art. 31", 2, 3, false, false)));
        return operations.callAs(who, "assembly.found", () -> bodies.create(facts, rules));
    }
}
