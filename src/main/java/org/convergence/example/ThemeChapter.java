package org.convergence.example;

import java.time.LocalDate;
import org.convergence.directory.theme.domain.ThemeService;
import org.convergence.directory.theme.domain.ThemeService.ThemeFacts;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Four dossiers: one in good order, one to be read again, two of which the text is short or still to be written. */
@Component
record ThemeChapter(ThemeService themes, AuditedOperations operations) {

    void enter(ExampleActors hands, ExampleCalendar calendar) {
        Actor who = hands.coordinator();
        LocalDate today = calendar.today();
        dossier(
                who,
                "Textile",
                "vêtement, friperie, zones franches, couture",
                """
                La plupart des vêtements vendus ici sont cousus dans des zones franches, où le salaire minimum ne paie ni le \
                loyer ni le transport. Un vêtement sur trois ne sert jamais.

                Ce qui change les choses\u00a0: un salaire viable payé par les marques, le droit de s’organiser, et l’achat public \
                sans ateliers de misère.""",
                today.minusDays(48),
                "Enquête sur les salaires dans les zones franches, 2025\nhttps://www.sep.example/textile");
        dossier(
                who,
                "Numérique",
                "commerce en ligne, colis, entrepôt, plateforme",
                """
                Derrière un colis livré demain, il y a un entrepôt, une cadence et un algorithme. Les quotas et la \
                surveillance se négocient, comme le reste.""",
                today.minusMonths(15),
                "Colloque sur le travail de plateforme, actes, 2024");
        dossier(
                who,
                "Travail migrant",
                "permis fermé, serre, jornaleras, travail agricole",
                "Un permis fermé lie une personne à un seul employeur\u00a0: se plaindre, c’est risquer de devoir repartir.",
                today.minusDays(12),
                "");
        dossier(who, "Déchets", "recyclage, récupération", "", null, "");
    }

    private void dossier(
            Actor who, String name, String words, String known, @Nullable LocalDate revisedOn, String sources) {
        operations.runAs(
                who, "theme.save", () -> themes.save(null, 0, new ThemeFacts(name, words, known, revisedOn, sources)));
    }
}
