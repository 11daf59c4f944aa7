package org.convergence.safety.mission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionRisk;
import org.convergence.safety.mission.domain.SealedDataService.SealedData;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Open alerts: who sees them and where, what they stop, and what ends them. */
@ModuleTest
class MissionAlertTest extends MissionFixture {

    private static final String WORD = "Tamarin bleu";

    @Autowired
    private List<RecurringWork> recurring;

    private static String url(MissionId id) {
        return "/safety/mission/" + id.value();
    }

    private String text(Actor actor, String page) {
        return pages.as(actor).open(page).text().replace('\u00a0', ' ');
    }

    private void seal(MissionId id) {
        as(traveller, () -> {
            sealed.seal(id, person(traveller), new SealedData("Asthme", "Sa sœur", "Son chat? Capucine."), WORD);
            return true;
        });
    }

    private void say(MissionId id, String words) {
        as(traveller, () -> checkIns.record(id, person(traveller), words));
    }

    private void during() {
        clock.moveTo(START.plusDays(1).atTime(12, 0).atZone(BOGOTA).toInstant());
    }

    private String watch(MissionId id) {
        return text(lead, url(id) + "/watch");
    }

    @Test
    void anOpenAlertIsTheFirstThingItsWatchersSeeAndNobodyElse() {
        MissionId id = approve();
        clock.moveTo(START.atTime(21, 30).atZone(BOGOTA).toInstant());
        recurring.stream().filter(each -> each.name().equals("mission-alarm")).forEach(RecurringWork::run);
        assertThat(watch(id)).doesNotContain("le serveur n’accepte aucun courriel");
        String incident = "a[href='/safety/incident/new?mission=" + id.value() + "']";
        assertThat(pages.as(lead).open(url(id) + "/watch").select(incident)).hasSize(1);
        db.sql("UPDATE platform.mail_message SET failing_since = posted_at, problem = 'TIMEOUT'")
                .update();
        assertThat(watch(id)).contains("le serveur n’accepte aucun courriel");
        for (Actor watcher : List.of(lead, president)) {
            var first = pages.as(watcher).open("/").select("main section").get(0);
            assertThat(first.text()).contains("Une alerte vous attend", "Il manque un signe de vie", TITLE);
            assertThat(first.select(".late")).isNotEmpty();
            assertThat(first.select("a").attr("href")).isEqualTo(url(id) + "/watch");
        }
        for (Actor other : List.of(colleague, traveller)) {
            assertThat(text(other, "/")).doesNotContain("alerte vous attend", "signe de vie");
        }
        for (String page : List.of("/safety/mission", url(id))) {
            assertThat(text(lead, page)).contains("Il manque un signe de vie");
            assertThat(text(colleague, page)).contains(TITLE).doesNotContain("signe de vie");
        }
        assertThat(pages.as(lead).open("/safety/mission").select(".state.bad")).hasSize(1);
        say(id, "Bonjour");
        assertThat(pages.as(lead).open(url(id) + "/watch").select(incident)).isEmpty();
        assertThat(text(lead, "/")).doesNotContain("alerte vous attend");
    }

    @Test
    void aDrillIsCalledSo() {
        MissionId id = approve();
        clock.moveTo(START.minusDays(2).atTime(0, 10).atZone(BOGOTA).toInstant());
        as(lead, () -> {
            checkIns.drill(id);
            return true;
        });
        db.sql("UPDATE safety.mission_check_in SET zone = 'America/Guatemala' WHERE is_drill")
                .update();
        clock.moveTo(START.minusDays(2).atTime(0, 16).atZone(BOGOTA).toInstant());
        assertThat(watch(id))
                .as("before the minute of the alarm")
                .contains("s’écrit", "Essai : il manque un signe de vie", "Essai · Nadège");
        recurring.stream().filter(each -> each.name().equals("mission-alarm")).forEach(RecurringWork::run);
        for (String page : List.of("/", "/safety/mission", url(id))) {
            assertThat(text(lead, page)).contains("Essai : il manque un signe de vie");
        }
        assertThat(pages.as(lead).open("/").select("main section").get(0).text())
                .as("the day is that of the organisation")
                .doesNotContain("En retard");
    }

