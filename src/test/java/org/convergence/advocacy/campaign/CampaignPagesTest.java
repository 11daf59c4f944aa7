package org.convergence.advocacy.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.convergence.advocacy.AdvocacyFixture;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A campaign led by others: what it did and our part are told apart, and only our part is a realisation. */
@ModuleTest
class CampaignPagesTest {

    @Autowired
    private AdvocacyFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private RealisationFixture realisations;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void noCampaigns() {
        fixture.clear();
        db.sql("DELETE FROM advocacy.campaign").update();
        db.sql("DELETE FROM directory.theme").update();
        today = settings.today();
    }

    private String campaign(String... more) {
        String[] fields = new String[more.length + 4];
        System.arraycopy(more, 0, fields, 0, more.length);
        fields[more.length] = "name=Des vêtements sans misère";
        fields[more.length + 1] = "leader-new=Réseau du vêtement juste";
        fields[more.length + 2] = "asked=Un achat public responsable.";
        fields[more.length + 3] = "theme=Textile";
        return fixture.post("/advocacy/campaign/new", fields);
    }

    private MvcTestResult act(String url, String kind, String what, String... more) {
        String[] fields = new String[more.length + 3];
        System.arraycopy(more, 0, fields, 0, more.length);
        fields[more.length] = "kind=" + kind;
        fields[more.length + 1] = "what=" + what;
        fields[more.length + 2] = "day=" + today.minusDays(3);
        return pages.as(Role.COORDINATOR).post(url + "/acts", fields);
    }

    private long realisations(String title) {
        return db.sql("SELECT count(*) FROM plan.realisation WHERE title = ? AND state = 'DONE'")
                .param(title)
                .query(Long.class)
                .single();
    }

    @Test
    void tellsOurPartApartFromWhatTheCampaignDid() {
        String url = campaign("startsOn=" + today.minusDays(30));
        assertThat(act(url, "LED", "Une marche à Québec", "source=Son site")).hasStatus(303);
        assertThat(act(url, "RESULT", "La Ville change sa politique", "source=Journal"))
                .hasStatus(303);
        assertThat(act(url, "RELAYED", "Dépliant dans les locaux", "quantity=1200", "hours=3"))
                .hasStatus(303);
        assertThat(act(url, "MOBILISED", "Un autobus de membres", "quantity=45"))
                .hasStatus(303);
        String page = fixture.main(url);
        int split = page.indexOf("Ce que la campagne a fait (");
        String theirs = page.substring(split);
        assertThat(page.substring(0, split))
                .contains("1 200 exemplaires relayés", "45 membres en action", "3 h", "La réalisation")
                .doesNotContain("Une marche à Québec", "La Ville change");
        assertThat(theirs)
                .contains("Une marche à Québec", "La Ville change sa politique", "Source : Journal")
                .doesNotContain("Dépliant", "autobus");
        assertThat(realisations("Dépliant dans les locaux")).isOne();
        assertThat(realisations("Un autobus de membres")).isOne();
        assertThat(realisations("Une marche à Québec")).isZero();
        assertThat(fixture.main("/advocacy/campaign"))
                .contains(
                        "Notre part depuis un an : 1 200 exemplaires relayés · 45 membres en action · 3 h de notre temps");
        assertThat(fixture.main("/search?q=misère")).contains("Des vêtements sans misère");
        String theme = fixture.post("/directory/theme/new", "name=Textile");
        assertThat(fixture.main(theme)).contains("Des vêtements sans misère", "Menée par Réseau du vêtement juste");
    }

    @Test
    void withdrawsTheRealisationOfAPartRecordedByMistake() {
        String url = campaign("startsOn=" + today.minusDays(30));
        act(url, "LETTERS", "Lettres aux élus", "quantity=80");
        assertThat(realisations("Lettres aux élus")).isOne();
        fixture.post(url + "/acts/" + fixture.only("campaign_act") + "/remove");
        assertThat(realisations("Lettres aux élus")).isZero();
        assertThat(fixture.main(url)).doesNotContain("Lettres aux élus");
    }

    @Test
    void refusesFiguresAndMissingSourcesOfOthersAndDaysToCome() {
        String url = campaign("startsOn=" + today.minusDays(30), "endsOn=" + today.minusDays(2));
        assertThat(act(url, "LED", "Une marche", "quantity=9000", "source=Son site"))
                .hasStatus(422);
        assertThat(act(url, "RESULT", "Une loi")).hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(url + "/acts", "kind=OTHER", "what=Demain", "day=" + today.plusDays(1)))
                .hasStatus(422);
        assertThat(pages.as(Role.COORDINATOR)
                        .post(
                                "/advocacy/campaign/new",
                                "name=À rebours",
                                "leader-new=Réseau du vêtement juste",
                                "asked=x",
                                "startsOn=" + today,
                                "endsOn=" + today.minusDays(1)))
                .hasStatus(422);
        assertThat(pages.as(Role.VOLUNTEER).post(url + "/acts", "kind=OTHER")).hasStatus(403);
        assertThat(fixture.main("/")).contains("Noter ce que la campagne « Des vêtements sans misère » a donné");
        act(url, "RESULT", "Une loi", "source=Gazette");
        assertThat(fixture.main("/")).doesNotContain("Noter ce que la campagne");
    }

    @Test
    void keepsTheLineOfAPlanThatEnded() {
        realisations.clear();
        PlanId plan = realisations.underWay("Plan fictif");
        ActionId line = realisations.action(plan, realisations.means(plan, "4.1", "Campagnes"), "Relayer une campagne");
        String url = campaign("startsOn=" + today.minusDays(30), "line=" + line.value());
        db.sql("UPDATE plan.actionplan_plan SET period_from = period_from - 730, period_to = period_to - 730")
                .update();
        try {
            Document form = pages.as(Role.COORDINATOR).open(url + "/edit");
            assertThat(form.select("select[name=line] option[selected]").attr("value"))
                    .isEqualTo(line.value().toString());
            assertThat(pages.as(Role.COORDINATOR)
                            .open("/advocacy/campaign/new")
                            .select("select[name=line] option[value=" + line.value() + "]"))
                    .isEmpty();
        } finally {
            db.sql("DELETE FROM advocacy.campaign").update();
            realisations.clear();
        }
    }

    @Test
    void tellsEachPartOnceAndTheQuantityOfAnother() {
        String url = campaign("startsOn=" + today.minusDays(30));
        act(url, "RELAYED", "Un dépliant");
        act(url, "RELAYED", "Une affiche");
        act(url, "OTHER", "Des macarons", "quantity=12");
        assertThat(fixture.main(url))
                .contains("matériel relayé : 2", "autre geste : 12")
                .doesNotContain("Notre part : matériel relayé :");
    }
}
