package org.convergence.example;

import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.springframework.stereotype.Component;

/** The advocacy: the dialogue with decision-makers, coalitions. */
@Component
class AdvocacyChapter {

    private final DialogueChapter dialogue;
    private final CoalitionChapter coalitions;

    AdvocacyChapter(DialogueChapter dialogue, CoalitionChapter coalitions) {
        this.dialogue = dialogue;
        this.coalitions = coalitions;
    }

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        dialogue.enter(hands, directory, calendar);
        coalitions.enter(hands, directory, calendar);
    }
}
