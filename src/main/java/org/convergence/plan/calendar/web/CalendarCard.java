package org.convergence.plan.calendar.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.plan.calendar.domain.Asking;
import org.convergence.plan.calendar.domain.CalendarConnection;
import org.convergence.plan.calendar.domain.Waiting;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** « Est-ce arrivé? » on the home page: past entries, and a calendar that has not been read for a day. */
@Component
class CalendarCard implements HomeCard {

    private static final int SHOWN = 10;
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
        return 20;
    }

    @Override
    public String permission() {
        return CalendarPermissions.OWN;
    }

    @Override
    public List<Card> show(Words t) {
        LocalDate today = settings.today();
        List<Card> cards = new ArrayList<>();
        Instant longAgo = clock.instant().minus(SAID_AFTER);
        connection.own().stream()
                .filter(it -> it.failingSince() != null && it.failingSince().isBefore(longAgo))
                .findFirst()
                .ifPresent(it -> cards.add(Card.saying(
                        Part.FIRST,
                        t.say("calendar.today.failing", it.name()),
                        Act.link(t.say("calendar.today.see"), CalendarMenu.ROOM))));
        List<Row> rows = asking.waiting((String) null, SHOWN).stream()
                .map(it -> row(it, today, t))
                .toList();
        if (!rows.isEmpty()) {
            cards.add(Card.of(Part.HAPPENED, rows));
        }
        return cards;
    }

    private static Row row(Waiting it, LocalDate today, Words t) {
        AskedRow row = AskedRow.of(it, today, HERE, t);
        String done = t.say("calendar.act.done");
        return new Row(
                null,
                it.day(),
                row.when(),
                false,
                row.what(),
                row.form(),
                row.detail(),
                List.of(
                        row.clear()
                                ? Act.button(done, CalendarMenu.entry(row.id(), "done", HERE))
                                : Act.link(done, row.form()),
                        Act.button(t.say("calendar.act.postponed"), CalendarMenu.entry(row.id(), "postpone", HERE)),
                        Act.button(t.say("calendar.act.not"), CalendarMenu.entry(row.id(), "dismiss", HERE))));
    }
}
