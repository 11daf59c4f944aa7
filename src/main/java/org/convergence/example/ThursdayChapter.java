package org.convergence.example;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.People;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Gestures;
import org.convergence.resources.ledger.EntryId;
import org.convergence.resources.ledger.domain.AccountantQueue;
import org.convergence.resources.ledger.domain.Batches;
import org.springframework.stereotype.Component;

/** Two Thursdays of the accountant: one closed batch, and one question since. */
@Component
class ThursdayChapter {

    private static final int ALL = 10_000;

    private final AccountantQueue queue;
    private final Batches batches;
    private final People people;
    private final Gestures gestures;

    ThursdayChapter(AccountantQueue queue, Batches batches, People people, Gestures gestures) {
        this.queue = queue;
        this.batches = batches;
        this.people = people;
        this.gestures = gestures;
    }

    Gestures gestures() {
        return gestures;
    }

    /** The name of an organisation, read as an actor. */
    String name(Actor who, OrganisationId id) {
        Map<OrganisationId, OrganisationName> names =
                gestures.by(who, "People.organisationNames", () -> people.organisationNames(List.of(id)));
        return Objects.requireNonNull(names.get(id)).name();
    }

    /** Accepts all entries but the last two, and closes the batch. */
    void first(Hands hands) {
        Actor accountant = hands.of(Part.GUYLAINE);
        List<EntryId> waiting = gestures.by(accountant, "AccountantQueue.waiting", () -> queue.waiting(ALL)).stream()
                .map(AccountantQueue.Entry::id)
                .toList();
        List<EntryId> taken = waiting.subList(0, Math.max(1, waiting.size() - 2));
        gestures.doneBy(accountant, "AccountantQueue.accept", () -> batches.close(queue.accept(taken)));
    }

    /** Asks about the first remaining entry. */
    void last(Hands hands) {
        Actor accountant = hands.of(Part.GUYLAINE);
        gestures.by(accountant, "AccountantQueue.waiting", () -> queue.waiting(ALL)).stream()
                .findFirst()
                .ifPresent(it -> gestures.doneBy(
                        accountant,
                        "AccountantQueue.ask",
                        () -> queue.ask(
                                it.id(),
                                it.version(),
                                ExampleFile.text("question.txt").strip())));
    }
}
