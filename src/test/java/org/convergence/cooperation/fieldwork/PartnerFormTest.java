package org.convergence.cooperation.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The forms of a partner's page: a second press, an old page, a page that ended or was closed. */
@ModuleTest
class PartnerFormTest {

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private String page = "";
    private String pin = "";
    private Cookie pass = new Cookie("notes", "");

    @BeforeEach
    void makePage() {
        fixture.clear();
        today = settings.today();
        Document made = Pages.require(pages.as(Role.COORDINATOR)
                .post(
                        "/cooperation/fieldwork/links",
                        "organisation=" + fixture.partner().value(),
                        "language=es",
                        "country=MX"));
        page = made.select("#made-url").val().replaceFirst(".*(?=/public/)", "");
        pin = made.select("#made-pin").val();
        pass = Objects.requireNonNull(pages.asStranger()
                .post(page + "/pin", "pin=" + pin)
                .getResponse()
                .getCookie("notes"));
        fixture.post(
                "/cooperation/fieldwork/paste",
                "organisation=" + fixture.partner().value(),
                "kind=HAPPENED",
                "message=Éramos como quince");
    }

    private MvcTestResult post(String path, String... fields) {
        var request = mvc.post().uri(page + path).cookie(pass);
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            request = request.param(parts[0], parts[1]);
        }
        return request.exchange();
    }

    private MvcTestResult correct(String details) {
        return post(
                "/entries/" + fixture.only("fieldwork_entry"),
                "kind=HAPPENED",
                "version=1",
                "on=" + today,
                "women=3",
                "details=" + details);
    }

    private MvcTestResult add(byte[] photograph) {
        return mvc.post()
                .uri(page + "/entries")
                .multipart()
                .file(new MockMultipartFile("photo", "photo.jpg", null, photograph))
                .param("name", "a-form")
                .param("kind", "HAPPENED")
                .param("on", today.toString())
                .param("details", "Otra reunión")
                .cookie(pass)
                .exchange();
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private int count(String condition) {
        return db.sql("SELECT count(*) FROM cooperation.fieldwork_entry WHERE " + condition)
                .query(Integer.class)
                .single();
    }

    private String entry() {
        return "/cooperation/fieldwork/" + fixture.only("fieldwork_entry");
    }

    private void revoke() {
        fixture.post(pages.as(Role.COORDINATOR)
                .open("/cooperation/fieldwork/links")
                .select("form[action$=/revoke]")
                .attr("action"));
    }

    private void endPage() {
        db.sql("UPDATE cooperation.fieldwork_link SET until = ?")
                .param(today.minusDays(1))
                .update();
    }

    @Test
    void aSecondPressOfTheSameCorrectionIsDone() {
        assertThat(correct("Éramos quince")).hasStatus(303);
        assertThat(correct("Éramos quince")).as("a second press").hasStatus(303);
        assertThat(count("version = 2 AND state = 'WAITING'")).isEqualTo(1);
        assertThat(correct("Éramos veinte")).as("other words").hasStatus(422);
        fixture.post(entry() + "/return", "version=2", "comment=¿Cuántas?");
        assertThat(correct("Éramos quince")).as("a question came since").hasStatus(422);
    }

    @Test
    void aCorrectionIsKeptBesideItsEntryHoweverManyCameSince() {
        assertThat(correct("Éramos quince")).hasStatus(303);
        db.sql("""
                        INSERT INTO cooperation.fieldwork_entry (id, organisation, device, sequence, position, kind, state,
                            language, country, received_on, received_at, label, details, typed)
                        SELECT gen_random_uuid(), organisation, 'tel', n, 0, 'QUESTION', 'WAITING', language, country,
                               received_on + 1, received_at, '', 'Pregunta', ''
                        FROM cooperation.fieldwork_entry, generate_series(1, 31) n
                        """).update();
        String id = db.sql("SELECT id FROM cooperation.fieldwork_entry WHERE kind = 'HAPPENED'")
                .query(UUID.class)
                .single()
                .toString();
        String[] fields = {"kind=HAPPENED", "version=1", "on=" + today, "details=Éramos veinte"};
        Document kept = Pages.parse(post("/entries/" + id, fields));
        assertThat(kept.text()).contains("Lo que tenemos ahora", "Éramos quince");
        assertThat(kept.select("form[action$=/entries]:not([data-entry]) textarea")
                        .text())
                .isEqualTo("Éramos veinte");
        Document gone = Pages.parse(post("/entries/" + UUID.randomUUID(), fields));
        assertThat(gone.text()).contains("El texto que corregía ya no está");
        assertThat(gone.select("form[action$=/entries]:not([data-entry]) textarea")
                        .text())
                .as("a draft deleted meanwhile")
                .isEqualTo("Éramos veinte");
    }

    @Test
    void aCorrectionThatBecomesAnEntryKeepsItsPhotographOnce() throws IOException {
        MvcTestResult refused = add("no picture".getBytes(StandardCharsets.UTF_8));
        assertThat(refused).hasStatus(422);
        assertThat(Pages.parse(refused)
                        .select("form[action$=/entries]:not([data-entry]) textarea")
                        .text())
                .as("what was typed")
                .isEqualTo("Otra reunión");
        assertThat(count("state = 'WAITING'")).isZero();
        assertThat(add(picture())).hasStatus(303);
        assertThat(add(picture())).hasStatus(303);
        assertThat(count("state = 'WAITING' AND document IS NOT NULL")).isEqualTo(1);
    }

    @Test
    void aCorrectionAfterTheEndOfThePageIsTakenAndSaidSo() {
        endPage();
        assertThat(correct("Éramos quince")).hasStatus(303);
        assertThat(fixture.main(entry())).contains("Éramos quince");
        Document done = Pages.parse(mvc.get().uri(page + "?done=1").cookie(pass).exchange());
        assertThat(done.text()).contains("Recibido. ¡Gracias!", "Esta página terminó");
        assertThat(correct("Éramos veinte")).as("other words").hasStatus(422);
        pass = new Cookie("notes", "");
        assertThat(correct("Éramos treinta")).as("without the PIN: as an entry").hasStatus(303);
        assertThat(count("state = 'WAITING' AND details = 'Éramos treinta'")).isEqualTo(1);
        Document answer = Pages.parse(
                post("/readings/" + UUID.randomUUID(), "version=1", "answer=CORRECTION", "correction=Somos veinte"));
        assertThat(answer.text()).contains("no se guardó", "Somos veinte");
    }

    @Test
    void aCorrectionWhosePinRanOutIsKeptBesideAFieldForThePin() {
        pass = new Cookie("notes", "");
        MvcTestResult closed = correct("Éramos quince");
        assertThat(closed).hasStatus(422);
        Document kept = Pages.parse(closed);
        assertThat(kept.text()).contains("Lo que escribió sigue aquí").doesNotContain("Éramos como quince");
        assertThat(kept.select("form[action*=/entries/] textarea").text()).isEqualTo("Éramos quince");
        assertThat(kept.select("form[action*=/entries/] [name=women]").val()).isEqualTo("3");
        assertThat(kept.select("form[action*=/entries/] [name=pin]")).hasSize(1);
        assertThat(count("state = 'WAITING'")).as("nothing without the PIN").isZero();
        String correction = "/entries/" + fixture.only("fieldwork_entry");
        String[] fields = {"kind=HAPPENED", "version=1", "on=" + today, "details=Éramos quince", "pin=nada"};
        assertThat(Pages.parse(post(correction, fields)).text()).contains("Ese no es el PIN", "Éramos quince");
        fields[4] = "pin=" + pin;
        MvcTestResult sent = post(correction, fields);
        assertThat(sent).hasStatus(303);
        assertThat(sent.getResponse().getCookie("notes")).isNotNull();
        assertThat(count("version = 2 AND state = 'WAITING' AND details = 'Éramos quince'"))
                .isEqualTo(1);
    }

    @Test
    void anAnswerWhosePinRanOutIsKeptBesideAFieldForThePin() {
        pass = new Cookie("notes", "");
        Document kept = Pages.parse(
                post("/readings/" + UUID.randomUUID(), "version=4", "answer=CORRECTION", "correction=Somos veinte"));
        assertThat(kept.select("form[action*=/readings/] textarea").text()).isEqualTo("Somos veinte");
        assertThat(kept.select("form[action*=/readings/] [name=version]").val()).isEqualTo("4");
        assertThat(kept.select("form[action*=/readings/] [name=answer]").val()).isEqualTo("CORRECTION");
    }

    @Test
    void theProposedTitleIsSaidToBeInThePartnersLanguage() {
        assertThat(correct("Éramos quince")).hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR)
                        .open(entry())
                        .select("form[action$=/accept]")
                        .text())
                .contains("Ces mots du partenaire sont en espagnol", "le titre en français");
        db.sql("UPDATE cooperation.fieldwork_entry SET language = 'fr'").update();
        assertThat(fixture.main(entry())).doesNotContain("Ces mots du partenaire");
    }

    @Test
    void aMessageOfAPartnerWithoutAPageIsKeptAndConfirmedByMessage() {
        db.sql("DELETE FROM cooperation.fieldwork_entry").update();
        db.sql("DELETE FROM cooperation.fieldwork_link").update();
        fixture.post(
                "/cooperation/fieldwork/paste",
                "organisation=" + fixture.partner().value(),
                "kind=FIGURES",
                "language=ht",
                "message=Nou te kenz moun");
        assertThat(count("state = 'DRAFT' AND language = 'ht' AND country = 'HT'"))
                .isEqualTo(1);
        fixture.post(entry() + "/confirm", "version=1", "kind=FIGURES", "on=" + today, "label=Manm", "figure=15");
        fixture.post(entry() + "/accept", "version=2");
        assertThat(count("state = 'ACCEPTED' AND figure = 15")).isEqualTo(1);
    }

    @Test
    void aClosedPageSaysThatWhatWasTypedIsNotKept() throws IOException {
        revoke();
        for (MvcTestResult lost : new MvcTestResult[] {add(picture()), correct("Éramos quince")}) {
            assertThat(lost).hasStatus(410);
            assertThat(Pages.parse(lost).text()).contains("no se guardó");
        }
        assertThat(Pages.parse(correct("Éramos quince")).text()).contains("Éramos quince");
        assertThat(count("state <> 'DRAFT'")).isZero();
        assertThat(pages.asStranger().get(page + "?done=1")).hasStatus(410);
        assertThat(Pages.parse(pages.asStranger().get(page + "?done=1")).text()).doesNotContain("Recibido");
    }
}
