package org.convergence.example;

import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.springframework.stereotype.Component;

/** The office: the team's hours, and incoming money. */
@Component
class OfficeChapter {

    private final TeamChapter team;
    private final BankChapter bank;

    OfficeChapter(TeamChapter team, BankChapter bank) {
        this.team = team;
        this.bank = bank;
    }

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        team.enter(hands, calendar);
        bank.enter(hands, directory, calendar);
    }
}
