package org.convergence.outreach.assembly.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.assembly.Board;
import org.convergence.outreach.assembly.Board.Seated;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Holders and rules on a day. */
@ModuleTest
class SeatsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Autowired
    private Visitors visitors;

    @Autowired
    private Board board;

    @Autowired
    private BodyReading reading;

    @Autowired
    private BodyKeeping bodies;

    @BeforeEach
    void anOrganisation() {
        visitors.anOrganisation();
    }

    @Test
    void aSeatWithoutAHolderIsShownAsSuch() {
        Seated made = board.seated();

        List<SeatOn> seats = board.by(() -> reading.seats(made.id(), DAY));

        assertThat(seats).hasSize(5);
        assertThat(seats).extracting(seat -> seat.holder() != null).containsExactly(true, true, true, true, false);
        assertThat(seats.get(4).isHeld()).isFalse();
    }

    @Test
    void whoComesNextEndsTheMandateBeforeAndHistoryKeepsBoth() {
        Seated made = board.seated();
        UUID seat = made.seats().get(0);
        PersonId next = board.person("Nouvelle", "Titulaire", "fr");

        board.appoint(seat, SeatRole.HOLDER, next, DAY);

        assertThat(holder(made, DAY.minusDays(1))).isEqualTo(made.holders().get(0));
        assertThat(holder(made, DAY)).isEqualTo(next);
    }

    @Test
    void twoNeverHoldASeatInOneQualityAtOnce() {
        Seated made = board.seated();
        PersonId other = board.person("Autre", "Personne", "fr");

        assertThatThrownBy(() -> board.appoint(made.seats().get(0), SeatRole.HOLDER, other, Board.FOUNDED))
                .isInstanceOf(Refused.class);
        board.appoint(made.seats().get(0), SeatRole.SUBSTITUTE, other, Board.FOUNDED);
        assertThat(board.by(() -> reading.seats(made.id(), DAY)).get(0).substitute())
                .isNotNull();
    }

    @Test
    void theRulesOfADayAreThoseThatHeldThen() {
        Seated made = board.seated();
        var newer = new RuleSet(DAY, "Art. 21", 5, Quorum.of(3), null, List.of());
        board.run(() -> bodies.adoptRules(made.id(), newer));

        assertThat(board.by(() -> reading.rulesOn(made.id(), DAY.minusDays(1))).noticeDays())
                .isEqualTo(10);
        assertThat(board.by(() -> reading.rulesOn(made.id(), DAY))).isEqualTo(newer);
        assertThat(board.by(() -> reading.rulesOn(made.id(), Board.FOUNDED.minusYears(1)))
                        .noticeDays())
                .as("before the first rules, the first")
                .isEqualTo(10);
        assertThatThrownBy(() -> board.run(() -> bodies.adoptRules(made.id(), newer)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aCodeIsOfOneBodyAndAnOldFormIsToldSo() {
        Seated made = board.seated();
        Body body = board.by(() -> reading.one(made.id()));

        assertThatThrownBy(() -> board.by(() -> bodies.found(body.facts(), RuleSet.usual(DAY))))
                .isInstanceOf(Refused.class);
        board.run(() -> bodies.correct(made.id(), body.version(), body.facts()));
        assertThatThrownBy(() -> board.run(() -> bodies.correct(made.id(), body.version(), body.facts())))
                .isInstanceOf(EditConflict.class);
    }

    private PersonId holder(Seated made, LocalDate day) {
        SeatOn.Sitting holder =
                board.by(() -> reading.seats(made.id(), day)).get(0).holder();
        return Objects.requireNonNull(holder).person();
    }
}
