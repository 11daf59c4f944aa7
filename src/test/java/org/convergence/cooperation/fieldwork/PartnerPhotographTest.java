package org.convergence.cooperation.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

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
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Photographs of what happened, from a telephone or with a pasted message, on the page of the realisation. */
@ModuleTest
class PartnerPhotographTest {

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private String page = "";
    private String pin = "";

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
        pin = made.select("#made-pin").val();
        page = made.select("#made-url").val().replaceFirst("^.*(?=/public/)", "");
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    private String entry() {
        return "/cooperation/fieldwork/" + fixture.only("fieldwork_entry");
    }

    private String accept(int version) {
        return fixture.post(
                entry() + "/accept", "version=" + version, "title=Taller de costura", "realisation=WORKSHOP");
    }

    private void requireShownInside(String realisation) {
        assertThat(pages.as(Role.COORDINATOR).open(realisation).select("main figure img, main img"))
                .hasSize(1);
        assertThat(db.sql("SELECT kind || ' ' || publishable FROM plan.realisation_document")
                        .query(String.class)
                        .list())
                .as("published only once its page says so")
                .containsExactly("PHOTOGRAPH false");
    }

    @Test
    void whatHappenedIsAcceptedOnceItsPhotographIsHere() throws IOException {
        PartnerPhone phone = new PartnerPhone(mvc, pages, page);
        String photograph = UUID.randomUUID().toString();
        assertThat(phone.send(
                        "tel",
                        1,
                        "{\"kind\": \"HAPPENED\", \"on\": \"%s\", \"details\": \"Taller\", \"photograph\": \"%s\"}"
                                .formatted(today, photograph)))
                .hasStatusOk();
        assertThat(fixture.main(entry())).contains("La photo n’est pas encore arrivée");
        assertThat(pages.as(Role.COORDINATOR)
                        .post(entry() + "/accept", "version=1", "title=Taller", "realisation=WORKSHOP"))
                .as("the photograph would be lost")
                .hasStatus(422);
        assertThat(phone.sendPicture(photograph, picture())).hasStatusOk();
        requireShownInside(accept(2));
    }

    @Test
    void aPastedMessageBringsItsPhotograph() throws IOException {
        assertThat(paste("no picture".getBytes(StandardCharsets.UTF_8))).hasStatus(422);
        assertThat(db.sql("SELECT count(*) FROM cooperation.fieldwork_entry")
                        .query(Integer.class)
                        .single())
                .isZero();
        MvcTestResult pasted = paste(picture());
        assertThat(pasted).as(Pages.text(pasted)).hasStatus(303);
        assertThat(pages.as(Role.COORDINATOR).open(entry()).select("figure img"))
                .hasSize(1);
        var cookie = Objects.requireNonNull(pages.asStranger()
                .post(page + "/pin", "pin=" + pin)
                .getResponse()
                .getCookie("notes"));
        Document notes = Pages.require(mvc.get().uri(page).cookie(cookie).exchange());
        assertThat(notes.text()).contains("con foto", "Sin rostros, si eso puede perjudicar");
        assertThat(mvc.post()
                        .uri(notes.select("form[action*=/entries/]").attr("action"))
                        .cookie(cookie)
                        .param(
                                "version",
                                notes.select("form[action*=/entries/] [name=version]")
                                        .val())
                        .param("kind", "HAPPENED")
                        .param("on", today.toString())
                        .param("details", "Taller de costura")
                        .exchange())
                .hasStatus(303);
        requireShownInside(accept(3));
    }

    private MvcTestResult paste(byte[] photo) {
        return mvc.post()
                .uri("/cooperation/fieldwork/paste")
                .multipart()
                .file(new MockMultipartFile("photo", "whatsapp.png", null, photo))
                .param("organisation", fixture.partner().value().toString())
                .param("kind", "HAPPENED")
                .param("message", "Taller, éramos 24")
                .with(users.as(Role.COORDINATOR))
                .with(csrf())
                .exchange();
    }
}
