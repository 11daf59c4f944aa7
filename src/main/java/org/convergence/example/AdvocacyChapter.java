package org.convergence.example;

import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.springframework.stereotype.Component;

/**
 * The advocacy: urgent actions, positions, the dialogue with decision-makers, coalitions, treaties and bills, campaigns of others,
 * thematic dossiers.
 */
@Component
class AdvocacyChapter {

    private final UrgentActionChapter urgentActions;
    private final PositionChapter positions;
    private final DialogueChapter dialogue;
    private final CoalitionChapter coalitions;
    private final TreatyChapter treaties;
    private final CampaignChapter campaigns;
    private final ThemeChapter themes;

    AdvocacyChapter(
            UrgentActionChapter urgentActions,
            PositionChapter positions,
            DialogueChapter dialogue,
            CoalitionChapter coalitions,
            TreatyChapter treaties,
            CampaignChapter campaigns,
            ThemeChapter themes) {
        this.urgentActions = urgentActions;
        this.positions = positions;
        this.dialogue = dialogue;
        this.coalitions = coalitions;
        this.treaties = treaties;
        this.campaigns = campaigns;
        this.themes = themes;
    }

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        urgentActions.enter(hands, directory, calendar);
        positions.enter(hands, directory, calendar);
        treaties.enter(hands, dialogue.enter(hands, directory, calendar), calendar);
        coalitions.enter(hands, directory, calendar);
        campaigns.enter(hands, directory, calendar);
        themes.enter(hands, calendar);
    }
}
