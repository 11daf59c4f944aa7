package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.Decision;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.SponsorshipId;
import org.convergence.outreach.event.domain.Sponsorship.SponsorshipFacts;
import org.convergence.outreach.event.domain.SponsorshipService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sponsors of the evening. */
@Component
record SponsorChapter(SponsorshipService sponsorships, AuditedOperations operations) {

    /** A sponsor accepted and invoiced, one refused for its conduct, one to decide. */
    void enter(Actor staff, Actor coordinator, EventId event, LocalDate on) {
        Decision decision = new Decision("Comité exécutif", on, null, null);
        SponsorshipId printer = propose(
                staff,
                event,
                "Imprimerie coopérative du Quai",
                "1500",
                "L’impression du programme",
                "Le logo sur le programme et l’affiche\nDix places à une table\nUn mot de remerciement au micro");
        operations.runAs(
                coordinator,
                "event.accept-sponsorship",
                () -> sponsorships.accept(
                        printer, 1, decision, "Coopérative de travail, syndiquée, papier recyclé d’ici."));
        operations.runAs(coordinator, "event.invoice-sponsorship", () -> sponsorships.issue(printer, null));
        SponsorshipId retailer =
                propose(staff, event, "Vêtements Rapidissimo inc.", "5000", null, "Le nom de la soirée");
        operations.runAs(
                coordinator,
                "event.refuse-sponsorship",
                () -> sponsorships.refuse(
                        retailer,
                        1,
                        decision,
                        "Ses fournisseurs empêchent les syndicats\u00a0: cela contredit la mission."));
        propose(staff, event, "Caisse solidaire du Vieux-Port", null, "La salle, gratuite", "La banderole à l’entrée");
    }

    private SponsorshipId propose(
            Actor staff,
            EventId event,
            String name,
            @Nullable String amount,
            @Nullable String inKind,
            String counterparts) {
        var facts = new SponsorshipFacts(
                new ChosenParties<>(List.of(), List.of(name)),
                amount == null ? null : new BigDecimal(amount),
                inKind,
                counterparts,
                true);
        return operations.callAs(staff, "event.propose-sponsorship", () -> sponsorships.save(event, null, 0, facts));
    }
}