    @Test
    void aDuressWordIsHeardAnywhereInASentence() {
        MissionId id = approve();
        seal(id);
        during();
        say(id, "Le tamarin est vert, le ciel est bleu");
        assertThat(watch(id)).doesNotContain("Une confirmation contenait");
        say(id, "Ici le TAMARIN  bleu, est beau!");
        assertThat(watch(id)).contains("Une confirmation contenait");
    }

    @Test
    void aSignOfLifeAndADuressWordHoldForAllCurrentMissions() {
        MissionId first = approve();
        MissionId second = prepare();
        MissionId later = as(lead, () -> missions.create(on(START.plusDays(60))));
        assertThat(text(lead, url(second))).contains("voyage aussi, ces jours-là, pour « " + TITLE);
        assertThat(text(lead, url(later))).doesNotContain("voyage aussi");
        approve(lead, second, null);
        seal(second);
        clock.moveTo(START.atTime(20, 30).atZone(BOGOTA).toInstant());
        say(first, "Bonjour");
        assertThat(done(second)).as("the check-in of the other mission").isEqualTo(1);
        say(first, "tamarin bleu");
        assertThat(List.of(watch(first), watch(second))).allMatch(text -> text.contains("Une confirmation contenait"));
        assertThat(done(later)).isZero();
        assertThat(watch(later)).doesNotContain("Une confirmation contenait");
    }

    private MissionFacts on(LocalDate start) {
        MissionFacts facts = facts();
        return new MissionFacts(
                facts.title(),
                facts.kind(),
                facts.purpose(),
                facts.risk(),
                facts.lead(),
                facts.president(),
                facts.travellers(),
                List.of(new MissionLeg(COLOMBIA, "Bogotá", BOGOTA, start, start.plusDays(2))),
                Set.of());
    }

