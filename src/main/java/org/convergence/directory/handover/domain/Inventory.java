package org.convergence.directory.handover.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.handover.Fate;
import org.convergence.directory.handover.Held;

/** All that someone holds beyond her last day, kind by kind. */
public record Inventory(LocalDate lastDay, List<Kind> kinds) {

    public Inventory {
        kinds = List.copyOf(kinds);
    }

    /**
     * A kind of it.
     *
     * @param key the word of its holding, and the message with its name
     */
    public record Kind(String key, Fate fate, List<Held> things) {}

    /** The kinds to which this happens. */
    public List<Kind> of(Fate fate) {
        return kinds.stream().filter(kind -> kind.fate() == fate).toList();
    }

    /** How much this happens to. */
    public int count(Fate fate) {
        return of(fate).stream().mapToInt(kind -> kind.things().size()).sum();
    }

    /** The ids of what passes. */
    public List<UUID> passing() {
        return of(Fate.PASSES).stream()
                .flatMap(kind -> kind.things().stream())
                .map(Held::id)
                .toList();
    }

    /** A word by which one that was read is told from one of which something else would pass. */
    public String mark() {
        return Integer.toHexString(of(Fate.PASSES).stream()
                .flatMap(kind -> kind.things().stream().map(each -> kind.key() + each.id()))
                .sorted()
                .toList()
                .hashCode());
    }
}
