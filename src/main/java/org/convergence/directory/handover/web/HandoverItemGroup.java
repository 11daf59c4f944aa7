package org.convergence.directory.handover.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding.HandoverOutcome;
import org.convergence.directory.handover.domain.Inventory;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The things of one kind, as shown. */
public record HandoverItemGroup(String title, List<HandoverItemRow> rows) {

    /**
     * An item of the group.
     *
     * @param when its day, in words; empty for none
     * @param to its new holder; {@code null} for none
     */
    public record HandoverItemRow(
            String id,
            String when,
            boolean late,
            String what,
            @Nullable String url,
            @Nullable String detail,
            @Nullable String to) {}

    static List<HandoverItemGroup> of(List<Inventory.InventoryGroup> kinds, LocalDate today, Words t) {
        return kinds.stream()
                .map(kind -> new HandoverItemGroup(
                        t.say(kind.key()),
                        kind.things().stream()
                                .map(each -> row(each, kind.fate(), null, today, t))
                                .toList()))
                .toList();
    }

    static HandoverItemRow row(HandoverItem held, HandoverOutcome fate, @Nullable String to, LocalDate today, Words t) {
        LocalDate due = held.due();
        boolean passes = fate == HandoverOutcome.PASSES;
        return new HandoverItemRow(
                held.id().toString(),
                due == null ? "" : t.say(passes ? "handover.by" : "handover.until", due),
                passes && due != null && due.isBefore(today),
                held.what(),
                held.url(),
                held.detail(),
                to);
    }
}