    private int done(MissionId id) {
        return db.sql("SELECT count(*) FROM safety.mission_check_in WHERE mission = ? AND done_at IS NOT NULL")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void underDuressNothingIsDestroyedUntilAWatcherClosesTheAlert() {
        MissionId id = approve();
        seal(id);
        pages.as(lead).post(url(id) + "/watch/call-list", "callList=Hôtel, +57 1 555 01 99");
        during();
        say(id, WORD);
        String alert = pages.as(lead).open(url(id) + "/watch").select("main").html();
        assertThat(alert).contains("Ne l’appelez pas", "tel:+5715550199").doesNotContain("En voyage · ");
        int version = as(lead, () -> missions.findById(id).version());
        for (Actor actor : List.of(lead, colleague)) {
            assertThat(pages.as(actor).post(url(id) + "/cancel")).hasStatus(422);
            assertThat(pages.as(actor)
                            .post(
                                    url(id) + "/return",
                                    "version=" + version,
                                    "returnedOn=" + START.plusDays(1),
                                    "report=Rentrée",
                                    "confirmed=true"))
                    .hasStatus(422);
        }
        assertThat(Pages.text(pages.as(colleague).post(url(id) + "/cancel")))
                .as("as for any missing check-in")
                .contains("Un point de contact est attendu")
                .doesNotContain("alerte");
        say(id, "Bonjour");
        assertThat(watch(id)).as("after an ordinary answer").contains("Ne l’appelez pas");
        assertThat(count("mission_sealed") + count("mission_call_list")).isEqualTo(2);
        assertThat(pages.as(traveller).post(url(id) + "/watch/close-alert", "how=Je vais bien"))
                .hasStatus(404);
        assertThat(pages.as(lead).post(url(id) + "/watch/close-alert", "how=")).hasStatus(422);
        assertThat(pages.as(lead).post(url(id) + "/watch/close-alert", "how=Vue à l’ambassade"))
                .hasStatus(303);
        assertThat(watch(id))
                .contains("Alerte fermée par Maryse Roy", "Vue à l’ambassade", "En voyage · Nadège Pierre")
                .doesNotContain("Ne l’appelez pas");
        assertThat(db.sql("SELECT closing_note FROM safety.mission_escalation WHERE step = 'DURESS'")
                        .query(String.class)
                        .single())
                .as("at rest")
                .doesNotContain("ambassade");
        assertThat(text(lead, url(id) + "/cancel")).contains("sont détruits", "personne ne serait alerté");
        assertThat(as(lead, () -> missions.findById(id).state().isOver())).isFalse();
        assertThat(pages.as(lead).post(url(id) + "/cancel")).hasStatus(303);
        assertThat(count("mission_sealed")).isZero();
    }

    private int count(String table) {
        return db.sql("SELECT count(*) FROM safety." + table)
                .query(Integer.class)
                .single();
    }

    @Test
    void theItemsAboutSealedDataTickThemselves() {
        MissionId id = prepare();
        level(AdvisoryLevel.AVOID_NON_ESSENTIAL);
        db.sql("UPDATE plan.checklist_item SET done_on = due_on, proof = 'vu' WHERE code IS NULL")
                .update();
        assertThat(text(lead, url(id))).contains("15 faits sur 17", "Fiche médicale scellée et Preuve de vie");
        UUID item = db.sql("SELECT id FROM plan.checklist_item WHERE code = 'medical'")
                .query(UUID.class)
                .single();
        assertThat(pages.as(lead).post("/plan/checklist/" + item + "/complete", "version=1", "proof=Vu"))
                .as("by hand")
                .hasStatus(422);
        int version = as(lead, () -> missions.findById(id).version());
        assertThat(pages.as(lead).post(url(id) + "/approve", "version=" + version))
                .hasStatus(422);
        assertThat(text(lead, "/")).contains("Liste de contrôle : " + TITLE);
        seal(id);
        assertThat(text(lead, url(id))).contains("17 faits sur 17").doesNotContain("encore ouvert");
        assertThat(text(lead, "/")).doesNotContain("Liste de contrôle");
        approve(lead, id, null);
        as(lead, () -> {
            missions.cancel(id, missions.findById(id).version());
            return true;
        });
        assertThat(text(lead, url(id))).as("after the data is destroyed").contains("17 faits sur 17");
    }

    @Test
    void whatIsOpenIsSaidBeforeAnApprovalAndKeptWithIt() {
        MissionId id = prepare();
        level(AdvisoryLevel.CAUTION);
        assertThat(text(lead, url(id))).contains("17 points", "Décision de partir signée", "l’approbation le dira");
        approve(lead, id, null);
        assertThat(text(lead, url(id))).contains("17 points de la liste de contrôle étaient ouverts");
    }

    @Test
    void aHighRiskAsksForAPlanAtAnyLevel() {
        level(AdvisoryLevel.CAUTION);
        MissionFacts facts = facts();
        MissionId id = as(
                lead,
                () -> missions.create(new MissionFacts(
                        TITLE,
                        facts.kind(),
                        "Voir.",
                        MissionRisk.HIGH,
                        facts.lead(),
                        facts.president(),
                        facts.travellers(),
                        facts.legs(),
                        Set.of())));
        int version = as(lead, () -> missions.findById(id).version());
        assertThat(Pages.text(pages.as(lead).post(url(id) + "/approve", "version=" + version)))
                .contains("terminer la liste de contrôle");
    }

    @Test
    void eachLineOfTheCallListHasANumber() {
        MissionId id = approve();
        assertThat(Pages.text(pages.as(lead).post(url(id) + "/watch/call-list", "callList=Police, 123\nAmbassade")))
                .contains("Il manque un numéro de téléphone", "Ambassade");
    }

    @Test
    void searchFindsMissionsByTitleAndPlace() {
        MissionId id = prepare();
        assertThat(pages.as(lead)
                        .open("/search?q=organisations barranca")
                        .select("main a")
                        .eachAttr("href"))
                .contains(url(id));
    }

    @Test
    void theErasingPageWarnsOfAMission() {
        prepare();
        assertThat(text(lead, "/directory/people/persons/" + person(traveller).value() + "/forget"))
                .contains("nommée sur une mission qui n’est pas terminée");
        PersonId other = person(colleague);
        assertThat(text(lead, "/directory/people/persons/" + other.value() + "/forget"))
                .doesNotContain("nommée sur une mission");
    }
}
