package org.convergence.directory.consent.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.consent.ConsentDecision.ConsentReason;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long the function of a representative allows letters. */
@ModuleTest
class RepresentativeGroundTest {

    @Autowired
    private ConsentLedgerService ledger;

    @Autowired
    private ConsentDecisionQueries answers;

    @Autowired
    private PersonService persons;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void today() {
        visitors.ensureOrganisation();
        today = settings.today();
    }

    @Test
    void representativeIsWrittenToUntilTheFunctionEnds() {
        PersonId ana = CurrentActor.callAs(
                visitors.actor(Role.COORDINATOR),
                () -> persons.create(new PersonFacts("Ana", "Morales", null, null, List.of(), List.of(), null)));
        CurrentActor.callAs(
                visitors.actor(Role.STAFF),
                () -> ledger.record(new ConsentRecord(
                        ana,
                        ConsentChannel.MAIL,
                        null,
                        Basis.EXEMPT,
                        today.minusDays(10),
                        null,
                        ConsentMethod.PAPER,
                        null,
                        null,
                        null,
                        "Présidente du syndicat",
                        null)));
        assertThat(mayWrite(ana).allowed()).as("no function is known").isTrue();
        UUID union = UUID.randomUUID();
        db.sql(
                        "INSERT INTO directory.people_organisation (id, name, kind) VALUES (?, 'Syndicat du ferry', 'LOCAL_UNION')")
                .param(union)
                .update();
        appoint(ana, union, today.minusDays(1));
        assertThat(mayWrite(ana).reason()).isEqualTo(ConsentReason.EXPIRED);
        appoint(ana, union, null);
        assertThat(mayWrite(ana).allowed()).as("another function").isTrue();
    }

    private void appoint(PersonId person, UUID organisation, @Nullable LocalDate until) {
        db.sql(
                        "INSERT INTO directory.people_function (id, person, organisation, title, until) VALUES (?, ?, ?, 'Présidente', ?)")
                .param(UUID.randomUUID())
                .param(person.value())
                .param(organisation)
                .param(until)
                .update();
    }

    private ConsentDecision mayWrite(PersonId person) {
        return Objects.requireNonNull(CurrentActor.callAs(
                        visitors.actor(Role.STAFF),
                        () -> answers.mayWrite(List.of(person), ConsentChannel.MAIL, Purpose.NEWS, today))
                .get(person));
    }
}
