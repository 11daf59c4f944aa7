package org.convergence.directory.handover.domain;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding.HandoverOutcome;
import org.convergence.directory.handover.domain.HandoverService.HandoverInstruction;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HandoverPolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final PersonId LEAVES = new PersonId(Ids.next());
    private static final PersonId STAYS = new PersonId(Ids.next());
    private static final HandoverItem LINE = new HandoverItem(Ids.next(), "Donner des ateliers", null, null, null);
    private static final Inventory ONE =
            new Inventory(TODAY, List.of(new Inventory.InventoryGroup("k", HandoverOutcome.PASSES, List.of(LINE))));

    @Test
    void acceptsReviewedHandover() {
        assertThatCode(() -> check(STAYS, null, Set.of(), TODAY, ONE.fingerprint()))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(STAYS, null, Set.of(), TODAY.plusMonths(3), ONE.fingerprint()))
                .doesNotThrowAnyException();
    }

    @Test
    void transferredItemNeedsASuccessor() {
        refused("handover.refused.nobody", null, null, Set.of(), TODAY, ONE.fingerprint());
        refused("handover.refused.herself", LEAVES, null, Set.of(), TODAY, ONE.fingerprint());
        refused("handover.refused.herself", STAYS, LEAVES, Set.of(), TODAY, ONE.fingerprint());
        refused("handover.refused.no-other", STAYS, null, Set.of(LINE.id()), TODAY, ONE.fingerprint());
    }

    @Test
    void refusesItemsChangedSinceRead() {
        refused("handover.refused.changed", STAYS, null, Set.of(), TODAY, "other");
    }

    @Test
    void detectsNearLastDay() {
        refused(
                "handover.refused.last-day",
                STAYS,
                null,
                Set.of(),
                TODAY.plusYears(1).plusDays(1),
                ONE.fingerprint());
        refused(
                "handover.refused.last-day",
                STAYS,
                null,
                Set.of(),
                TODAY.minusYears(1).minusDays(1),
                ONE.fingerprint());
    }

    @Test
    void endingItemsDoNotChangeTheMark() {
        var ends = new Inventory.InventoryGroup(
                "e", HandoverOutcome.ENDS, List.of(new HandoverItem(Ids.next(), "Rôle", null, null, null)));
        var both = new Inventory(TODAY, List.of(ONE.kinds().get(0), ends));
        assertThatCode(() -> HandoverPolicy.check(asked(STAYS, null, Set.of(), TODAY, ONE.fingerprint()), both, TODAY))
                .doesNotThrowAnyException();
    }

    private static void refused(
            String why,
            @Nullable PersonId to,
            @Nullable PersonId other,
            Set<UUID> toOther,
            LocalDate lastDay,
            String mark) {
        assertThatThrownBy(() -> check(to, other, toOther, lastDay, mark)).hasMessage(why);
    }

    private static void check(
            @Nullable PersonId to, @Nullable PersonId other, Set<UUID> toOther, LocalDate lastDay, String mark) {
        HandoverPolicy.check(asked(to, other, toOther, lastDay, mark), ONE, TODAY);
    }

    private static HandoverInstruction asked(
            @Nullable PersonId to, @Nullable PersonId other, Set<UUID> toOther, LocalDate lastDay, String mark) {
        return new HandoverInstruction(LEAVES, lastDay, to, other, toOther, "", mark);
    }
}
