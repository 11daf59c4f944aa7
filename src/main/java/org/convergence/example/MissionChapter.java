package org.convergence.example;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.checklist.ChecklistItemId;
import org.convergence.plan.checklist.ChecklistPart.ChecklistItemRow;
import org.convergence.plan.checklist.domain.ChecklistService;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.safety.guide.AdvisoryLevel;
import org.convergence.safety.guide.CountryAdvisory;
import org.convergence.safety.guide.domain.AdvisoryService;
import org.convergence.safety.mission.MissionId;
import org.convergence.safety.mission.MissionKind;
import org.convergence.safety.mission.MissionRisk;
import org.convergence.safety.mission.domain.CheckInService;
import org.convergence.safety.mission.domain.MissionFacts;
import org.convergence.safety.mission.domain.MissionLeg;
import org.convergence.safety.mission.domain.MissionService;
import org.convergence.safety.mission.domain.SealedDataService;
import org.convergence.safety.mission.domain.SealedDataService.SealedData;
import org.convergence.safety.risk.ThreatKind;
import org.convergence.safety.risk.domain.Risk.RiskFacts;
import org.convergence.safety.risk.domain.Risk.RiskScore;
import org.convergence.safety.risk.domain.RiskService;
import org.springframework.stereotype.Component;

/** Three countries at three levels; a mission under way, one that returned, and one that waits for a resolution; and the risk register. */
@Component
record MissionChapter(
        AdvisoryService advisories,
        MissionService missions,
        CheckInService checkIns,
        SealedDataService sealed,
        RiskService risks,
        SafetyChapter safety,
        ChecklistService checklists,
        RecipientWords recipientWords,
        AuditedOperations operations) {

    private static final Country MEXICO = new Country("MX");
    private static final Country HAITI = new Country("HT");
    private static final Country COLOMBIA = new Country("CO");

    void enter(ExampleActors hands, ExampleCalendar calendar) {
        LocalDate today = calendar.today();
        Actor maryse = hands.coordinator();
        PersonId president = person(hands, ExampleUser.THERESE);
        PersonId nadege = person(hands, ExampleUser.NADEGE);
        operations.runAs(maryse, "guide.record", () -> {
            advisories.record(advisory(MEXICO, AdvisoryLevel.CAUTION, today.minusDays(60)));
            advisories.record(advisory(COLOMBIA, AdvisoryLevel.AVOID_NON_ESSENTIAL, today.minusDays(30)));
            advisories.record(advisory(HAITI, AdvisoryLevel.AVOID_ALL, today.minusDays(90)));
        });
        enterRegister(maryse, today);
        ZoneId mexico = ZoneId.of("America/Mexico_City");
        MissionId over = mission(
                maryse,
                new MissionFacts(
                        "Signature de l’entente avec les organisations de Puebla",
                        MissionKind.STAFF,
                        "Signer l’entente de trois ans. Transport de jour seulement, hôtel connu des partenaires.",
                        MissionRisk.LOW,
                        null,
                        president,
                        Set.of(nadege),
                        List.of(leg(MEXICO, "Puebla", mexico, today.minusDays(50), today.minusDays(45))),
                        Set.of()));
        approve(maryse, over);
        operations.runAs(
                maryse,
                "mission.return",
                () -> missions.recordReturn(
                        over,
                        missions.findById(over).version(),
                        today.minusDays(45),
                        "L’entente est signée. Retenir un chauffeur recommandé par les partenaires dès l’arrivée."));
        safety.enter(maryse, president, over, today);
        MissionId underWay = mission(
                maryse,
                new MissionFacts(
                        "Préparation du stage intersyndical au Mexique",
                        MissionKind.STAFF,
                        "Rencontrer les milieux d’accueil. Déplacements accompagnés, aucun trajet de nuit.",
                        MissionRisk.LOW,
                        null,
                        president,
                        Set.of(nadege),
                        List.of(leg(MEXICO, "Ciudad de México", mexico, today, today.plusDays(6))),
                        Set.of()));
        operations.runAs(
                maryse,
                "mission.seal",
                () -> sealed.seal(
                        underWay,
                        nadege,
                        new SealedData(
                                "Aucune allergie connue. Groupe sanguin O+. Vaccins à jour.",
                                "Sa sœur Mirlande, +1 514 555 0164",
                                "Le nom de son premier chat? Capucine."),
                        "tournesol"));
        completeChecklist(maryse, underWay);
        approve(maryse, underWay);
        operations.runAs(maryse, "mission.check-in", () -> {
            checkIns.saveCallList(
                    underWay,
                    "Centre d’accueil, réception, +52 55 5555 0142\nAmbassade du Canada, urgences, +52 55 5555 0199");
            checkIns.record(underWay, nadege, null);
        });
        mission(
                maryse,
                new MissionFacts(
                        "Visite des projets en Haïti",
                        MissionKind.STAFF,
                        "Voir les projets avec les partenaires, si le CA le permet.",
                        MissionRisk.HIGH,
                        null,
                        president,
                        Set.of(nadege, person(hands, ExampleUser.ELODIE)),
                        List.of(leg(
                                HAITI,
                                "Cap-Haïtien",
                                ZoneId.of("America/Port-au-Prince"),
                                today.plusDays(75),
                                today.plusDays(82))),
                        Set.of()));
    }

    /** The register with three risks, reviewed two months ago. */
    private void enterRegister(Actor maryse, LocalDate today) {
        PersonId owner = new PersonId(Objects.requireNonNull(maryse.personId()));
        operations.runAs(maryse, "risk.add", () -> {
            risks.create(new RiskFacts(
                    ThreatKind.ROAD,
                    "Accident de la route pendant un déplacement de nuit",
                    "Équipe et stagiaires en mission",
                    "Mexique, Haïti",
                    new RiskScore(4, 5),
                    "Aucun trajet de nuit; chauffeurs recommandés par les partenaires.",
                    new RiskScore(2, 5),
                    owner,
                    today));
            risks.create(new RiskFacts(
                    ThreatKind.REPRESSION,
                    "Surveillance de personnes rencontrées par nos missions",
                    "Partenaires et personnes à risque",
                    null,
                    new RiskScore(3, 5),
                    "Noms de code, appareils préparés, aucune liste emportée.",
                    new RiskScore(2, 4),
                    owner,
                    today));
            risks.create(new RiskFacts(
                    ThreatKind.HEALTH,
                    "Maladie loin d’un hôpital",
                    "Équipe et stagiaires en mission",
                    "Régions rurales",
                    new RiskScore(3, 3),
                    null,
                    new RiskScore(3, 3),
                    null,
                    today));
        });
        operations.runAs(maryse, "risk.review", () -> risks.review(today.minusDays(60), "CA-04", today.plusMonths(4)));
    }

    private MissionId mission(Actor actor, MissionFacts facts) {
        return operations.callAs(actor, "mission.prepare", () -> missions.create(facts));
    }

    private void approve(Actor actor, MissionId id) {
        operations.runAs(
                actor,
                "mission.approve",
                () -> missions.approve(id, missions.findById(id).version(), null));
    }

    private void completeChecklist(Actor actor, MissionId id) {
        List<ChecklistItemRow> items = operations.callAs(
                actor,
                "checklist.complete",
                () -> checklists
                        .part(MissionService.KIND, id.value(), false, recipientWords.forOrganisation())
                        .items());
        items.stream()
                .filter(item -> !item.isDone())
                .forEach(item -> operations.runAs(
                        actor,
                        "checklist.complete",
                        () -> checklists.complete(new ChecklistItemId(item.id()), 1, "Vu par la coordination", null)));
    }

    private static CountryAdvisory advisory(Country country, AdvisoryLevel level, LocalDate published) {
        return new CountryAdvisory(country, level, null, "voyage.gc.ca", published, null);
    }

    private static MissionLeg leg(Country country, String place, ZoneId zone, LocalDate from, LocalDate to) {
        return new MissionLeg(country, place, zone, from, to);
    }

    private static PersonId person(ExampleActors hands, ExampleUser user) {
        UUID person = hands.actorOf(user).personId();
        return new PersonId(Objects.requireNonNull(person));
    }
}
