package org.convergence.education.internship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.plan.time.TimeFixture;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.geography.Country;
import org.convergence.safety.mission.MissionKind;
import org.convergence.safety.mission.MissionRisk;
import org.convergence.safety.mission.domain.MissionFacts;
import org.convergence.safety.mission.domain.MissionLeg;
import org.convergence.safety.mission.domain.MissionService;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Interns after the choice: a place that becomes free, and the points that their files share with their mission. */
@ModuleTest
class SharedGatesTest extends InternshipFixture {

    @Autowired
    private MissionService missions;

    @Test
    void aWithdrawalDestroysTheFileAndItsPlaceIsDueToBeGiven() throws Exception {
        String ana = applied();
        String bo = apply("Bo Lee", "bo@autre.example", "unionName=Autre");
        submit(bo, "Bo Lee", "unionName=Autre", "J’écris bien.");
        assertThat(pages.as(first).open("/").text()).as("the call is open").doesNotContain("Dossiers à lire");
        closed();
        assertThat(pages.as(first).open("/").text()).contains("Dossiers à lire");
        assertThat(text(pages.asStranger().get(ana).getResponse().getContentAsString()))
                .contains("Réponse d’ici le");
        decideInPast();
        assertThat(text(pages.asStranger().get(ana).getResponse().getContentAsString()))
                .contains("tarde")
                .doesNotContain("d’ici le");
        assertThat(main("/"))
                .as("a day that nobody set is not late")
                .contains("2 dossiers attendent une lecture", "Proposé pour le");
        for (String name : List.of("Ana Roy", "Bo Lee")) {
            score(first, name, 5);
            score(second, name, 5);
        }
        assertThat(pages.as(first).open("/").text()).doesNotContain("Dossiers à lire");
        String[] choice = choice("CHOSEN", "RESERVE");
        pages.as(staff).post(call + "/decide", choice);
        pages.as(staff).post(call + "/letters/CHOSEN");
        pages.as(staff).post(call + "/letters/RESERVE");
        assertThat(main("/")).doesNotContain("Place à donner", "Réponse à dire");
        db.sql("UPDATE education.internship_call SET decided_on = decided_on - 9")
                .update();
        assertThat(main("/")).contains("Demander la libération du dossier");
        String chosen = LIST + "/files/" + file("Ana Roy");
        db.sql(
                        "UPDATE platform.mail_message SET state = 'FAILED', problem = 'REFUSED_RECIPIENT' WHERE purpose = 'internship_chosen'")
                .update();
        assertThat(main("/")).as("first things first").doesNotContain("Demander la libération");
        assertThat(main(chosen)).contains("À dire de vive voix : le courriel a été refusé");
        pages.as(staff).post(chosen + "/told");
        assertThat(main("/")).contains("Demander la libération du dossier");
        db.sql("UPDATE education.internship_call SET decided_on = decided_on + 9")
                .update();
        assertThat(main(chosen)).doesNotContain("À dire de vive voix");
        db.sql("""
                        UPDATE platform.mail_message SET state = 'FAILED', problem = 'REFUSED_RECIPIENT'
                        WHERE purpose = 'internship_reserve'
                        """).update();
        assertThat(main("/")).contains("Réponse à dire de vive voix au dossier");
        assertThat(main(call)).contains("Réponses à dire de vive voix : le courriel a été refusé");
        assertThat(pages.as(staff).post(LIST + "/files/" + file("Bo Lee") + "/told"))
                .hasStatus(303);
        assertThat(main("/") + main(call)).doesNotContain("à dire de vive voix");
        String withdrawn = file("Ana Roy");
        assertThat(send(ana + "/withdraw")).hasStatus(303);
        assertThat(count("answer WHERE application = '" + withdrawn + "'")
                        + count("reading WHERE application = '" + withdrawn + "'"))
                .as("destroyed at once, as the page says")
                .isZero();
        db.sql(
                        "UPDATE education.internship_application SET withdrawn_on = withdrawn_on - 5 WHERE withdrawn_on IS NOT NULL")
                .update();
        db.sql("UPDATE education.internship_call SET decided_on = decided_on - 9")
                .update();
        assertThat(main("/")).contains("Place à donner à la liste d’attente");
        assertThat(pages.as(staff).post(LIST + "/files/" + file("Bo Lee") + "/promote"))
                .hasStatus(303);
        assertThat(main("/")).doesNotContain("Place à donner");
        assertThat(text(pages.asStranger().get(bo).getResponse().getContentAsString()))
                .as("until the letter leaves")
                .contains("La décision est prise")
                .doesNotContain("est reçue");
        assertThat(main(call)).as("the waiting list was told, not the place").doesNotContain("Retenu : 1 en attente");
        assertThat(main(call + "/letters/CHOSEN")).contains("Bo Lee", "Le comité vous offre une place");
        assertThat(send(bo + "/withdraw")).hasStatus(303);
        db.sql(
                        "UPDATE education.internship_application SET withdrawn_on = withdrawn_on - 5 WHERE withdrawn_on IS NOT NULL")
                .update();
        assertThat(main("/")).as("nobody waits for it").contains("Place libre après un désistement");
    }

