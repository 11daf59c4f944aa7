package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.anniversary.domain.AnniversaryQueries;
import org.convergence.outreach.anniversary.domain.AnniversaryService;
import org.convergence.outreach.anniversary.domain.AnniversaryService.AnniversaryFacts;
import org.convergence.outreach.anniversary.domain.AnniversaryService.AnniversaryId;
import org.convergence.outreach.anniversary.domain.AnniversaryService.PartFacts;
import org.convergence.outreach.anniversary.domain.AnniversaryService.PartKind;
import org.convergence.plan.checklist.Checklists;
import org.convergence.plan.checklist.Checklists.ChecklistContent;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.springframework.stereotype.Component;

/** The fiftieth year, prepared by the executive committee: four parts that exist, stories, and a post that nobody fills yet. */
@Component
record AnniversaryChapter(
        AnniversaryService anniversaries,
        AnniversaryQueries queries,
        Checklists checklists,
        AuditedOperations operations) {

    /** The parts by their titles, and whether each depends on the post. */
    private static final List<String> DEPENDING = List.of("La soirée des solidarités", "Mains d’ici, mains d’ailleurs");

    private static final List<String> OTHERS = List.of("Qui coud nos vêtements? Conférence", "Fonds du cinquantenaire");

    void enter(ExampleActors hands, ExampleCalendar calendar) {
        LocalDate today = calendar.today();
        Actor staff = hands.actorOf(ExampleUser.IDRISS);
        AnniversaryId id = operations.callAs(
                staff,
                "anniversary.save",
                () -> anniversaries.save(
                        null,
                        0,
                        new AnniversaryFacts(
                                "Le cinquantenaire",
                                today.minusMonths(3),
                                today.plusMonths(9),
                                queries.findBodies().stream()
                                        .filter(each -> each.name().equals("Comité exécutif"))
                                        .map(AnniversaryQueries.BodyOption::id)
                                        .findFirst()
                                        .orElse(null),
                                null,
                                new BigDecimal("20000"),
                                "Chargée ou chargé de projet du cinquantenaire",
                                false)));
        operations.runAs(staff, "anniversary.add-part", () -> {
            DEPENDING.forEach(title -> add(id, title, true));
            OTHERS.forEach(title -> add(id, title, false));
            anniversaries.addPart(
                    id,
                    new PartFacts(
                            PartKind.WORDS, null, "Cinquante récits, un par année", null, today.plusDays(120), true));
        });
        PersonId person = new PersonId(Objects.requireNonNull(staff.personId()));
        operations.runAs(
                staff,
                "checklist.add",
                () -> checklists.propose(
                        AnniversaryService.KIND,
                        id.value(),
                        List.of(
                                new ChecklistContent("Réserver la salle et le traiteur", person, today.plusDays(12)),
                                new ChecklistContent("Inviter les anciennes présidentes", null, today.plusDays(25)),
                                new ChecklistContent(
                                        "Trier les photographies des archives", null, today.plusDays(60)))));
    }

    private void add(AnniversaryId id, String title, boolean needsPost) {
        queries.findOptions(id).stream()
                .filter(each -> each.title().equals(title))
                .forEach(each -> anniversaries.addPart(
                        id, new PartFacts(each.kind(), each.subject(), null, null, null, needsPost)));
    }
}
