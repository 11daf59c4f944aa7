package org.convergence.plan.calendar.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.plan.calendar.domain.CalendarConnectionService;
import org.convergence.plan.calendar.domain.WaitingEntry;
import org.convergence.plan.calendar.domain.WaitingEntryQueries;
import org.convergence.plan.calendar.web.CalendarPage.WaitingEntryRow;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** « Est-ce arrivé? » on the home page: past entries, and a calendar that has not been read for a day. */
@Component
@Order(20)
@Requires(CalendarPermissions.OWN)
record CalendarHomeCard(
        WaitingEntryQueries waitingEntries,
        CalendarConnectionService connection,
        OrganisationSettings settings,
        Clock clock)
        implements HomeCard {

    private static final int SHOWN = 10;
    private static final Duration SAID_AFTER = Duration.ofDays(1);
    private static final String HERE = "/";

    @Override
    public List<Card> show(Words t) {
        LocalDate today = settings.today();
        List<Card> cards = new ArrayList<>();
        Instant longAgo = clock.instant().minus(SAID_AFTER);
        connection.findOwn().stream()
                .filter(it -> it.failingSince() != null && it.failingSince().isBefore(longAgo))
                .findFirst()
                .ifPresent(it -> cards.add(Card.ofSentence(
                        CardPart.FIRST,
                        t.say("calendar.today.failing", it.name()),
                        CardAction.link(t.say("calendar.today.see"), CalendarMenu.ROOM))));
        List<CardRow> rows = waitingEntries.findWaiting((String) null, SHOWN).stream()
                .map(it -> row(it, today, t))
                .toList();
        if (!rows.isEmpty()) {
            cards.add(Card.of(CardPart.HAPPENED, rows));
        }
        return cards;
    }

    private static CardRow row(WaitingEntry it, LocalDate today, Words t) {
        WaitingEntryRow row = WaitingEntryRow.of(it, today, HERE, t);
        String done = t.say("calendar.act.done");
        return new CardRow(
                null,
                it.day(),
                row.when(),
                false,
                row.what(),
                row.form(),
                row.detail(),
                List.of(
                        row.clear()
                                ? CardAction.button(done, CalendarMenu.entryUrl(row.id(), "done", HERE))
                                : CardAction.link(done, row.form()),
                        CardAction.button(
                                t.say("calendar.act.postponed"), CalendarMenu.entryUrl(row.id(), "postpone", HERE)),
                        CardAction.button(
                                t.say("calendar.act.not"), CalendarMenu.entryUrl(row.id(), "dismiss", HERE))));
    }
}