    private void decideInPast() {
        db.sql("UPDATE education.internship_call SET opens_on = :day, closes_on = :day, decides_on = :day")
                .param("day", settings.today().minusDays(1))
                .update();
    }

    @Test
    void aPointIsCompletedOnceForTheMissionAndItsInterns() {
        chosen();
        UUID intern = UUID.fromString(file("Ana Roy"));
        UUID mission = prepareMission();
        db.sql("UPDATE education.internship_call SET mission = ?")
                .param(mission)
                .update();

        complete(intern, "conduct");
        assertThat(isDone(mission, "conduct"))
                .as("its traveller is not the intern")
                .isFalse();
        db.sql("UPDATE education.internship_application SET person = ? WHERE id = ?")
                .params(TimeFixture.person(second).value(), intern)
                .update();
        complete(intern, "passport");
        assertThat(isDone(mission, "passport")).as("its only traveller").isTrue();
        complete(mission, "visa");
        assertThat(isDone(intern, "visa")).as("it needs a paper of the intern").isFalse();
        complete(mission, "contacts");
        assertThat(isDone(intern, "contacts")).isTrue();
        db.sql("INSERT INTO safety.mission_traveller (mission, person) VALUES (?, ?)")
                .params(mission, TimeFixture.person(first).value())
                .update();
        complete(intern, "vaccines");
        assertThat(isDone(mission, "vaccines"))
                .as("another traveller is no intern")
                .isFalse();
    }

    private UUID prepareMission() {
        LocalDate start = settings.today().plusDays(60);
        var leg = new MissionLeg(
                new Country("MX"), "Puebla", ZoneId.of("America/Mexico_City"), start, start.plusDays(30));
        var facts = new MissionFacts(
                "Stage à Puebla",
                MissionKind.INTERN,
                "Stage.",
                MissionRisk.MODERATE,
                TimeFixture.person(staff),
                TimeFixture.person(first),
                Set.of(TimeFixture.person(second)),
                List.of(leg),
                Set.of());
        return CurrentActor.callAs(users.actor(Role.COORDINATOR), () -> missions.create(facts))
                .value();
    }

    private record OpenItem(UUID id, int version) {}

    private void complete(UUID subject, String shared) {
        OpenItem item = db.sql("SELECT id, version FROM plan.checklist_item WHERE subject = ? AND shared = ?")
                .params(subject, shared)
                .query(OpenItem.class)
                .single();
        assertThat(pages.as(Role.COORDINATOR)
                        .post("/plan/checklist/" + item.id() + "/complete", "version=" + item.version(), "proof=Vu"))
                .hasStatus(303);
    }

    private boolean isDone(UUID subject, String shared) {
        return db.sql("SELECT done_on IS NOT NULL FROM plan.checklist_item WHERE subject = ? AND shared = ?")
                .params(subject, shared)
                .query(Boolean.class)
                .single();
    }
}
