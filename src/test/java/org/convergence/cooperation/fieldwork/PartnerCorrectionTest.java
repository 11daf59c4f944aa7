package org.convergence.cooperation.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.Objects;
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
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a partner corrects, and what happens when two write at once, or nobody answers. */
@ModuleTest
class PartnerCorrectionTest {

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
        pass = Objects.requireNonNull(pages.asStranger()
                .post(page + "/pin", "pin=" + made.select("#made-pin").val())
                .getResponse()
                .getCookie("notes"));
    }

    private void paste(String message) {
        fixture.post(
                "/cooperation/fieldwork/paste",
                "organisation=" + fixture.partner().value(),
                "kind=HAPPENED",
                "message=" + message);
    }

    private String entry() {
        return "/cooperation/fieldwork/" + fixture.only("fieldwork_entry");
    }

    private MvcTestResult post(String url, String... fields) {
        var request = mvc.post().uri(url).cookie(pass);
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            request = request.param(parts[0], parts[1]);
        }
        return request.exchange();
    }

    private MvcTestResult correct(String details, int version) {
        return post(
                page + "/entries/" + fixture.only("fieldwork_entry"),
                "kind=HAPPENED",
                "version=" + version,
                "on=" + today,
                "women=3",
                "details=" + details);
    }

    @Test
    void keepsWhatWasTypedOnAnOldPageBesideWhatStands() {
        paste("Éramos como quince");
        assertThat(correct("Éramos quince", 1)).hasStatus(303);
        MvcTestResult second = correct("Éramos dieciocho", 1);
        assertThat(second).hasStatus(422);
        Document shown = Pages.parse(second);
        assertThat(shown.text()).contains("Lo que tenemos ahora", "Éramos quince", "Ya estamos leyendo el otro texto");
        assertThat(shown.select("form[action$=/entries]:not([data-entry]) textarea")
                        .text())
                .isEqualTo("Éramos dieciocho");
        assertThat(shown.select("form[action$=/entries]:not([data-entry]) [name=women]")
                        .val())
                .isEqualTo("3");
        String entry = entry();
        fixture.post(entry + "/return", "version=2", "comment=¿Cuántas?");
        Document again = Pages.parse(correct("Éramos veinte", 1));
        assertThat(again.select("form[action*=/entries/]")).as("no second form").hasSize(1);
        assertThat(again.select("form[action*=/entries/] textarea").text()).isEqualTo("Éramos veinte");
        assertThat(again.select("form[action*=/entries/] [name=version]").val()).isEqualTo("3");
        assertThat(again.text()).contains("Éramos quince", "¿Cuántas?");
        assertThat(correct("Éramos veinte", 3)).hasStatus(303);
        assertThat(fixture.main(entry)).contains("Éramos veinte");
    }
}
