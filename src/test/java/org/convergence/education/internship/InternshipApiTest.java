package org.convergence.education.internship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.PersonId;
import org.convergence.identity.Role;
import org.convergence.plan.time.TimeFixture;
import org.convergence.platform.database.Json;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Calls and applications for programs, and the person in charge of a call who leaves. */
@ModuleTest
class InternshipApiTest {

    private static final String CALLS = "/api/v1/internship-calls";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @Autowired
    private TimeFixture crew;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private RecipientWords words;

    @Autowired
    private List<Holding> holdings;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    @AfterEach
    void clear() {
        users.ensureOrganisation();
        for (String table : List.of("application", "criterion", "reader", "call")) {
            db.sql("DELETE FROM education.internship_" + table).update();
        }
        db.sql("DELETE FROM platform.mail_message").update();
    }

    @Test
    void preparesACallAndReceivesAnApplicationOnce() {
        MvcTestResult made = send(Role.STAFF, CALLS, call(10), "c1");
        assertThat(made).as(Pages.text(made)).hasStatus(201);
        Json call = Json.parse(Pages.text(made));
        String id = call.node().path("id").asString();
        String criterion = call.node().path("criteria").path(0).path("id").asString();
        String application = """
                {"name": "Ana Roy", "mail": "ana@union.example", "language": "fr", "unionName": "Autre",
                 "answers": [{"criterion": "%s", "text": "Je milite ici."}]}
                """.formatted(criterion);
        String url = CALLS + "/" + id + "/applications";
        MvcTestResult early = send(Role.STAFF, url, application, "a0");
        assertThat(early).as("not published").hasStatus(422);
        assertThat(Pages.text(early)).contains("n’est pas publié").doesNotContain("a fermé");
        db.sql("UPDATE education.internship_call SET state = 'PUBLISHED'").update();
        MvcTestResult received = send(Role.STAFF, url, application, "a1");
        assertThat(received).as(Pages.text(received)).hasStatus(201);
        assertThat(send(Role.STAFF, url, application, "a1")).hasStatus(201);
        assertThat(db.sql("SELECT count(*) FROM education.internship_application WHERE state = 'SUBMITTED'")
                        .query(Integer.class)
                        .single())
                .as("once")
                .isEqualTo(1);
        assertThat(send(Role.STAFF, url, application.replace("Je milite ici.", " "), "a2"))
                .as("not answered")
                .hasStatus(422);
        assertThat(send(Role.STAFF, url, application.replace("ana@", "ana"), "a3"))
                .hasStatus(422);
        assertThat(send(Role.STAFF, url, application.replace("\"fr\"", "\"de\""), "a4"))
                .hasStatus(422);
        assertThat(send(Role.BOARD_MEMBER, url, application, "a5")).hasStatus(403);
        assertThat(send(Role.STAFF, CALLS, call(-10), "c2")).as("days").hasStatus(422);
        assertThat(Pages.text(send(Role.STAFF, CALLS, call(10).replace("\"Engagement\"", "\" \""), "c3")))
                .contains("\"field\":\"criteria[0].nameFr\"");
        assertThat(Pages.text(send(Role.STAFF, url, application.replace(criterion, id), "a6")))
                .contains("\"field\":\"answers[0].criterion\"");
    }

    @Test
    void publishesACallAtOnceWithTwoReaders() {
        UUID first = TimeFixture.person(crew.hire(users, "Nadège", "Pierre", Role.STAFF))
                .value();
        UUID second = TimeFixture.person(crew.hire(users, "Louis", "Tremblay", Role.STAFF))
                .value();
        String call = call(10).strip().replaceFirst("}$", ", \"publish\": true, \"readers\": [%s]}");
        assertThat(send(Role.STAFF, CALLS, call.formatted("\"" + first + "\""), "p1"))
                .hasStatus(422);
        MvcTestResult made = send(Role.STAFF, CALLS, call.formatted("\"" + first + "\", \"" + second + "\""), "p2");
        assertThat(made).as(Pages.text(made)).hasStatus(201);
        assertThat(Pages.text(made)).contains("\"state\":\"PUBLISHED\"");
    }

    @Test
    void aCallPassesToTheSuccessorOfItsPersonInCharge() {
        send(Role.STAFF, CALLS, call(10), "h1");
        PersonId leaves = TimeFixture.person(crew.hire(users, "Nadège", "Pierre", Role.STAFF));
        PersonId stays = TimeFixture.person(crew.hire(users, "Louis", "Tremblay", Role.STAFF));
        db.sql("UPDATE education.internship_call SET responsible = ?")
                .param(leaves.value())
                .update();
        Holding.TransferableHolding held = holdings.stream()
                .filter(each -> each.columns().contains("education.internship_call.responsible"))
                .map(Holding.TransferableHolding.class::cast)
                .findFirst()
                .orElseThrow();
        var items = held.findItems(leaves, settings.today(), words.forOrganisation());
        assertThat(items)
                .singleElement()
                .satisfies(each -> assertThat(each.detail())
                        .as("the contact that the pages go on naming")
                        .contains("Qui appeler, sur les pages publiques", "Nadège"));
        db.sql("UPDATE education.internship_call SET contact = contact || ', 819 555-0100'")
                .update();
        assertThat(held.pass(leaves, stays, List.of(items.get(0).id()))).isEqualTo(1);
        assertThat(held.findItems(stays, settings.today(), words.forOrganisation()))
                .singleElement()
                .satisfies(each -> assertThat(each.detail())
                        .as("letters name no one who left")
                        .contains("Louis Tremblay, 819 555-0100")
                        .doesNotContain("Nadège"));
        db.sql("UPDATE education.internship_call SET contact = 'Accueil, 514 555-0199'")
                .update();
        held.pass(stays, leaves, List.of(items.get(0).id()));
        assertThat(db.sql("SELECT contact FROM education.internship_call")
                        .query(String.class)
                        .single())
                .isEqualTo("Accueil, 514 555-0199");
    }

    private String call(int closesIn) {
        LocalDate today = settings.today();
        return """
                {"titleFr": "Stage", "titleEn": "Internship", "textFr": "Cinq semaines.", "textEn": "Five weeks.",
                 "destination": "Puebla", "opensOn": "%s", "closesOn": "%s", "decidesOn": "%s", "startsOn": "%s",
                 "endsOn": "%s", "places": 3, "returnActivities": 2, "returnBy": "%s", "contact": "Nadège",
                 "criteria": [{"nameFr": "Engagement", "nameEn": "Commitment", "most": 10}]}
                """.formatted(
                        today,
                        today.plusDays(closesIn),
                        today.plusDays(20),
                        today.plusDays(60),
                        today.plusDays(90),
                        today.plusDays(300));
    }

    private MvcTestResult send(Role role, String url, String body, String key) {
        return mvc.post()
                .uri(url)
                .with(users.as(role))
                .with(csrf())
                .header("Idempotency-Key", key + "-" + role)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
