package org.convergence.example;

import java.util.List;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.NameUse;
import org.convergence.directory.protection.domain.ActionReviewService;
import org.convergence.directory.protection.domain.Degree;
import org.convergence.directory.protection.domain.DegreeService;
import org.convergence.directory.protection.domain.Identity;
import org.convergence.directory.protection.domain.ProtectionService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.springframework.stereotype.Component;

/** A partner at risk, under a code name: two users may open the identity, and the name may be shown to partners. */
@Component
class ProtectionChapter {

    private final ProtectionService protecting;
    private final DegreeService degrees;
    private final ActionReviewService reviewing;
    private final AuditedOperations gestures;

    ProtectionChapter(
            ProtectionService protecting,
            DegreeService degrees,
            ActionReviewService reviewing,
            AuditedOperations gestures) {
        this.protecting = protecting;
        this.degrees = degrees;
        this.reviewing = reviewing;
        this.gestures = gestures;
    }

    void enter(ExampleActors hands, ExampleCalendar calendar) {
        Actor coordinator = hands.coordinator();
        Actor idriss = hands.actorOf(ExampleUser.IDRISS);
        gestures.runAs(
                coordinator,
                "Reviewing.name",
                () -> reviewing.nameSecond(
                        reviewing.findNamedSecond().version(),
                        hands.actorOf(ExampleUser.THERESE).id()));
        PersonId person = gestures.callAs(
                idriss,
                "Protecting.enter",
                () -> protecting.enter(
                        new Identity(
                                "Amaranta",
                                "Zepeda Villaseñor",
                                List.of("Ama Zepeda"),
                                List.of("amaranta@exemple.org"),
                                List.of("+52 55 5550 0142"),
                                "Appeler seulement par la messagerie chiffrée, le soir."),
                        "Colibri",
                        List.of(coordinator.id())));
        gestures.runAs(
                idriss,
                "Degrees.record",
                () -> degrees.record(
                        person,
                        new DegreeService.DegreeInput(
                                NameUse.PARTNERS,
                                Degree.ConsentGiver.HERSELF,
                                "Appel vidéo, notes signées",
                                calendar.today().minusDays(20),
                                calendar.today().plusMonths(6))));
    }
}
