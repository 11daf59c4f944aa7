package org.convergence.cooperation.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * A request that comes by the public form, and one that becomes an application or an appeal: nothing is typed again, and
 * both pages show each other.
 */
@ModuleTest
class PartnerRequestLeadTest {

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private PublicFormGuard guard;

    @Autowired
    private Clock clock;

    @Autowired
    private List<RecurringWork> works;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void noRequests() {
        fixture.clear();
        db.sql("DELETE FROM resources.grant_application").update();
        db.sql("DELETE FROM resources.grant_call").update();
        db.sql("DELETE FROM resources.appeal").update();
    }

    private MvcTestResult ask(String... fields) {
        return pages.asStranger().post("/public/partner?in=es", form -> {
            form.field(
                    FormShield.OPENED,
                    guard.shield("partner", clock.instant().minusSeconds(30)).opened());
            for (String each : fields) {
                form.field(each.split("=", 2)[0], (Object) each.split("=", 2)[1]);
            }
        });
    }

    @Test
    void comesByThePublicFormAndIsAnsweredInItsLanguage() {
        Document empty = Pages.parse(pages.asStranger().get("/public/partner?in=es"));
        assertThat(empty.text()).contains("Hacer algo juntos", "Su organización");
        assertThat(ask("title=Un taller")).as("from nobody").hasStatus(422);
        MvcTestResult sent = ask(
                "title=Formar a delegadas",
                "details=Doce talleres",
                "asker=" + CooperationFixture.PARTNER,
                "name=Flor Ixtlan",
                "reach=flor@costureras.example");
        assertThat(sent).as(Pages.text(sent)).hasStatus(303);
        assertThat(Pages.text(
                        pages.asStranger().get(String.valueOf(sent.getResponse().getHeader("Location")))))
                .contains("Le respondemos a más tardar");
        assertThat(fixture.main("/cooperation/partner/requests"))
                .contains("Formar a delegadas", CooperationFixture.PARTNER);
        assertThat(fixture.main("/")).contains("Réponse promise : Formar a delegadas");
        String url = request();
        assertThat(fixture.main(url))
                .contains("par le formulaire public", "Flor Ixtlan · flor@costureras.example", "espagnol")
                .contains("Gracias por hablarnos de «Formar a delegadas»", "Doce talleres");
        fixture.partner();
        Document form = pages.as(Role.COORDINATOR).open(url + "/edit");
        assertThat(form.select("[name=organisation-typed]").val()).isEqualTo(CooperationFixture.PARTNER);
        fixture.post(
                url + "/edit",
                "version=1",
                "organisation-typed=" + CooperationFixture.PARTNER,
                "title=Formar a delegadas",
                "details=Doce talleres",
                "channel=OTHER",
                "received=" + settings.today(),
                "promised=" + settings.today().plusDays(21));
        String summary =
                pages.as(Role.COORDINATOR).open(url).select("[name=summary]").text();
        String project =
                fixture.post(url + "/answer", "version=2", "answer=PROJECT", "role=SUPPORT", "summary=" + summary);
        assertThat(fixture.main(project)).contains("Formar a delegadas", "Doce talleres", CooperationFixture.PARTNER);
        assertThat(fixture.main("/plan/realisation")).contains("Demande d’un partenaire : réponse donnée");
        sweep(91);
        assertThat(fixture.main(url)).as("the answer is still to be written").contains("Flor Ixtlan");
        fixture.post(url + "/told");
        sweep(89);
        assertThat(fixture.main(url)).contains("Flor Ixtlan");
        sweep(91);
        assertThat(fixture.main(url)).contains("Formar a delegadas").doesNotContain("Flor", "flor@");
        assertThat(db.sql("SELECT count(*) FROM platform.audit_entry WHERE table_name = 'cooperation.partner_request'"
                                + " AND row_id = ? AND concat(before, after) LIKE '%flor@%'")
                        .param(fixture.only("partner_request").toString())
                        .query(Integer.class)
                        .single())
                .as("the history forgets it too")
                .isZero();
    }

    @Test
    void setsAsideWhatIsNoRequestAndTakesItBack() {
        ask("title=Gagnez un prix", "asker=Loterie", "name=X", "reach=x@loterie.example");
        String url = request();
        fixture.post(url + "/discard");
        assertThat(fixture.main(url)).contains("Mise de côté le", "Pas une demande");
        assertThat(fixture.main("/")).doesNotContain("Gagnez un prix");
        assertThat(pages.as(Role.COORDINATOR).post(url + "/discard")).hasStatus(422);
        fixture.post(url + "/reopen");
        assertThat(fixture.main("/")).contains("Gagnez un prix");
        fixture.post(url + "/discard");
        sweep(8);
        assertThat(pages.as(Role.COORDINATOR).get(url)).hasStatus(404);
    }

