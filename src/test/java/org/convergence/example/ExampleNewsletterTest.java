package org.convergence.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.identity.Role;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The example's newsletter with what came of its last issue, the year of the unions, and the campaign of the autumn. */
@ModuleTest
class ExampleNewsletterTest {

    @Autowired
    private ExampleFixture example;

    @Autowired
    private Pages pages;

    @Autowired
    private JdbcClient db;

    @Test
    void lastIssueTellsWhatCameOfIt() {
        example.restore();
        assertThat(pages.asStranger()
                        .open("/public/website/archive")
                        .select("main a[href*=/archive/]")
                        .eachText())
                .hasSize(6)
                .contains("Nos vêtements, leurs salaires");
        String last = db.sql("SELECT id::text FROM outreach.newsletter WHERE number = 6")
                .query(String.class)
                .single();
        String page = pages.as(Role.COORDINATOR)
                .open("/outreach/newsletter/" + last)
                .select("main")
                .text()
                .replace('\u00a0', ' ');
        assertThat(page)
                .containsPattern("Refusées?[^0-9]* 2 ")
                .containsPattern("Organisations qui ont relayé «[^»]+» 2")
                .contains("Désabonnements 1")
                .doesNotContain("En attente");
        assertThat(db.sql("SELECT replies FROM outreach.newsletter WHERE number = 6")
                        .query(Integer.class)
                        .single())
                .isEqualTo(9);
    }

    @Test
    void theYearOfTheUnionsHasFourModelResolutionsAndAnAutumnCampaign() {
        example.restore();
        assertThat(pages.as(Role.COORDINATOR)
                        .open("/outreach/congress/passports")
                        .select("main")
                        .text())
                .contains(
                        "Un salaire viable dans les zones franches",
                        "Ratifier la convention 189",
                        "Une loi sur la diligence raisonnable",
                        "Avec les couturières congédiées");
        assertThat(db.sql("SELECT DISTINCT kind FROM outreach.congress_gathering")
                        .query(String.class)
                        .list())
                .contains("CONGRESS", "COUNCIL", "COMMITTEE", "ASSEMBLY", "FORUM");
        assertThat(db.sql("SELECT DISTINCT state FROM outreach.congress_step")
                        .query(String.class)
                        .list())
                .contains("TABLED", "IN_BOOK", "ADOPTED", "AMENDED", "REFERRED", "NOT_REACHED");
        assertThat(db.sql("SELECT count(*) FROM resources.prospect_campaign")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }
}
