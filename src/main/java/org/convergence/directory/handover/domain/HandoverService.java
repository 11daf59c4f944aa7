package org.convergence.directory.handover.domain;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.directory.handover.HandoverId;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.HandoverPermissions;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands over everything a person holds, all or nothing. There is no undo: each move is recorded, and a mistake is
 * corrected line by line.
 */
@Service
@Transactional
@Requires(HandoverPermissions.PASS)
public class HandoverService {

    private final HoldingCollector holdingCollector;
    private final HandoverRepository store;
    private final SuccessorLetterSender letters;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    HandoverService(
            HoldingCollector holdingCollector,
            HandoverRepository store,
            SuccessorLetterSender letters,
            OrganisationSettings settings,
            JdbcClient db,
            Clock clock) {
        this.holdingCollector = holdingCollector;
        this.store = store;
        this.letters = letters;
        this.settings = settings;
        this.db = db;
        this.clock = clock;
    }

    /**
     * The result.
     *
     * @param unreached the number of successors without an address, and so without a letter
     */
    public record HandoverResult(HandoverId id, int unreached) {}

    /**
     * Passes and ends the holdings, records the hand-over and writes to the successors.
     *
     * @param t the language of the record
     * @throws Refused where the inventory changed since it was read, or a successor is deleted or leaves too
     */
    public HandoverResult handOver(HandoverInstruction asked, Words t) {
        store.lockPerson(asked.from());
        Inventory now = holdingCollector.collectInventory(asked.from(), asked.lastDay(), t);
        HandoverPolicy.check(asked, now, settings.today());
        Set<PersonId> successors = successors(asked, now);
        successors.forEach(each -> store.requireAvailable(each, settings.today()));
        for (Holding holding : holdingCollector.holdings()) {
            now.kinds().stream()
                    .filter(kind -> kind.key().equals(holding.key()))
                    .forEach(kind -> move(holding, kind, asked));
        }
        HandoverId id = store.insert(asked, now, successors);
        return new HandoverResult(id, letters.write(id, successors));
    }

    /**
     * Previews {@link #handOver}; nothing is written.
     *
     * @throws Refused as {@link #handOver} does
     */
    @Transactional(readOnly = true)
    public HandoverPreview preview(HandoverInstruction asked, Words t) {
        Inventory now = holdingCollector.collectInventory(asked.from(), asked.lastDay(), t);
        HandoverPolicy.check(asked, now, settings.today());
        Map<PersonId, Long> things = now.passingIds().stream()
                .map(asked::successorOf)
                .map(Objects::requireNonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        things.keySet().forEach(each -> store.requireAvailable(each, settings.today()));
        return letters.preview(things);
    }

    private static Set<PersonId> successors(HandoverInstruction asked, Inventory now) {
        return now.passingIds().stream()
                .map(asked::successorOf)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }

    private static void move(Holding holding, Inventory.InventoryGroup kind, HandoverInstruction asked) {
        if (holding instanceof Holding.EndingHolding ending) {
            ending.end(
                    asked.from(), kind.things().stream().map(HandoverItem::id).toList(), asked.lastDay());
        } else if (holding instanceof Holding.TransferableHolding passing) {
            Map<PersonId, Set<UUID>> bySuccessor = kind.things().stream()
                    .map(HandoverItem::id)
                    .collect(Collectors.groupingBy(
                            each -> Objects.requireNonNull(asked.successorOf(each)), Collectors.toSet()));
            bySuccessor.forEach((to, which) -> {
                if (passing.pass(asked.from(), to, which) < which.size()) {
                    throw new Refused("handover.refused.changed");
                }
            });
        }
    }

    /** « Lu »: idempotent. */
    @Requires(HandoverPermissions.OWN)
    public void markRead(HandoverId id) {
        UUID me = CurrentActor.get().personId();
        int hers = me == null
                ? 0
                : db.sql("""
                                UPDATE directory.handover_note SET read_at = coalesce(read_at, ?)
                                WHERE handover = ? AND successor = ?
                                """)
                        .params(clock.instant().atOffset(ZoneOffset.UTC), id.value(), me)
                        .update();
        if (hers == 0) {
            throw new NotFound("hand-over");
        }
    }
}
