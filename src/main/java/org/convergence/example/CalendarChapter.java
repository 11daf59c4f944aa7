package org.convergence.example;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.convergence.plan.calendar.domain.CalendarConnectionService;
import org.convergence.platform.database.AuditedOperations;
import org.springframework.stereotype.Component;

/** The calendar that the coordinator imported: some recent entries wait for an answer. */
@Component
record CalendarChapter(CalendarConnectionService connection, AuditedOperations operations) {

    void enter(ExampleActors hands, ExampleCalendar calendar) {
        LocalDate today = calendar.today();
        var text = new StringBuilder("BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Agenda de Maryse\n");
        event(
                text,
                calendar.workingDay(today.minusDays(3)),
                "Rencontre de la coalition pour la transition juste",
                "14",
                "16");
        event(text, calendar.workingDay(today.minusDays(5)), "Kiosque au congrès d’un syndicat", "10", "13");
        event(text, calendar.workingDay(today.minusDays(8)), "Appel avec la coopérative de recyclage", "09", "10");
        event(text, calendar.workingDay(today.minusDays(9)), "Dentiste", "16", "17");
        event(text, calendar.workingDay(today.plusDays(4)), "Formation sur la diligence raisonnable", "13", "16");
        text.append("""
                BEGIN:VEVENT
                UID:equipe@exemple
                SUMMARY:Réunion d’équipe
                DTSTART;TZID=America/Toronto:%s
                DURATION:PT1H
                RRULE:FREQ=WEEKLY
                END:VEVENT
                END:VCALENDAR
                """.formatted(moment(calendar.workingDay(today.minusDays(13)), "09")));
        byte[] file = text.toString().getBytes(StandardCharsets.UTF_8);
        operations.callAs(
                hands.coordinator(),
                "calendar.bringIn",
                () -> connection.importFile(new ByteArrayInputStream(file), ""));
    }

    private static void event(StringBuilder text, LocalDate day, String title, String from, String to) {
        text.append("""
                BEGIN:VEVENT
                UID:%s@exemple
                SUMMARY:%s
                DTSTART;TZID=America/Toronto:%s
                DTEND;TZID=America/Toronto:%s
                END:VEVENT
                """.formatted(title.hashCode(), title, moment(day, from), moment(day, to)));
    }

    private static String moment(LocalDate day, String hour) {
        return day.toString().replace("-", "") + "T" + hour + "0000";
    }
}
