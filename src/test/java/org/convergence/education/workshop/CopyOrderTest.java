package org.convergence.education.workshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.publicform.FormShield;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Copies of a tool, from the order by the public form to the stock. */
@ModuleTest
class CopyOrderTest {

    private static final String REQUESTS = "/education/workshop/requests/";

    @Autowired
    private WorkshopFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @Autowired
    private List<RecurringWork> works;

    @Autowired
    private List<BodyCompleter> completers;

    private String tool = "";

    @BeforeEach
    void printFortyCopies() {
        fixture.prepare();
        for (String table : new String[] {"tool_loan", "tool_hand_out", "tool_batch", "tool_edition", "tool"}) {
            db.sql("DELETE FROM education." + table).update();
        }
        tool = String.valueOf(pages.as(Role.STAFF)
                .post("/education/tool/new", "title=Le fil", "kind=COMIC")
                .getResponse()
                .getHeader("Location"));
        pages.as(Role.STAFF)
                .post(tool + "/editions/new", "language=fr", "label=Première", "publishedOn=2026-01-15", "version=0");
        pages.as(Role.STAFF)
                .post(
                        tool + "/batches/new",
                        "edition=" + fixture.only("tool_edition"),
                        "on=2026-01-16",
                        "copies=40",
                        "place=Armoire");
    }

    @AfterEach
    void nothingIsOrdered() {
        db.sql("DELETE FROM education.workshop_request").update();
    }

    @Test
    void aProgramIsToldWhichRecordIsMissingOrWhichNumberIsOutOfRange() {
        String nothing = UUID.randomUUID().toString();
        refuse(
                "workshop-requests",
                "{\"asker\":\"G\",\"kind\":\"REQUEST\",\"name\":\"N\",\"mail\":\"a@b.example\",\"workshop\":\""
                        + nothing + "\"}",
                "\"workshop\"");
        String session =
                "{\"day\":\"2026-11-02\",\"workshop\":\"Texte\",\"begins\":\"10:00\",\"hours\":2,\"people\":%d}";
        refuse("sessions", session.formatted(-1), "\"people\"");
        refuse("sessions", session.formatted(10_001), "\"people\"");
    }

    private void refuse(String path, String json, String told) {
        MvcTestResult answer = mvc.post()
                .uri("/api/v1/" + path)
                .with(users.as(Role.COORDINATOR))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
        assertThat(answer).as(Pages.text(answer)).hasStatus(422);
        assertThat(Pages.text(answer)).contains(told);
    }

    private @Nullable String promise(UUID request) {
        return completers.stream()
                .filter(each -> each.name().equals("workshop_request"))
                .findFirst()
                .orElseThrow()
                .complete(request)
                .get("promise");
    }

    @Test
    void anOrderByTheFormLowersTheStockOnce() {
        assertThat(Pages.parse(pages.asStranger().get("/public/workshops?in=es"))
                        .text())
                .contains("Pedir nuestros materiales");
        MvcTestResult sent = order("tool=" + id(), "copies=30", "mail=prof@ecole.example", "place=12, rue du Port");
        assertThat(sent).as(Pages.text(sent)).hasStatus(303);
        String status = String.valueOf(sent.getResponse().getHeader("Location"));
        assertThat(text(status))
                .contains(
                        "30 exemplaires de « Le fil »",
                        "Réponse d’ici le",
                        "Votre commande d’outils",
                        "Retirer ma commande")
                .doesNotContain("Votre demande d’atelier");
        assertThat(db.sql("SELECT subject FROM platform.mail_message WHERE purpose = 'workshop_received'")
                        .query(String.class)
                        .single())
                .isEqualTo("Votre commande d’outils est arrivée");
        assertThat(fixture.count("platform.mail_message WHERE purpose = 'workshop_received'"))
                .isOne();
        UUID received = fixture.only("workshop_request");
        assertThat(promise(received)).startsWith("Réponse d’ici le");
        db.sql("UPDATE education.workshop_request SET promised_on = promised_on - 60, received_on = received_on - 60")
                .update();
        assertThat(promise(received)).as("a letter that leaves late").isEqualTo("Vous aurez une réponse.");
        db.sql("UPDATE education.workshop_request SET promised_on = promised_on + 60, received_on = received_on + 60")
                .update();
        String request = REQUESTS + received;
        assertThat(fixture.main(request))
                .contains(
                        "12, rue du Port",
                        "40 exemplaires · Première, français · Armoire",
                        "Demande reçue : en attente d’envoi")
                .doesNotContain("Répondre par une date");
        assertThat(fixture.main("/")).contains("Exemplaires d’un outil à remettre : 30");

        assertThat(pages.as(Role.STAFF)
                        .open(request + "/copies")
                        .select("[name=copies]")
                        .val())
                .isEqualTo("30");
        assertThat(pages.as(Role.STAFF)
                        .open(request + "/copies")
                        .select("[name=batch] [selected]")
                        .val())
                .isEqualTo(fixture.only("tool_batch").toString());
        String[] given = {"version=1", "batch=" + fixture.only("tool_batch"), "setting=CLASS"};
        MvcTestResult more = pages.as(Role.STAFF).post(request + "/copies", with(given, "copies=50"));
        assertThat(more).as("beyond the stock is asked").hasStatus(422);
        assertThat(fixture.count("education.tool_hand_out")).isZero();
        MvcTestResult done = pages.as(Role.STAFF).post(request + "/copies", with(given, "copies=30"));
        assertThat(done).as(Pages.text(done)).hasStatus(303);
        assertThat(fixture.main(tool)).contains("30 exemplaires distribués, 10 en main");
        assertThat(text(status)).contains("Votre commande est traitée");
        assertThat(pages.as(Role.STAFF).post(request + "/copies", with(given, "copies=5")))
                .as("answered already")
                .hasStatus(422);
        assertThat(fixture.main(request))
                .contains("Remis 30 exemplaires, le", "Première, français · Armoire", "Reprendre les exemplaires");
        assertThat(pages.as(Role.STAFF).post(request + "/copies/" + UUID.randomUUID() + "/take-back"))
                .as("the copies of another order")
                .hasStatus(422);
        assertThat(fixture.main(tool)).contains("10 en main");
        assertThat(pages.as(Role.STAFF).post(request + "/copies/" + fixture.only("tool_hand_out") + "/take-back"))
                .hasStatus(303);
        assertThat(fixture.main(tool)).contains("40 en main");
        assertThat(fixture.main(request)).contains("À répondre");
    }

