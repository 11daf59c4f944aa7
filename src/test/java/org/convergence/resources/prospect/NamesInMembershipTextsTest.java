package org.convergence.resources.prospect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountService;
import org.convergence.resources.prospect.domain.NextStep;
import org.convergence.resources.prospect.domain.ProspectService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Erased or sealed persons are no longer named beside a headcount, nor in the next step of a prospect. */
@ModuleTest
class NamesInMembershipTextsTest {

    @Autowired
    private AllIdentityReferences references;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PersonService persons;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private HeadcountService headcounts;

    @Autowired
    private ProspectService prospects;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient db;

    @Test
    void replacesThePersonsNameInTexts() throws Exception {
        visitors.ensureOrganisation();
        LocalDate today = settings.today();
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            PersonId her =
                    persons.create(new PersonFacts("Zénobie", "Lafrance", null, null, List.of(), List.of(), null));
            OrganisationId union = people.findOrCreateOrganisation("Syndicat de l’Érable");
            headcounts.declare(
                    new HeadcountFacts(
                            union, today, 40, HeadcountStatus.DECLARED, "Zénobie Lafrance, trésorière", null),
                    "Selon Zénobie Lafrance");
            prospects.add(union, null, NextStep.of("Appeler Zénobie Lafrance", today));
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

    @Test
    void cutsTextThatItsStandInMakesTooLong() throws Exception {
        visitors.ensureOrganisation();
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            PersonId her = persons.create(new PersonFacts("Eve", "Roy", null, null, List.of(), List.of(), null));
            ProspectId id = prospects.add(
                    people.findOrCreateOrganisation("Syndicat du Tremble"),
                    null,
                    NextStep.of("Eve Roy, ".repeat(33) + "ok", settings.today()));
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status -> references.forEach(it -> it.rename(her, "[retiré]")));
            assertThat(prospects.findById(id).next())
                    .extracting(NextStep::gesture)
                    .asString()
                    .hasSizeBetween(290, 300)
                    .startsWith("[retiré")
                    .endsWith("ok")
                    .doesNotContain("Eve");
            db.sql("DELETE FROM resources.prospect").update();
            return true;
        });
    }
}
