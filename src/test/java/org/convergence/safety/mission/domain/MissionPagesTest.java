package org.convergence.safety.mission.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.mission.MissionId;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of a mission: who sees what, what a departure needs, and what stays after the return. */
@ModuleTest
class MissionPagesTest extends MissionFixture {

    @Autowired
    private List<RecurringWork> recurring;

    private static String url(MissionId id) {
        return "/safety/mission/" + id.value();
    }

    @Test
    void anUnknownLevelNeedsAResolutionAndAPlan() {
        MissionId id = prepare();
        assertThat(pages.as(lead).open(url(id)).text())
                .contains("Inconnu", "demande une résolution du CA", "terminez la liste avant d’approuver");
        assertRefused(id, null, "mission.refused.resolution");
        assertRefused(id, "CA-2027-03", "mission.refused.plan");
        db.sql("UPDATE plan.checklist_item SET done_on = due_on, proof = 'vu'").update();
        approve(lead, id, "CA-2027-03");
        assertThat(pages.as(lead).open(url(id)).text()).contains("Approuvée par la résolution CA-2027-03");
    }

    @Test
    void refusesADrillThatWouldAlertNobody() {
        MissionId id = prepare();
        assertThat(pages.as(lead).post(url(id) + "/watch/drill")).hasStatus(422);
        assertThat(pages.as(lead).open(url(id) + "/watch").text()).contains("Il faut d’abord configurer le courriel.");
        assertThat(db.sql("SELECT count(*) FROM safety.mission_check_in WHERE is_drill")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void orangeNeedsAPlanAndYellowAPerson() {
        MissionId id = prepare();
        level(AdvisoryLevel.AVOID_NON_ESSENTIAL);
        assertRefused(id, null, "mission.refused.plan");
        level(AdvisoryLevel.CAUTION);
        assertThat(pages.as(lead).open(url(id)).text()).contains("Si vous approuvez quand même");
        approve(lead, id, null);
        assertThat(pages.as(lead).open(url(id)).text()).contains("Approuvée par Maryse Roy");
    }

    @Test
    void itsChecklistIsOneLineOfTheFirstPageUntilEachItemIsProven() {
        MissionId id = prepare();
        String home = pages.as(lead).open("/").text().replace('\u00a0', ' ');
        assertThat(home)
                .contains("Liste de contrôle : " + TITLE, "Formation prédépart suivie, et 16 autres points")
                .doesNotContain("Passeport");
        String item = pages.as(lead).open(url(id)).select("#checklist a").attr("href");
        assertThat(pages.as(lead).post(item + "/complete", "version=1", "proof="))
                .as("without proof")
                .hasStatus(422);
        pages.as(lead).post(item + "/complete", "version=1", "proof=Attestation du 4 janvier");
        assertThat(pages.as(lead).open(url(id)).select("#checklist").text())
                .contains("1 fait sur 17", "Attestation du 4 janvier");
        assertThat(pages.as(lead).open("/").text()).contains("Passeport valide six mois après le retour, et 15 autres");
        db.sql("UPDATE plan.checklist_item SET done_on = due_on, proof = 'vu'").update();
        assertThat(pages.as(lead).open("/").text()).doesNotContain("Liste de contrôle");
    }

    @Test
    void aPointWithoutProofIsTickedOnTheList() {
        MissionId id = prepare();
        var ticks = pages.as(lead).open(url(id)).select("#checklist [name=item]");
        assertThat(ticks)
                .as("contacts, itinerary, copies, devices, communication, briefing")
                .hasSize(6);
        String item = "/plan/checklist/" + ticks.get(0).val();
        assertThat(pages.as(lead).post(item + "/complete", "version=1")).hasStatus(303);
        assertThat(pages.as(lead).open(url(id)).select("#checklist").text()).contains("1 fait sur 17");
        assertThat(pages.as(lead).open(item).select("h1").text()).isEqualTo("Contacts d’urgence");
    }

    private void assertRefused(MissionId id, @Nullable String resolution, String key) {
        assertThatThrownBy(() -> approve(lead, id, resolution))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }

    @Test
    void aRisingLevelMarksApprovedMissions() {
        MissionId id = approve();
        assertThat(pages.as(lead).open("/safety/mission").text()).doesNotContain("a monté");
        level(AdvisoryLevel.AVOID_ALL);
        assertThat(pages.as(lead).open("/safety/mission").text()).contains("Le niveau d’avis a monté");
        assertThat(pages.as(lead).open(url(id)).text()).contains("Décidez de nouveau");
        assertThat(Pages.text(pages.as(lead).get("/api/v1/missions/" + id.value())))
                .contains("\"mayDepart\":false", "\"need\":\"RESOLUTION\"");
    }

    @Test
    void checkInsAndSealedDataDoNotExistForOthers() {
        MissionId id = approve();
        assertThat(pages.as(colleague).open(url(id)).text())
                .contains("Barrancabermeja")
                .doesNotContain("Points de contact");
        for (String page : List.of("/watch", "/sheet.pdf", "/sealed/" + traveller.personId())) {
            assertThat(pages.as(colleague).get(url(id) + page)).as(page).hasStatus(404);
        }
        assertThat(pages.as(colleague).post(url(id) + "/watch/check-in", "traveller=" + traveller.personId()))
                .hasStatus(404);
        assertThat(pages.as(president).open(url(id)).text())
                .as("the days, the place and the approval alone")
                .contains("Barrancabermeja", "Approuvée par Maryse Roy")
                .doesNotContain("Liste de contrôle", "Préparer le stage.", "Nadège");
        assertThat(pages.as(Role.BOARD_MEMBER).get(url(id))).as("not named").hasStatus(404);
        Document watched = pages.as(president).open(url(id) + "/watch");
        assertThat(watched.text()).contains("En voyage · Nadège Pierre, ", "Attendu");
        assertThat(watched.select("a[href$=/watch/invite]")).isEmpty();
        String invite = url(id) + "/watch/invite";
        assertThat(pages.as(president).get(invite)).as("the travellers' mail").hasStatus(403);
        assertThat(pages.as(president).post(invite)).hasStatus(403);
        assertThat(pages.as(colleague).get(invite)).hasStatus(404);
        assertThat(pages.as(lead).get(invite)).hasStatusOk();
        assertThat(pages.as(traveller).post(url(id) + "/watch/plan")).hasStatus(404);
    }

    @Test
    void thePageSaysPlainlyThatNobodyWillBeWoken() {
        MissionId id = approve();
        assertThat(pages.as(lead).open(url(id) + "/watch").text()).contains("aucune alerte ne partira");
        db.sql("UPDATE directory.people_person SET contact_points = '[]' WHERE id = ?")
                .param(person(president).value())
                .update();
        assertThat(pages.as(lead).open(url(id) + "/watch").text().replace('\u00a0', ' '))
                .contains("Aucune adresse connue : Ghislaine Fortin. Aucun courriel ne partira");
        db.sql("""
                        INSERT INTO identity.account (id, version, mail, name, created_at, person_id)
                        VALUES (?, 1, 'ghislaine.watch@exemple.org', 'Ghislaine', now(), ?)
                        """).params(UUID.randomUUID(), person(president).value()).update();
        try {
            assertThat(pages.as(lead).open(url(id) + "/watch").text())
                    .as("the address of her account serves")
                    .doesNotContain("Aucune adresse connue");
        } finally {
            db.sql("DELETE FROM identity.account WHERE mail = 'ghislaine.watch@exemple.org'")
                    .update();
        }
    }

    @Test
    void aWatcherNotesASignOfLifeAndACall() {
        MissionId id = approve();
        clock.moveTo(START.atTime(22, 30).atZone(BOGOTA).toInstant());
        pages.as(lead).post(url(id) + "/watch/call-list", "callList=Hôtel, +57 1 555 01 99");
        assertThat(pages.as(lead).open(url(id) + "/watch").text())
                .contains(
                        "Il manque un signe de vie", "Appelez le partenaire et l’hôtel", "+57 1 555 01 99", "(Bogota)");
        pages.as(lead).post(url(id) + "/watch/calls", "contact=1", "answered=true", "note=Elle est au restaurant");
        pages.as(lead).post(url(id) + "/watch/check-in", "traveller=" + traveller.personId());
        Document page = pages.as(lead).open(url(id) + "/watch");
        assertThat(page.text())
                .contains("joint par Maryse Roy", "Elle est au restaurant", "reçu par Maryse Roy")
                .doesNotContain("Il manque un signe de vie");
        assertThat(pages.as(traveller).open(url(id) + "/watch").text()).doesNotContain("joint par");
        assertThat(db.sql("SELECT note || (SELECT sealed FROM safety.mission_call_list) FROM safety.mission_call")
                        .query(String.class)
                        .single())
                .as("at rest")
                .doesNotContain("restaurant", "555");
    }

    @Test
    void sealedDataIsOpenedByAWatcherWithAReason() {
        MissionId id = approve();
        String page = url(id) + "/sealed/" + traveller.personId();
        assertThat(pages.as(traveller).post(page, "medical=Allergie à la pénicilline", "duress=tamarin"))
                .hasStatus(303);
        assertThat(pages.as(traveller).post(page + "/open", "reason=Voir")).hasStatus(404);
        assertThat(pages.as(lead).open(page).text()).doesNotContain("pénicilline");
        assertThat(Pages.text(pages.as(lead).post(page + "/open", "reason="))).doesNotContain("pénicilline");
        var opened = pages.as(lead).post(page + "/open", "reason=Accident de la route");
        assertThat(Pages.text(opened)).contains("pénicilline");
        assertThat(opened.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(pages.as(traveller).open(url(id) + "/watch").text()).contains("Accident de la route", "Maryse Roy");
        pages.as(lead).post(page, "emergency=Sa sœur");
        assertThat(Pages.text(pages.as(lead).post(page + "/open", "reason=Vérifier")))
                .as("a blank field changes nothing")
                .contains("pénicilline", "Sa sœur");
    }

    @Test
    void theReturnIsARealisationAndDestroysWhatIsNotNeeded() {
        MissionId id = approve();
        as(traveller, () -> {
            sealed.seal(id, person(traveller), new SealedDataService.SealedData("Asthme", "", ""), null);
            return true;
        });
        clock.moveTo(END.plusDays(1).atTime(12, 0).atZone(BOGOTA).toInstant());
        int version = as(lead, () -> missions.findById(id).version());
        assertThat(pages.as(colleague)
                        .post(url(id) + "/return", "version=" + version, "returnedOn=" + END, "report=Entente conclue"))
                .as("check-ins are missing")
                .hasStatus(422);
        assertThat(pages.as(lead)
                        .post(url(id) + "/return", "version=" + version, "returnedOn=" + END, "report=Entente conclue"))
                .hasStatus(303);
        assertThat(db.sql("SELECT title FROM plan.realisation WHERE kind = 'MISSION'")
                        .query(String.class)
                        .list())
                .containsOnly(TITLE);
        assertThat(count("mission_sealed")).isZero();
        assertThat(count("mission_check_in")).isPositive();
        sweep(END.plusDays(30));
        assertThat(count("mission_check_in")).as("30 days").isPositive();
        sweep(END.plusDays(31));
        assertThat(count("mission_check_in")).as("31 days").isZero();
        assertThat(pages.as(lead).open(url(id)).text()).contains("Entente conclue");
    }

    @Test
    void asksBeforeAnEarlyReturnOrAWithdrawnApproval() {
        MissionId id = approve();
        as(traveller, () -> {
            sealed.seal(id, person(traveller), new SealedDataService.SealedData("Asthme", "", ""), null);
            return true;
        });
        clock.moveTo(START.plusDays(1).atTime(12, 0).atZone(BOGOTA).toInstant());
        int version = as(lead, () -> missions.findById(id).version());
        String[] early = {"version=" + version, "returnedOn=" + START.plusDays(1), "report=Rentrée", "confirmed=true"};
        assertThat(Pages.text(pages.as(lead).post(url(id) + "/return", Arrays.copyOf(early, 3))))
                .contains("Le voyage dure jusqu’au", "Rentrée");
        assertThat(count("mission_sealed")).as("nothing is destroyed yet").isOne();
        assertThat(Pages.text(pages.as(lead).post(url(id) + "/withdraw"))).contains("dites-le vous-même");
        assertThat(as(lead, () -> missions.findById(id)).approval()).isNotNull();
        pages.as(lead).post(url(id) + "/withdraw", "confirmed=true");
        assertThat(pages.as(lead).open(url(id)).text())
                .contains("l’approbation a pris fin le", "Approbation retirée")
                .doesNotContain("passée sans approbation", "notée après le départ");
        var late = pages.as(lead)
                .post(
                        url(id) + "/approve",
                        "version=" + as(lead, () -> missions.findById(id).version()));
        assertThat(Pages.notice(late)).contains("mission.approved.late");
        assertThat(pages.as(lead).open(url(id)).text()).contains("notée après le départ");
        early[0] = "version=" + as(lead, () -> missions.findById(id).version());
        db.sql("UPDATE safety.mission_leg SET arrives_on = arrives_on + 2").update();
        assertThat(pages.as(lead).post(url(id) + "/return", early))
                .as("cut short before the last leg, without another approval")
                .hasStatus(303);
        assertThat(count("mission_sealed")).isZero();
    }

    @Test
    void withoutAReturnNothingIsDeleted() {
        approve();
        sweep(END.plusDays(400));
        assertThat(count("mission_check_in")).isPositive();
    }

    private void sweep(LocalDate day) {
        clock.moveTo(day.atTime(12, 0).atZone(BOGOTA).toInstant());
        recurring.stream().filter(each -> each.name().equals("mission-sweep")).forEach(RecurringWork::run);
    }

    private int count(String table) {
        return db.sql("SELECT count(*) FROM safety." + table)
                .query(Integer.class)
                .single();
    }

    @Test
    void theSheetIsAPdfForThePeopleNamed() {
        MissionId id = approve();
        for (Actor actor : List.of(lead, president, traveller)) {
            var sheet = pages.as(actor).get(url(id) + "/sheet.pdf");
            assertThat(sheet).hasStatusOk();
            assertThat(sheet.getResponse().getContentType()).isEqualTo("application/pdf");
        }
    }
}
