package org.convergence.cooperation.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.spending.Budgets;
import org.convergence.resources.spending.Budgets.BudgetFacts;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.CostClass;
import org.convergence.testing.ConcurrentActions;
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

/** A partner's page from its link to what its entries become. */
@ModuleTest
class FieldworkPagesTest {

    private static final String HAPPENED =
            "{\"kind\": \"HAPPENED\", \"on\": \"%s\", \"details\": \"Taller de costura\", \"women\": \"24\", \"men\": \"3\"}";

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @Autowired
    private ConcurrentActions concurrent;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private Budgets budgets;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private String pin = "";

    @BeforeEach
    void noEntries() {
        fixture.clear();
        today = settings.today();
    }

    /** The path of a new page. */
    private String makePage(String language) {
        Document made = Pages.require(pages.as(Role.COORDINATOR)
                .post(
                        "/cooperation/fieldwork/links",
                        "organisation=" + fixture.partner().value(),
                        "language=" + language,
                        "country=MX"));
        pin = made.select("#made-pin").val();
        String url = made.select("#made-url").val();
        return url.substring(url.indexOf("/public/"));
    }

    private MvcTestResult tryPin(String page, String typed) {
        return pages.asStranger().post(page + "/pin", "pin=" + typed);
    }

    /** The partner's page, opened with its PIN. */
    private Document open(String page) {
        var cookie = Objects.requireNonNull(tryPin(page, pin).getResponse().getCookie("notes"));
        return Pages.require(mvc.get().uri(page).cookie(cookie).exchange());
    }

