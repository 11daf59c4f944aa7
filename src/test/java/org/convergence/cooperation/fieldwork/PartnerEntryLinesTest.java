package org.convergence.cooperation.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What a partner tells serves the lines of its projects. */
@ModuleTest
class PartnerEntryLinesTest {

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private RealisationFixture realisations;

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;
    private ActionId sewing = new ActionId(new UUID(0, 0));
    private ActionId travel = sewing;

    @BeforeEach
    void preparePlan() {
        fixture.clear();
        realisations.clear();
        today = settings.today();
        PlanId plan = realisations.underWay("Plan fictif");
        MeansId means = realisations.means(plan, "2.1", "Projets");
        sewing = realisations.action(plan, means, "Former des couturières");
        travel = realisations.action(plan, means, "Accueillir une délégation");
    }

    @AfterEach
    void clear() {
        fixture.clear();
        realisations.clear();
    }

    private void project(String title, LocalDate until, ActionId line) {
        String url = fixture.post(
                "/cooperation/project/new",
                "title=" + title,
                "role=CO_LEAD",
                "organisation-new=" + CooperationFixture.PARTNER,
                "from=" + today.minusYears(2),
                "to=" + until);
        fixture.post(url + "/lines", "line=" + line.value());
    }

    /** The page of something that the partner told. */
    private String entry() {
        Document made = Pages.require(pages.as(Role.COORDINATOR)
                .post(
                        "/cooperation/fieldwork/links",
                        "organisation=" + fixture.partner().value(),
                        "language=es",
                        "country=MX"));
        String link = made.select("#made-url").val();
        assertThat(new PartnerPhone(mvc, pages, link.substring(link.indexOf("/public/")))
                        .send(
                                "tel",
                                1,
                                "{\"kind\": \"HAPPENED\", \"on\": \"%s\", \"details\": \"Taller\"}".formatted(today)))
                .hasStatusOk();
        return "/cooperation/fieldwork/" + fixture.only("fieldwork_entry");
    }

    @Test
    void ticksTheOnlyLineOfThePartnersProjectsAndServesIt() {
        project("Couture", today.plusYears(1), sewing);
        project("Ancien projet", today.minusDays(1), travel);
        String entry = entry();
        assertThat(pages.as(Role.COORDINATOR).open(entry).select("input[name=served]"))
                .as("of the projects that last, ticked when there is one")
                .singleElement()
                .satisfies(box -> {
                    assertThat(box.val()).isEqualTo(sewing.value().toString());
                    assertThat(box.hasAttr("checked")).isTrue();
                });
        fixture.post(entry + "/accept", "version=1", "title=Atelier", "served=" + sewing.value());
        assertThat(db.sql("SELECT action FROM plan.realisation_line")
                        .query(UUID.class)
                        .list())
                .containsExactly(sewing.value());
    }

    @Test
    void ticksNothingWhereTheProjectsServeSeveralLines() {
        project("Couture", today.plusYears(1), sewing);
        project("Visite", today.plusYears(1), travel);
        String entry = entry();
        assertThat(pages.as(Role.COORDINATOR).open(entry).select("input[name=served]"))
                .hasSize(2);
        assertThat(pages.as(Role.COORDINATOR).open(entry).select("input[name=served][checked]"))
                .isEmpty();
    }
}
