package org.convergence.cooperation.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryRow;
import org.convergence.cooperation.fieldwork.domain.PartnerReportService;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.spending.Budgets;
import org.convergence.resources.spending.Budgets.BudgetFacts;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.CostClass;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What is refused of a partner's page, and said; and what is not lost. */
@ModuleTest
class FieldworkRefusalsTest {

    private static final String LINKS = "/cooperation/fieldwork/links";
    private static final String QUESTION = "{\"kind\": \"QUESTION\", \"details\": \"¿Cuándo?\"}";
    private static final String ENVELOPE = "{\"sequence\": 1, \"entries\": [" + QUESTION + "]}";

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @Autowired
    private Budgets budgets;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @Autowired
    private PartnerReportService reports;

    private String page = "";
    private String pin = "";

    @BeforeEach
    void makePage() {
        fixture.clear();
        Document made = Pages.require(pages.as(Role.COORDINATOR)
                .post(LINKS, "organisation=" + fixture.partner().value(), "language=es", "country=MX"));
        pin = made.select("#made-pin").val();
        page = made.select("#made-url").val().replaceFirst(".*(?=/public/)", "");
    }

    private int count(String table) {
        return db.sql("SELECT count(*) FROM cooperation.fieldwork_" + table)
                .query(Integer.class)
                .single();
    }

    private MvcTestResult giveFile(String device, String envelopes, String parts) {
        return giveFile("{\"address\": \"%s\", \"device\": \"%s\", \"envelopes\": [%s], \"parts\": [%s]}"
                .formatted(page, device, envelopes, parts));
    }

    private MvcTestResult giveFile(String file) {
        return mvc.post()
                .uri("/cooperation/fieldwork/file")
                .multipart()
                .file(new MockMultipartFile("file", "notes.json", null, file.getBytes(StandardCharsets.UTF_8)))
                .with(users.as(Role.COORDINATOR))
                .with(csrf())
                .exchange();
    }

