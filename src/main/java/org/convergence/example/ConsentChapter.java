package org.convergence.example;

import java.time.LocalDate;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentLedger;
import org.convergence.directory.consent.domain.Given;
import org.convergence.directory.consent.domain.Method;
import org.convergence.directory.people.PersonId;
import org.convergence.example.DirectoryChapter.Directory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.Gestures;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Consents of the example: an express consent, a business card, a published address, an expired inquiry, a withdrawal.
 */
@Component
class ConsentChapter {

    private static final String WORDS =
            "J’accepte de recevoir ces messages de Solidarité en partage, 12, rue de l’Exemple;"
                    + " je peux changer d’avis en tout temps (819 555-0150).";

    private final ConsentLedger ledger;
    private final Gestures gestures;

    ConsentChapter(ConsentLedger ledger, Gestures gestures) {
        this.ledger = ledger;
        this.gestures = gestures;
    }

    void enter(Actor who, Directory directory, ExampleCalendar calendar) {
        for (ExampleFile.Line line : ExampleFile.lines("consentements.csv")) {
            PersonId person = directory.person(line.text("personne"));
            LocalDate day = calendar.today().minusDays(Long.parseLong(line.text("il y a")));
            if (line.text("fondement").equals("RETRAIT")) {
                gestures.by(
                        who,
                        "ConsentLedger.withdraw",
                        () -> ledger.withdraw(person, null, null, day, Method.MESSAGE, line.orNull("preuve")));
            } else {
                gestures.by(who, "ConsentLedger.give", () -> ledger.give(given(line, person, day)));
            }
        }
    }

    private static Given given(ExampleFile.Line line, PersonId person, LocalDate day) {
        Basis basis = Basis.valueOf(line.text("fondement"));
        @Nullable String purpose = line.orNull("sujet");
        boolean yes = basis == Basis.EXPRESS;
        return new Given(
                person,
                ConsentChannel.MAIL,
                purpose == null ? null : Purpose.valueOf(purpose),
                basis,
                day,
                null,
                Method.PAPER,
                yes ? WORDS : null,
                yes ? "carte 1" : null,
                line.orNull("preuve"),
                line.orNull("précision"),
                null);
    }
}
