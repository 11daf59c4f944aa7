package org.convergence.example;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.resources.ledger.EntryId;
import org.convergence.resources.ledger.domain.AccountantQueueService;
import org.convergence.resources.ledger.domain.BatchService;
import org.springframework.stereotype.Component;

/** Two Thursdays of the accountant: one closed batch, and one question since. */
@Component
class AccountantChapter {

    private static final int ALL = 10_000;

    private final AccountantQueueService queue;
    private final BatchService batches;
    private final PeopleDirectory people;
    private final AuditedOperations gestures;

    AccountantChapter(
            AccountantQueueService queue, BatchService batches, PeopleDirectory people, AuditedOperations gestures) {
        this.queue = queue;
        this.batches = batches;
        this.people = people;
        this.gestures = gestures;
    }

    AuditedOperations operations() {
        return gestures;
    }

    /** The name of an organisation, read as an actor. */
    String findName(Actor who, OrganisationId id) {
        Map<OrganisationId, OrganisationName> names =
                gestures.callAs(who, "people.organisationNames", () -> people.organisationNames(List.of(id)));
        return Objects.requireNonNull(names.get(id)).name();
    }

    /** Accepts all entries but the last two, and closes the batch. */
    void closeBatch(ExampleActors hands) {
        Actor accountant = hands.actorOf(ExampleUser.GUYLAINE);
        List<EntryId> waiting = gestures.callAs(accountant, "ledger.waiting", () -> queue.waiting(ALL)).stream()
                .map(AccountantQueueService.QueueEntry::id)
                .toList();
        List<EntryId> taken = waiting.subList(0, Math.max(1, waiting.size() - 2));
        gestures.runAs(accountant, "ledger.accept", () -> batches.close(queue.accept(taken)));
    }

    /** Asks about the first remaining entry. */
    void askQuestion(ExampleActors hands) {
        Actor accountant = hands.actorOf(ExampleUser.GUYLAINE);
        gestures.callAs(accountant, "ledger.waiting", () -> queue.waiting(ALL)).stream()
                .findFirst()
                .ifPresent(it -> gestures.runAs(
                        accountant,
                        "ledger.ask",
                        () -> queue.returnWithQuestion(
                                it.id(),
                                it.version(),
                                ExampleFile.text("question.txt").strip())));
    }
}
