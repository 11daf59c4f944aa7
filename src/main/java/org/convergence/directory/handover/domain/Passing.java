package org.convergence.directory.handover.domain;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.directory.handover.HandoverId;
import org.convergence.directory.handover.HandoverPermissions;
import org.convergence.directory.handover.Held;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands over everything a person holds, all or nothing. There is no undo: each move is recorded, and a mistake is
 * corrected line by line.
 */
@Service
@Transactional
@Requires(HandoverPermissions.PASS)
public class Passing {

    private final Stock stock;
    private final HandoverStore store;
    private final SuccessorLetters letters;
    private final OrganisationSettings settings;

    Passing(Stock stock, HandoverStore store, SuccessorLetters letters, OrganisationSettings settings) {
        this.stock = stock;
        this.store = store;
        this.letters = letters;
        this.settings = settings;
    }

    /**
     * The result.
     *
     * @param unreached the number of successors without an address, and so without a letter
     */
    public record Passed(HandoverId id, int unreached) {}

    /**
     * Passes and ends the holdings, records the hand-over and writes to the successors.
     *
     * @param t the language of the record
     * @throws Refused where the inventory changed since it was read, or a successor is deleted or leaves too
     */
    public Passed pass(Passage asked, Words t) {
        store.holdPerson(asked.from());
        Inventory now = stock.of(asked.from(), asked.lastDay(), t);
        PassagePolicy.check(asked, now, settings.today());
        Set<PersonId> successors = successors(asked, now);
        successors.forEach(each -> store.requireHere(each, settings.today()));
        for (Holding holding : stock.holdings()) {
            now.kinds().stream()
                    .filter(kind -> kind.key().equals(holding.key()))
                    .forEach(kind -> move(holding, kind, asked));
        }
        HandoverId id = store.keep(asked, now, successors);
        return new Passed(id, letters.write(id, successors));
    }

    /**
     * What {@link #pass} would do.
     *
     * @throws Refused as {@link #pass} does
     */
    @Transactional(readOnly = true)
    public HandoverPreview preview(Passage asked, Words t) {
        Inventory now = stock.of(asked.from(), asked.lastDay(), t);
        PassagePolicy.check(asked, now, settings.today());
        Map<PersonId, Long> things = now.passing().stream()
                .map(asked::successorOf)
                .map(Objects::requireNonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        things.keySet().forEach(each -> store.requireHere(each, settings.today()));
        return letters.preview(things);
    }

    private static Set<PersonId> successors(Passage asked, Inventory now) {
        return now.passing().stream()
                .map(asked::successorOf)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }

    private static void move(Holding holding, Inventory.Kind kind, Passage asked) {
        if (holding instanceof Holding.Ending ending) {
            ending.end(asked.from(), kind.things().stream().map(Held::id).toList(), asked.lastDay());
        } else if (holding instanceof Holding.Passing passing) {
            Map<PersonId, Set<UUID>> bySuccessor = kind.things().stream()
                    .map(Held::id)
                    .collect(Collectors.groupingBy(
                            each -> Objects.requireNonNull(asked.successorOf(each)), Collectors.toSet()));
            bySuccessor.forEach((to, which) -> {
                if (passing.pass(asked.from(), to, which) < which.size()) {
                    throw new Refused("handover.refused.changed");
                }
            });
        }
    }
}