    private void sweep(int daysAfterAnswer) {
        db.sql("UPDATE cooperation.partner_request SET received_on = received_on - 1000, answered_on = :on,"
                        + " told_on = CASE WHEN told_on IS NOT NULL THEN CAST(:on AS date) END")
                .param("on", settings.today().minusDays(daysAfterAnswer))
                .update();
        works.stream()
                .filter(each -> each.name().equals("partner-sweep"))
                .forEach(work -> CurrentActor.runAs(Actor.system("sweep"), work::run));
    }

    /** A request, answered; the address at which what it becomes begins. */
    private String begin(String answer) {
        String url = fixture.post(
                "/cooperation/partner/requests/new",
                "organisation-new=" + CooperationFixture.PARTNER,
                "title=Former des déléguées",
                "channel=MAIL",
                "received=" + settings.today(),
                "promised=" + settings.today(),
                "needs=Douze ateliers");
        fixture.post(url + "/answer", "version=1", "answer=" + answer, "reply=Cela nous parle.");
        String state =
                answer.equals("APPEAL") ? "Acceptée, par un appel aux dons" : "Acceptée, par une demande à un bailleur";
        assertThat(fixture.main(url)).contains(state, "il reste à l’écrire", "Cela nous parle.");
        assertThat(fixture.main("/cooperation/partner/requests?answered=true")).contains(state);
        assertThat(fixture.main("/")).contains("Réponse à écrire au partenaire : Former des déléguées");
        return pages.as(Role.COORDINATOR)
                .open(url)
                .select("main a[href*=/new?from=]")
                .attr("href");
    }

    private static String from(String address) {
        return "from=" + address.replaceFirst(".*from=([^&]*).*", "$1").replace("%2F", "/");
    }

    private String request() {
        return "/cooperation/partner/requests/" + fixture.only("partner_request");
    }

    @Test
    void becomesAnApplicationThatBeginsWithIt() {
        var coordinator = pages.as(Role.COORDINATOR);
        fixture.post(
                "/resources/grant/calls/new",
                "title=Appel fictif",
                "funder-new=Fonds d’essai",
                "door=WINDOW",
                "closes=" + settings.today().plusDays(40),
                "currency=CAD",
                "zone=America/Toronto");
        String begin = begin("APPLICATION");
        Document form = coordinator.open(begin);
        assertThat(form.select("[name=title]").val()).isEqualTo("Former des déléguées");
        UUID call =
                db.sql("SELECT id FROM resources.grant_call").query(UUID.class).single();
        assertThat(coordinator.post("/resources/grant/applications/new", from(begin), "title=", "call=" + call))
                .hasStatus(422);
        assertThat(coordinator.post(
                        "/resources/grant/applications/new", from(begin), "title=Rien", "call=" + UUID.randomUUID()))
                .hasStatus(404);
        String application = fixture.post(
                        "/resources/grant/applications/new", from(begin), "title=Des déléguées formées", "call=" + call)
                .replace("/questions", "");
        assertThat(fixture.main(application)).contains("Des déléguées formées", "Vient de Former des déléguées");
        assertThat(coordinator.open(request()).select("main a[href=" + application + "]"))
                .hasSize(1);
        assertThat(coordinator.post(request() + "/reopen"))
                .as("what was made of it stays")
                .hasStatus(422);
    }

    @Test
    void becomesAnAppealForThePartner() {
        String begin = begin("APPEAL");
        Document form = pages.as(Role.COORDINATOR).open(begin);
        assertThat(form.select("[name=frenchTitle]").val()).isEqualTo("Former des déléguées");
        assertThat(form.select("[name=purpose]").val()).isEqualTo("Douze ateliers");
        assertThat(form.select("main").text()).contains(CooperationFixture.PARTNER);
        assertThat(pages.as(Role.STAFF).open(request()).select("main a[href*=/appeal/new]"))
                .as("only for those who launch appeals")
                .isEmpty();
        String appeal = fixture.post(
                "/resources/appeal/new",
                from(begin),
                "kind=RELAYED",
                "partner=" + fixture.partner().value(),
                "purpose=Former quinze déléguées",
                "opens=" + settings.today(),
                "link=https://exemple.org/don",
                "frenchTitle=Former des déléguées",
                "frenchText=Douze ateliers.");
        assertThat(fixture.main(appeal)).contains("Vient de Former des déléguées");
        assertThat(fixture.main(request())).contains("Ouvrir l’appel aux dons");
    }
}
