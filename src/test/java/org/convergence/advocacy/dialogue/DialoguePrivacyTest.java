package org.convergence.advocacy.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.convergence.advocacy.AdvocacyFixture;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.directory.protection.domain.ProtectionService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/** A protected decision-maker appears under a code name; an erased one is in no record. */
@ModuleTest
class DialoguePrivacyTest {

    private static final String ACTS = "/advocacy/dialogue/acts";

    @Autowired
    private AdvocacyFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PersonService persons;

    @Autowired
    private ProtectionService protection;

    @Autowired
    private AllIdentityReferences references;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void noDecisionMakers() {
        fixture.clear();
    }

    @Test
    void aProtectedPersonHasHerCodeNameAndAnErasedOneIsGone() throws Exception {
        PersonId sealed = CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            PersonId created = persons.create(PersonFacts.named("Itzel", "Quauhtemo"));
            protection.seal(created, protection.findVersion(created), "Martinet", List.of());
            return created;
        });
        String url = fixture.post("/advocacy/dialogue/new", "person=" + sealed.value());
        for (String page : List.of(url, url + "/brief", "/advocacy/dialogue")) {
            assertThat(fixture.main(page)).as(page).contains("Martinet").doesNotContain("Itzel", "Quauhtemo");
        }
        assertThat(pages.as(Role.COORDINATOR).post(url + "/asks", "ask=Protéger Itzel Quauhtemo"))
                .as("her name is refused in texts")
                .hasStatus(422);

        String other = fixture.minister("Zita", "Quermalet");
        fixture.post(
                ACTS + "/new",
                "kind=MEETING",
                "day=" + settings.today(),
                "subject=Rencontre avec Zita Quermalet",
                "targets=" + AdvocacyFixture.id(other),
                "said=Zita Quermalet dit oui");
        fixture.post(
                other + "/commitments",
                "words=Zita Quermalet promet",
                "source=Zita Quermalet",
                "madeOn=" + settings.today());
        PersonId zita = new PersonId(db.sql("SELECT id FROM directory.people_person WHERE family_name = 'Quermalet'")
                .query(UUID.class)
                .single());
        assertThat(fixture.main("/directory/people/persons/" + zita.value()))
                .contains("Plaidoyer", "Ministre du Travail", "1 engagement en cours");
        assertThat(references.stream()
                        .flatMap(each -> each.export(zita).stream())
                        .map(Object::toString))
                .as("her file holds what was said")
                .anyMatch(file -> file.contains("Zita Quermalet promet") && file.contains("Zita Quermalet dit oui"));
        CurrentActor.runAs(
                visitors.actor(Role.COORDINATOR),
                () -> transaction.executeWithoutResult(status -> references.forEach(each -> {
                    each.rename(zita, IdentityReference.WITHOUT);
                    each.erase(zita);
                })));
        assertThat(fixture.main(ACTS + "/" + fixture.only("dialogue_act"))).doesNotContain("Quermalet", "Zita");
        assertThat(count("dialogue_decision_maker")).as("the other one").isEqualTo(1);
        assertThat(count("dialogue_commitment")).isZero();
        MvcTestResult gone = pages.as(Role.COORDINATOR).get(other);
        assertThat(gone).hasStatus(404);
    }

    private long count(String table) {
        return db.sql("SELECT count(*) FROM advocacy." + table)
                .query(Long.class)
                .single();
    }
}
