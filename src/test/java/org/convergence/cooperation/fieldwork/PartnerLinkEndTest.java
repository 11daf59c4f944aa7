package org.convergence.cooperation.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The last day of a partner's page: told before, extended in one gesture, and nothing lost after it. */
@ModuleTest
class PartnerLinkEndTest {

    private static final String LINKS = "/cooperation/fieldwork/links";
    private static final String DUE = "Prolonger la page de " + CooperationFixture.PARTNER;
    private static final String QUESTION = "{\"kind\": \"QUESTION\", \"details\": \"¿Cuándo?\"}";

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private MovingClock clock;

    @Autowired
    private JdbcClient db;

    private String page = "";
    private String pin = "";

    @BeforeEach
    void makePage() {
        fixture.clear();
        Document made = Pages.require(pages.as(Role.COORDINATOR)
                .post(LINKS, "organisation=" + fixture.partner().value(), "language=ht", "country=HT"));
        pin = made.select("#made-pin").val();
        page = made.select("#made-url").val().replaceFirst(".*(?=/public/)", "");
    }

    @Test
    void aPartnerWhoseDayHasBegunMayNameIt() {
        clock.moveTo(settings.today().plusDays(1).atTime(20, 0).toInstant(ZoneOffset.UTC));
        Document made = Pages.require(pages.as(Role.COORDINATOR)
                .post(LINKS, "organisation=" + fixture.partner().value(), "language=en", "country=PH"));
        page = made.select("#made-url").val().replaceFirst(".*(?=/public/)", "");
        var cookie = Objects.requireNonNull(pages.asStranger()
                .post(page + "/pin", "pin=" + made.select("#made-pin").val())
                .getResponse()
                .getCookie("notes"));
        Document notes = Pages.require(mvc.get().uri(page).cookie(cookie).exchange());
        assertThat(notes.select("input[type=date]").eachAttr("max"))
                .isNotEmpty()
                .containsOnly(settings.today().plusDays(1).toString());
    }

    private void endIn(int days) {
        db.sql("UPDATE cooperation.fieldwork_link SET until = ?")
                .param(settings.today().plusDays(days))
                .update();
    }

    /** The home page without the announcement of what comes next. */
    private String home() {
        return fixture.main("/").replace("Prochaine échéance : " + DUE, "");
    }

    private void extend() {
        Document links = pages.as(Role.COORDINATOR).open(LINKS);
        fixture.post(Objects.requireNonNull(links.selectFirst("form[action$=/extend]"))
                .attr("action"));
    }

    private LocalDate until() {
        return db.sql("SELECT until FROM cooperation.fieldwork_link")
                .query(LocalDate.class)
                .single();
    }

    @Test
    void thePageIsExtendedAMonthBeforeItsEndWithTheSamePin() {
        endIn(31);
        assertThat(home()).doesNotContain(DUE);
        assertThat(pages.as(Role.COORDINATOR).open(LINKS).select("form[action$=/extend]"))
                .isEmpty();
        endIn(30);
        assertThat(home()).contains(DUE);
        extend();
        assertThat(until()).isEqualTo(settings.today().plusDays(365));
        assertThat(home()).doesNotContain(DUE);
        assertThat(pages.asStranger().post(page + "/pin", "pin=" + pin)).hasStatus(303);
    }

    @Test
    void whatTelephonesHoldArrivesForNinetyDaysAfterTheEnd() {
        PartnerPhone phone = new PartnerPhone(mvc, pages, page);
        endIn(-90);
        assertThat(home()).contains(DUE);
        Document ended = Pages.parse(pages.asStranger().get(page));
        assertThat(ended.text()).contains("Paj sa a fini", "90 jou", "ekri moun ki te ba ou lyen sa a");
        assertThat(ended.select("[data-notes], script[src*=fieldwork]"))
                .as("the telephone sends")
                .hasSize(2);
        assertThat(ended.select("#pin")).isEmpty();
        assertThat(pages.asStranger().post(page + "/pin", "pin=" + pin)).hasStatus(404);
        assertThat(phone.send("tel", 1, QUESTION)).hasStatusOk();
        assertThat(pages.asStranger().post(page + "/entries", "name=a-form", "kind=QUESTION", "details=Y esto"))
                .hasStatus(303);
        assertThat(db.sql("SELECT count(*) FROM cooperation.fieldwork_entry")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertThat(fixture.main(LINKS)).contains("finie depuis le").doesNotContain("Nouveau NIP");
        extend();
        assertThat(pages.asStranger().post(page + "/pin", "pin=" + pin)).hasStatus(303);
        endIn(-91);
        assertThat(pages.asStranger().get(page)).hasStatus(404);
        assertThat(phone.send("tel", 2, QUESTION)).hasStatus(404);
    }
}
