package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.fund.FundMovementKind;
import org.convergence.resources.fund.FundNature;
import org.convergence.resources.fund.domain.FundService;
import org.convergence.resources.fund.domain.FundService.FundFacts;
import org.convergence.resources.fund.domain.FundService.FundMovementFacts;
import org.springframework.stereotype.Component;

/** A bequest for workers’ solidarity, with what came of it and what it paid. */
@Component
record FundChapter(FundService funds, AuditedOperations operations) {

    void enter(ExampleActors hands, ExampleCalendar calendar) {
        LocalDate today = calendar.today();
        Actor coordinator = hands.coordinator();
        FundId fund = operations.callAs(
                coordinator,
                "fund.record",
                () -> funds.record(new FundFacts(
                        "Fonds de solidarité ouvrière",
                        FundNature.EXTERNAL,
                        "CAD",
                        today.minusMonths(40),
                        "Testament notarié, legs particulier",
                        "Soutenir des projets de solidarité entre travailleuses et travailleurs du Québec et d’Amérique"
                                + " latine.",
                        "Un projet par année, jamais plus du quart du solde. Le testament ne demande pas de capital"
                                + " permanent.",
                        "Comité du fonds\u00a0: trois personnes nommées par le conseil")));
        move(coordinator, fund, today.minusMonths(40), FundMovementKind.RECEIVED, "48000", "Legs", "");
        move(coordinator, fund, today.minusMonths(26), FundMovementKind.INCOME, "1180.40", "Intérêts de l’année", "");
        move(
                coordinator,
                fund,
                today.minusMonths(22),
                FundMovementKind.RECOGNISED,
                "9500",
                "Coopérative de couture",
                "CA-" + today.minusMonths(23).getYear() + "-11-04");
        move(coordinator, fund, today.minusMonths(14), FundMovementKind.INCOME, "1042.15", "Intérêts de l’année", "");
        move(
                coordinator,
                fund,
                today.minusMonths(5),
                FundMovementKind.RECOGNISED,
                "8200",
                "Formation en santé et sécurité",
                "CA-" + today.minusMonths(6).getYear() + "-05-03");
    }

    private void move(
            Actor who, FundId fund, LocalDate day, FundMovementKind kind, String amount, String what, String decision) {
        operations.callAs(
                who,
                "fund.move",
                () -> funds.move(fund, new FundMovementFacts(day, kind, new BigDecimal(amount), what, decision)));
    }
}
