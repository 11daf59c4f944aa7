package org.convergence.example;

import java.time.LocalDate;
import java.util.List;
import org.convergence.cooperation.partner.domain.PartnerRequestService;
import org.convergence.cooperation.partner.domain.PartnerRequestService.PartnerRequestFacts;
import org.convergence.cooperation.partner.domain.PartnerRequestService.PartnerRequestId;
import org.convergence.cooperation.partner.domain.PartnerService;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerAgreementFacts;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerDueFacts;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerFacts;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerId;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerStage;
import org.convergence.cooperation.partner.domain.PublicPartnerRequestService;
import org.convergence.cooperation.partner.domain.PublicPartnerRequestService.PartnerRequestAsker;
import org.convergence.cooperation.partner.domain.RequestLead;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.people.PersonId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.geography.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Partners abroad, what is due both ways, a request to answer, one that becomes an appeal, and one refused kindly. */
@Component
record PartnershipChapter(
        PartnerService partners,
        PartnerRequestService requests,
        PublicPartnerRequestService publicRequests,
        AuditedOperations operations) {

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        Actor who = hands.coordinator();
        LocalDate today = calendar.today();
        PersonId nadege = directory.person("nadege");
        PartnerId union = partner(
                who,
                directory,
                "ujb",
                "MX",
                PartnerStage.ACTIVE,
                nadege,
                directory.person("guadalupe"),
                "Rencontre de coordination chaque mois; tout s’écrit en espagnol.");
        operations.runAs(
                who,
                "partner.add-agreement",
                () -> partners.addAgreement(
                        union,
                        new PartnerAgreementFacts(
                                "Entente de trois ans pour apprendre l’une de l’autre",
                                calendar.previousStart().minusMonths(3),
                                calendar.previousStart().plusMonths(33).minusDays(1),
                                false)));
        due(who, union, true, "Notre bilan du trimestre, en espagnol", today.plusDays(6));
        due(who, union, false, "Les pièces du trimestre", today.minusDays(3));
        partner(
                who,
                directory,
                "rda",
                "MX",
                PartnerStage.PROSPECT,
                nadege,
                directory.person("eulalia"),
                "Rencontrée pendant la mission; voudrait former ses déléguées à la santé au travail.");
        PartnerId school =
                partner(who, directory, "afmk", "HT", PartnerStage.ACTIVE, null, directory.person("rosita"), "");
        due(who, school, true, "La réponse de la Fondation du Fleuve, dès qu’elle arrive", today.plusDays(24));
        request(
                who,
                directory,
                "rda",
                new PartnerRequestFacts(
                        "Former quinze déléguées à la santé au travail",
                        "Trois fins de semaine à Irapuato, avec une agronome.",
                        ExchangeChannel.MEETING,
                        today.minusDays(16),
                        today.plusDays(5),
                        nadege,
                        "Des produits sans étiquette, des maux de tête, aucune formation depuis cinq ans.",
                        "La coopérative a la salle et les contacts; il manque la formatrice.",
                        "Deux jours par mois au printemps.",
                        "Le fonds d’une centrale membre."));
        PartnerRequestId refused = request(
                who,
                directory,
                "afmk",
                new PartnerRequestFacts(
                        "Payer le loyer de l’école du soir",
                        "",
                        ExchangeChannel.PHONE,
                        today.minusDays(30),
                        today.minusDays(4),
                        nadege,
                        "Le bail finit dans deux mois.",
                        "Nos conventions ne couvrent aucun loyer.",
                        "",
                        "Aucun, sinon une collecte."));
        PartnerRequestId books = request(
                who,
                directory,
                "afmk",
                new PartnerRequestFacts(
                        "Une caisse de livres pour l’école du soir",
                        "Quarante livres en créole, que les élèves emportent.",
                        ExchangeChannel.PHONE,
                        today.minusDays(21),
                        today.minusDays(7),
                        nadege,
                        "Les élèves n’ont rien à lire chez elles.",
                        "Une librairie de la ville les a.",
                        "Quelques heures.",
                        "Un appel aux membres."));
        operations.runAs(who, "partner.pass-on", () -> requests.passOn(books, 1, "", RequestLead.APPEAL, ""));
        String reply = "Bonjour,\n\nMerci de nous avoir parlé du loyer de l’école du soir. Nous avons pris le temps d’y"
                + " penser, et nous ne pourrons pas le payer\u00a0: nos conventions ne couvrent aucun loyer. Nous pouvons par"
                + " contre écrire avec vous à deux fondations qui le font.\n\nSolidairement";
        operations.runAs(
                who,
                "partner.refuse",
                () -> requests.refuse(refused, 1, "Nos conventions ne couvrent aucun loyer.", reply));
        askByForm();
    }

    /** Which organisation this is, the one who answers says. */
    private void askByForm() {
        publicRequests.receive(
                new PartnerRequestAsker("Cooperativa Hilos del Sur, Guatemala", "Marta Xol", "+502 5555 0137", "es"),
                "Aprender a llevar las cuentas de una cooperativa",
                "Somos catorce costureras. Un taller de dos días, en marzo o en abril, nos serviría mucho.");
    }

    private PartnerId partner(
            Actor who,
            ExampleDirectory directory,
            String key,
            String country,
            PartnerStage stage,
            @Nullable PersonId ourLead,
            PersonId theirLead,
            String notes) {
        PartnerFacts facts = new PartnerFacts(stage, ourLead, theirLead, List.of(new Country(country)), notes);
        return operations.callAs(who, "partner.add", () -> partners.add(directory.organisation(key), facts));
    }

    private void due(Actor who, PartnerId partner, boolean ours, String what, LocalDate on) {
        operations.callAs(who, "partner.add-due", () -> partners.addDue(partner, new PartnerDueFacts(ours, what, on)));
    }

    private PartnerRequestId request(Actor who, ExampleDirectory directory, String key, PartnerRequestFacts facts) {
        return operations.callAs(who, "partner.receive", () -> requests.receive(directory.organisation(key), facts));
    }
}
