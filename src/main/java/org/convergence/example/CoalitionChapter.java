package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.convergence.advocacy.coalition.domain.CoalitionMeetingService;
import org.convergence.advocacy.coalition.domain.CoalitionMeetingService.CoalitionMeetingFacts;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionId;
import org.convergence.advocacy.coalition.domain.CoalitionQueries.CoalitionSeatId;
import org.convergence.advocacy.coalition.domain.CoalitionService;
import org.convergence.advocacy.coalition.domain.CoalitionService.CoalitionFacts;
import org.convergence.advocacy.coalition.domain.CoalitionService.CoalitionPositionFacts;
import org.convergence.advocacy.coalition.domain.CoalitionService.CoalitionSeatFacts;
import org.convergence.advocacy.coalition.domain.SeatPolicy.SeatPower;
import org.convergence.directory.people.OrganisationId;
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
 * Two coalitions: one of the people concerned, where we observe, and one where the mandate says to consult, with its
 * meetings.
 */
@Component
record CoalitionChapter(
        CoalitionService coalitions,
        CoalitionMeetingService meetings,
        ActionPlans plans,
        AuditedOperations operations) {

    /** A position of the network, by which we speak on the same law. */
    static final String LAW = "Pour une loi sur la diligence raisonnable";

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        Actor who = hands.coordinator();
        LocalDate today = calendar.today();
        CoalitionId alliance = coalition(
                who,
                directory.organisation("cnv"),
                new CoalitionFacts(
                        true,
                        "Des droits pour les travailleuses migrantes, par elles-mêmes.",
                        today.minusYears(2),
                        null,
                        null));
        seat(
                who,
                alliance,
                new CoalitionSeatFacts(
                        "Assemblée des alliées",
                        directory.person("idriss"),
                        null,
                        "Écouter, rapporter, et porter au conseil ce qui nous est demandé.",
                        SeatPower.OBSERVES,
                        new BigDecimal("18"),
                        today.plusDays(40)));
        CoalitionId table = coalition(
                who,
                directory.organisation("rer"),
                new CoalitionFacts(
                        false,
                        "Une loi qui oblige les entreprises à répondre de leurs actes à l’étranger.",
                        today.minusYears(6),
                        null,
                        operations.callAs(who, "coalition.add", this::findLine)));
        CoalitionSeatId seat = seat(
                who,
                table,
                new CoalitionSeatFacts(
                        "Comité de coordination",
                        directory.person("maryse"),
                        directory.person("nadege"),
                        "Appuyer une loi sur la diligence raisonnable, selon le plan d’action; consulter le conseil pour le reste.",
                        SeatPower.CONSULTS,
                        new BigDecimal("60"),
                        today.plusDays(5)));
        operations.runAs(who, "coalition.add-contribution", () -> {
            coalitions.addContribution(table, "Traduire la déclaration en espagnol", today.plusDays(8));
            coalitions.addContribution(table, "La cotisation de l’année", today.minusDays(2));
        });
        operations.runAs(
                who,
                "coalition.take-position",
                () -> coalitions.addPosition(
                        seat,
                        new CoalitionPositionFacts(
                                LAW,
                                today.minusDays(150),
                                today.minusDays(155),
                                "Le conseil, en séance\u00a0: d’accord")));
        operations.runAs(
                who,
                "coalition.take-position",
                () -> coalitions.addPosition(
                        seat,
                        new CoalitionPositionFacts(
                                "Contre l’abolition du poste d’ombudsman",
                                today.minusDays(60),
                                today.minusDays(66),
                                "Le conseil, par courriel\u00a0: d’accord")));
        operations.runAs(who, "coalition.record-act", () -> {
            coalitions.addAct(
                    table, today.minusDays(58), "Le Réseau publie une lettre ouverte signée par trente groupes.", "");
            coalitions.addAct(
                    table,
                    today.minusDays(30),
                    "Le Réseau rencontre quatre partis.",
                    "Nous présentons le cas des couturières à deux partis");
        });
        meeting(
                who,
                table,
                new CoalitionMeetingFacts(
                        today.minusDays(24),
                        "Comité de coordination",
                        seat,
                        "",
                        "Le Réseau veut une réponse des quatre partis avant l’automne. Une déclaration commune est en rédaction.",
                        "Nous relisons la version espagnole"));
        meeting(who, table, new CoalitionMeetingFacts(today.plusDays(11), "Comité de coordination", seat, "", "", ""));
    }

    private void meeting(Actor who, CoalitionId coalition, CoalitionMeetingFacts facts) {
        operations.runAs(who, "coalition.save-meeting", () -> meetings.save(coalition, null, 0, facts, null));
    }

    /** The line of the plan in force that has us sit in the network. */
    private @Nullable ActionId findLine() {
        return plans.findLines(plans.findInForce().stream().map(PlanSummary::id).toList()).stream()
                .filter(line -> line.text().startsWith("Siéger"))
                .map(PlanLine::id)
                .findFirst()
                .orElse(null);
    }

    private CoalitionId coalition(Actor who, OrganisationId organisation, CoalitionFacts facts) {
        return operations.callAs(who, "coalition.add", () -> coalitions.add(organisation, facts));
    }

    private CoalitionSeatId seat(Actor who, CoalitionId coalition, CoalitionSeatFacts facts) {
        return operations.callAs(who, "coalition.add-seat", () -> coalitions.addSeat(coalition, facts));
    }
}
