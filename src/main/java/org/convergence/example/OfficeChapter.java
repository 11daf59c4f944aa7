package org.convergence.example;

import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.springframework.stereotype.Component;

/** The office: hours, money, projects and partners, missions, education, and the word that goes out. */
@Component
record OfficeChapter(
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
        GuideChapter guides,
        WatchChapter watch,
        InternshipChapter internships,
        ToolChapter tools,
        ExhibitionChapter exhibitions,
        AnniversaryChapter anniversaries,
        WorkshopChapter workshops,
        TimeChapter time,
        SubsidyChapter subsidies,
        CalendarChapter calendars,
        ProtectionChapter protection,
        VolunteeringChapter volunteering,
        ObservanceChapter observances) {

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        enterTeam(hands, calendar);
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
        guides.enter(hands, calendar);
        watch.enter(hands, directory, calendar);
        internships.enter(hands, directory, calendar);
        tools.enter(hands, directory, calendar);
        exhibitions.enter(hands, directory, calendar);
        anniversaries.enter(hands, calendar);
        workshops.enter(hands, directory, calendar);
    }

    /** The team: its hours and wage subsidies, an imported calendar, a protected person, and tasks offered by link. */
    private void enterTeam(ExampleActors hands, ExampleCalendar calendar) {
        time.enter(hands, calendar);
        subsidies.enter(hands, calendar);
        calendars.enter(hands, calendar);
        protection.enter(hands, calendar);
        volunteering.enter(hands, calendar);
        observances.enter(hands, calendar);
    }
}
