package org.convergence.resources.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DeadlineSource.Deadline;
import org.convergence.resources.grant.domain.GrantCallService;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.PageVisitor;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.convergence.testing.UserDeadlines;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A call from its record to the decision, and its return a year later. */
@ModuleTest
class GrantCallPagesTest {

    @Autowired
    private GrantFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private GrantCallService calls;

    @Autowired
    private UserDeadlines deadlines;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void noCalls() {
        fixture.clear();
        today = settings.today();
    }

    @Test
    void recordsCallWithBothZonesAndInternalDeadline() {
        assertThat(fixture.main("/resources/grant/calls")).contains("À qui demander?");
        LocalDate thursday = today.plusDays(20).with(DayOfWeek.THURSDAY);
        String page = fixture.record("Jumelages", thursday, "zone=America/Vancouver", "to=15000", "match=20");
        int hour = thursday.atTime(23, 59)
                .atZone(ZoneId.of("America/Vancouver"))
                .withZoneSameInstant(settings.current().zone())
                .getHour();
        assertThat(page)
                .contains(
                        "heure du Pacifique",
                        "ici : ",
                        "à " + hour + " h 59",
                        "jusqu’à 15 000,00 $",
                        "20 %",
                        "À décider");
        assertThat(fixture.main("/resources/grant/calls")).contains("Jumelages", "Fonds d’essai", "notre échéance");
        assertThat(fixture.main("/resources/grant/calls?q=jumelage&door=WINDOW&by=" + thursday))
                .contains("Jumelages");
        assertThat(fixture.main("/resources/grant/calls?by=" + today)).contains("Rien ne correspond");
        String csv = Pages.text(pages.as(Role.COORDINATOR).get("/resources/grant/calls/export.csv"));
        assertThat(csv).contains("Jumelages", thursday.minusDays(2).toString());
        assertThat(deadlines(today, thursday.plusDays(5)))
                .extracting(Deadline::day, Deadline::what)
                .contains(
                        tuple(
                                thursday.minusDays(2),
                                "Demande à terminer, deux jours ouvrables avant l’échéance\u00a0: Jumelages"),
                        tuple(thursday, "Échéance du bailleur\u00a0: Jumelages"));
    }

    @Test
    void refusesCallWithoutDeadlineOrWithWrongValues() {
        MvcTestResult answer = pages.as(Role.STAFF)
                .post(
                        "/resources/grant/calls/new",
                        "title=Sans date",
                        "funder-new=Fonds d’essai",
                        "door=WINDOW",
                        "hour=25:99",
                        "zone=Mars/Olympus",
                        "currency=CADX",
                        "from=10",
                        "to=5",
                        "source=javascript:alert(1)");
        assertThat(answer).hasStatus(422);
        assertThat(Pages.parse(answer).text())
                .contains("Un appel a une échéance", "Une heure, comme", "trois lettres", "plus petit", "https://");
    }

    @Test
    void secondEditorKeepsWhatOnlyTheFirstChanged() {
        fixture.record("Éducation", today.plusDays(30), "to=18000");
        String url = "/resources/grant/calls/" + fixture.onlyCall();
        assertThat(edit(url, "Éducation", "17:00", "20000")).hasStatus(303);
        MvcTestResult second = edit(url, "Éducation populaire", "23:59", "18000");
        assertThat(second).hasStatus(409);
        Document page = Pages.parse(second);
        assertThat(page.select("[name=hour]").val()).isEqualTo("17:00");
        assertThat(page.select("[name=to]").val()).isEqualTo("20000");
        assertThat(page.select("[name=title]").val()).isEqualTo("Éducation populaire");
        assertThat(page.select(".version")).as("fields that both changed").isEmpty();
    }

    private MvcTestResult edit(String url, String title, String hour, String to) {
        return pages.as(Role.STAFF)
                .post(
                        url + "/edit",
                        form -> form.field("version", 1)
                                .field("title", title)
                                .field("funder", funder())
                                .field("before-funder", funder())
                                .field("door", "WINDOW")
                                .field("closes", today.plusDays(30))
                                .field("hour", hour)
                                .field("zone", "America/Toronto")
                                .field("to", to)
                                .field("currency", "CAD"));
    }

    private UUID funder() {
        return db.sql("SELECT funder FROM resources.grant_call")
                .query(UUID.class)
                .single();
    }

