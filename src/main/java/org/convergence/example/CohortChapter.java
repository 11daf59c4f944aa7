package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.ReleaseState;
import org.convergence.education.internship.domain.CohortService;
import org.convergence.education.internship.domain.CohortStayService;
import org.convergence.education.internship.domain.InternshipCallService;
import org.convergence.education.internship.domain.InternshipFile.InternRelease;
import org.convergence.education.internship.domain.InternshipGates;
import org.convergence.education.internship.domain.InternshipHostService;
import org.convergence.education.internship.domain.ReturnActivity.ReturnFacts;
import org.convergence.education.internship.domain.ReturnActivityService;
import org.convergence.education.internship.domain.TrainingService;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.plan.checklist.ChecklistItemId;
import org.convergence.plan.checklist.domain.ChecklistService;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionKind;
import org.convergence.safety.mission.MissionRisk;
import org.convergence.safety.mission.domain.MissionFacts;
import org.convergence.safety.mission.domain.MissionLeg;
import org.convergence.safety.mission.domain.MissionService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a cohort lived after the choice: release, preparation, mission, return activities. */
@Component
record CohortChapter(
        InternshipCallService calls,
        CohortStayService stays,
        CohortService cohorts,
        ReturnActivityService activities,
        InternshipHostService hosts,
        TrainingService trainings,
        MissionService missions,
        InternshipGates gates,
        ChecklistService checklists,
        RecipientWords words,
        AuditedOperations operations) {

    void enter(
            Actor staff,
            Actor coordinator,
            InternshipCallId call,
            List<InternshipFileId> interns,
            ExampleDirectory directory,
            PersonId president,
            LocalDate today) {
        List<PersonId> people = List.of("emilienne", "kevin", "etienne").stream()
                .map(directory::person)
                .toList();
        for (int i = 0; i < people.size(); i++) {
            InternshipFileId file = interns.get(i);
            PersonId person = people.get(i);
            operations.runAs(staff, "internship.identify", () -> cohorts.setPerson(file, person));
            InternRelease release = new InternRelease(
                    25,
                    new BigDecimal("284.50"),
                    new BigDecimal("18.5"),
                    today.minusDays(205),
                    ReleaseState.AGREED,
                    today.minusDays(180),
                    i == 0 ? "Entente de stages 2024–2028" : null);
            operations.runAs(
                    staff,
                    "internship.release",
                    () -> cohorts.saveRelease(
                            file, cohorts.findIntern(file).file().version(), release));
        }
        interns.stream().limit(people.size()).forEach(each -> {
            completeGates(staff, each);
            for (int weekend = 1; weekend <= 4; weekend++) {
                String title = "Fin de semaine de formation, no " + weekend;
                LocalDate day = today.minusDays(200 - 20 * weekend);
                operations.runAs(
                        staff, "internship.train", () -> trainings.add(each, day, title, BigDecimal.valueOf(15)));
            }
        });
        MissionId mission = operations.callAs(
                coordinator,
                "mission.prepare",
                () -> missions.create(new MissionFacts(
                        "Stage intersyndical au Mexique",
                        MissionKind.INTERN,
                        "Vivre et apprendre avec les syndicats qui accueillent. Déplacements de jour.",
                        MissionRisk.LOW,
                        null,
                        president,
                        Set.copyOf(people),
                        List.of(new MissionLeg(
                                new Country("MX"),
                                "Puebla",
                                ZoneId.of("America/Mexico_City"),
                                today.minusDays(110),
                                today.minusDays(75))),
                        Set.of())));
        operations.runAs(
                coordinator,
                "mission.approve",
                () -> missions.approve(mission, missions.findById(mission).version(), null));
        operations.runAs(
                coordinator,
                "mission.return",
                () -> missions.recordReturn(
                        mission,
                        missions.findById(mission).version(),
                        today.minusDays(75),
                        "Groupe rentré au complet. Garder deux jours libres à la mi-stage."));
        operations.runAs(staff, "internship.depart", () -> stays.setMission(call, mission.value()));
        OrganisationId host = directory.organisation("ujb");
        operations.runAs(
                staff,
                "internship.host",
                () -> hosts.setHost(call, calls.findById(call).version(), host, "Secrétariat, +52 222 555 0100"));
        Map.of(
                        "went", "Le groupe a suivi trois promotrices dans les ateliers, et posé de bonnes questions.",
                        "brought", "Deux nouvelles adhérentes ont osé venir au local.",
                        "next", "Une semaine de plus, hors de la saison des récoltes.")
                .forEach((question, answer) -> operations.runAs(
                        staff, "internship.host-answer", () -> hosts.saveAnswer(host, call.value(), question, answer)));
        activity(staff, interns.get(0), "Soirée de photos avec l’exécutif", today.minusDays(50), 24);
        activity(staff, interns.get(0), "Atelier sur le travail domestique", today.minusDays(30), 18);
        operations.runAs(staff, "internship.attest", () -> cohorts.attest(interns.get(0)));
        activity(staff, interns.get(1), "Conférence au conseil général", today.minusDays(20), 120);
        activity(staff, interns.get(1), "Dîner-causerie au local", today.plusDays(12), null);
    }

    private void completeGates(Actor staff, InternshipFileId intern) {
        operations.runAs(
                staff,
                "checklist.complete",
                () -> gates.part(intern, true, words.forOrganisation()).items().stream()
                        .map(each -> new ChecklistItemId(each.id()))
                        .forEach(each -> checklists.complete(
                                each, checklists.findById(each).version(), "Vu au dossier", null)));
    }

    private void activity(Actor staff, InternshipFileId file, String title, LocalDate on, @Nullable Integer people) {
        operations.callAs(
                staff,
                "internship.return",
                () -> activities.save(file, null, new ReturnFacts(title, RealisationKind.SPEECH, on, people)));
    }
}
