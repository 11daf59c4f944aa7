package org.convergence.example;

import java.util.List;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.NameUse;
import org.convergence.directory.protection.domain.ActionReviewService;
import org.convergence.directory.protection.domain.Identity;
import org.convergence.directory.protection.domain.NameUseConsentService;
import org.convergence.directory.protection.domain.NameUseConsentService.NameUseConsent;
import org.convergence.directory.protection.domain.ProtectionService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.springframework.stereotype.Component;

/** A partner at risk, under a code name: two users may open the identity, and the name may be shown to partners. */
@Component
record ProtectionChapter(
        ProtectionService protectionService,
        NameUseConsentService degrees,
        ActionReviewService actionReviewService,
        AuditedOperations operations) {

    void enter(ExampleActors hands, ExampleCalendar calendar) {
        Actor coordinator = hands.coordinator();
        Actor idriss = hands.actorOf(ExampleUser.IDRISS);
        operations.runAs(
                coordinator,
                "protection.name",
                () -> actionReviewService.nameSecond(
                        actionReviewService.findNamedSecond().version(),
                        hands.actorOf(ExampleUser.THERESE).id()));
        PersonId person = operations.callAs(
                idriss,
                "protection.enter",
                () -> protectionService.enter(
                        new Identity(
                                "Amaranta",
                                "Zepeda Villaseñor",
                                List.of("Ama Zepeda"),
                                List.of("amaranta@exemple.org"),
                                List.of("+52 55 5550 0142"),
                                "Appeler seulement par la messagerie chiffrée, le soir."),
                        "Colibri",
                        List.of(coordinator.id())));
        operations.runAs(
                idriss,
                "protection.record",
                () -> degrees.record(
                        person,
                        new NameUseConsentService.DegreeInput(
                                NameUse.PARTNERS,
                                NameUseConsent.ConsentGiver.HERSELF,
                                "Appel vidéo, notes signées",
                                calendar.today().minusDays(20),
                                calendar.today().plusMonths(6))));
    }
}
