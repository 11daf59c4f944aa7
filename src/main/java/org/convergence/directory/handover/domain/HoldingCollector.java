package org.convergence.directory.handover.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.handover.HandoverBackgroundSource;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Collects holdings and background from all contributors. Callers have checked the permission. */
@Component
class HoldingCollector {

    private final List<Holding> holdings;
    private final List<HandoverBackgroundSource> backgrounds;

    HoldingCollector(List<Holding> holdings, List<HandoverBackgroundSource> backgrounds) {
        this.holdings = holdings.stream()
                .sorted(Comparator.comparingInt(Holding::order))
                .toList();
        this.backgrounds = backgrounds.stream()
                .sorted(Comparator.comparingInt(HandoverBackgroundSource::order))
                .toList();
    }

    List<Holding> holdings() {
        return holdings;
    }

    Inventory collectInventory(PersonId person, LocalDate lastDay, Words t) {
        return new Inventory(
                lastDay,
                holdings.stream()
                        .map(each -> new Inventory.InventoryGroup(
                                each.key(), each.outcome(), each.findItems(person, lastDay, t)))
                        .filter(kind -> !kind.things().isEmpty())
                        .toList());
    }

    List<HandoverBackgroundSource.BackgroundChapter> collectBackground(Collection<UUID> held, Words t) {
        return held.isEmpty()
                ? List.of()
                : backgrounds.stream()
                        .filter(each -> CurrentActor.get().may(each.permission()))
                        .flatMap(each -> each.findChapter(held, t).stream())
                        .toList();
    }
}
