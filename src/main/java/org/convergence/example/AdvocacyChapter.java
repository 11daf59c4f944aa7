package org.convergence.example;

import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.springframework.stereotype.Component;

/** The advocacy: the dialogue with decision-makers. */
@Component
class AdvocacyChapter {

    private final DialogueChapter dialogue;

    AdvocacyChapter(DialogueChapter dialogue) {
        this.dialogue = dialogue;
    }

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        dialogue.enter(hands, directory, calendar);
    }
}
