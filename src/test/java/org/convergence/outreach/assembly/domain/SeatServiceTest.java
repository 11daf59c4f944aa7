package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Holders and rules on a day. */
@ModuleTest
class SeatServiceTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Autowired
    private TestUsers visitors;

    @Autowired
    private BoardFixture board;

    @Autowired
    private BodyQueries reading;

    @Autowired
    private BodyService bodies;

    @BeforeEach
    void anOrganisation() {
        visitors.ensureOrganisation();
    }

    @Test
    void showsAVacantSeat() {
        SeatedBoard made = board.addBoard();

        List<SeatOnDay> seats = board.callAs(() -> reading.findSeats(made.id(), DAY));

        assertThat(seats).hasSize(5);
        assertThat(seats).extracting(seat -> seat.holder() != null).containsExactly(true, true, true, true, false);
        assertThat(seats.get(4).isHeld()).isFalse();
    }

    @Test
    void aNewMandateEndsThePreviousOne() {
        SeatedBoard made = board.addBoard();
        UUID seat = made.seats().get(0);
        PersonId next = board.addPerson("Nouvelle", "Titulaire", "fr");

        board.appoint(seat, SeatRole.HOLDER, next, DAY);

        assertThat(holder(made, DAY.minusDays(1))).isEqualTo(made.holders().get(0));
        assertThat(holder(made, DAY)).isEqualTo(next);
    }

    @Test
    void refusesOverlappingMandatesInOneRole() {
        SeatedBoard made = board.addBoard();
        PersonId other = board.addPerson("Autre", "Personne", "fr");

        assertThatThrownBy(() -> board.appoint(made.seats().get(0), SeatRole.HOLDER, other, BoardFixture.FOUNDED))
                .isInstanceOf(Refused.class);
        board.appoint(made.seats().get(0), SeatRole.SUBSTITUTE, other, BoardFixture.FOUNDED);
        assertThat(board.callAs(() -> reading.findSeats(made.id(), DAY)).get(0).substitute())
                .isNotNull();
    }

    @Test
    void refusesOnePersonInTwoRolesAtASeat() {
        SeatedBoard made = board.addBoard();
        UUID seat = made.seats().get(0);
        PersonId person = board.addPerson("Autre", "Personne", "fr");
        board.appoint(seat, SeatRole.SUBSTITUTE, person, DAY);

        assertThatThrownBy(() -> board.appoint(seat, SeatRole.HOLDER, person, DAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("mandate-two-roles");
    }

    @Test
    void endsTheRoleOfASubstituteWhoBecomesHolder() {
        SeatedBoard made = board.addBoard();
        UUID seat = made.seats().get(0);
        PersonId person = board.addPerson("Autre", "Personne", "fr");
        board.appoint(seat, SeatRole.SUBSTITUTE, person, BoardFixture.FOUNDED);

        board.appoint(seat, SeatRole.HOLDER, person, DAY);

        assertThat(holder(made, DAY)).isEqualTo(person);
        assertThat(board.callAs(() -> reading.findSeats(made.id(), DAY)).get(0).substitute())
                .isNull();
    }

    @Test
    void findsTheRulesOfADay() {
        SeatedBoard made = board.addBoard();
        var newer = new RuleSet(DAY, "Art. 21", 5, Quorum.ofSeats(3), null, List.of());
        board.runAs(() -> bodies.adoptRules(made.id(), newer));

        assertThat(board.callAs(() -> reading.findRulesOn(made.id(), DAY.minusDays(1)))
                        .noticeDays())
                .isEqualTo(10);
        assertThat(board.callAs(() -> reading.findRulesOn(made.id(), DAY))).isEqualTo(newer);
        assertThat(board.callAs(() -> reading.findRulesOn(made.id(), BoardFixture.FOUNDED.minusYears(1)))
                        .noticeDays())
                .as("before the first rules, the first apply")
                .isEqualTo(10);
        assertThatThrownBy(() -> board.runAs(() -> bodies.adoptRules(made.id(), newer)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void refusesATakenCodeAndAnOutdatedForm() {
        SeatedBoard made = board.addBoard();
        Body body = board.callAs(() -> reading.findById(made.id()));

        assertThatThrownBy(() -> board.callAs(() -> bodies.create(body.facts(), RuleSet.defaultsFrom(DAY))))
                .isInstanceOf(Refused.class);
        board.runAs(() -> bodies.correct(made.id(), body.version(), body.facts()));
        assertThatThrownBy(() -> board.runAs(() -> bodies.correct(made.id(), body.version(), body.facts())))
                .isInstanceOf(EditConflict.class);
    }

    private PersonId holder(SeatedBoard made, LocalDate day) {
        SeatOnDay.SeatMandate holder =
                board.callAs(() -> reading.findSeats(made.id(), day)).get(0).holder();
        return Objects.requireNonNull(holder).person();
    }
}