    @Test
    void thePostalAddressGoesWithTheContact() {
        order("tool=" + id(), "copies=3", "mail=prof@ecole.example", "place=12, rue du Port");
        String request = REQUESTS + fixture.only("workshop_request");
        pages.as(Role.STAFF).post(request + "/mark", "state=ANSWERED");
        db.sql("UPDATE education.workshop_request SET received_on = received_on - 91, promised_on = promised_on - 91,"
                        + " answered_on = answered_on - 91")
                .update();
        works.stream().filter(each -> each.name().equals("workshop-sweep")).forEach(RecurringWork::run);
        assertThat(fixture.main(request)).contains("3 exemplaires").doesNotContain("rue du Port", "prof@ecole");
        assertThat(
                        fixture.count(
                                "platform.audit_entry WHERE table_name = 'education.workshop_request' AND (before::text || after::text) LIKE '%rue du Port%'"))
                .isZero();
    }

    @Test
    void refusesOrdersOfNothing() {
        for (String[] wrong : new String[][] {
            {"copies=30", "mail=a@b.example"},
            {"tool=" + UUID.randomUUID(), "copies=30", "mail=a@b.example"},
            {"tool=" + id(), "copies=0", "mail=a@b.example"},
            {"tool=" + id(), "copies=2000", "mail=a@b.example"},
            {"tool=" + id(), "copies=3"}
        }) {
            assertThat(order(wrong)).as(String.join(" ", wrong)).hasStatus(422);
        }
        assertThat(pages.asStranger()
                        .post(
                                "/public/workshops/ask?in=fr",
                                form -> form.field("kind", "COPIES")
                                        .field("asker", "École")
                                        .field("name", "Bao")
                                        .field("mail", "a@b.example")
                                        .field(FormShield.OPENED, fixture.shield("workshop"))))
                .as("copies have a form of their own")
                .hasStatus(422);
        assertThat(fixture.count("education.workshop_request")).isZero();
        fixture.ask("mail=groupe@ecole.example");
        assertThat(pages.as(Role.STAFF).get(REQUESTS + fixture.only("workshop_request") + "/copies"))
                .as("a workshop is no order")
                .hasStatus(404);
        db.sql("DELETE FROM education.tool_batch").update();
        assertThat(Pages.text(pages.asStranger().get("/public/workshops/copies?in=fr")))
                .contains("Il ne reste pas d’exemplaires");
    }

    private MvcTestResult order(String... fields) {
        return pages.asStranger().post("/public/workshops/copies?in=fr", form -> {
            form.field("asker", "École des Trois-Rives")
                    .field("name", "Bao")
                    .field(FormShield.OPENED, fixture.shield("workshop"));
            for (String each : fields) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
    }

    private String id() {
        return tool.replaceFirst(".*/", "");
    }

    private String text(String url) {
        return WorkshopFixture.text(pages.asStranger().get(url));
    }

    private static String[] with(String[] values, String more) {
        String[] all = Arrays.copyOf(values, values.length + 1);
        all[values.length] = more;
        return all;
    }
}
