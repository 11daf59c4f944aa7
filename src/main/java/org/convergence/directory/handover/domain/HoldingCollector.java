package org.convergence.directory.handover.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.handover.HandoverBackgroundSource;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.PageAccess;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Collects holdings and background from all contributors. Callers have checked the permission. */
@Component
class HoldingCollector {

    private final List<Holding> holdings;
    private final List<HandoverBackgroundSource> backgrounds;
    private final PageAccess pages;

    HoldingCollector(List<Holding> holdings, List<HandoverBackgroundSource> backgrounds, PageAccess pages) {
        this.pages = pages;
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
                                each.key(),
                                each.outcome(),
                                each.findItems(person, lastDay, t).stream()
                                        .map(this::withoutClosedPage)
                                        .toList()))
                        .filter(kind -> !kind.things().isEmpty())
                        .toList());
    }

    /** A person may hold what its role does not let it open, such as a mission that a volunteer leads. */
    private HandoverItem withoutClosedPage(HandoverItem item) {
        String url = item.url();
        return url == null || pages.mayOpen(url)
                ? item
                : new HandoverItem(item.id(), item.what(), item.detail(), null, item.due());
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
