package org.convergence.example;

import java.util.Map;
import org.convergence.advocacy.dialogue.AskId;
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
        Map<String, AskId> asks = dialogue.enter(hands, directory, calendar);
        urgentActions.enter(hands, directory, calendar);
        treaties.enter(hands, asks, calendar);
        coalitions.enter(hands, directory, calendar);
        positions.enter(hands, directory, calendar);
        campaigns.enter(hands, directory, calendar);
        themes.enter(hands, calendar);
    }
}
