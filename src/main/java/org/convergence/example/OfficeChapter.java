package org.convergence.example;

import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.springframework.stereotype.Component;

/** The office: hours, money, projects and partners, missions, education, and the word that goes out. */
@Component
class OfficeChapter {

    private final TeamChapter team;
    private final BankChapter bank;
    private final GrantChapter grants;
    private final FundingChapter funding;
    private final CooperationChapter cooperation;
    private final ExhibitionChapter exhibitions;
    private final FundChapter funds;
    private final GiftChapter gifts;
    private final OutreachChapter outreach;
    private final CongressChapter congresses;
    private final EventChapter events;
    private final MediaChapter media;
    private final MissionChapter missions;
    private final WatchChapter watch;
    private final InternshipChapter internships;
    private final ToolChapter tools;
    private final WorkshopChapter workshops;

    OfficeChapter(
            TeamChapter team,
            BankChapter bank,
            GrantChapter grants,
            FundingChapter funding,
            CooperationChapter cooperation,
            FundChapter funds,
            GiftChapter gifts,
            OutreachChapter outreach,
            CongressChapter congresses,
            EventChapter events,
            MediaChapter media,
            MissionChapter missions,
            WatchChapter watch,
            InternshipChapter internships,
            ToolChapter tools,
            ExhibitionChapter exhibitions,
            WorkshopChapter workshops) {
        this.team = team;
        this.bank = bank;
        this.grants = grants;
        this.funding = funding;
        this.cooperation = cooperation;
        this.funds = funds;
        this.gifts = gifts;
        this.outreach = outreach;
        this.congresses = congresses;
        this.events = events;
        this.media = media;
        this.missions = missions;
        this.watch = watch;
        this.internships = internships;
        this.tools = tools;
        this.exhibitions = exhibitions;
        this.workshops = workshops;
    }

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        team.enter(hands, calendar);
        funds.enter(hands, calendar);
        // Before the bank, where the accountant accepts what is in the ledger.
        gifts.enter(hands, directory, calendar);
        bank.enter(hands, directory, calendar);
        grants.enter(hands, directory, calendar);
        funding.enter(hands, directory, calendar);
        cooperation.enter(hands, directory, calendar);
        outreach.enter(hands, directory, calendar);
        congresses.enter(hands, directory, calendar);
        events.enter(hands, directory, calendar);
        media.enter(hands, directory, calendar);
        missions.enter(hands, calendar);
        watch.enter(hands, directory, calendar);
        internships.enter(hands, directory, calendar);
        tools.enter(hands, directory, calendar);
        exhibitions.enter(hands, directory, calendar);
        workshops.enter(hands, directory, calendar);
    }
}
