package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.advocacy.campaign.domain.CampaignService;
import org.convergence.advocacy.campaign.domain.CampaignService.CampaignActFacts;
import org.convergence.advocacy.campaign.domain.CampaignService.CampaignActKind;
import org.convergence.advocacy.campaign.domain.CampaignService.CampaignFacts;
import org.convergence.advocacy.campaign.domain.CampaignService.CampaignId;
import org.convergence.directory.people.ChosenParties;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Two campaigns led by coalitions: one under way with our part, one over that obtained something. */
@Component
record CampaignChapter(CampaignService campaigns, AuditedOperations operations) {

    private record CampaignUnderWay(Actor who, CampaignId id) {}

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        Actor who = hands.coordinator();
        LocalDate today = calendar.today();
        CampaignUnderWay clothes = campaign(
                who,
                new CampaignFacts(
                        new ChosenParties<>(List.of(directory.organisation("rer")), List.of()),
                        "Habiller la ville sans misère",
                        "Textile",
                        today.minusDays(95),
                        today.plusDays(120),
                        "Que les villes achètent des uniformes cousus dans la dignité, et publient la liste des ateliers.",
                        "https://www.habiller-la-ville.example/",
                        null));
        led(clothes, CampaignActKind.LED, today.minusDays(90), "Lancement avec douze groupes", "Communiqué du Réseau");
        ours(clothes, CampaignActKind.RELAYED, today.minusDays(70), "Dépliant remis dans les locaux", 1_200, "3");
        ours(clothes, CampaignActKind.LETTERS, today.minusDays(33), "Lettres de membres aux conseils", 86, "5");
        ours(clothes, CampaignActKind.MOBILISED, today.minusDays(9), "Membres à la consultation publique", 24, "6.5");
        CampaignUnderWay permits = campaign(
                who,
                new CampaignFacts(
                        new ChosenParties<>(List.of(directory.organisation("cnv")), List.of()),
                        "Des permis ouverts, maintenant",
                        "Travail migrant",
                        today.minusDays(240),
                        today.minusDays(40),
                        "Que les permis de travail cessent d’être liés à un seul employeur.",
                        "",
                        null));
        led(permits, CampaignActKind.LED, today.minusDays(150), "Caravane dans huit villes", "Site de la campagne");
        ours(permits, CampaignActKind.OTHER, today.minusDays(149), "Accueil de la caravane au local", null, "8");
        led(
                permits,
                CampaignActKind.RESULT,
                today.minusDays(45),
                "Un comité parlementaire recommande un projet pilote",
                "Rapport du comité, recommandation 6");
    }

    private CampaignUnderWay campaign(Actor who, CampaignFacts facts) {
        return new CampaignUnderWay(who, operations.callAs(who, "campaign.save", () -> campaigns.save(null, 0, facts)));
    }

    private void led(CampaignUnderWay campaign, CampaignActKind kind, LocalDate day, String what, String source) {
        record(campaign, new CampaignActFacts(kind, day, what, null, null, source));
    }

    private void ours(
            CampaignUnderWay campaign,
            CampaignActKind kind,
            LocalDate day,
            String what,
            @Nullable Integer quantity,
            String hours) {
        record(campaign, new CampaignActFacts(kind, day, what, quantity, new BigDecimal(hours), ""));
    }

    private void record(CampaignUnderWay campaign, CampaignActFacts facts) {
        operations.runAs(campaign.who(), "campaign.record-act", () -> campaigns.addAct(campaign.id(), facts));
    }
}
