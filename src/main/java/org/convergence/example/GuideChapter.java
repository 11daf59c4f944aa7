package org.convergence.example;

import java.time.LocalDate;
import java.util.Map;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.geography.Country;
import org.convergence.safety.guide.GuideTopic;
import org.convergence.safety.guide.domain.GuideService;
import org.springframework.stereotype.Component;

/** Two guides: one that was read lately, and an older one that is to be read again. */
@Component
record GuideChapter(GuideService guides, AuditedOperations operations) {

    private static final Map<GuideTopic, String> MEXICO = Map.of(
            GuideTopic.CONTEXT,
            """
            Les syndicats indépendants gagnent du terrain, les gardes privées aussi.
            Campagnes électorales locales de mars à juin\u00a0: pas de visite d’usine sans les partenaires.""",
            GuideTopic.ZONES,
            """
            Aucun trajet de nuit hors des villes.
            Sortie vers l’est\u00a0: autoroute à péage seulement.""",
            GuideTopic.HEALTH,
            """
            Eau en bouteille, altitude les deux premiers jours.
            Hépatite A et typhoïde à jour. Clinique de garde près de l’hôtel, jour et nuit.""",
            GuideTopic.CONTACTS,
            """
            Ambassade du Canada, urgences\u00a0: +52 55 5555 0199
            Assistance de l’assurance, jour et nuit\u00a0: +1 514 555 0110
            Centre d’accueil, réception\u00a0: +52 55 5555 0142
            Urgences\u00a0: 911""",
            GuideTopic.SCENARIOS,
            """
            Passeport perdu\u00a0: déposer une plainte, appeler l’ambassade, puis la personne responsable de la sécurité.
            Manifestation sur le trajet\u00a0: s’éloigner, ne rien photographier, appeler le centre d’accueil.""",
            GuideTopic.DIGITAL,
            """
            Téléphone de mission, sans contacts ni photographies.
            À la frontière\u00a0: éteint. Aucune liste de participantes dans les courriels.""");

    private static final Map<GuideTopic, String> COLOMBIA = Map.of(
            GuideTopic.CONTEXT,
            "Les défenseures et défenseurs des droits sont visés\u00a0: la discrétion vient avant l’horaire.",
            GuideTopic.TRANSPORT,
            "Taxis appelés par l’hôtel, jamais hélés. Avion plutôt que route entre les villes.",
            GuideTopic.CONTACTS,
            """
            Ambassade du Canada, urgences\u00a0: +57 601 555 0188
            Assistance de l’assurance, jour et nuit\u00a0: +1 514 555 0110
            Urgences\u00a0: 123""");

    void enter(ExampleActors hands, ExampleCalendar calendar) {
        LocalDate today = calendar.today();
        write(hands.coordinator(), new Country("MX"), MEXICO, today.minusMonths(1));
        write(hands.coordinator(), new Country("CO"), COLOMBIA, today.minusMonths(9));
    }

    private void write(Actor who, Country country, Map<GuideTopic, String> texts, LocalDate reviewedOn) {
        operations.runAs(
                who,
                "guide.write",
                () -> texts.forEach((heading, text) -> guides.save(country, heading, 0, text, reviewedOn)));
    }
}
