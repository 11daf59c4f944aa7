package org.convergence.example;

import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.springframework.stereotype.Component;

/** The office: the team's hours, incoming money, and money asked for. */
@Component
class OfficeChapter {

    private final TeamChapter team;
    private final BankChapter bank;
    private final GrantChapter grants;

    OfficeChapter(TeamChapter team, BankChapter bank, GrantChapter grants) {
        this.team = team;
        this.bank = bank;
        this.grants = grants;
    }

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        team.enter(hands, calendar);
        bank.enter(hands, directory, calendar);
        grants.enter(hands, directory, calendar);
    }
}
