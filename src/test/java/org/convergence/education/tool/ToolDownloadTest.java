package org.convergence.education.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Anyone downloads an edition, as long as the people that it shows agree (R-EDU-5). */
@ModuleTest
class ToolDownloadTest {

    private static final String PUBLIC = "/public/tools";
    private static final String FILE = "https://www.exemple.example/serre.pdf";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @Autowired
    private ToolStock stock;

    private String tool = "";
    private String edition = "";

    @BeforeEach
    void publish() {
        clear();
        tool = Pages.location(pages.as(Role.STAFF).post("/education/tool/new", "title=Dans la serre", "kind=COMIC"));
        assertThat(save("/editions/new", "address=ftp://exemple")).hasStatus(422);
        assertThat(save("/editions/new", "address=" + FILE)).hasStatus(303);
        edition = id("tool_edition");
    }

    @AfterEach
    void clear() {
        users.ensureOrganisation();
        for (String table : new String[] {"tool_hand_out", "tool_batch", "tool_edition", "tool"}) {
            db.sql("DELETE FROM education." + table).update();
        }
    }

    private MvcTestResult save(String url, String address) {
        return pages.as(Role.STAFF)
                .post(
                        tool + url,
                        "language=fr",
                        "label=2e édition",
                        "licence=CC BY-NC-SA 4.0",
                        "publishedOn=" + settings.today(),
                        address);
    }

    private String id(String table) {
        return db.sql("SELECT id FROM education." + table).query(String.class).single();
    }

    @Test
    void anyoneDownloadsAnEditionUnderItsLicence() {
        assertThat(pages.asStranger().open(PUBLIC + "?in=es").text())
                .contains("Dans la serre", "2e édition", "CC BY-NC-SA 4.0", "Descargar")
                .doesNotContain("retratos");
        MvcTestResult file = pages.asStranger().get(PUBLIC + "/" + edition);
        assertThat(file).hasStatus(303);
        assertThat(file.getResponse().getHeader("Location")).isEqualTo(FILE);
        Pages.location(pages.as(Role.STAFF)
                .post("/education/tool/new", "title=Fait ailleurs", "kind=GUIDE", "madeBy=Un réseau"));
        assertThat(pages.asStranger().open(PUBLIC).text()).doesNotContain("Fait ailleurs");
        assertThat(pages.asStranger().get(PUBLIC + "/" + java.util.UUID.randomUUID()))
                .hasStatus(404);
    }

    @Test
    void aConsentThatIsWithdrawnOrOverTakesTheEditionOffline() {
        print();
        String consents = tool + "/editions/" + edition + "/consents";
        assertThat(consent(consents, settings.today().minusDays(1).toString()))
                .as("over")
                .hasStatus(422);
        assertThat(consent(consents, "")).hasStatus(303);
        assertThat(pages.asStranger().open(PUBLIC + "?in=fr").text())
                .contains("portraits")
                .doesNotContain("Deux promotrices", "Classeur bleu");
        assertThat(main()).contains("Page 4, deux promotrices", "Classeur bleu");
        String one = consents + "/" + id("tool_consent");
        assertThat(pages.as(Role.VOLUNTEER).post(one + "/withdraw")).hasStatus(403);
        assertThat(pages.as(Role.STAFF).post(one + "/withdraw")).hasStatus(303);
        assertThat(pages.asStranger().get(PUBLIC + "/" + edition))
                .as("a page opened before")
                .hasStatus(410);
        assertThat(pages.asStranger().open(PUBLIC).text()).doesNotContain("Dans la serre");
        assertThat(main()).contains("50 exemplaires", "Armoire du local", "ne se distribue plus");
        assertThat(pages.as(Role.STAFF).post(one + "/resume")).hasStatus(303);
        assertThat(pages.asStranger().get(PUBLIC + "/" + edition)).hasStatus(303);
        endYesterday();
        assertThat(pages.asStranger().get(PUBLIC + "/" + edition))
                .as("the end of the consent")
                .hasStatus(410);
        assertThat(today()).contains("Consentement qui prend fin, exemplaires à reprendre : Dans la serre, 2e édition");
        assertThat(pages.as(Role.STAFF).post(one + "/withdraw")).hasStatus(303);
        assertThat(today()).doesNotContain("Consentement qui prend fin");
    }

