package org.convergence.plan.calendar.web;

import java.util.UUID;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.platform.shell.FirstStep;
import org.convergence.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The menu entry of the user's own calendars. */
@Configuration(proxyBeanMethods = false)
class CalendarMenu {

    static final String ROOM = "/plan/calendar";

    @Bean
    static MenuEntry calendarMenuEntry() {
        return MenuEntry.of("calendar.menu", ROOM).requiring(CalendarPermissions.OWN);
    }

    /** The address of an operation on an entry, which then returns to {@code from}. */
    static String entryUrl(UUID id, String gesture, String from) {
        return ROOM + "/entries/" + id + "/" + gesture + "?from=" + from;
    }

    /** The calendar that the person already keeps. */
    @Bean
    static FirstStep calendarStep() {
        return FirstStep.of(
                30, "calendar.step", CalendarPermissions.OWN, ROOM, "SELECT EXISTS (SELECT FROM plan.calendar_source)");
    }
}
