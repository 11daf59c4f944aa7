package org.convergence.safety.mission.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding.HandoverOutcome;
import org.convergence.directory.handover.domain.HandoverQueries;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.time.domain.ContractSource;
import org.convergence.platform.access.Actor;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionRisk;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** A changed mission keeps the check-ins of the days that stay, and alarms nobody for those removed. */
@ModuleTest
class MissionChangeTest extends MissionFixture {

    @Autowired
    private HandoverQueries handovers;

    private static String url(MissionId id) {
        return "/safety/mission/" + id.value();
    }

    @Test
    void checkInsFollowAChangedMission() {
        MissionId id = approve();
        assertThat(dueDays(id, traveller)).containsExactlyElementsOf(days(START, END));
        MissionLeg moved = new MissionLeg(COLOMBIA, "Bogota", BOGOTA, START.plusDays(2), END.plusDays(2));
        change(id, MissionRisk.MODERATE, Set.of(person(traveller), person(colleague)), moved);
        assertThat(dueDays(id, traveller))
                .as("removed days alarm nobody")
                .containsExactlyElementsOf(days(START.plusDays(2), END));
        assertThat(pages.as(lead).open(url(id) + "/watch").text())
                .contains("Aucun point de contact à venir pour Louis Tremblay");
        approve(lead, id, null);
        for (Actor actor : List.of(traveller, colleague)) {
            assertThat(dueDays(id, actor)).containsExactlyElementsOf(days(START.plusDays(2), END.plusDays(2)));
        }
        assertThat(pages.as(lead).open(url(id) + "/watch").text()).doesNotContain("Aucun point de contact à venir");
        change(id, MissionRisk.LOW, Set.of(person(traveller)), moved);
        approve(lead, id, null);
        assertThat(dueDays(id, traveller)).containsExactly(START.plusDays(2), END.plusDays(2));
    }

    @Test
    void anAdvisoryIsLookedAtAgainBeforeTheDepartureAndDuringTheStay() {
        approve();
        String line = "Revérifier l’avis officiel : Colombie";
        for (int day : List.of(-20, -4)) {
            assertThat(homeOn(START.plusDays(day))).as("day " + day).doesNotContain(line);
        }
        assertThat(homeOn(START.minusDays(3))).contains(line);
        level(AdvisoryLevel.CAUTION);
        for (int day : List.of(-3, -1)) {
            assertThat(homeOn(START.plusDays(day))).as("checked").doesNotContain(line);
        }
        assertThat(homeOn(START)).as("72 hours later").contains(line);
        level(AdvisoryLevel.CAUTION);
        db.sql("UPDATE safety.guide_advisory SET regional = 'UNKNOWN'").update();
        assertThat(homeOn(START)).as("a region of which no level is known").contains(line);
        db.sql("UPDATE safety.guide_advisory SET regional = NULL, published_on = checked_on + 1")
                .update();
        assertThat(homeOn(START.plusDays(1))).as("published since").contains(line);
        db.sql("DELETE FROM safety.guide_advisory").update();
        assertThat(homeOn(END)).as("unknown").contains(line);
        assertThat(homeOn(END.plusDays(1))).as("the stay is over").doesNotContain(line);
    }

    private String homeOn(LocalDate day) {
        clock.moveTo(day.atTime(12, 0).atZone(BOGOTA).toInstant());
        return pages.as(lead).open("/").text().replace('\u00a0', ' ');
    }

    @Test
    void writtenCheckInsOutliveAChangeButNotTheirDay() {
        level(AdvisoryLevel.CAUTION);
        List<MissionPolicy.PlannedCheckIn> written = days(START, END).stream()
                .map(day -> new MissionPolicy.PlannedCheckIn(
                        day.atTime(17, 0).atZone(BOGOTA).toInstant(), Duration.ofMinutes(10), BOGOTA))
                .toList();
        MissionId id = as(lead, () -> missions.create(facts(), written));
        approve(lead, id, null);
        assertThat(dueDays(id, traveller)).containsExactlyElementsOf(days(START, END));
        change(
                id,
                MissionRisk.MODERATE,
                Set.of(person(traveller), person(colleague)),
                new MissionLeg(COLOMBIA, "Bogota", BOGOTA, START, END.minusDays(2)));
        approve(lead, id, null);
        assertThat(dueDays(id, traveller)).containsExactlyElementsOf(days(START, END.minusDays(2)));
        assertThat(dueDays(id, colleague))
                .as("planned by risk")
                .containsExactlyElementsOf(days(START, END.minusDays(2)));
        assertThat(db.sql("SELECT DISTINCT grace FROM safety.mission_check_in WHERE person = ?")
                        .param(person(traveller).value())
                        .query(Integer.class)
                        .list())
                .containsExactly(10);
    }

    @Test
    void isToBeSettledWhenATravellerLeavesBefore() {
        prepare();
        Words t = Messages.load().in(Language.FRENCH, BOGOTA);
        assertThat(settled(START.minusDays(1), t)).contains(TITLE);
        assertThat(settled(END, t)).as("after the return").doesNotContain(TITLE);
    }

    @Test
    void asksWhoTravelsOnceATravellerHasLeft() {
        MissionId id = prepare();
        assertThat(pages.as(lead).open(url(id)).text()).doesNotContain("a quitté l’équipe");
        db.sql("""
                        INSERT INTO directory.handover (id, person, last_day, passed_at, passed_by, passed_name)
                        VALUES (gen_random_uuid(), :person, :day, now(), :person, 'Maryse Roy')
                        """)
                .param("person", person(traveller).value())
                .param("day", START.minusDays(21))
                .update();
        assertThat(pages.as(lead).open(url(id)).text()).contains("Nadège Pierre a quitté l’équipe", "dites qui part");
        assertThat(pages.as(lead).open("/").text()).contains("Dire qui part : « " + TITLE + " »");
        crew.contract(lead, traveller, START.minusDays(20), ContractSource.PERMANENT);
        assertThat(pages.as(lead).open(url(id)).text()).as("is back").doesNotContain("a quitté l’équipe");
        assertThat(pages.as(lead).open("/").text()).doesNotContain("Dire qui part");
    }