    @Test
    void aFileOfWhichNothingIsKeptIsNotReceived() {
        for (String nothing : List.of("", " ", "null", "{}", "[]")) {
            assertThat(giveFile(nothing)).as("<" + nothing + ">").hasStatus(422);
        }
        assertThat(giveFile("tel", ENVELOPE, "")).hasStatus(303);
        assertThat(count("entry")).isEqualTo(1);
        Document links = pages.as(Role.COORDINATOR).open(LINKS);
        fixture.post(links.select("form[action$=/forget]").attr("action"), "device=tel");
        MvcTestResult forgotten = giveFile("tel", ENVELOPE.replace("1", "2"), "");
        assertThat(forgotten).hasStatus(422);
        assertThat(Pages.parse(forgotten).text()).contains("Rien n’a été reçu");
        fixture.post(links.select("form[action$=/revoke]").attr("action"));
        String part = "{\"photograph\": \"%s\", \"number\": 0, \"of\": 1, \"bytes\": \"AAAA\"}";
        assertThat(giveFile("other", "", part.formatted(UUID.randomUUID()))).hasStatus(422);
        assertThat(count("entry")).isEqualTo(1);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(links.select("form[action$=/pin]").attr("action")))
                .as("a revoked page gets no PIN")
                .hasStatus(404);
        assertThat(pages.asStranger().get(page + "/offline")).hasStatus(404);
        MvcTestResult closed = pages.asStranger().get(page);
        assertThat(closed).hasStatus(410);
        assertThat(Pages.parse(closed).select("[data-notes], script[src*=fieldwork]"))
                .as("a telephone asks whether to forget")
                .hasSize(2);
    }

    @Test
    void aTelephoneSendsBeforeItsPinIsTyped() {
        Document asked = Pages.parse(pages.asStranger().get(page));
        assertThat(asked.select("#pin")).hasSize(1);
        assertThat(asked.select("[data-notes], [data-status], script[src*=fieldwork]"))
                .hasSize(3);
        assertThat(asked.select("[data-entry]")).as("nothing to keep").isEmpty();
    }

    @Test
    void aFileThatCannotBeReadIsRefusedWithAMessage() {
        String part = "{\"photograph\": %s, \"number\": 0, \"of\": 1, \"bytes\": %s}";
        assertUnreadable("t".repeat(65), ENVELOPE, "");
        assertUnreadable("t\\u0000el", ENVELOPE, "");
        assertUnreadable("tel", ENVELOPE.replace("[" + QUESTION + "]", "null"), "");
        assertUnreadable("tel", ENVELOPE.replace(QUESTION, "null"), "");
        assertUnreadable("tel", "null", "");
        assertUnreadable("tel", "", part.formatted("null", "\"AAAA\""));
        assertUnreadable("tel", "", part.formatted("\"" + UUID.randomUUID() + "\"", "null"));
        assertThat(count("entry")).isZero();
    }

    private void assertUnreadable(String device, String envelopes, String parts) {
        MvcTestResult answer = giveFile(device, envelopes, parts);
        assertThat(answer).as(device + envelopes + parts).hasStatus(422);
        assertThat(Pages.parse(answer).text())
                .containsAnyOf("Ce n’est pas le fichier", "Cet envoi ne peut pas être lu");
    }

    @Test
    void twoEntriesFromOneFormAreTwoAndNoTelephone() {
        for (String details : new String[] {"Uno", "Dos", "Dos"}) {
            assertThat(pages.asStranger().post(page + "/entries", "name=a-form", "kind=QUESTION", "details=" + details))
                    .hasStatus(303);
        }
        assertThat(count("entry")).isEqualTo(2);
        assertThat(count("device")).isZero();
    }

    private String send(String entry) {
        assertThat(new PartnerPhone(mvc, pages, page).send("tel", 1, entry)).hasStatusOk();
        return "/cooperation/fieldwork/" + fixture.only("fieldwork_entry");
    }

    private String refusal(String entry, String... fields) {
        MvcTestResult answer = pages.as(Role.COORDINATOR).post(entry + "/accept", fields);
        assertThat(answer).hasStatus(422);
        return Pages.parse(answer).text();
    }

    @Test
    void aNumberThatCannotBeReadIsAskedFor() {
        String entry = send("{\"kind\": \"FIGURES\", \"label\": \"Socias\", \"figure\": \"unas veinte\"}");
        assertThat(refusal(entry, "version=1")).contains("Ce nombre ne se lit pas");
    }

    @Test
    void aRateThatIsLackingIsAddedFromTheRefusal() {
        LocalDate today = settings.today();
        db.sql("DELETE FROM platform.currency_rate").update();
        CurrentActor.runAs(
                users.actor(Role.COORDINATOR),
                () -> budgets.create(new BudgetFacts(
                        "resources.grant/agreement/" + UUID.randomUUID(),
                        "Ateliers",
                        "CAD",
                        today.minusDays(9),
                        today.plusDays(9),
                        List.of(new BudgetLineFacts(
                                "A", "Transport", CostClass.EMPLOYEES, BigDecimal.valueOf(9_000))))));
        String entry = send(
                "{\"kind\": \"SPENT\", \"on\": \"%s\", \"label\": \"Camión\", \"figure\": \"10\", \"currency\": \"MXN\"}"
                        .formatted(today));
        String line = "line="
                + pages.as(Role.COORDINATOR)
                        .open(entry)
                        .select("[name=line] optgroup option")
                        .attr("value");
        Document refused = Pages.parse(pages.as(Role.COORDINATOR).post(entry + "/accept", "version=1", line));
        Document form = pages.as(Role.COORDINATOR)
                .open(refused.select("a[href^=/platform/currency/new]").attr("href"));
        assertThat(form.select("[name=from]").val()).isEqualTo("MXN");
        assertThat(form.select("[name=to]").val()).isEqualTo("CAD");
        assertThat(form.select("[name=validFrom]").val()).isEqualTo(today.toString());
        assertThat(fixture.post(
                        "/platform/currency/new",
                        "from=MXN",
                        "to=CAD",
                        "rate=0,07",
                        "validFrom=" + today,
                        "source=Banque",
                        "back=" + form.select("main [name=back]").val()))
                .isEqualTo(entry);
        assertThat(fixture.post(entry + "/accept", "version=1", line)).startsWith("/resources/spending/");
        for (String state : List.of("PROPOSED", "RETURNED", "ACCEPTED")) {
            db.sql("UPDATE resources.spending_expense SET state = ?, question = 'Le reçu?', amount = 12")
                    .param(state)
                    .update();
            assertThat(told(today)).as(state).hasSize(state.equals("ACCEPTED") ? 1 : 0);
            assertThat(fixture.main(entry)).as(state).contains("12,00 MXN");
            assertThat(Pages.require(mvc.get().uri(page).cookie(cookie()).exchange())
                            .text())
                    .as(state)
                    .contains(
                            switch (state) {
                                case "PROPOSED" -> "falta que nuestra contabilidad lo acepte";
                                case "RETURNED" -> "tiene una pregunta para nosotros";
                                default -> "12.00 MXN · Camión Aceptado";
                            });
        }
        for (String table : List.of("split", "expense", "line", "budget")) {
            db.sql("DELETE FROM resources.spending_" + table).update();
        }
        assertThat(told(today)).as("deleted").isEmpty();
        db.sql("DELETE FROM platform.currency_rate").update();
        assertThat(fixture.main(entry)).contains("retirée de nos livres");
    }

    private List<PartnerEntryRow> told(LocalDate today) {
        return CurrentActor.callAs(
                users.actor(Role.COORDINATOR),
                () -> reports.findFacts(fixture.partner(), today.minusDays(9), today, "es")
                        .entries());
    }

    private Cookie cookie() {
        return Objects.requireNonNull(pages.asStranger()
                .post(page + "/pin", "pin=" + pin)
                .getResponse()
                .getCookie("notes"));
    }

    @Test
    void anExpenseWaitsForItsPhotographUnlessItIsDamaged() {
        String photograph = UUID.randomUUID().toString();
        String entry = send(
                "{\"kind\": \"SPENT\", \"on\": \"%s\", \"label\": \"Camión\", \"figure\": \"10\", \"currency\": \"MXN\", \"photograph\": \"%s\"}"
                        .formatted(settings.today(), photograph));
        String line = "line=" + UUID.randomUUID();
        assertThat(refusal(entry, "version=1", line)).contains("Sa photo n’est pas encore arrivée");
        Actor follows = new Actor(
                users.actor(Role.COORDINATOR).id(),
                "Une personne",
                null,
                "fr",
                Set.of("fieldwork.read", "fieldwork.follow"));
        Document shown = pages.as(follows).open(entry);
        assertThat(shown.text()).contains("La comptabilité accepte les dépenses");
        assertThat(shown.select("form[action$=/accept]")).isEmpty();
        assertThat(shown.select("form[action$=/return]")).hasSize(1);
        assertThat(new PartnerPhone(mvc, pages, page)
                        .sendPicture(photograph, "no picture".getBytes(StandardCharsets.UTF_8)))
                .hasStatusOk();
        assertThat(count("part")).isZero();
        assertThat(refusal(entry, "version=2", line)).doesNotContain("Sa photo n’est pas encore arrivée");
    }

    @Test
    void namesAnUnknownOrganisation() {
        assertThat(mvc.post()
                        .uri("/api/v1/partner-links")
                        .with(users.as(Role.COORDINATOR))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"organisation\": \"" + UUID.randomUUID() + "\", \"language\": \"es\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("\"field\":\"organisation\"");
    }
}
