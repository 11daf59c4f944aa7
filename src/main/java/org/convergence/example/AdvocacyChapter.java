package org.convergence.example;

import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.springframework.stereotype.Component;

/** The advocacy: urgent actions, positions, the dialogue with decision-makers, coalitions, treaties and bills. */
@Component
class AdvocacyChapter {

    private final UrgentActionChapter urgentActions;
    private final PositionChapter positions;
    private final DialogueChapter dialogue;
    private final CoalitionChapter coalitions;
    private final TreatyChapter treaties;

    AdvocacyChapter(
            UrgentActionChapter urgentActions,
            PositionChapter positions,
            DialogueChapter dialogue,
            CoalitionChapter coalitions,
            TreatyChapter treaties) {
        this.urgentActions = urgentActions;
        this.positions = positions;
        this.dialogue = dialogue;
        this.coalitions = coalitions;
        this.treaties = treaties;
    }

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        urgentActions.enter(hands, directory, calendar);
        positions.enter(hands, directory, calendar);
        treaties.enter(hands, dialogue.enter(hands, directory, calendar), calendar);
        coalitions.enter(hands, directory, calendar);
    }
}
