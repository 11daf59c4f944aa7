package org.convergence.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.platform.database.Ids;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class PersonAccountPagesTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private JdbcClient db;

    private UUID person = Ids.next();
    private UUID account = Ids.next();

    @BeforeEach
    void someoneWithAnAccountOfHerName() {
        visitors.ensureOrganisation();
        db.sql("UPDATE identity.account SET closed_at = now() WHERE closed_at IS NULL")
                .update();
        db.sql(
                        "INSERT INTO directory.people_person (id, version, given_name, family_name) VALUES (?, 1, 'Élodie', 'Tremblay')")
                .param(person)
                .update();
        db.sql(
                        "INSERT INTO identity.account (id, version, mail, name, created_at) VALUES (?, 1, ?, 'Elodie Tremblay', now())")
                .params(account, account + "@exemple.org")
                .update();
    }

    @Test
    void proposesAndLinksAccountOfSameName() {
        Document page = Pages.require(browser.get()
                .uri("/identity/persons/" + person)
                .with(visitors.as(Role.COORDINATOR))
                .exchange());
        assertThat(page.select("select[name=account] option[selected]").attr("value"))
                .isEqualTo(account.toString());
        assertThat(page.text()).doesNotContain("@exemple.org");

        db.sql("UPDATE directory.people_person SET family_name = 'Tremblay-Unique' WHERE id = ?")
                .param(person)
                .update();
        db.sql("UPDATE identity.account SET name = 'Elodie Tremblay-Unique' WHERE id = ?")
                .param(account)
                .update();
        assertThat(home()).contains("Un compte de même nom", "Elodie Tremblay-Unique");

        assertThat(link(account)).hasStatus(303).redirectedUrl().isEqualTo("/directory/people/persons/" + person);
        assertThat(home()).doesNotContain("Un compte de même nom");
        assertThat(personOf(account)).isEqualTo(person);
        Document hers = Pages.require(browser.get()
                .uri("/directory/people/persons/" + person)
                .with(visitors.as(Role.COORDINATOR))
                .exchange());
        assertThat(hers.select("main").text()).contains("Entre avec le compte « Elodie Tremblay-Unique »");
    }

    @Test
    void invitedPersonIsEnteredInTheDirectoryOnce() {
        assertThat(invite("Rosalie Néron-Dubé", "rosalie." + person + "@exemple.org"))
                .hasStatus(303);
        PersonId rosalie = named("Rosalie Néron-Dubé");
        assertThat(db.sql("SELECT person_id FROM identity.account WHERE name = 'Rosalie Néron-Dubé'")
                        .query(UUID.class)
                        .single())
                .isEqualTo(rosalie.value());

        assertThat(invite("Élodie Tremblay", "autre." + person + "@exemple.org"))
                .hasStatus(303);
        assertThat(db.sql("SELECT count(*) FROM directory.people_person WHERE family_name = 'Tremblay' AND id > ?")
                        .param(person)
                        .query(Integer.class)
                        .single())
                .as("a name with another address is left to a user")
                .isZero();
        assertThat(browser.post()
                        .uri("/identity/accounts/" + account + "/person")
                        .with(visitors.as(Role.COORDINATOR))
                        .with(csrf())
                        .exchange())
                .hasStatus(303);
        assertThat(personOf(account)).isNull();
    }

    private MvcTestResult invite(String name, String mail) {
        return browser.post()
                .uri("/identity/accounts")
                .param("name", name)
                .param("mail", mail)
                .param("role", Role.STAFF.name())
                .param("listed", "true")
                .with(visitors.as(Role.COORDINATOR, Role.ADMINISTRATOR))
                .with(csrf())
                .exchange();
    }

    private PersonId named(String name) {
        return new PersonId(db.sql("SELECT id FROM directory.people_person WHERE display_name = ?")
                .param(name)
                .query(UUID.class)
                .single());
    }

    private String home() {
        return Pages.require(browser.get()
                        .uri("/")
                        .with(visitors.as(Role.COORDINATOR))
                        .exchange())
                .select("main")
                .text();
    }

    @Test
    void refusesAccountLinkedToAnotherPerson() {
        link(account);
        UUID other = Ids.next();
        db.sql("INSERT INTO directory.people_person (id, version, given_name, family_name) VALUES (?, 1, 'Luc', 'Roy')")
                .param(other)
                .update();
        String address = "/identity/persons/" + other;
        assertThat(browser.post()
                        .uri(address)
                        .param("account", account.toString())
                        .with(csrf())
                        .with(visitors.as(Role.COORDINATOR)))
                .hasStatus(422);
        assertThat(personOf(account)).isEqualTo(person);

        assertThat(browser.post()
                        .uri("/identity/persons/" + person + "/" + account + "/unlink")
                        .with(csrf())
                        .with(visitors.as(Role.COORDINATOR)))
                .hasStatus(303);
        assertThat(personOf(account)).isNull();
    }

    @Test
    void noAccountRevealsCodeName() {
        db.sql(
                        "UPDATE directory.people_person SET given_name = '', family_name = 'Pluvier', sealed_at = now() WHERE id = ?")
                .param(person)
                .update();
        assertThat(link(account)).hasStatus(422).bodyText().contains("protégée sous un nom de code");
        assertThat(personOf(account)).isNull();
    }

    @Test
    void staffAndAccountAdministratorsMayNotLink() {
        for (Role role : new Role[] {Role.STAFF, Role.ADMINISTRATOR, Role.VOLUNTEER}) {
            assertThat(browser.post()
                            .uri("/identity/persons/" + person)
                            .param("account", account.toString())
                            .with(csrf())
                            .with(visitors.as(role)))
                    .hasStatus(403);
        }
    }

    private MvcTestResult link(UUID one) {
        return browser.post()
                .uri("/identity/persons/" + person)
                .param("account", one.toString())
                .with(csrf())
                .with(visitors.as(Role.COORDINATOR))
                .exchange();
    }

    private UUID personOf(UUID one) {
        return db.sql("SELECT person_id FROM identity.account WHERE id = ?")
                .param(one)
                .query((row, n) -> row.getObject(1, UUID.class))
                .list()
                .get(0);
    }
}
