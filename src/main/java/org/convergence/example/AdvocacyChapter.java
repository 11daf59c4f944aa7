package org.convergence.example;

import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.springframework.stereotype.Component;

/**
 * The advocacy: urgent actions, positions, the dialogue with decision-makers, coalitions, treaties and bills, campaigns of others,
 * thematic dossiers.
 */
@Component
record AdvocacyChapter(
        UrgentActionChapter urgentActions,
        PositionChapter positions,
        DialogueChapter dialogue,
        CoalitionChapter coalitions,
        TreatyChapter treaties,
        CampaignChapter campaigns,
        ThemeChapter themes) {

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        urgentActions.enter(hands, directory, calendar);
        positions.enter(hands, directory, calendar);
        treaties.enter(hands, dialogue.enter(hands, directory, calendar), calendar);
        coalitions.enter(hands, directory, calendar);
        campaigns.enter(hands, directory, calendar);
        themes.enter(hands, calendar);
    }
}
