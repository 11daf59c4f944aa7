package org.convergence.example;

import org.springframework.stereotype.Component;

/** The team: its hours and wage subsidies, an imported calendar, a protected person, and tasks offered by link. */
@Component
class TeamChapter {

    private final TimeChapter time;
    private final SubsidyChapter subsidies;
    private final CalendarChapter calendars;
    private final ProtectionChapter protection;
    private final VolunteeringChapter volunteering;
    private final ObservanceChapter observances;

    TeamChapter(
            TimeChapter time,
            SubsidyChapter subsidies,
            CalendarChapter calendars,
            ProtectionChapter protection,
            VolunteeringChapter volunteering,
            ObservanceChapter observances) {
        this.time = time;
        this.subsidies = subsidies;
        this.calendars = calendars;
        this.protection = protection;
        this.volunteering = volunteering;
        this.observances = observances;
    }

    void enter(ExampleActors hands, ExampleCalendar calendar) {
        time.enter(hands, calendar);
        subsidies.enter(hands, calendar);
        calendars.enter(hands, calendar);
        protection.enter(hands, calendar);
        volunteering.enter(hands, calendar);
        observances.enter(hands, calendar);
    }
}
