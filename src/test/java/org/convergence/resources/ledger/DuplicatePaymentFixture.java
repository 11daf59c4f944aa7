package org.convergence.resources.ledger;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentService;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A union whose payments are recorded as the coordinator. */
abstract class DuplicatePaymentFixture {

    @Autowired
    TestUsers visitors;

    @Autowired
    PeopleDirectory people;

    @Autowired
    PaymentService receiving;

    @Autowired
    ConcurrentActions atOnce;

    OrganisationId union = new OrganisationId(new UUID(0, 0));

    @BeforeEach
    void createUnion() {
        visitors.ensureOrganisation();
        union = as(() -> people.findOrCreateOrganisation("Syndicat " + UUID.randomUUID()));
    }

    PaymentId noted(PaymentFacts facts) {
        return as(() -> receiving.receive(facts, List.of()));
    }

    void corrected(PaymentId id, PaymentFacts facts) {
        as(() -> {
            receiving.correct(id, 1, facts, List.of());
            return true;
        });
    }

    <T> T as(Supplier<T> work) {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), work::get);
    }
}
