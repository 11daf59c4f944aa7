package org.convergence.example;

import java.time.LocalDate;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentLedgerService;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.convergence.directory.consent.domain.ConsentRecord;
import org.convergence.directory.people.PersonId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Consents of the example: an express consent, a business card, a published address, an expired inquiry, a withdrawal.
 */
@Component
record ConsentChapter(ConsentLedgerService ledger, AuditedOperations operations) {

    private static final String WORDS =
            "J’accepte de recevoir ces messages de Solidarité en partage, 12, rue de l’Exemple;"
                    + " je peux changer d’avis en tout temps (819 555-0150).";

    void enter(Actor who, ExampleDirectory directory, ExampleCalendar calendar) {
        for (ExampleFile.ExampleLine line : ExampleFile.lines("consentements.csv")) {
            PersonId person = directory.person(line.text("personne"));
            LocalDate day = calendar.today().minusDays(Long.parseLong(line.text("il y a")));
            if (line.text("fondement").equals("RETRAIT")) {
                operations.callAs(
                        who,
                        "consent.withdraw",
                        () -> ledger.withdraw(person, null, null, day, ConsentMethod.MESSAGE, line.orNull("preuve")));
            } else {
                operations.callAs(who, "consent.give", () -> ledger.record(given(line, person, day)));
            }
        }
    }

    private static ConsentRecord given(ExampleFile.ExampleLine line, PersonId person, LocalDate day) {
        Basis basis = Basis.valueOf(line.text("fondement"));
        @Nullable String purpose = line.orNull("sujet");
        boolean yes = basis == Basis.EXPRESS;
        return new ConsentRecord(
                person,
                ConsentChannel.MAIL,
                purpose == null ? null : Purpose.valueOf(purpose),
                basis,
                day,
                null,
                ConsentMethod.PAPER,
                yes ? WORDS : null,
                yes ? "carte 1" : null,
                line.orNull("preuve"),
                line.orNull("précision"),
                null);
    }
}
