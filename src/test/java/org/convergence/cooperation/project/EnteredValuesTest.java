package org.convergence.cooperation.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Values and targets that people entered stay as they are. */
@ModuleTest
class EnteredValuesTest {

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    private String url = "";
    private String cell = "";

    @BeforeEach
    void oneIndicator() {
        fixture.clear();
        url = fixture.post(
                "/cooperation/project/new",
                "title=Valeurs",
                "role=LEAD",
                "organisation-new=" + CooperationFixture.PARTNER);
        fixture.post(url + "/logic/new", "level=OUTPUT", "statement=Ateliers tenus", "parent=");
        fixture.post(
                url + "/framework/new",
                "result=" + fixture.only("project_result"),
                "wording=Ateliers tenus",
                "kind=QUANTITY",
                "addsUp=true");
        fixture.post(url + "/results/periods", "from=" + settings.today().minusMonths(1), "months=6", "count=1");
        cell = url + "/results/" + fixture.only("project_indicator") + "/" + fixture.only("project_period");
    }

    @Test
    void anIndicatorWithEnteredValuesIsNotFedAfterwards() {
        fixture.post(cell + "/value", "version=0", "actual.number=14");
        String[] fed = {
            "version=1",
            "result=" + fixture.only("project_result"),
            "wording=Ateliers tenus",
            "kind=QUANTITY",
            "addsUp=true",
            "feed.measure=REALISATIONS",
            "feed.kind=TRAINING"
        };
        String indicator = url + "/framework/" + fixture.only("project_indicator");
        assertThat(Pages.parse(pages.as(Role.COORDINATOR).post(indicator, fed)).text())
                .contains("des valeurs entrées à la main");
        assertThat(fixture.main(cell)).contains("14");
    }

    @Test
    void theSameTargetAgainNeedsNoReasonAndKeepsTheFormerOne() {
        fixture.post(cell + "/target", "version=0", "target.number=3");
        fixture.post(cell + "/value", "version=1", "actual.number=1");
        fixture.post(cell + "/target", "version=2", "target.number=4", "reason=Un atelier de plus est financé.");
        fixture.post(cell + "/target", "version=3", "target.number=4");
        assertThat(fixture.main(cell)).contains("Un atelier de plus est financé.");
    }
}
