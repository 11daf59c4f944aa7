package org.convergence.example;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipFileState;
import org.convergence.education.internship.domain.CandidateLinkService;
import org.convergence.education.internship.domain.FileReadingService;
import org.convergence.education.internship.domain.InternshipCall.CriterionFacts;
import org.convergence.education.internship.domain.InternshipCall.InternshipCallFacts;
import org.convergence.education.internship.domain.InternshipCall.InternshipCriterion;
import org.convergence.education.internship.domain.InternshipCallService;
import org.convergence.education.internship.domain.InternshipFile.CandidateFacts;
import org.convergence.education.internship.domain.InternshipLetterSender;
import org.convergence.education.internship.domain.InterviewService;
import org.convergence.education.internship.domain.InterviewService.Interview;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A cohort from its call to its return activities, and a call that is open. */
@Component
record InternshipChapter(
        InternshipCallService calls,
        CandidateLinkService candidates,
        FileReadingService readings,
        InternshipLetterSender letters,
        InterviewService interviews,
        CohortChapter cohort,
        ActionPlans plans,
        AuditedOperations operations) {

    private static final List<CriterionFacts> CRITERIA = List.of(
            new CriterionFacts("Votre engagement dans votre syndicat", "What you do in your union", 30),
            new CriterionFacts("Ce que vous ferez connaître à votre retour", "What you will share on your return", 40),
            new CriterionFacts("La vie de groupe, loin de chez vous", "Living in a group, far from home", 30));

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        LocalDate today = calendar.today();
        Actor staff = hands.actorOf(ExampleUser.NADEGE);
        List<Actor> readers = List.of(hands.actorOf(ExampleUser.THERESE), hands.actorOf(ExampleUser.IDRISS));
        @Nullable ActionId line = operations.callAs(staff, "internship.save", this::findLine);
        lived(staff, hands.coordinator(), readers, directory, line, today);
        open(staff, readers, directory, line, today);
    }

    private @Nullable ActionId findLine() {
        return plans.findLines(plans.findInForce().stream().map(PlanSummary::id).toList()).stream()
                .filter(each -> each.text().toLowerCase(Locale.ROOT).contains("séjour"))
                .map(PlanLine::id)
                .findFirst()
                .orElse(null);
    }

    /** The cohort is entered while its call is open, and its days are set back after that. */
    private void lived(
            Actor staff,
            Actor coordinator,
            List<Actor> readers,
            ExampleDirectory directory,
            @Nullable ActionId line,
            LocalDate today) {
        OrganisationId nurses = directory.organisation("asne");
        InternshipCallFacts opened = facts(
                "Stage intersyndical au Mexique",
                "Inter-union internship in Mexico",
                List.of(today, today, today, today, today, today),
                Map.of(nurses, 1),
                readers,
                staff,
                line);
        InternshipCallId call = call(staff, opened);
        Map<String, InternshipFileId> files = new LinkedHashMap<>();
        List.of(
                        candidate("Émilienne Kouassi", "emilienne.kouassi@asne.example", nurses, null),
                        candidate("Kévin McNeil-Bouchard", "kevin.mcneil-bouchard@rms.example", null, "RMS"),
                        candidate("Étienne Lacoursière", "etienne.lacoursiere@cosl.example", null, "COSL"),
                        candidate("Ludivine Paquin", "ludivine.paquin@exemple.example", null, "RMS"),
                        candidate("Anselme Ouimet", "anselme.ouimet@exemple.example", null, null))
                .forEach(each -> files.put(each.name(), receive(staff, call, each)));
        operations.runAs(
                staff,
                "internship.save",
                () -> calls.save(
                        call,
                        calls.findById(call).version(),
                        facts(
                                "Stage intersyndical au Mexique",
                                "Inter-union internship in Mexico",
                                List.of(
                                        today.minusDays(280),
                                        today.minusDays(240),
                                        today.minusDays(215),
                                        today.minusDays(110),
                                        today.minusDays(75),
                                        today.plusDays(60)),
                                Map.of(nurses, 1),
                                readers,
                                staff,
                                line)));
        int given = 0;
        for (InternshipFileId file : files.values()) {
            int less = 3 * given++;
            readers.forEach(reader -> score(reader, call, file, less));
        }
        files.values().stream()
                .limit(3)
                .forEach(file -> operations.runAs(
                        staff,
                        "internship.interview",
                        () -> interviews.save(new Interview(
                                file,
                                today.minusDays(222),
                                "Nadège et deux membres du comité",
                                "Raconte avec précision ce que le stage changerait au travail de son équipe."))));
        Map<InternshipFileId, InternshipFileState> choice = new LinkedHashMap<>();
        List<InternshipFileId> ranked = new ArrayList<>(files.values());
        ranked.forEach(each -> choice.put(each, InternshipFileState.CHOSEN));
        choice.put(ranked.get(3), InternshipFileState.RESERVE);
        choice.put(ranked.get(4), InternshipFileState.NOT_RETAINED);
        operations.runAs(
                coordinator,
                "internship.decide",
                () -> calls.decide(call, calls.findById(call).version(), choice, today.minusDays(218), null));
        choice.values().stream()
                .distinct()
                .forEach(answer -> operations.runAs(staff, "internship.tell", () -> letters.tell(call, answer)));
        cohort.enter(staff, coordinator, call, ranked, directory, person(readers.get(0)), today);
    }

    private void open(
            Actor staff, List<Actor> readers, ExampleDirectory directory, @Nullable ActionId line, LocalDate today) {
        InternshipCallId call = call(
                staff,
                facts(
                        "Stage intersyndical en Colombie",
                        "Inter-union internship in Colombia",
                        List.of(
                                today.minusDays(12),
                                today.plusDays(20),
                                today.plusDays(45),
                                today.plusDays(150),
                                today.plusDays(185),
                                today.plusDays(365)),
                        Map.of(directory.organisation("asne"), 1, directory.organisation("rms"), 1),
                        readers,
                        staff,
                        line));
        receive(
                staff,
                call,
                candidate("Clarisse Beaupré", "clarisse.beaupre@rms.example", directory.organisation("rms"), null));
        receive(staff, call, candidate("Odilon Vachon", "odilon.vachon@exemple.example", null, "COSL"));
    }

    private InternshipCallId call(Actor staff, InternshipCallFacts facts) {
        InternshipCallId call = operations.callAs(staff, "internship.save", () -> calls.save(null, 0, facts));
        operations.runAs(staff, "internship.publish", () -> calls.publish(call));
        return call;
    }

    /** @param days opening, closing, answer, departure, return, and the last for return activities */
    private static InternshipCallFacts facts(
            String french,
            String english,
            List<LocalDate> days,
            Map<OrganisationId, Integer> quotas,
            List<Actor> readers,
            Actor responsible,
            @Nullable ActionId line) {
        return new InternshipCallFacts(
                french,
                english,
                "Cinq semaines chez des syndicats qui accueillent, en petit groupe. On apprend, on travaille, et l’on"
                        + " raconte au retour.\n\nIl faut une libération de votre employeur : nous la demandons avec vous.",
                "Five weeks with unions that welcome us, in a small group. You learn, you work, and you tell on your"
                        + " return.\n\nYou need a release from your employer: we ask for it with you.",
                french.contains("Mexique") ? "Puebla, Mexique" : "Barrancabermeja, Colombie",
                days.get(0),
                days.get(1),
                days.get(2),
                days.get(3),
                days.get(4),
                3,
                2,
                days.get(5),
                "Nadège, 819 555-0100",
                person(responsible),
                line,
                CRITERIA,
                quotas,
                readers.stream().map(InternshipChapter::person).toList());
    }

    private static PersonId person(Actor actor) {
        UUID person = actor.personId();
        return new PersonId(Objects.requireNonNull(person));
    }

    private static CandidateFacts candidate(
            String name, String mail, @Nullable OrganisationId union, @Nullable String unionName) {
        return new CandidateFacts(name, mail, null, "fr", union, unionName);
    }

    private InternshipFileId receive(Actor staff, InternshipCallId call, CandidateFacts facts) {
        Map<UUID, String> answers = new HashMap<>();
        return operations.callAs(staff, "internship.receive", () -> {
            for (InternshipCriterion each : calls.findCriteria(call)) {
                answers.put(
                        each.id(),
                        "J’y pense depuis longtemps, et mon équipe m’appuie. " + each.nameFr() + " : c’est ce qui me"
                                + " porte chaque semaine.");
            }
            return candidates.receive(call, facts, answers);
        });
    }

    private void score(Actor reader, InternshipCallId call, InternshipFileId file, int less) {
        operations.runAs(reader, "internship.score", () -> {
            Map<UUID, Integer> points = new HashMap<>();
            calls.findCriteria(call).forEach(each -> points.put(each.id(), each.most() - 4 - less));
            readings.score(
                    file, points, less == 0 ? "Parle déjà espagnol, et anime les réunions de son équipe." : null);
        });
    }
}
