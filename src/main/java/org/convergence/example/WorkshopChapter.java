package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.education.tool.ToolStock;
import org.convergence.education.workshop.FacilitatorId;
import org.convergence.education.workshop.RefusalOffer;
import org.convergence.education.workshop.WorkshopChannel;
import org.convergence.education.workshop.WorkshopId;
import org.convergence.education.workshop.WorkshopRequestId;
import org.convergence.education.workshop.WorkshopRequestKind;
import org.convergence.education.workshop.WorkshopRequestState;
import org.convergence.education.workshop.WorkshopSessionId;
import org.convergence.education.workshop.domain.EvaluationService;
import org.convergence.education.workshop.domain.EvaluationService.EvaluationAnswers;
import org.convergence.education.workshop.domain.EvaluationService.EvaluationVerdict;
import org.convergence.education.workshop.domain.Facilitator.FacilitatorFacts;
import org.convergence.education.workshop.domain.FacilitatorLetterSender;
import org.convergence.education.workshop.domain.SchoolBreakService;
import org.convergence.education.workshop.domain.Workshop.WorkshopFacts;
import org.convergence.education.workshop.domain.WorkshopCatalogue;
import org.convergence.education.workshop.domain.WorkshopRequest.RefusalAnswer;
import org.convergence.education.workshop.domain.WorkshopRequestFacts;
import org.convergence.education.workshop.domain.WorkshopRequestFacts.CopyOrder;
import org.convergence.education.workshop.domain.WorkshopRequestFacts.RequestContact;
import org.convergence.education.workshop.domain.WorkshopRequestFacts.WishedDays;
import org.convergence.education.workshop.domain.WorkshopRequestService;
import org.convergence.education.workshop.domain.WorkshopSession.WorkshopSessionFacts;
import org.convergence.education.workshop.domain.WorkshopSessionService;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Workshops: a catalogue, a small pool, requests in each state, five sessions, one evaluation that is shown and one with
 * too few answers.
 */