    @Test
    void saysWhetherCallIsWorthIt() {
        fixture.record("Éducation", today.plusDays(30), "to=18000", "match=20");
        String url = "/resources/grant/calls/" + fixture.onlyCall();
        Document start = pages.as(Role.COORDINATOR).open(url + "/worth");
        assertThat(start.select("[name=toFind]").val())
                .as("20 % of the cost is 25 % of the grant")
                .isEqualTo("4500");
        assertThat(pages.as(Role.STAFF)
                        .post(
                                url + "/estimate",
                                "version=1",
                                "amount=18000",
                                "asking=32 h 30",
                                "reporting=18",
                                "hourly=38,35",
                                "toFind=4500",
                                "month=" + today.toString().substring(0, 7)))
                .hasStatus(303);
        assertThat(fixture.main(url + "/worth"))
                .contains("11 563,32 $", "32 h 30 pour demander")
                .containsAnyOf("heures libres", "il reste", "il ne reste");
        assertThat(pages.as(Role.STAFF).post(url + "/decision", "version=2", "verdict=GO", "reason=Prêt"))
                .as("staff do not decide")
                .hasStatus(403);
        assertThat(decide(url, "verdict=GO", "reason=Le projet est prêt.", "decided=" + today.plusDays(1)))
                .hasStatus(422);
        assertThat(decide(url, "verdict=GO", "decided=" + today))
                .as("without a reason")
                .hasStatus(422);
        assertThat(decide(url, "verdict=GO", "reason=Le projet est prêt.", "decided=" + today))
                .hasStatus(303);
        assertThat(fixture.main(url)).contains("On y va", "Luc Tremblay", "Le projet est prêt.");
    }

    @Test
    void computesMatchLeftEmptyFromAmountAndPercentOfCall() {
        fixture.record("Sans montant", today.plusDays(30), "match=20");
        String url = "/resources/grant/calls/" + fixture.onlyCall();
        assertThat(pages.as(Role.STAFF)
                        .post(
                                url + "/estimate",
                                "version=1",
                                "amount=9000",
                                "asking=12",
                                "reporting=8",
                                "hourly=30",
                                "toFind=",
                                "month=" + today.toString().substring(0, 7)))
                .hasStatus(303);
        assertThat(fixture.main(url + "/worth"))
                .as("20 % of the cost is 25 % of the grant")
                .contains("2 250,00 $", "6 150,00 $");
    }

    private MvcTestResult decide(String url, String... fields) {
        return pages.as(Role.COORDINATOR).post(url + "/decision", form -> {
            form.field("version", 2).field("decidedBy", fixture.reader().value());
            for (String field : fields) {
                form.field(field.split("=", 2)[0], (Object) field.split("=", 2)[1]);
            }
        });
    }

    @Test
    void lastYearsCallComesBackOnce() throws Exception {
        fixture.record("Annuel", today.minusDays(300), "weeks=12", "checked=" + today.minusDays(330));
        assertThat(propose()).isEqualTo(1);
        assertThat(propose()).as("the second time").isZero();
        assertThat(fixture.main("/resources/grant/calls")).contains("Annuel", "Revenu, à vérifier");
        assertThat(fixture.main("/resources/grant/calls?over=true")).contains("Refermé");
        UUID again = db.sql("SELECT id FROM resources.grant_call WHERE renews IS NOT NULL")
                .query(UUID.class)
                .single();
        assertThat(fixture.main("/resources/grant/calls/" + again)).contains("Cet appel revient de l’an dernier");
        assertThat(fixture.main("/")).contains("Vérifier les dates : Annuel");
        db.sql("UPDATE resources.grant_call SET responsible = ?")
                .param(fixture.writer().value())
                .update();
        assertThat(fixture.main("/")).as("another is responsible").doesNotContain("Vérifier les dates");
    }

    @Test
    void tellsTheMatchThatTheCallAskedUntilTheAgreementsClauseIsNoted() {
        fixture.record("Jumelages", today.plusDays(20), "match=20");
        PageVisitor staff = pages.as(Role.STAFF);
        staff.post("/resources/grant/applications", "call=" + fixture.onlyCall());
        UUID application = db.sql("SELECT id FROM resources.grant_application")
                .query(UUID.class)
                .single();
        staff.post(
                "/resources/grant/applications/" + application + "/budget",
                "version=1",
                "budget=Salaires; 18 000; 4 500");
        String url = String.valueOf(pages.as(Role.COORDINATOR)
                .post(
                        "/resources/grant/agreement/new",
                        "title=Jumelages",
                        "currency=CAD",
                        "from=" + today,
                        "to=" + today.plusDays(99),
                        "scope=PROJECT",
                        "lines=1; Salaires; 18 000")
                .getResponse()
                .getRedirectedUrl());
        String id = url.substring(url.lastIndexOf('/') + 1);
        assertThat(fixture.main(url)).contains("L’entente ne demande pas de contrepartie");
        db.sql("UPDATE resources.grant_application SET agreement = CAST(? AS uuid)")
                .param(id)
                .update();
        String asked = "l’appel demande 20 % du coût et la demande comptait 4 500,00 $ venant d’ailleurs";
        assertThat(fixture.main(url)).contains(asked).doesNotContain("ne demande pas");
        assertThat(fixture.main("/resources/match/" + id)).contains(asked);
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/resources/match/" + id)
                        .select("[name=figure]")
                        .val())
                .isEqualTo("20");
    }

    private int propose() throws Exception {
        return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), calls::proposeNextYear);
    }

    @Test
    void doesNotComeBackTooEarly() throws Exception {
        fixture.record("Annuel", today.minusDays(200), "weeks=12");
        assertThat(propose()).isZero();
    }

    private List<Deadline> deadlines(LocalDate from, LocalDate to) {
        return deadlines.find(visitors.actor(Role.COORDINATOR), "resources.grant/", from, to);
    }
}
