package org.convergence.resources.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** People and calls for the tests of this module. */
@Lazy
@Component
class GrantFixture {

    private final Pages pages;
    private final TestUsers visitors;
    private final PersonService persons;
    private final JdbcClient db;
    private PersonId writer = new PersonId(new UUID(0, 0));
    private PersonId reader = new PersonId(new UUID(0, 0));

    GrantFixture(Pages pages, TestUsers visitors, PersonService persons, JdbcClient db) {
        this.pages = pages;
        this.visitors = visitors;
        this.persons = persons;
        this.db = db;
    }

    /** Deletes all calls and applications, and adds two people. */
    void clear() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM resources.grant_letter").update();
        db.sql("DELETE FROM resources.grant_answer").update();
        db.sql("DELETE FROM resources.grant_application_line").update();
        db.sql("DELETE FROM resources.grant_application").update();
        db.sql("DELETE FROM resources.grant_call").update();
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), () -> {
            writer = persons.create(PersonFacts.named("Ana", "Morales"));
            reader = persons.create(PersonFacts.named("Luc", "Tremblay"));
        });
    }

    PersonId writer() {
        return writer;
    }

    PersonId reader() {
        return reader;
    }

    UUID onlyCall() {
        return db.sql("SELECT id FROM resources.grant_call").query(UUID.class).single();
    }

    /** Records a call through its form; returns the text of its page. */
    String record(String title, LocalDate closes, String... more) {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of(
                "title", title,
                "funder-new", "Fonds d’essai",
                "door", "WINDOW",
                "closes", closes,
                "currency", "CAD",
                "zone", "America/Toronto"));
        for (String field : more) {
            fields.put(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        MvcTestResult answer =
                pages.as(Role.STAFF).post("/resources/grant/calls/new", form -> fields.forEach(form::field));
        assertThat(answer).as(Pages.text(answer)).hasStatus(303);
        return main(String.valueOf(answer.getResponse().getHeader("Location")));
    }

    String main(String url) {
        return pages.as(Role.COORDINATOR).open(url).select("main").text().replace('\u00a0', ' ');
    }
}
