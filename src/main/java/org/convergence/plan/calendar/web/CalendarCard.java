package org.convergence.plan.calendar.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.plan.calendar.domain.Asking;
import org.convergence.plan.calendar.domain.CalendarConnection;
import org.convergence.plan.calendar.domain.Waiting;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** « Est-ce arrivé? » on the first page: what is past in her calendars, and a calendar that has not been read for a day. */
@Component
class CalendarCard implements HomeCard {

    private static final int SHOWN = 5;
    private static final Duration SAID_AFTER = Duration.ofDays(1);
    private static final String HERE = "/";

    private final Asking asking;
    private final CalendarConnection connection;
    private final OrganisationSettings settings;
    private final Clock clock;

    CalendarCard(Asking asking, CalendarConnection connection, OrganisationSettings settings, Clock clock) {
        this.asking = asking;
        this.connection = connection;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 38;
    }

    @Override
    public String permission() {
        return CalendarPermissions.OWN;
    }

    @Override
    public Optional<Card> show(Words t) {
        LocalDate today = settings.today();
        List<Waiting> waiting = asking.waiting((String) null, SHOWN + 1);
        List<Row> rows = new ArrayList<>();
        waiting.stream().limit(SHOWN).forEach(it -> rows.add(row(AskedRow.of(it, today, HERE, t), t)));
        failing(rows, t);
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Card(
                        t.say("calendar.today"),
                        rows,
                        List.of(),
                        null,
                        waiting.size() > SHOWN ? CalendarMenu.ROOM : null));
    }

    private static Row row(AskedRow row, Words t) {
        Act done = row.clear()
                ? new Act(t.say("calendar.act.done"), CalendarMenu.entry(row.id(), "done", HERE), true)
                : new Act(t.say("calendar.act.done"), row.form(), false);
        return new Row(
                row.when(),
                false,
                row.what(),
                row.form(),
                row.detail(),
                List.of(
                        done,
                        new Act(t.say("calendar.act.postponed"), CalendarMenu.entry(row.id(), "postpone", HERE), true),
                        new Act(t.say("calendar.act.not"), CalendarMenu.entry(row.id(), "dismiss", HERE), true)));
    }

    private void failing(List<Row> rows, Words t) {
        Instant longAgo = clock.instant().minus(SAID_AFTER);
        connection.own().stream()
                .filter(it -> it.failingSince() != null && it.failingSince().isBefore(longAgo))
                .forEach(it -> rows.add(new Row(
                        t.say("calendar.today.failing"),
                        false,
                        it.name(),
                        CalendarMenu.ROOM,
                        t.say("calendar.today.failing.text"),
                        List.of(new Act(t.say("calendar.today.see"), CalendarMenu.ROOM, false)))));
    }
}