@Component
record WorkshopChapter(
        WorkshopCatalogue catalogue,
        WorkshopRequestService requests,
        WorkshopSessionService sessions,
        FacilitatorLetterSender letters,
        EvaluationService evaluations,
        SchoolBreakService breaks,
        ToolStock stock,
        ActionPlans plans,
        AuditedOperations operations) {

    private static final BigDecimal CAPACITY = BigDecimal.valueOf(140);
    private static final String MONTREAL = "QC-06";
    private static final String MAURICIE = "QC-04";

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        Actor who = hands.coordinator();
        LocalDate today = calendar.today();
        WorkshopId warehouse = workshop(
                who,
                "Colis à toute heure",
                "Travail et commerce en ligne",
                75,
                "Accueil et tour de table (10 min)\nLe trajet d’un colis, carte au mur (25 min)\nCe que dit la loi, ici et"
                        + " là-bas (15 min)\nQue peut faire le syndicat? En équipes (20 min)\nRetour (5 min)",
                "https://www.sep.example/trousses/colis");
        WorkshopId migrant = workshop(
                who,
                "Les mains dans la serre",
                "Travail migrant",
                90,
                "Lecture à voix haute (15 min)\nLe permis fermé, en jeu de rôles (40 min)\nTémoignage enregistré (15"
                        + " min)\nNos gestes, d’ici un mois (20 min)",
                "https://www.sep.example/trousses/serre");
        List<UUID> both = List.of(warehouse.value(), migrant.value());
        FacilitatorId elodie =
                facilitator(who, directory, "elodie", List.of(MONTREAL, MAURICIE), "Les soirs et le samedi", both);
        FacilitatorId wapikoni =
                facilitator(who, directory, "wapikoni", List.of(), "Jamais en décembre", List.of(migrant.value()));
        for (int year : List.of(today.getYear(), today.getYear() + 1)) {
            operations.runAs(who, "workshop.capacity", () -> catalogue.setCapacity(year, CAPACITY));
        }
        operations.runAs(
                who,
                "workshop.break",
                () -> breaks.add("Semaine de lecture, Cégep des Trois-Rives", today.plusDays(20), today.plusDays(26)));
        past(who, directory, "shr", warehouse, elodie, calendar.workingDay(today.minusDays(40)), 24, 12);
        past(who, directory, "sbe", migrant, wapikoni, calendar.workingDay(today.minusDays(25)), 9, 4);
        session(who, directory, "segq", warehouse, elodie, calendar.workingDay(today.minusDays(2)));
        asked(who, directory, warehouse, migrant, elodie, calendar);
        ordered(who);
    }

    /** A teacher orders copies, which wait to be handed out. */
    private void ordered(Actor who) {
        WorkshopRequestFacts facts = new WorkshopRequestFacts(
                WorkshopRequestKind.COPIES,
                WorkshopChannel.PHONE,
                null,
                null,
                "École secondaire des Trois-Quais",
                new RequestContact("Salle des profs", null, "819 555-0177"),
                "fr",
                MAURICIE,
                "14, rue des Chalands",
                null,
                null,
                "Un cours d’éthique, deux groupes.",
                "",
                null,
                new CopyOrder(stock.findStocked().get(0).id(), 30));
        operations.callAs(who, "workshop.receive", () -> requests.receive(facts));
    }

    private void asked(
            Actor who,
            ExampleDirectory directory,
            WorkshopId warehouse,
            WorkshopId migrant,
            FacilitatorId elodie,
            ExampleCalendar calendar) {
        LocalDate day = calendar.workingDay(calendar.today().plusDays(24));
        LocalDate later = calendar.workingDay(calendar.today().plusDays(45));
        request(who, directory, "sctr", "Cégep des Trois-Rives, groupe d’économie", warehouse, List.of(day, later), 35);
        WorkshopRequestId scheduled = request(who, directory, "fms", "Comité jeunes", migrant, List.of(later), 16);
        WorkshopSessionId agreed =
                schedule(who, scheduled, facts(directory, "fms", migrant, elodie, later, MONTREAL, "Salle du comité"));
        operations.callAs(who, "workshop.tell-facilitators", () -> letters.send(agreed));
        WorkshopRequestId offered =
                request(who, directory, "scl", "Syndicat, instance d’hiver", warehouse, List.of(), 20);
        schedule(
                who,
                offered,
                facts(
                        directory,
                        "scl",
                        warehouse,
                        elodie,
                        later.plusDays(7),
                        MAURICIE,
                        "Louiseville, salle paroissiale"));
        WorkshopRequestId refused = request(who, directory, "crcn", "Conseil régional", migrant, List.of(day), 12);
        operations.runAs(
                who,
                "workshop.refuse",
                () -> requests.refuse(
                        refused,
                        requests.findById(refused).version(),
                        new RefusalAnswer(RefusalOffer.KIT, "Nous pouvons en parler une heure en visioconférence.")));
        mark(
                who,
                request(who, directory, null, "Maison des jeunes du Quai", warehouse, List.of(later), 15),
                WorkshopRequestState.CLARIFYING);
        mark(
                who,
                request(who, directory, null, "École secondaire des Remparts", migrant, List.of(day), 28),
                WorkshopRequestState.WITHDRAWN);
    }

    private WorkshopId workshop(Actor who, String title, String theme, int minutes, String outline, String kit) {
        return operations.callAs(
                who,
                "workshop.add",
                () -> catalogue.create(
                        new WorkshopFacts(title, theme, minutes, List.of("fr", "en"), outline, true, kit, line())));
    }

    /** The line of the plan in force that workshops serve. */
    private @Nullable ActionId line() {
        return plans.findLines(plans.findInForce().stream().map(PlanSummary::id).toList()).stream()
                .filter(line -> Objects.requireNonNullElse(line.code(), "").startsWith("1.2"))
                .map(PlanLine::id)
                .findFirst()
                .orElse(null);
    }

    private FacilitatorId facilitator(
            Actor who, ExampleDirectory directory, String key, List<String> regions, String note, List<UUID> masters) {
        return operations.callAs(
                who,
                "workshop.facilitator",
                () -> catalogue.addFacilitator(
                        directory.person(key), new FacilitatorFacts(regions, note, true, masters)));
    }

    private static WorkshopSessionFacts facts(
            ExampleDirectory directory,
            String organisation,
            WorkshopId workshop,
            FacilitatorId facilitator,
            LocalDate day,
            String region,
            String place) {
        return new WorkshopSessionFacts(
                workshop,
                directory.organisation(organisation),
                day,
                "13:30",
                region,
                place,
                BigDecimal.valueOf(4),
                List.of(facilitator.value()),
                false);
    }

    private WorkshopSessionId session(
            Actor who,
            ExampleDirectory directory,
            String organisation,
            WorkshopId workshop,
            FacilitatorId facilitator,
            LocalDate day) {
        WorkshopSessionFacts facts =
                facts(directory, organisation, workshop, facilitator, day, MONTREAL, "Local syndical");
        return operations.callAs(who, "workshop.schedule", () -> sessions.schedule(facts));
    }

    private void past(
            Actor who,
            ExampleDirectory directory,
            String organisation,
            WorkshopId workshop,
            FacilitatorId facilitator,
            LocalDate day,
            int people,
            int answers) {
        WorkshopSessionId id = session(who, directory, organisation, workshop, facilitator, day);
        for (int i = 0; i < answers; i++) {
            EvaluationAnswers answer = new EvaluationAnswers(
                    i % 6 == 5 ? EvaluationVerdict.SOMEWHAT : EvaluationVerdict.YES,
                    i % 4 == 3 ? EvaluationVerdict.SOMEWHAT : EvaluationVerdict.YES,
                    i % 11 == 10 ? EvaluationVerdict.NO : EvaluationVerdict.YES);
            operations.runAs(who, "workshop.paper-answer", () -> evaluations.answerOnPaper(id, answer));
        }
        operations.runAs(
                who,
                "workshop.hold",
                () -> sessions.hold(id, sessions.findById(id).version(), people));
        operations.runAs(who, "workshop.close-evaluation", () -> evaluations.close(id));
        operations.runAs(
                who,
                "workshop.notes",
                () -> evaluations.setNotes(
                        id,
                        sessions.findById(id).version(),
                        "Le jeu de rôles a pris dix minutes de plus que prévu. Apporter une carte plus grande."));
    }

    private WorkshopRequestId request(
            Actor who,
            ExampleDirectory directory,
            @Nullable String organisation,
            String asker,
            WorkshopId workshop,
            List<LocalDate> days,
            int people) {
        WorkshopRequestFacts facts = new WorkshopRequestFacts(
                WorkshopRequestKind.REQUEST,
                organisation == null ? WorkshopChannel.PHONE : WorkshopChannel.MAIL,
                workshop,
                organisation == null ? null : directory.organisation(organisation),
                asker,
                new RequestContact(
                        "Micheline Ouellet", organisation == null ? null : "ateliers@exemple.org", "819 555-0142"),
                "fr",
                MONTREAL,
                "",
                WishedDays.of(days),
                people,
                "Parler du travail de celles et ceux qu’on ne voit pas.",
                "",
                null,
                null);
        return operations.callAs(who, "workshop.receive", () -> requests.receive(facts));
    }

    private WorkshopSessionId schedule(Actor who, WorkshopRequestId id, WorkshopSessionFacts facts) {
        return operations.callAs(
                who,
                "workshop.schedule",
                () -> requests.schedule(id, requests.findById(id).version(), facts, ""));
    }

    private void mark(Actor who, WorkshopRequestId id, WorkshopRequestState state) {
        operations.runAs(who, "workshop.mark", () -> requests.mark(id, state));
    }
}