    private MvcTestResult correct(String page, String... fields) {
        var cookie = Objects.requireNonNull(tryPin(page, pin).getResponse().getCookie("notes"));
        String action = open(page).select("form[action*=/entries/]").attr("action");
        var request = mvc.post().uri(action).cookie(cookie);
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            request = request.param(parts[0], parts[1]);
        }
        return request.exchange();
    }

    private int count(String table) {
        return db.sql("SELECT count(*) FROM " + table).query(Integer.class).single();
    }

    @Test
    void aPageOpensByItsPinAndTenWrongOnesLockIt() {
        String page = makePage("es");
        Document closed = pages.asStranger().open(page);
        assertThat(closed.title()).isEqualTo("Cuaderno");
        assertThat(closed.text()).as("names no one").doesNotContain(CooperationFixture.PARTNER, "Convergence");
        fixture.sendMoney();
        assertThat(open(page).text()).contains("13,500.00 MXN", "Dinero enviado el 12 de marzo de 2026");
        String wrong = pin.equals("000000") ? "000001" : "000000";
        for (int i = 1; i < 10; i++) {
            assertThat(Pages.parse(tryPin(page, wrong)).text()).contains("Ese no es el PIN");
        }
        assertThat(Pages.parse(tryPin(page, wrong)).text()).contains("Demasiados intentos");
        assertThat(tryPin(page, pin)).as("the right one comes too late").hasStatus(422);
        assertThat(new PartnerPhone(mvc, pages, page).send("tel", 1, HAPPENED.formatted(today)))
                .as("a telephone still sends")
                .hasStatusOk();
        String links = "/cooperation/fieldwork/links";
        String renew = pages.as(Role.COORDINATOR)
                .open(links)
                .select("form[action$=/pin]")
                .attr("action");
        pin = Pages.require(pages.as(Role.COORDINATOR).post(renew))
                .select("#made-pin")
                .val();
        assertThat(open(page).text()).contains("Taller de costura", "Recibido");
    }

    @Test
    void anEnvelopeSentTwiceAtOnceIsOneEntryAndOneRealisation() {
        String page = makePage("es");
        PartnerPhone phone = new PartnerPhone(mvc, pages, page);
        Callable<?> send = () -> phone.send("tel", 7, HAPPENED.formatted(today.minusDays(2)));
        assertThat(concurrent.runTogether(Actor.VISITOR, Collections.nCopies(3, send)))
                .allSatisfy(result -> assertThat(result.went()).isTrue());
        assertThat(phone.send("tel", 3, HAPPENED.formatted(today)))
                .as("an earlier one, later")
                .hasStatusOk();
        assertThat(count("cooperation.fieldwork_entry")).isEqualTo(2);
        assertThat(phone.send("tel", 8, "{\"kind\": 1")).as("no JSON").hasStatus(422);
        assertThat(fixture.main("/")).contains("Nouvelles de " + CooperationFixture.PARTNER + " à lire", "2 envois");
        String entry = "/cooperation/fieldwork/"
                + db.sql("SELECT id FROM cooperation.fieldwork_entry WHERE sequence = 7")
                        .query(UUID.class)
                        .single();
        assertThat(fixture.main(entry)).contains("27 : 24 femmes, 3 hommes").doesNotContain("non déclaré");
        String realisation = fixture.post(entry + "/accept", "version=1", "title=Atelier", "realisation=WORKSHOP");
        assertThat(fixture.main(realisation))
                .contains("Atelier", "Taller de costura", "27", CooperationFixture.PARTNER);
        assertThat(pages.as(Role.COORDINATOR).post(entry + "/accept", "version=2", "title=Atelier"))
                .as("a second time")
                .hasStatus(422);
        assertThat(count("plan.realisation")).isEqualTo(1);
        assertThat(open(page).text()).contains("Aceptado");
    }

    @Test
    void aPhotographComesInPartsBeforeItsExpense() throws Exception {
        PartnerPhone phone = new PartnerPhone(mvc, pages, makePage("ht"));
        String photograph = UUID.randomUUID().toString();
        var picture = new ByteArrayOutputStream();
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 120_000; i++) {
            image.setRGB(i % 400, i / 400, (i * 7919) & 0xffffff);
        }
        ImageIO.write(image, "png", picture);
        assertThat(picture.size()).as("several parts").isGreaterThan(120_000);
        assertThat(phone.sendPicture(photograph, picture.toByteArray())).hasStatusOk();
        assertThat(phone.send(
                        "tel",
                        1,
                        "{\"kind\": \"SPENT\", \"on\": \"%s\", \"label\": \"Camión\", \"figure\": \"1,850.00\", \"currency\": \"MXN\", \"photograph\": \"%s\"}"
                                .formatted(today, photograph)))
                .hasStatusOk();
        assertThat(count("cooperation.fieldwork_part")).isZero();
        UUID id = fixture.only("fieldwork_entry");
        String entry = "/cooperation/fieldwork/" + id;
        Document shown = pages.as(Role.COORDINATOR).open(entry);
        assertThat(shown.text().replace('\u00a0', ' ')).contains("1 850,00 MXN", "écrit « 1,850.00 »");
        assertThat(shown.select("figure img")).hasSize(1);
        assertThat(pages.as(Role.COORDINATOR).post(entry + "/accept", "version=2"))
                .as("without a budget line")
                .hasStatus(422);
        CurrentActor.runAs(
                users.actor(Role.COORDINATOR),
                () -> budgets.create(new BudgetFacts(
                        "resources.grant/agreement/" + UUID.randomUUID(),
                        "Ateliers",
                        "MXN",
                        today.minusDays(9),
                        today.plusDays(9),
                        List.of(new BudgetLineFacts(
                                "A", "Transport", CostClass.EMPLOYEES, BigDecimal.valueOf(9_000))))));
        String line = pages.as(Role.COORDINATOR)
                .open(entry)
                .select("[name=line] optgroup option")
                .attr("value");
        String expense = fixture.post(entry + "/accept", "version=2", "line=" + line);
        assertThat(fixture.main(expense)).contains("1 850,00 MXN", "Camión");
        for (String table : List.of("split", "expense", "line", "budget")) {
            db.sql("DELETE FROM resources.spending_" + table).update();
        }
    }

    @Test
    void aReturnedExpenseGetsItsPhotographInTheCorrection() throws Exception {
        String page = makePage("es");
        PartnerPhone phone = new PartnerPhone(mvc, pages, page);
        phone.send(
                "tel",
                1,
                "{\"kind\": \"SPENT\", \"on\": \"%s\", \"label\": \"Camión\", \"figure\": \"90\", \"currency\": \"MXN\"}"
                        .formatted(today));
        String entry = "/cooperation/fieldwork/" + fixture.only("fieldwork_entry");
        fixture.post(entry + "/return", "version=1", "comment=¿Y el recibo?");
        var cookie = Objects.requireNonNull(tryPin(page, pin).getResponse().getCookie("notes"));
        Document shown = open(page);
        assertThat(shown.select("form[action*=/entries/] input[type=file][name=photo]"))
                .hasSize(1);
        String action = shown.select("form[action*=/entries/]").attr("action");
        assertThat(correct(action, cookie, "no es una foto".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(422)
                .bodyText()
                .contains("no se puede leer");
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", picture);
        assertThat(correct(action, cookie, picture.toByteArray())).hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).open(entry).select("figure img")).hasSize(1);
    }

    private MvcTestResult correct(String action, Cookie cookie, byte[] photo) {
        return mvc.post()
                .uri(action)
                .multipart()
                .file("photo", photo)
                .cookie(cookie)
                .param("kind", "SPENT")
                .param("version", "2")
                .param("on", today.toString())
                .param("label", "Camión")
                .param("figure", "90")
                .param("currency", "MXN")
                .exchange();
    }

    @Test
    void whatWeReturnOrPasteIsCorrectedOnThePage() {
        String page = makePage("es");
        fixture.post(
                "/cooperation/fieldwork/paste",
                "organisation=" + fixture.partner().value(),
                "kind=HAPPENED",
                "message=Éramos como quince");
        assertThat(open(page).text()).contains("Escrito según su mensaje", "Éramos como quince");
        assertThat(correct(page, "kind=HAPPENED", "version=1", "on=" + today, "details=Éramos quince", "notStated=15"))
                .hasStatus(303);
        String entry = "/cooperation/fieldwork/" + fixture.only("fieldwork_entry");
        assertThat(fixture.main(entry)).contains("Éramos quince", "15 de genre non déclaré");
        fixture.post(entry + "/return", "version=2", "comment=¿Qué día?");
        assertThat(open(page).text()).contains("Por corregir", "¿Qué día?");
        assertThat(correct(page, "kind=HAPPENED", "version=1", "details=Tarde"))
                .as("an old page")
                .hasStatus(422);
        assertThat(correct(page, "kind=HAPPENED", "version=3", "on=" + today, "details=El lunes"))
                .hasStatus(303);
        assertThat(fixture.main(entry)).contains("El lunes", "À lire");
    }

    @Test
    void aTelephoneIsToldToForget() {
        String page = makePage("fr");
        PartnerPhone phone = new PartnerPhone(mvc, pages, page);
        assertThat(phone.send("tel", 0)).as("only asks").hasStatusOk();
        Document links = pages.as(Role.COORDINATOR).open("/cooperation/fieldwork/links");
        fixture.post(links.select("form[action$=/forget]").attr("action"), "device=tel");
        assertThat(phone.send("tel", 1, HAPPENED.formatted(today))).hasStatus(410);
        assertThat(phone.send("other", 1, HAPPENED.formatted(today))).hasStatusOk();
        fixture.post(links.select("form[action$=/revoke]").attr("action"));
        assertThat(phone.send("other", 2, HAPPENED.formatted(today)))
                .as("revoked")
                .hasStatus(410);
        assertThat(pages.asStranger().get(page)).hasStatus(410);
        assertThat(count("cooperation.fieldwork_entry")).isEqualTo(1);
    }
}
