package org.convergence.cooperation.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.DyingDatabase;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The database dies at the end of each step around a partner's page: nothing of it is left, and it is done once afterwards. */
@ModuleTest
class PartnerPageCrashTest {

    private static final String LINKS = "/cooperation/fieldwork/links";
    private static final List<String> TABLES = List.of(
            "cooperation.fieldwork_link",
            "cooperation.fieldwork_device",
            "cooperation.fieldwork_entry",
            "cooperation.partner_request",
            "cooperation.project",
            "cooperation.project_partner");

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private DyingDatabase dying;

    @Autowired
    private JdbcClient db;

    private Cookie pass = new Cookie("notes", "");

    @Test
    void nothingOfAStepIsLeftAndItIsDoneOnceAfterwards() {
        fixture.clear();
        LocalDate today = settings.today();
        String partner = "organisation=" + fixture.partner().value();
        Document made = Pages.require(coordinate(LINKS, partner, "language=es", "country=MX"));
        String page = made.select("#made-url").val().replaceFirst(".*(?=/public/)", "");
        String pin = "pin=" + made.select("#made-pin").val();
        PartnerPhone phone = new PartnerPhone(mvc, pages, page);
        pass = Objects.requireNonNull(
                pages.asStranger().post(page + "/pin", pin).getResponse().getCookie("notes"));
        Map<String, Supplier<MvcTestResult>> steps = new LinkedHashMap<>();
        steps.put(
                "pasted",
                () -> coordinate("/cooperation/fieldwork/paste", partner, "kind=HAPPENED", "message=Éramos quince"));
        steps.put("corrected", () -> correct(page, "version=1", "on=" + today, "women=15"));
        steps.put("returned", () -> coordinate(entry() + "/return", "version=2", "comment=¿Cuántas?"));
        steps.put("corrected again", () -> correct(page, "version=3", "on=" + today, "women=16"));
        steps.put(
                "accepted", () -> coordinate(entry() + "/accept", "version=4", "title=Reunión", "realisation=MEETING"));
        steps.put(
                "envelope",
                () -> phone.send(
                        "tel",
                        1,
                        "{\"kind\": \"FIGURES\", \"on\": \"%s\", \"label\": \"Socias\", \"figure\": \"12\"}"
                                .formatted(today)));
        steps.put("new PIN", () -> coordinate(link("/pin")));
        steps.put("told to forget", () -> coordinate(link("/forget"), "device=tel"));
        steps.put(
                "request",
                () -> coordinate(
                        "/cooperation/partner/requests/new",
                        partner,
                        "title=Una escuela",
                        "channel=PHONE",
                        "received=" + today.minusDays(3),
                        "promised=" + today.plusDays(9)));
        steps.put(
                "request answered",
                () -> coordinate(
                        "/cooperation/partner/requests/" + fixture.only("partner_request") + "/answer",
                        "version=1",
                        "answer=PROJECT",
                        "role=LEAD"));
        steps.put("revoked", () -> coordinate(link("/revoke")));
        steps.forEach((name, step) -> dying.takeTwice(name, TABLES, () -> require(name, step)));
        assertThat(count("plan.realisation WHERE title = 'Reunión'")).isOne();
        assertThat(count("cooperation.fieldwork_entry")).isEqualTo(2);
        assertThat(count("cooperation.project")).isOne();
        assertThat(phone.send("tel", 2, "{}")).as("revoked").hasStatus(410);
    }

    private static void require(String name, Supplier<MvcTestResult> step) {
        MvcTestResult answer = step.get();
        assertThat(answer.getResponse().getStatus())
                .as(name + Pages.text(answer))
                .isIn(200, 303);
    }

    private MvcTestResult coordinate(String url, String... fields) {
        return pages.as(Role.COORDINATOR).post(url, fields);
    }

    private MvcTestResult correct(String page, String... fields) {
        var request = mvc.post()
                .uri(page + "/entries/" + fixture.only("fieldwork_entry"))
                .cookie(pass)
                .param("kind", "HAPPENED")
                .param("details", "Éramos quince");
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            request = request.param(parts[0], parts[1]);
        }
        return request.exchange();
    }

    private String entry() {
        return "/cooperation/fieldwork/" + fixture.only("fieldwork_entry");
    }

    private String link(String action) {
        return LINKS + "/" + fixture.only("fieldwork_link") + action;
    }

    private int count(String what) {
        return db.sql("SELECT count(*) FROM " + what).query(Integer.class).single();
    }
}
