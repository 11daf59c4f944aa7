package org.convergence.example;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.resources.prospect.ProspectId;
import org.convergence.resources.prospect.ProspectState;
import org.convergence.resources.prospect.domain.NextStep;
import org.convergence.resources.prospect.domain.Prospect.ProspectOutcome;
import org.convergence.resources.prospect.domain.ProspectCampaignService;
import org.convergence.resources.prospect.domain.ProspectCampaignService.ProspectCampaignFacts;
import org.convergence.resources.prospect.domain.ProspectService;
import org.convergence.resources.prospect.domain.ProspectService.ProspectClosure;
import org.convergence.resources.prospect.domain.ProspectService.ProspectContact;
import org.convergence.resources.prospect.domain.ProspectService.ProspectFollowUp;
import org.springframework.stereotype.Component;

/** The autumn’s campaign of the example: prospects, each followed by a director. */
@Component
record ProspectChapter(ProspectService prospects, ProspectCampaignService campaigns, AuditedOperations operations) {

    private static final String IMPACT = "Ce que l’adhésion a permis, deux pages";

    private record CampaignProspect(String organisation, String follower, String step, int inDays, String material) {}

    private static final List<CampaignProspect> CAMPAIGN = List.of(
            new CampaignProspect("tsm", "jeanguy", "Inscrire l’adhésion à l’ordre du jour de leur table", 18, IMPACT),
            new CampaignProspect(
                    "retaille",
                    "anouk",
                    "Visiter l’atelier avec la trousse textile",
                    12,
                    "Trousse «\u00a0Nos vêtements, leurs salaires\u00a0»"),
            new CampaignProspect("crcn", "ghislain", "Rappeler l’exécutif après la présentation", 9, IMPACT),
            new CampaignProspect("crsag", "pierreluc", "Présenter ce que l’adhésion permet", 15, IMPACT),
            new CampaignProspect("sgm", "normand", "En parler à l’assemblée de section", 22, "Le Colis à toute heure"),
            new CampaignProspect("rer", "marisol", "Envoyer la demande d’adhésion", 7, IMPACT));

    void enter(Actor who, ExampleDirectory directory, ExampleCalendar calendar) {
        LocalDate today = calendar.today();
        operations.runAs(
                who,
                "prospect.save-campaign",
                () -> campaigns.save(
                        null,
                        0,
                        new ProspectCampaignFacts("Campagne de l’automne", today.minusDays(40), today.plusDays(35))));
        ProspectId home = add(who, directory, "ssn", "jeanguy", "Appeler la présidence", today.plusDays(4));
        operations.runAs(
                who,
                "prospect.did",
                () -> prospects.recordContact(
                        home,
                        new ProspectContact(
                                today.minusDays(9),
                                ExchangeChannel.MEETING,
                                "Présentation au conseil syndical",
                                "Bon accueil. La question de la cotisation reviendra à leur assemblée.",
                                NextStep.of("Envoyer ce que l’adhésion a permis cette année", today.plusDays(6)))));
        CAMPAIGN.forEach(each -> {
            NextStep next = NextStep.of(each.step(), today.plusDays(each.inDays()));
            ProspectId added = add(who, directory, each.organisation(), each.follower(), next.gesture(), next.on());
            operations.runAs(
                    who,
                    "prospect.follow",
                    () -> prospects.follow(
                            added, new ProspectFollowUp(1, directory.person(each.follower()), next, each.material())));
        });
        add(who, directory, "logis", "anouk", "Inviter à l’assemblée générale", today.plusDays(20));
        add(who, directory, "stsv", "jeanguy", "Trouver la bonne personne", today.minusDays(3));
        ProspectId capital = add(who, directory, "crcap", "anouk", "Rencontrer l’exécutif", today.minusDays(30));
        operations.runAs(
                who,
                "prospect.end",
                () -> prospects.recordOutcome(
                        capital,
                        new ProspectClosure(
                                1,
                                ProspectState.LATER,
                                new ProspectOutcome(
                                        today.minusDays(12), "Leur budget de l’an est voté; à reprendre à l’automne."),
                                NextStep.of("Rappeler avant leur budget", today.plusMonths(7)))));
    }

    private ProspectId add(
            Actor who, ExampleDirectory directory, String organisation, String follower, String gesture, LocalDate on) {
        return operations.callAs(
                who,
                "prospect.add",
                () -> prospects.add(
                        directory.organisation(organisation), directory.person(follower), NextStep.of(gesture, on)));
    }
}
