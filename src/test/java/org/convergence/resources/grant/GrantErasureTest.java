package org.convergence.resources.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.PastedQuestions;
import org.convergence.resources.grant.domain.GoDecision;
import org.convergence.resources.grant.domain.GoDecision.GoVerdict;
import org.convergence.resources.grant.domain.GrantAnswer.AnswerContent;
import org.convergence.resources.grant.domain.GrantAnswerService;
import org.convergence.resources.grant.domain.GrantApplicationQueries;
import org.convergence.resources.grant.domain.GrantApplicationService;
import org.convergence.resources.grant.domain.GrantCallFacts;
import org.convergence.resources.grant.domain.GrantCallService;
import org.convergence.resources.grant.domain.GrantDoor;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Calls and answers after the erasure of a person who decided and wrote. */
@ModuleTest
class GrantErasureTest {

    @Autowired
    private AllIdentityReferences references;

    @Autowired
    private PersonService persons;

    @Autowired
    private GrantCallService calls;

    @Autowired
    private GrantApplicationService applications;

    @Autowired
    private GrantAnswerService answers;

    @Autowired
    private GrantApplicationQueries queries;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    @Test
    void erasedPersonIsNamedInNoCallOrAnswerAndDaysStay() throws Exception {
        visitors.ensureOrganisation();
        LocalDate today = settings.today();
        GrantApplicationId application = CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            PersonId zita = persons.create(PersonFacts.named("Zita", "Quermalet"));
            GrantCallId call = calls.create(
                    new GrantCallFacts(
                            new OrganisationId(new UUID(0, 0)),
                            "Appui",
                            GrantDoor.STANDING,
                            null,
                            null,
                            GrantCallFacts.END_OF_DAY,
                            ZoneId.of("America/Toronto"),
                            null,
                            null,
                            null,
                            "CAD",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            zita),
                    "Fonds d’essai");
            calls.decide(call, 1, new GoDecision(GoVerdict.GO, today, zita, "Zita Quermalet le veut."));
            GrantApplicationId id = applications.begin(call);
            answers.addQuestions(id, PastedQuestions.parse("Qui?"));
            answers.write(
                    queries.findAnswers(id).get(0).id(),
                    1,
                    new AnswerContent("Qui?", null, null, zita, "Zita Quermalet coordonne."));
            transaction.executeWithoutResult(status -> references.forEach(each -> {
                each.rename(zita, IdentityReference.WITHOUT);
                each.erase(zita);
            }));
            return id;
        });
        assertThat(db.sql("""
                        SELECT count(*) FROM resources.grant_call c
                        JOIN resources.grant_application a ON a.call = c.id JOIN resources.grant_answer r ON r.application = a.id
                        WHERE a.id = ? AND c.decision_decided_on = ? AND num_nonnulls(c.responsible, c.decision_decided_by, r.writer) = 0
                          AND c.decision_reason NOT LIKE '%Quermalet%' AND r.body NOT LIKE '%Quermalet%'
                        """)
                        .params(application.value(), today)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
