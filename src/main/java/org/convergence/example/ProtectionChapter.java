package org.convergence.example;

import java.util.List;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.Use;
import org.convergence.directory.protection.domain.Degree;
import org.convergence.directory.protection.domain.Degrees;
import org.convergence.directory.protection.domain.Identity;
import org.convergence.directory.protection.domain.Protecting;
import org.convergence.directory.protection.domain.Reviewing;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Gestures;
import org.springframework.stereotype.Component;

/** A partner at risk, under a code name: two users may open the identity, and the name may be shown to partners. */
@Component
class ProtectionChapter {

    private final Protecting protecting;
    private final Degrees degrees;
    private final Reviewing reviewing;
    private final Gestures gestures;

    ProtectionChapter(Protecting protecting, Degrees degrees, Reviewing reviewing, Gestures gestures) {
        this.protecting = protecting;
        this.degrees = degrees;
        this.reviewing = reviewing;
        this.gestures = gestures;
    }

    void enter(Hands hands, ExampleCalendar calendar) {
        Actor coordinator = hands.coordinator();
        Actor idriss = hands.of(Part.IDRISS);
        gestures.doneBy(
                coordinator,
                "Reviewing.name",
                () -> reviewing.name(
                        reviewing.named().version(), hands.of(Part.THERESE).id()));
        PersonId person = gestures.by(
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
        gestures.doneBy(
                idriss,
                "Degrees.record",
                () -> degrees.record(
                        person,
                        new Degrees.Said(
                                Use.PARTNERS,
                                Degree.GivenBy.HERSELF,
                                "Appel vidéo, notes signées",
                                calendar.today().minusDays(20),
                                calendar.today().plusMonths(6))));
    }
}
