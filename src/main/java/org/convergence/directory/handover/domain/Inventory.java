package org.convergence.directory.handover.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.handover.Fate;
import org.convergence.directory.handover.Held;

/** Everything a person holds beyond the last day, grouped by kind. */
public record Inventory(LocalDate lastDay, List<Kind> kinds) {

    public Inventory {
        kinds = List.copyOf(kinds);
    }

    /**
     * The things of one kind.
     *
     * @param key the key of its holding, and of the message with its name
     */
    public record Kind(String key, Fate fate, List<Held> things) {}

    /** The kinds with this outcome. */
    public List<Kind> of(Fate fate) {
        return kinds.stream().filter(kind -> kind.fate() == fate).toList();
    }

    /** The number of things with this outcome. */
    public int count(Fate fate) {
        return of(fate).stream().mapToInt(kind -> kind.things().size()).sum();
    }

    /** The ids of the things that pass. */
    public List<UUID> passing() {
        return of(Fate.PASSES).stream()
                .flatMap(kind -> kind.things().stream())
                .map(Held::id)
                .toList();
    }

    /** A fingerprint of the things that pass, to detect changes since the page was read. */
    public String mark() {
        return Integer.toHexString(of(Fate.PASSES).stream()
                .flatMap(kind -> kind.things().stream().map(each -> kind.key() + each.id()))
                .sorted()
                .toList()
                .hashCode());
    }
}
