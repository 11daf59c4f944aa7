package org.convergence.resources.prospect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonRegister;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.Headcounts;
import org.convergence.resources.prospect.domain.Next;
import org.convergence.resources.prospect.domain.ProspectKeeping;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Erased or sealed persons are no longer named beside a headcount, nor in the next step of a prospect. */
@ModuleTest
class NamedAmongMembersTest {

    @Autowired
    private List<IdentityReference> references;

    @Autowired
    private Visitors visitors;

    @Autowired
    private PersonRegister persons;

    @Autowired
    private People people;

    @Autowired
    private Headcounts headcounts;

    @Autowired
    private ProspectKeeping prospects;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient db;

    @Test
    void somethingElseStandsWhereSheIsNamed() throws Exception {
        visitors.anOrganisation();
        LocalDate today = settings.today();
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            PersonId her = persons.add(new PersonFacts("Zénobie", "Lafrance", null, null, List.of(), List.of(), null));
            OrganisationId union = people.organisationNamed("Syndicat de l’Érable");
            headcounts.declare(
                    new HeadcountFacts(
                            union, today, 40, HeadcountStatus.DECLARED, "Zénobie Lafrance, trésorière", null),
                    "Selon Zénobie Lafrance");
            prospects.add(union, null, new Next("Appeler Zénobie Lafrance", today));
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status -> references.forEach(it -> it.rename(her, "[retiré]")));
            return true;
        });
        assertThat(db.sql("SELECT said_by || ' / ' || remark FROM resources.membership_headcount")
                        .query(String.class)
                        .single())
                .isEqualTo("[retiré], trésorière / Selon [retiré]");
        assertThat(db.sql("SELECT next_gesture FROM resources.prospect")
                        .query(String.class)
                        .single())
                .isEqualTo("Appeler [retiré]");
        assertThat(db.sql("""
                        SELECT count(*) FROM platform.audit_entry
                        WHERE table_name IN ('resources.prospect', 'resources.membership_headcount')
                          AND to_jsonb(audit_entry)::text LIKE '%Lafrance%'
                        """).query(Long.class).single()).isZero();
    }
}
