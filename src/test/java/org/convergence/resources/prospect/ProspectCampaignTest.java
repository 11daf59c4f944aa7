package org.convergence.resources.prospect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A campaign counts what was done between its first and its last day, and nothing else. */
@ModuleTest
class ProspectCampaignTest {

    private static final String CAMPAIGNS = "/resources/prospect/campaigns";

    @Autowired
    private Pages pages;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void deleteProspects() {
        users.ensureOrganisation();
        db.sql("DELETE FROM resources.prospect").update();
        db.sql("DELETE FROM resources.prospect_campaign").update();
        today = settings.today();
    }

    private void prospect(String name, int openedDaysAgo, String state, int outcomeDaysAgo) {
        UUID organisation = UUID.randomUUID();
        db.sql("INSERT INTO directory.people_organisation (id, name, kind) VALUES (?, ?, 'LOCAL_UNION')")
                .params(organisation, name + " " + organisation)
                .update();
        boolean open = state.equals("OPEN");
        UUID membership = state.equals("ADMITTED") ? admit(organisation) : null;
        db.sql("""
                        INSERT INTO resources.prospect (id, organisation, state, opened_on, outcome_on, outcome_reason, membership)
                        VALUES (:id, :organisation, :state, :opened, CAST(:outcome AS date), CAST(:reason AS text),
                                CAST(:membership AS uuid))
                        """)
                .param("id", UUID.randomUUID())
                .param("organisation", organisation)
                .param("state", state)
                .param("opened", today.minusDays(openedDaysAgo))
                .param("outcome", open ? null : today.minusDays(outcomeDaysAgo))
                .param("reason", state.equals("DECLINED") ? "Pas cette année" : null)
                .param("membership", membership)
                .update();
        UUID exchange = UUID.randomUUID();
        db.sql("""
                        INSERT INTO directory.exchange (id, happened_on, channel, subject, recorded_by, recorded_at)
                        VALUES (?, ?, 'PHONE', 'Appel', gen_random_uuid(), now())
                        """).params(exchange, today.minusDays(openedDaysAgo)).update();
        db.sql("INSERT INTO directory.exchange_organisation (exchange, organisation) VALUES (?, ?)")
                .params(exchange, organisation)
                .update();
    }

    private UUID admit(UUID organisation) {
        UUID membership = UUID.randomUUID();
        db.sql("""
                        WITH category AS (INSERT INTO resources.membership_category (id, code, name, kind)
                                          VALUES (gen_random_uuid(), :code, :code, 'ORGANISATION') RETURNING id)
                        INSERT INTO resources.membership (id, organisation, category, since)
                        SELECT :membership, :organisation, id, '2020-01-01' FROM category
                        """)
                .param("code", "P" + membership.toString().substring(0, 4).toUpperCase(Locale.ROOT))
                .param("membership", membership)
                .param("organisation", organisation)
                .update();
        return membership;
    }

    private String totals() {
        Document page = pages.as(Role.STAFF).open(CAMPAIGNS);
        return page.select("main tfoot tr").text();
    }

    @Test
    void figuresAreThoseOfThePeriodAlone() {
        prospect("Avant", 300, "DECLINED", 200);
        prospect("Repris", 300, "OPEN", 0);
        prospect("Gagné", 20, "ADMITTED", 5);
        prospect("Refus", 25, "DECLINED", 10);
        prospect("Aujourd’hui", 0, "OPEN", 0);
        assertThat(pages.as(Role.STAFF)
                        .post(CAMPAIGNS + "/new", "name=Automne", "startsOn=" + today, "endsOn=" + today.minusDays(1)))
                .hasStatus(422);
        assertThat(pages.as(Role.STAFF)
                        .post(
                                CAMPAIGNS + "/new",
                                "name=Automne",
                                "startsOn=" + today.minusDays(30),
                                "endsOn=" + today.minusDays(1)))
                .hasStatus(303);
        assertThat(totals()).isEqualTo("Ensemble 2 2 1 1");
        String edit = pages.as(Role.STAFF)
                .open(CAMPAIGNS)
                .select("main a[href$=/edit]")
                .attr("href");
        assertThat(pages.as(Role.STAFF)
                        .post(edit, "version=1", "name=Automne", "startsOn=" + today.minusDays(8), "endsOn=" + today))
                .hasStatus(303);
        assertThat(totals()).as("its days changed").isEqualTo("Ensemble 1 1 1 0");
        assertThat(pages.as(Role.STAFF).open(CAMPAIGNS).select("main").text()).contains("En cours");
        assertThat(pages.as(Role.BOARD_MEMBER).get(CAMPAIGNS + "/new")).hasStatus(403);
    }
}
