package org.convergence.plan.time.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.plan.time.TimeFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person never has two contracts at once, despite concurrent requests and merges. */
@ModuleTest
class ContractServiceTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    @Autowired
    private ContractService contracts;

    @Autowired
    private AllIdentityReferences references;

    @Autowired
    private ConcurrentActions atOnce;

    @Autowired
    private TimeFixture crew;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    private Actor coordinator = Actor.VISITOR;
    private Actor elodie = Actor.VISITOR;

    @BeforeEach
    void prepareTeam() {
        visitors.ensureOrganisation();
        coordinator = crew.hire(visitors, "Maryse", "Roy", Role.COORDINATOR);
        elodie = crew.hire(visitors, "Élodie", "Tremblay", Role.STAFF);
    }

    @Test
    void concurrentOverlappingContractsConflict() {
        ConcurrentActions.ActionResult second = atOnce.runBeforeCommit(
                coordinator,
                () -> contracts.create(contract(elodie, JANUARY, null)),
                () -> contracts.create(contract(elodie, JUNE, null)));
        assertThat(second.thrown()).isInstanceOfSatisfying(Refused.class, ContractServiceTest::isOfAnOpenOne);
    }

    @Test
    void concurrentChangesToOverlapConflict() {
        UUID early = agree(contract(elodie, JANUARY, JANUARY.plusMonths(1)));
        UUID late = agree(contract(elodie, JUNE.plusMonths(6), null));
        ConcurrentActions.ActionResult second = atOnce.runBeforeCommit(
                coordinator,
                () -> contracts.update(early, 1, contract(elodie, JANUARY, JUNE)),
                () -> contracts.update(late, 1, contract(elodie, JUNE, null)));
        assertThat(second.thrown())
                .isInstanceOfSatisfying(
                        Refused.class, said -> assertThat(said.messageKey()).isEqualTo("time.refused.overlap"));
    }

    @Test
    void refusesToMergePeopleWithOverlappingContracts() {
        Actor same = crew.hire(visitors, "Elodie", "Tremblay", Role.STAFF);
        agree(contract(elodie, JANUARY, null));
        UUID met = agree(contract(same, JUNE, null));
        assertThatThrownBy(() -> merge(same, elodie))
                .isInstanceOfSatisfying(
                        Refused.class, said -> assertThat(said.messageKey()).isEqualTo("time.refused.two-contracts"));
        CurrentActor.runAs(coordinator, () -> contracts.delete(met));
        UUID beside = agree(beside(same));
        merge(same, elodie);
        assertThat(db.sql("SELECT person FROM plan.time_contract WHERE id = ?")
                        .param(beside)
                        .query(UUID.class)
                        .single())
                .isEqualTo(elodie.personId());
    }

    private static void isOfAnOpenOne(Refused said) {
        assertThat(said.messageKey()).isEqualTo("time.refused.overlap-open");
    }

    private UUID agree(ContractTerms facts) {
        UUID[] made = new UUID[1];
        CurrentActor.runAs(coordinator, () -> made[0] = contracts.create(facts));
        return Objects.requireNonNull(made[0]);
    }

    private Json merge(Actor duplicate, Actor kept) {
        PersonId from = TimeFixture.person(duplicate);
        return references.stream()
                .filter(each -> each.columns().contains("plan.time_contract.person"))
                .map(each -> each.repoint(from, TimeFixture.person(kept)))
                .findFirst()
                .orElseThrow();
    }

    private static ContractTerms contract(Actor of, LocalDate from, @Nullable LocalDate to) {
        return facts(of, from, to, false);
    }

    private static ContractTerms beside(Actor of) {
        return facts(of, JUNE, null, true);
    }

    private static ContractTerms facts(Actor of, LocalDate from, @Nullable LocalDate to, boolean beside) {
        return new ContractTerms(
                TimeFixture.person(of),
                from,
                to,
                ContractSource.PERMANENT,
                WorkingWeek.fiveDays("7"),
                ContractTerms.USUAL_OFFICE_SHARE,
                beside,
                null);
    }
}
