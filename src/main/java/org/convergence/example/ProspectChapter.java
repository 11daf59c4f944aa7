package org.convergence.example;

import java.time.LocalDate;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.example.DirectoryChapter.Directory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Gestures;
import org.convergence.resources.prospect.ProspectId;
import org.convergence.resources.prospect.ProspectState;
import org.convergence.resources.prospect.domain.Next;
import org.convergence.resources.prospect.domain.ProspectKeeping;
import org.convergence.resources.prospect.domain.ProspectKeeping.Done;
import org.springframework.stereotype.Component;

/** Prospects of the example, with their followers. */
@Component
class ProspectChapter {

    private final ProspectKeeping prospects;
    private final Gestures gestures;

    ProspectChapter(ProspectKeeping prospects, Gestures gestures) {
        this.prospects = prospects;
        this.gestures = gestures;
    }

    void enter(Actor who, Directory directory, ExampleCalendar calendar) {
        LocalDate today = calendar.today();
        ProspectId home = add(who, directory, "ssn", "jeanguy", "Appeler la présidence", today.plusDays(4));
        gestures.doneBy(
                who,
                "ProspectKeeping.did",
                () -> prospects.did(
                        home,
                        new Done(
                                today.minusDays(9),
                                ExchangeChannel.MEETING,
                                "Présentation au conseil syndical",
                                "Bon accueil. La question de la cotisation reviendra à leur assemblée."),
                        new Next("Envoyer ce que l’adhésion a permis cette année", today.plusDays(6))));
        add(who, directory, "logis", "anouk", "Inviter à l’assemblée générale", today.plusDays(20));
        add(who, directory, "stsv", "jeanguy", "Trouver la bonne personne", today.minusDays(3));
        ProspectId capital = add(who, directory, "crcap", "anouk", "Rencontrer l’exécutif", today.minusDays(30));
        gestures.doneBy(
                who,
                "ProspectKeeping.end",
                () -> prospects.end(
                        capital,
                        1,
                        ProspectState.LATER,
                        today.minusDays(12),
                        "Leur budget de l’an est voté; à reprendre à l’automne.",
                        new Next("Rappeler avant leur budget", today.plusMonths(7))));
    }

    private ProspectId add(
            Actor who, Directory directory, String organisation, String follower, String gesture, LocalDate on) {
        return gestures.by(
                who,
                "ProspectKeeping.add",
                () -> prospects.add(
                        directory.organisation(organisation), directory.person(follower), new Next(gesture, on)));
    }
}