    @Test
    void aConsentThatIsOverIsReplacedAndUntilThenNothingIsHandedOut() {
        print();
        String consents = tool + "/editions/" + edition + "/consents";
        assertThat(pages.as(Role.STAFF).open(consents).select("h1").text()).contains("français");
        assertThat(consent(consents, "")).hasStatus(303);
        String old = consents + "/" + id("tool_consent");
        assertThat(pages.as(Role.STAFF).post(old + "/remove")).as("in force").hasStatus(404);
        assertThat(stock.findStocked()).hasSize(1);
        endYesterday();
        assertThat(stock.findStocked()).as("orders of copies").isEmpty();
        assertThat(handOut(0)).hasStatus(422).bodyText().contains("ne se distribue plus");
        assertThat(handOut(1)).as("noted late, while it lasted").hasStatus(303);
        assertThat(pages.as(Role.STAFF).post(old + "/remove"))
                .as("not replaced")
                .hasStatus(422);
        assertThat(consent(consents, settings.today().plusYears(1).toString())).hasStatus(303);
        assertThat(pages.asStranger().get(PUBLIC + "/" + edition)).hasStatus(410);
        assertThat(today()).contains("exemplaires à reprendre");
        assertThat(pages.as(Role.STAFF).open(tool).select("form[action$=/remove]"))
                .hasSize(1);
        assertThat(pages.as(Role.VOLUNTEER).post(old + "/remove")).hasStatus(403);
        assertThat(pages.as(Role.STAFF).post(old + "/remove")).hasStatus(303);
        assertThat(today()).doesNotContain("exemplaires à reprendre");
        assertThat(pages.asStranger().get(PUBLIC + "/" + edition)).hasStatus(303);
        assertThat(stock.findStocked()).hasSize(1);
        assertThat(handOut(0)).hasStatus(303);
    }

    @Test
    void nothingIsDueForAConsentThatIsOverWhereNoCopyIsLeft() {
        assertThat(consent(
                        tool + "/editions/" + edition + "/consents",
                        settings.today().toString()))
                .hasStatus(303);
        assertThat(today()).contains("Consentement qui prend fin : Dans la serre");
        endYesterday();
        assertThat(today()).doesNotContain("Consentement qui prend fin");
    }

    @Test
    void copiesOfAnEditionWithoutConsentLeaveTheirPile() {
        print();
        assertThat(consent(
                        tool + "/editions/" + edition + "/consents",
                        settings.today().toString()))
                .hasStatus(303);
        endYesterday();
        String discard = tool + "/batches/" + id("tool_batch") + "/discard";
        assertThat(main()).contains("50 exemplaires restent");
        assertThat(today()).contains("exemplaires à reprendre");
        assertThat(pages.as(Role.VOLUNTEER).open(tool).select("a[href=" + discard + "]"))
                .hasSize(1);
        assertThat(pages.as(Role.VOLUNTEER)
                        .open(discard)
                        .select("input[name=copies]")
                        .val())
                .isEqualTo("50");
        assertThat(pages.as(Role.VOLUNTEER).post(discard, "copies=51"))
                .as("more than are left")
                .hasStatus(422);
        assertThat(pages.as(Role.VOLUNTEER).post(discard, "copies=50")).hasStatus(303);
        assertThat(main())
                .contains("0 exemplaire distribué, 0 en main", "50 exemplaires · Armoire du local", "50 retirés")
                .doesNotContain("exemplaires restent");
        assertThat(today()).doesNotContain("exemplaires à reprendre");
        assertThat(pages.as(Role.VOLUNTEER).post(discard + "?undo=true&copies=50&version=50"))
                .hasStatus(303);
        assertThat(main()).contains("50 exemplaires restent").doesNotContain("retirés");
        assertThat(pages.as(Role.VOLUNTEER).post(discard, "undo=true", "copies=1"))
                .as("none was taken out")
                .hasStatus(422);
        assertThat(pages.as(Role.VOLUNTEER).post(discard, "copies=10", "version=0"))
                .hasStatus(303);
        MvcTestResult again = pages.as(Role.VOLUNTEER).post(discard, "copies=10", "version=0");
        assertThat(again).as("the same form sent twice").hasStatus(422);
        assertThat(Pages.text(again)).contains("10 exemplaires sont déjà retirés");
        assertThat(main()).contains("40 exemplaires restent");
    }

    private void print() {
        assertThat(pages.as(Role.STAFF)
                        .post(
                                tool + "/batches/new",
                                "edition=" + edition,
                                "on=" + settings.today().minusDays(9),
                                "copies=50",
                                "place=Armoire du local"))
                .hasStatus(303);
    }

    private void endYesterday() {
        db.sql("UPDATE education.tool_consent SET until_on = ?")
                .param(settings.today().minusDays(1))
                .update();
    }

    private MvcTestResult handOut(int daysAgo) {
        return pages.as(Role.VOLUNTEER)
                .post(
                        tool + "/batches/" + id("tool_batch") + "/hand-out",
                        "copies=1",
                        "setting=CLASS",
                        "on=" + settings.today().minusDays(daysAgo));
    }

    private MvcTestResult consent(String url, String until) {
        return pages.as(Role.STAFF)
                .post(url, "shown=Page 4, deux promotrices", "keptAt=Classeur bleu", "until=" + until);
    }

    private String today() {
        return pages.as(Role.STAFF).open("/").select("main").text().replace('\u00a0', ' ');
    }

    private String main() {
        return pages.as(Role.STAFF).open(tool).select("main").text().replace('\u00a0', ' ');
    }
}
