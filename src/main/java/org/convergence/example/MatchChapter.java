package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.match.domain.FundingMatchPolicy.MatchClause;
import org.convergence.resources.match.domain.FundingMatchPolicy.MatchClause.MatchBase;
import org.convergence.resources.match.domain.MatchQueries;
import org.convergence.resources.match.domain.MatchQueries.FreeItem;
import org.convergence.resources.match.domain.MatchService;
import org.convergence.resources.match.domain.MatchSourceFacts;
import org.convergence.resources.match.domain.MatchSourceFacts.MatchSourceId;
import org.convergence.resources.spending.MatchKind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The match of the mission’s agreement: half of it confirmed, with a room that a union lent and a signed statement. */
@Component
record MatchChapter(MatchService matches, MatchQueries queries, AuditedOperations operations) {

    private static final int HOURS = 3;

    /** @param start the first day of the agreement */
    void enter(Actor who, ExampleDirectory directory, AgreementId agreement, LocalDate start, LocalDate today) {
        operations.runAs(
                who,
                "match.clause",
                () -> matches.saveClause(
                        agreement,
                        new MatchClause(
                                1,
                                "7.2",
                                MatchBase.GRANT,
                                new BigDecimal("20"),
                                new BigDecimal("50"),
                                new BigDecimal("95"),
                                BigDecimal.ZERO,
                                true)));
        confirm(
                who,
                agreement,
                add(
                        who,
                        agreement,
                        MatchKind.GIFT,
                        start.plusMonths(6),
                        "Prêt d’une salle, six samedis",
                        "1800",
                        "Tarif affiché de la salle, 300\u00a0$ par jour",
                        directory.organisation("ccs")),
                start.plusMonths(6).plusDays(4),
                "Coordination de la Concertation");
        confirm(
                who,
                agreement,
                add(
                        who,
                        agreement,
                        MatchKind.OWN,
                        start.plusMonths(9),
                        "Part des cotisations votée au budget",
                        "12600",
                        "Résolution CA-" + start.getYear() + "-09-02",
                        null),
                start.plusMonths(9),
                "Trésorerie");
        add(
                who,
                agreement,
                MatchKind.GIFT,
                today.minusMonths(1),
                "Interprétation simultanée, équipement prêté",
                "2400",
                "Soumission d’un loueur, même équipement",
                directory.organisation("ccs"));
        operations.runAs(who, "match.add", () -> {
            List<String> hours = queries.findFree(today.minusMonths(6), today).stream()
                    .filter(item -> item.hours() != null)
                    .map(FreeItem::item)
                    .limit(HOURS)
                    .toList();
            matches.addFree(agreement, hours, new BigDecimal("24"), "Annexe B de l’entente, animation", "");
        });
    }

    private MatchSourceId add(
            Actor who,
            AgreementId agreement,
            MatchKind kind,
            LocalDate day,
            String what,
            String amount,
            String basis,
            @Nullable OrganisationId giver) {
        MatchSourceFacts facts = new MatchSourceFacts(
                kind,
                day,
                what,
                new BigDecimal(amount),
                null,
                null,
                basis,
                giver == null ? "" : "Responsable des locaux",
                giver,
                null,
                giver == null ? MatchService.moneyItem(basis) : null);
        return operations.callAs(who, "match.add", () -> matches.add(agreement, facts));
    }

    private void confirm(Actor who, AgreementId agreement, MatchSourceId source, LocalDate day, String by) {
        operations.runAs(who, "match.confirm", () -> matches.confirm(agreement, source, 1, day, by));
    }
}
