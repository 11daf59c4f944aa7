package org.convergence.directory.handover.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding.HandoverOutcome;

/** Everything a person holds beyond the last day, grouped by kind. */
public record Inventory(LocalDate lastDay, List<InventoryGroup> kinds) {

    public Inventory {
        kinds = List.copyOf(kinds);
    }

    /**
     * The things of one kind.
     *
     * @param key the key of its holding, and of the message with its name
     */
    public record InventoryGroup(String key, HandoverOutcome fate, List<HandoverItem> things) {}

    /** The kinds with this outcome. */
    public List<InventoryGroup> groupsWith(HandoverOutcome fate) {
        return kinds.stream().filter(kind -> kind.fate() == fate).toList();
    }

    /** The number of things with this outcome. */
    public int countWith(HandoverOutcome fate) {
        return groupsWith(fate).stream().mapToInt(kind -> kind.things().size()).sum();
    }

    /** The ids of the things that pass. */
    public List<UUID> passingIds() {
        return groupsWith(HandoverOutcome.PASSES).stream()
                .flatMap(kind -> kind.things().stream())
                .map(HandoverItem::id)
                .toList();
    }

    /** A fingerprint of the things that pass, to detect changes since the page was read. */
    public String fingerprint() {
        return Integer.toHexString(groupsWith(HandoverOutcome.PASSES).stream()
                .flatMap(kind -> kind.things().stream().map(each -> kind.key() + each.id()))
                .sorted()
                .toList()
                .hashCode());
    }
}
