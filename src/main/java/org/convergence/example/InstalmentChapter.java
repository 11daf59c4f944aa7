package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.resources.grant.AgreementDueId;
import org.convergence.resources.grant.AgreementDueKind;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.domain.AgreementDueService;
import org.convergence.resources.grant.domain.AgreementDueService.AgreementDueFacts;
import org.convergence.resources.ledger.domain.AccountantQueueService;
import org.convergence.resources.ledger.domain.AccountantQueueService.QueueEntry;
import org.convergence.resources.ledger.domain.BatchService;
import org.springframework.stereotype.Component;

/** The instalments of the example’s agreements, and the progress report that the public programme waits for. */
@Component
record InstalmentChapter(
        AgreementDueService dues, AccountantQueueService queue, BatchService batches, AuditedOperations operations) {

    /** A quarter of the mission’s budget. */
    private static final String QUARTER = "36000";

    /** Three instalments of the mission arrived, the last one lately: the accountant has not accepted it yet. */
    void enter(
            ExampleActors hands,
            ExampleDirectory directory,
            AgreementId mission,
            AgreementId project,
            LocalDate start,
            LocalDate today) {
        Actor coordinator = hands.coordinator();
        Actor accountant = hands.actorOf(ExampleUser.GUYLAINE);
        var report = new AgreementDueFacts(
                AgreementDueKind.DELIVERABLE,
                "Rapport d’étape",
                "6.1",
                today.plusDays(11),
                null,
                directory.person("maryse"));
        add(coordinator, mission, report);
        receive(coordinator, mission, "Versement à la signature", start.plusDays(20));
        acceptEarliest(accountant);
        receive(coordinator, mission, "Versement de la deuxième année", start.plusYears(1));
        acceptEarliest(accountant);
        receive(coordinator, mission, "Versement au dépôt du rapport", today.minusDays(50));
        LocalDate end = start.plusYears(4);
        add(coordinator, mission, instalment("Versement au rapport final", end.plusDays(60), QUARTER));
        add(coordinator, project, instalment("Second versement", today.plusDays(45), "122000"));
    }

    private static AgreementDueFacts instalment(String trigger, LocalDate day, String amount) {
        return new AgreementDueFacts(AgreementDueKind.INSTALMENT, trigger, "", day, new BigDecimal(amount), null);
    }

    private AgreementDueId add(Actor who, AgreementId agreement, AgreementDueFacts facts) {
        return operations.callAs(who, "grant.agreement.add-due", () -> dues.addDue(agreement, facts));
    }

    private void receive(Actor who, AgreementId agreement, String trigger, LocalDate day) {
        AgreementDueId id = add(who, agreement, instalment(trigger, day, QUARTER));
        operations.runAs(who, "grant.agreement.done", () -> dues.markDone(id, 1, day.plusDays(3), null, null));
    }

    private void acceptEarliest(Actor accountant) {
        operations.runAs(
                accountant,
                "ledger.accept",
                () -> batches.close(queue.accept(
                        queue.waiting(1).stream().map(QueueEntry::id).toList())));
    }
}
