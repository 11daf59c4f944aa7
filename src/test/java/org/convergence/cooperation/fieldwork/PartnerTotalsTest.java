package org.convergence.cooperation.fieldwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.convergence.cooperation.CooperationFixture;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A report to a partner counts everything of its days, however much came since. */
@ModuleTest
class PartnerTotalsTest {

    @Autowired
    private CooperationFixture fixture;

    @Autowired
    private Pages pages;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void noEntries() {
        fixture.clear();
    }

    private void accept(int many, LocalDate day, String label) {
        db.sql("""
                        INSERT INTO cooperation.fieldwork_entry (id, organisation, device, sequence, kind, state, language, country,
                               received_on, received_at, happened_on, label, figure, decided_on)
                        SELECT gen_random_uuid(), :partner, :label, n, 'FIGURES', 'ACCEPTED', 'es', 'MX',
                               :day, CAST(:day AS date), :day, :label, n, :day
                        FROM generate_series(1, :many) n
                        """)
                .param("partner", fixture.partner().value())
                .param("label", label)
                .param("day", day)
                .param("many", many)
                .update();
    }

    @Test
    void anEarlierPeriodIsWholeAfterFiveHundredLaterEntries() {
        LocalDate today = settings.today();
        accept(1, today.minusDays(100), "Socias de antes");
        accept(501, today, "Socias de ahora");
        Pages.require(pages.as(Role.COORDINATOR)
                .post(
                        "/cooperation/fieldwork/links",
                        "organisation=" + fixture.partner().value(),
                        "language=es",
                        "country=MX"));
        String url = "/cooperation/fieldwork/reports/of/" + fixture.partner().value();
        assertThat(pages.as(Role.COORDINATOR)
                        .open(url + "?from=" + today.minusDays(120) + "&to=" + today.minusDays(90))
                        .select("textarea[name=body]")
                        .val())
                .contains("Socias de antes")
                .doesNotContain("Socias de ahora");
    }
}
