package org.convergence.advocacy.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.advocacy.AdvocacyFixture;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A letter to a decision-maker counts for its line of the plan; a call does not count by itself. */
@ModuleTest
class AdvocacyActLineTest {

    @Autowired
    private AdvocacyFixture fixture;

    @Autowired
    private RealisationFixture realisations;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    @AfterEach
    void clear() {
        fixture.clear();
        realisations.clear();
    }

    @Test
    void recordsALetterAsARealisationOfItsLine() {
        LocalDate today = settings.today();
        PlanId plan = realisations.underWay("Plan fictif");
        ActionId line = realisations.action(plan, realisations.means(plan, "3.2", "Interpeller"), "Écrire aux élus");
        String minister = fixture.minister("Zélie", "Quenouille");
        act("CALL", "Appel au cabinet", minister, today, line);
        act("LETTER", "Lettre sur la C189", minister, today, line);
        assertThat(db.sql("""
                                SELECT r.title || ' ' || r.staff_hours FROM plan.realisation r
                                JOIN plan.realisation_line s ON s.realisation = r.id AND s.action = ? WHERE r.state = 'DONE'
                                """).param(line.value()).query(String.class).list())
                .containsExactly("Lettre sur la C189 2.00");
        assertThat(db.sql("SELECT count(*) FROM plan.realisation")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private void act(String kind, String subject, String minister, LocalDate day, ActionId line) {
        UUID target = UUID.fromString(AdvocacyFixture.id(minister));
        fixture.post(
                "/advocacy/dialogue/acts/new",
                "kind=" + kind,
                "day=" + day,
                "subject=" + subject,
                "hours=2",
                "targets=" + target,
                "line=" + line.value());
    }
}
