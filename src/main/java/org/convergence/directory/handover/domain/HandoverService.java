package org.convergence.directory.handover.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands over everything a person holds, all or nothing. There is no undo: each move is recorded, and a mistake is
 * corrected line by line. Successors mark the note to them as read.
 */
@Service
@Transactional
@Requires(HandoverPermissions.PASS)
public class HandoverService {

    private final HoldingCollector holdingCollector;
    private final HandoverRepository store;
    private final PeopleDirectory people;
    private final SuccessorLetterSender letters;
    private final OrganisationSettings settings;
    private final JdbcClient db;
    private final Clock clock;

    HandoverService(
            HoldingCollector holdingCollector,
            HandoverRepository store,
            PeopleDirectory people,
            SuccessorLetterSender letters,
            OrganisationSettings settings,
            JdbcClient db,
            Clock clock) {
        this.holdingCollector = holdingCollector;
        this.store = store;
        this.people = people;
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
        // Of two hand-overs for one person at once, the second waits, then reads what remains.
        people.lock(asked.from());
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
                                """).params(SqlTime.now(clock), id.value(), me).update();
        if (hers == 0) {
            throw new NotFound("hand-over");
        }
    }

    /**
     * The effects of a hand-over, shown before it is confirmed.
     *
     * @param successors the successors, by name; empty where nothing passes
     * @param letters the letters that would be sent, with their recipients
     */
    public record HandoverPreview(List<Successor> successors, MailingPreview letters) {

        /** A successor, and the number of items that pass to them. */
        public record Successor(UUID person, String name, int things) {}

        /**
         * A fingerprint of the preview: if the items changed since it was shown, the new preview is shown instead of
         * handing over.
         */
        public String mark() {
            return successors.stream()
                    .map(each -> each.person() + "*" + each.things())
                    .collect(Collectors.joining(","));
        }
    }

    /**
     * The input of a hand-over.
     *
     * @param from the person who leaves
     * @param lastDay their last day
     * @param successor the successor; {@code null} where nothing passes
     * @param other the successor for some things instead; {@code null} for none
     * @param toOther the ids of these things
     * @param note for the successors, up to {@value #LONGEST_NOTE} characters; may be empty
     * @param mark the fingerprint of the inventory that was read
     */
    public record HandoverInstruction(
            PersonId from,
            LocalDate lastDay,
            @Nullable PersonId successor,
            @Nullable PersonId other,
            Set<UUID> toOther,
            String note,
            String mark) {

        /** The longest note, in characters. */
        public static final int LONGEST_NOTE = 10_000;

        public HandoverInstruction {
            toOther = Set.copyOf(toOther);
        }

        /** The successor for a thing. */
        @Nullable
        PersonId successorOf(UUID thing) {
            return other != null && toOther.contains(thing) ? other : successor;
        }
    }
}
