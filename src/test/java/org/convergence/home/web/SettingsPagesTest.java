package org.convergence.home.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import javax.imageio.ImageIO;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@ModuleTest
class SettingsPagesTest {

    private static final String ORGANISATION = "/home/settings/organisation";

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void anOrganisation() {
        visitors.ensureOrganisation();
        db.sql("DELETE FROM platform.mail_message").update();
    }

    @Test
    void settingsShowPermittedPagesOnly() {
        assertThat(pages.as(Role.ADMINISTRATOR)
                        .open("/home/settings")
                        .select(".card h2")
                        .eachText())
                .containsExactly("L’organisation", "Comptes et accès", "Courrier", "Sauvegardes", "Travaux");
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/home/settings")
                        .select(".card h2")
                        .eachText())
                .containsExactly(
                        "Messages et loi",
                        "Renseignements personnels",
                        "Protection des personnes à risque",
                        "Courrier",
                        "Sauvegardes",
                        "Taux de change");
        assertThat(pages.as(Role.STAFF)
                        .open("/home/settings")
                        .select(".card h2")
                        .eachText())
                .as("staff who enter an expense in another currency enter its rate")
                .containsExactly("Taux de change");
        assertThat(pages.as(Role.BOARD_MEMBER).open("/home/settings").text()).contains("Rien à régler ici");
        assertThat(pages.as(Role.BOARD_MEMBER).open("/").select("nav a[href=/home/settings]"))
                .isEmpty();
        assertThat(pages.as(Role.ADMINISTRATOR)
                        .open("/identity/accounts")
                        .select("nav a[href=/home/settings]")
                        .attr("aria-current"))
                .isEqualTo("true");
    }

    @Test
    void showsAutomaticChangesAsProgram() {
        assertThat(pages.as(Role.ADMINISTRATOR)
                        .open(ORGANISATION)
                        .select(".history li:last-child")
                        .text())
                .contains("Convergence")
                .doesNotContain("visitor");
    }

    @Test
    void hidesAdviceToAddWithoutPermission() {
        assertThat(pages.as(Role.ADMINISTRATOR).open("/").select(".empty").text())
                .isEqualTo("Rien ne presse Ce qui demande votre attention apparaîtra ici.");
    }

    @Test
    void appliesAndRecordsChangesAtOnce() {
        Document form = pages.as(Role.ADMINISTRATOR).open(ORGANISATION);
        MvcTestResult saved = send(form, "Solidarité sans frontières", "America/Halifax", "6");
        assertThat(saved).hasStatus(303);

        OrganisationProfile now = settings.current();
        assertThat(now.name()).isEqualTo("Solidarité sans frontières");
        assertThat(now.zone()).isEqualTo(ZoneId.of("America/Halifax"));
        assertThat(now.languages()).containsExactly("fr", "en");
        Document after = pages.as(Role.ADMINISTRATOR).open(ORGANISATION);
        assertThat(after.select(".brand small").text()).isEqualTo("Solidarité sans frontières");
        assertThat(after.select(".history li:first-child").text())
                .contains("Réglages modifiés", "Camille D’Amours", "Nom de l’organisation");
        assertThat(after.select("#f-fiscalMonth-help").text()).contains("1er juin");
    }

    @Test
    void reportsConcurrentChanges() {
        Document hers = pages.as(Role.ADMINISTRATOR).open(ORGANISATION);
        Document his = pages.as(Role.ADMINISTRATOR).open(ORGANISATION);
        assertThat(send(hers, "Un premier nom", "America/Toronto", "4")).hasStatus(303);

        MvcTestResult conflict = send(his, "Un second nom", "America/Toronto", "4");
        assertThat(conflict).hasStatus(409);
        assertThat(Pages.parse(conflict).select(".version").text()).contains("Un premier nom", "Un second nom");
        assertThat(settings.current().name()).isEqualTo("Un premier nom");
        assertThat(send(Pages.parse(conflict), "Un second nom", "America/Toronto", "4"))
                .hasStatus(303);
    }

    @Test
    void invalidChoicesKeepTypedValues() {
        MvcTestResult refused = send(pages.as(Role.ADMINISTRATOR).open(ORGANISATION), "", "Lune/Mer", "13");
        assertThat(refused).hasStatus(422);
        assertThat(Pages.parse(refused).select("form.form .notice.bad li")).hasSize(3);
    }

    @Test
    void keepsIdentityAndLogoForPapers() throws IOException {
        MvcTestResult text = sendIdentity("1, rue du Port\nQuébec", "x".getBytes(UTF_8), "logo.txt", "");
        assertThat(text).hasStatus(422);
        assertThat(Pages.parse(text).select("#f-logo-error").text()).contains("n’est pas une image");

        assertThat(sendIdentity("1, rue du Port\nQuébec", png(), "lo\u0000go.png", ""))
                .hasStatus(303);
        assertThat(settings.letterhead().lines()).containsExactly("1, rue du Port", "Québec");
        assertThat(ImageIO.read(new ByteArrayInputStream(settings.letterhead().logo())))
                .isNotNull();
        Document page = pages.as(Role.ADMINISTRATOR).open(ORGANISATION);
        assertThat(page.select("#f-logo-help").text()).contains("logo.png");
        assertThat(page.select(".history li:first-child").text()).contains("Adresse postale", "Logo");

        assertThat(sendIdentity("", new byte[0], "", "true")).hasStatus(303);
        assertThat(settings.letterhead().lines()).isEmpty();
        assertThat(settings.letterhead().logo()).isEmpty();
        assertThat(db.sql("SELECT count(*) FROM platform.settings_logo")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private MvcTestResult sendIdentity(String address, byte[] logo, String file, String remove) {
        Document page = pages.as(Role.ADMINISTRATOR).open(ORGANISATION);
        return browser.post()
                .uri(ORGANISATION)
                .multipart()
                .file(new MockMultipartFile("logo", file, "image/png", logo))
                .param("version", page.select("input[name=version]").attr("value"))
                .param("name", "Solidarité")
                .param("languages", "FRENCH", "ENGLISH")
                .param("first", "FRENCH")
                .param("zone", "America/Toronto")
                .param("fiscalMonth", "4")
                .param("address", address)
                .param("removeLogo", remove)
                .with(visitors.as(Role.ADMINISTRATOR))
                .with(csrf())
                .exchange();
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private MvcTestResult send(Document page, String name, String zone, String month) {
        return browser.post()
                .uri(ORGANISATION)
                .param("version", page.select("input[name=version]").attr("value"))
                .param("name", name)
                .param("languages", "FRENCH", "ENGLISH")
                .param("first", "FRENCH")
                .param("zone", zone)
                .param("fiscalMonth", month)
                .param("place", "QC-06")
                .with(visitors.as(Role.ADMINISTRATOR))
                .with(csrf())
                .exchange();
    }
}
