package org.convergence.example;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.checklist.Checklists.ChecklistContent;
import org.convergence.plan.checklist.domain.ChecklistService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.safety.assessment.domain.AssessmentService;
import org.convergence.safety.assessment.domain.AssessmentService.Answer;
import org.convergence.safety.assessment.domain.AssessmentService.AssessedQuestion;
import org.convergence.safety.assessment.domain.AssessmentService.AssessmentId;
import org.convergence.safety.assessment.domain.BaseGrid;
import org.convergence.safety.incident.domain.CrisisCellService;
import org.convergence.safety.incident.domain.CrisisCellService.CellDuty;
import org.convergence.safety.incident.domain.SafetyIncident.SafetyIncidentId;
import org.convergence.safety.incident.domain.SafetyIncidentFacts;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentMoment;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentNoticeKind;
import org.convergence.safety.incident.domain.SafetyIncidentFacts.IncidentSeverity;
import org.convergence.safety.incident.domain.SafetyIncidentService;
import org.convergence.safety.incident.domain.SafetyIncidentService.NoticeAct;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.risk.ThreatKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A theft during the mission that returned, a near miss, and two years of self-assessment. */
@Component
record SafetyChapter(
        SafetyIncidentService incidents,
        CrisisCellService cells,
        AssessmentService assessments,
        ChecklistService checklists,
        RecipientWords recipientWords,
        AuditedOperations operations) {

    /** A score for each question of the base grid. */
    private static final String LAST_YEAR = "21213210111020100111";

    private static final String THIS_YEAR = "323232222110";
    private static final String MEXICO = "America/Mexico_City";

    void enter(Actor coordinator, PersonId president, MissionId mission, LocalDate today) {
        PersonId lead = new PersonId(Objects.requireNonNull(coordinator.personId()));
        SafetyIncidentId theft = note(
                coordinator,
                new SafetyIncidentFacts(
                        ThreatKind.CRIME,
                        IncidentSeverity.SERIOUS,
                        false,
                        today.minusDays(47),
                        "19:40",
                        MEXICO,
                        mission,
                        lead,
                        president,
                        false,
                        null),
                "Puebla, près du marché",
                "Le téléphone de la personne A a été arraché dans la rue. Personne n’est blessé.");
        operations.runAs(coordinator, "incident.tell", () -> {
            incidents.addEntry(
                    theft,
                    IncidentMoment.WRITTEN,
                    null,
                    "Vol à la sortie du marché, par deux personnes à moto. Téléphone verrouillé, effacé à distance"
                            + " dans l’heure. Aucune liste de contacts à bord.");
            incidents.addEntry(
                    theft,
                    IncidentMoment.AFTER,
                    null,
                    "Le partenaire B avait conseillé de ne pas sortir à pied le soir. Coût\u00a0: 340\u00a0$.");
        });
        operations.runAs(
                coordinator,
                "incident.cell",
                () -> cells.save(
                        theft,
                        incidents.findById(theft).version(),
                        Map.of(CellDuty.LEAD, lead, CellDuty.LOG, lead, CellDuty.MEDIA, president)));
        operations.runAs(
                coordinator,
                "incident.tell",
                () -> cells.addDecision(theft, "La personne A rentre à l’hôtel en taxi; personne ne sort ce soir."));
        operations.runAs(coordinator, "checklist.add", () -> {
            for (String lesson : List.of(
                    "Ajouter les conseils du soir à la séance avant le départ", "Acheter deux téléphones de mission")) {
                checklists.add(
                        SafetyIncidentService.KIND,
                        theft.value(),
                        new ChecklistContent(lesson, lead, today.plusDays(40)));
            }
        });
        operations.runAs(coordinator, "incident.notice", () -> {
            incidents.change(theft, IncidentNoticeKind.INSURER, NoticeAct.GIVE);
            incidents.change(theft, IncidentNoticeKind.BOARD, NoticeAct.GIVE);
        });
        operations.runAs(
                coordinator,
                "incident.close",
                () -> incidents.close(theft, incidents.findById(theft).version()));
        note(
                coordinator,
                new SafetyIncidentFacts(
                        ThreatKind.ROAD,
                        IncidentSeverity.MODERATE,
                        true,
                        today.minusDays(2),
                        null,
                        MEXICO,
                        null,
                        lead,
                        president,
                        false,
                        null),
                null,
                "Le chauffeur prévu avait bu. La personne A a refusé de monter et le partenaire en a trouvé un autre.");
        AssessmentId before = assess(coordinator, today.getYear() - 1, LAST_YEAR);
        operations.runAs(
                coordinator,
                "assessment.finish",
                () -> assessments.close(before, assessments.findById(before).version(), lead, today.plusDays(60)));
        assess(coordinator, today.getYear(), THIS_YEAR);
    }

    private SafetyIncidentId note(Actor actor, SafetyIncidentFacts facts, @Nullable String place, String told) {
        return operations.callAs(actor, "incident.note", () -> incidents.note(facts, Set.of(), place, told));
    }

    private AssessmentId assess(Actor actor, int year, String scores) {
        AssessmentId id = operations.callAs(
                actor,
                "assessment.begin",
                () -> assessments.begin(
                        year,
                        recipientWords.forOrganisation().say("assessment.menu"),
                        BaseGrid.questions(recipientWords.forOrganisation())));
        operations.runAs(actor, "assessment.answer", () -> {
            int number = 0;
            for (var heading : assessments.findQuestions(id).entrySet()) {
                int first = number;
                List<AssessedQuestion> questions = heading.getValue();
                number += questions.size();
                if (number <= scores.length()) {
                    assessments.answer(
                            id,
                            heading.getKey(),
                            AssessmentService.version(questions),
                            IntStream.range(0, questions.size())
                                    .mapToObj(index -> answer(questions.get(index), scores.charAt(first + index) - '0'))
                                    .toList());
                }
            }
        });
        return id;
    }

    private static Answer answer(AssessedQuestion question, int score) {
        return new Answer(
                question.id(),
                score,
                score >= 2 ? "Vu au procès-verbal et au classeur de sécurité." : null,
                score == 0 ? "Mettre en place\u00a0: " + question.text().toLowerCase(Locale.CANADA_FRENCH) : null);
    }
}
