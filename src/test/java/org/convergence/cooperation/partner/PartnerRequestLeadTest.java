package org.convergence.cooperation.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
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

/** A request that becomes an application or an appeal: nothing is typed again, and both pages show each other. */
@ModuleTest
class PartnerRequestLeadTest {

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void noRequests() {
        fixture.clear();
        db.sql("DELETE FROM resources.grant_application").update();
        db.sql("DELETE FROM resources.grant_call").update();
        db.sql("DELETE FROM resources.appeal").update();
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
        assertThat(fixture.main(url)).contains("Se poursuit ailleurs", "il reste à l’écrire", "Cela nous parle.");
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
