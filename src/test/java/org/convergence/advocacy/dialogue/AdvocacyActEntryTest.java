package org.convergence.advocacy.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.advocacy.AdvocacyFixture;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A letter counts for its line of the plan, a call does not by itself; people enter by the first letter to them. */
@ModuleTest
class AdvocacyActEntryTest {

    private static final String NEW = "/advocacy/dialogue/acts/new";

    @Autowired
    private AdvocacyFixture fixture;

    @Autowired
    private Pages pages;

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

    @Test
    void aPersonEntersOnceWithTheFirstLetter() {
        UUID person = db.sql("""
                        INSERT INTO directory.people_person (id, given_name, family_name)
                        VALUES (gen_random_uuid(), 'Zoé', 'Querbes') RETURNING id
                        """).query(UUID.class).single();
        String[] letter = {"kind=LETTER", "day=" + settings.today(), "subject=Première lettre", "also=" + person};
        assertThat(fixture.main(fixture.post(NEW, letter))).contains("Zoé Querbes");
        letter[2] = "subject=Deuxième lettre";
        fixture.post(NEW, letter);
        assertThat(fixture.main("/advocacy/dialogue")).contains("Zoé Querbes");
        assertThat(count("advocacy.dialogue_decision_maker")).isOne();
        assertThat(fixture.main("/advocacy/dialogue/" + fixture.only("dialogue_decision_maker")))
                .contains("Première lettre", "Deuxième lettre");
    }

    @Test
    void aNewPersonOrOfficeEntersInTheFormOfTheLetter() {
        String[] letter = {
            "kind=LETTER",
            "day=" + settings.today().plusDays(1),
            "subject=Première lettre",
            "given=Zénobie",
            "family=Querbine",
            "title=",
            "body=Assemblée nationale",
            "bodyKind=PARLIAMENT",
            "newRegister=QUEBEC",
            "hours=1"
        };
        assertThat(pages.as(Role.COORDINATOR).post(NEW, letter))
                .as("without a title")
                .hasStatus(422);
        letter[5] = "title=députée";
        assertThat(pages.as(Role.COORDINATOR).post(NEW, letter))
                .as("a letter cannot be planned")
                .hasStatus(422);
        assertThat(count("directory.people_person WHERE family_name = 'Querbine'"))
                .as("nobody enters by a letter that is refused")
                .isZero();
        letter[1] = "day=" + settings.today();
        assertThat(fixture.main(fixture.post(NEW, letter))).contains("Zénobie Querbine", "Compte (Québec)");
        letter[2] = "subject=Deuxième lettre";
        letter[3] = "given=zenobie";
        fixture.post(NEW, letter);
        assertThat(count("advocacy.dialogue_mandate"))
                .as("one person, one office")
                .isOne();
        assertThat(fixture.main("/advocacy/dialogue/" + fixture.only("dialogue_decision_maker") + "/brief"))
                .contains("Députée", "Première lettre", "Deuxième lettre");
        db.sql(
                        "INSERT INTO directory.people_person (id, given_name, family_name) VALUES (gen_random_uuid(), 'Zénobie', 'Querbine')")
                .update();
        assertThat(Pages.text(pages.as(Role.COORDINATOR).post(NEW, letter)))
                .as("a homonym")
                .contains("Plusieurs personnes s’appellent");
        letter[3] = "given=";
        letter[4] = "family=";
        fixture.post(NEW, letter);
        assertThat(fixture.main("/advocacy/dialogue")).contains("députée, Assemblée nationale");
    }

    private long count(String from) {
        return db.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    private void act(String kind, String subject, String minister, LocalDate day, ActionId line) {
        UUID target = UUID.fromString(AdvocacyFixture.id(minister));
        fixture.post(
                NEW,
                "kind=" + kind,
                "day=" + day,
                "subject=" + subject,
                "hours=2",
                "targets=" + target,
                "line=" + line.value());
    }
}