    @Test
    void sealedDataIsDoneOnTheDayItWasSealed() {
        MissionId id = approve();
        as(traveller, () -> {
            sealed.seal(id, person(traveller), new SealedDataService.SealedData("Asthme", "", ""), null);
            return true;
        });
        clock.moveTo(END.plusDays(1).atTime(12, 0).atZone(BOGOTA).toInstant());
        int version = as(lead, () -> missions.findById(id).version());
        assertThat(pages.as(lead).post(url(id) + "/return", "version=" + version, "returnedOn=" + END, "report=Bien"))
                .hasStatus(303);
        assertThat(db.sql("SELECT done_on FROM plan.checklist_item WHERE code = 'medical'")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(START.minusDays(20));
    }

    private List<String> settled(LocalDate lastDay, Words t) {
        return as(lead, () -> handovers.findInventory(person(traveller), lastDay, t))
                .groupsWith(HandoverOutcome.REMAINS)
                .stream()
                .flatMap(each -> each.things().stream())
                .map(HandoverItem::what)
                .toList();
    }

    @Test
    void plansWhatFollowsTheLastWrittenCheckIn() {
        MissionId id = writtenForTheFirstDay();
        clock.moveTo(START.plusDays(1).atTime(8, 0).atZone(BOGOTA).toInstant());
        assertThat(pages.as(lead).post(url(id) + "/watch/plan")).hasStatus(303);
        assertThat(dueDays(id, traveller)).containsExactlyElementsOf(days(START, END));
    }

    @Test
    void plansTheDaysOfAnExtendedMission() {
        MissionId id = writtenForTheFirstDay();
        clock.moveTo(START.plusDays(1).atTime(8, 0).atZone(BOGOTA).toInstant());
        change(
                id,
                MissionRisk.MODERATE,
                Set.of(person(traveller)),
                new MissionLeg(COLOMBIA, "Bogota", BOGOTA, START, END.plusDays(2)));
        approve(lead, id, null);
        assertThat(dueDays(id, traveller)).containsExactlyElementsOf(days(START, END.plusDays(2)));
    }

    @Test
    void marksTheCheckInsWrittenBeforeTheyWereTold() throws IOException {
        MissionId written = writtenForTheFirstDay();
        MissionId planned = approve();
        db.sql("UPDATE safety.mission_check_in SET is_by_hand = false").update();
        db.sql(new ClassPathResource("db/migration/safety/V20261130_0852__mission_mark_earlier_written_check_ins.sql")
                        .getContentAsString(StandardCharsets.UTF_8))
                .update();
        assertThat(db.sql("SELECT DISTINCT mission FROM safety.mission_check_in WHERE is_by_hand")
                        .query(UUID.class)
                        .list())
                .containsExactly(written.value())
                .doesNotContain(planned.value());
    }

    @Test
    void saysOnTheDayOfDepartureAndAfterTheReturnOnlyWhatIsTrue() {
        level(AdvisoryLevel.CAUTION);
        MissionId id = prepare();
        clock.moveTo(START.atTime(17, 0).atZone(BOGOTA).toInstant());
        assertThat(pages.as(lead).open(url(id)).text())
                .contains("C’est le jour du départ, et la mission n’est pas approuvée")
                .doesNotContain("est passée sans approbation");
        approve(lead, id, null);
        assertThat(pages.as(lead).open(url(id) + "/watch").text()).contains("aucune alerte ne partira");
        clock.moveTo(END.atTime(23, 0).atZone(BOGOTA).toInstant());
        int version = as(lead, () -> missions.findById(id).version());
        assertThat(pages.as(lead)
                        .post(url(id) + "/return", "version=" + version, "returnedOn=" + END, "report=Entente conclue"))
                .hasStatus(303);
        assertThat(pages.as(lead).open(url(id) + "/watch").text()).doesNotContain("aucune alerte ne partira");
    }

    private MissionId writtenForTheFirstDay() {
        level(AdvisoryLevel.CAUTION);
        MissionPolicy.PlannedCheckIn first = new MissionPolicy.PlannedCheckIn(
                START.atTime(17, 0).atZone(BOGOTA).toInstant(), Duration.ofMinutes(10), BOGOTA);
        MissionId id = as(lead, () -> missions.create(facts(), List.of(first)));
        approve(lead, id, null);
        assertThat(dueDays(id, traveller)).as("the written one").containsExactly(START);
        return id;
    }

    private void change(MissionId id, MissionRisk risk, Set<PersonId> travellers, MissionLeg leg) {
        MissionFacts facts = facts();
        as(lead, () -> {
            missions.update(
                    id,
                    missions.findById(id).version(),
                    new MissionFacts(
                            facts.title(),
                            facts.kind(),
                            facts.purpose(),
                            risk,
                            facts.lead(),
                            facts.president(),
                            travellers,
                            List.of(leg),
                            Set.of()));
            return true;
        });
    }

    private List<LocalDate> dueDays(MissionId id, Actor actor) {
        return db
                .sql("SELECT due_at FROM safety.mission_check_in WHERE mission = ? AND person = ? ORDER BY due_at")
                .params(id.value(), person(actor).value())
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(each -> each.atZoneSameInstant(BOGOTA).toLocalDate())
                .toList();
    }

    private static List<LocalDate> days(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).toList();
    }
}
