package org.convergence.directory.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.identity.Role;
import org.convergence.platform.database.Ids;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An organisation's page shows its latest contact, from any module. */
@ModuleTest
class SilentSinceTest extends ImportFixture {

    @Autowired
    private OrganisationSettings settings;

    private String page = "";
    private UUID id = new UUID(0, 0);

    @BeforeEach
    void anOrganisation() throws Exception {
        OrganisationId organisation = act(() -> organisations.create(OrganisationFacts.named("Syndicat du ruban")));
        id = organisation.value();
        page = "/directory/people/organisations/" + id;
    }

    @Test
    void showsLastContactAndSilence() {
        assertThat(get(page)).bodyText().contains("Aucune participation notée");
        LocalDate ago = settings.today().minusYears(3);
        exchange(ago);
        assertThat(get(page)).bodyText().contains("Sans nouvelles depuis", String.valueOf(ago.getYear()), "un échange");
        LocalDate lately = settings.today().minusDays(40);
        UUID done = Ids.next();
        db.sql("""
                        INSERT INTO plan.realisation (id, state, title, kind, starts_on, ends_on, recorded_by, recorded_at)
                        VALUES (?, 'DONE', 'Atelier', 'WORKSHOP', ?, ?, ?, now())
                        """).params(done, lately, lately, Ids.next()).update();
        db.sql("INSERT INTO plan.realisation_organisation (realisation, organisation) VALUES (?, ?)")
                .params(done, id)
                .update();
        assertThat(get(page))
                .bodyText()
                .contains("A pris part en dernier", "une réalisation", "/plan/realisation/" + done)
                .doesNotContain("Silencieuse");
        db.sql("DELETE FROM plan.realisation_organisation").update();
        db.sql("DELETE FROM plan.realisation").update();
        db.sql("DELETE FROM directory.exchange").update();
    }

    @Test
    void countsOnlyContactsTheUserMaySee() {
        exchange(settings.today().minusDays(3));
        assertThat(mvc.get().uri(page).with(visitors.as(Role.VOLUNTEER)).exchange())
                .hasStatusOk()
                .bodyText()
                .doesNotContain("un échange");
        db.sql("DELETE FROM directory.exchange").update();
    }

    private void exchange(LocalDate day) {
        UUID said = Ids.next();
        db.sql("""
                        INSERT INTO directory.exchange (id, happened_on, channel, subject, recorded_by, recorded_at)
                        VALUES (?, ?, 'PHONE', 'Appel', ?, now())
                        """).params(said, day, Ids.next()).update();
        db.sql("INSERT INTO directory.exchange_organisation (exchange, organisation) VALUES (?, ?)")
                .params(said, id)
                .update();
    }
}
