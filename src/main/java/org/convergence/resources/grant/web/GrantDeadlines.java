package org.convergence.resources.grant.web;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DeadlineSource;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.GrantCallId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.GrantCallQueries;
import org.convergence.resources.grant.domain.GrantCallQueries.GrantCallCalendar;
import org.convergence.resources.grant.domain.GrantCallQueries.GrantCallDays;
import org.convergence.resources.grant.domain.GrantCallQueries.GrantCallRow;
import org.convergence.resources.grant.domain.GrantCallStage;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The days of calls, as home cards and deadlines: the funder's deadline, and ours two working days before. */
@Component
@Order(75)
@Requires(GrantPermissions.READ)
record GrantDeadlines(GrantCallQueries queries, OrganisationSettings settings) implements HomeCard, DeadlineSource {

    private static final int DAYS_AHEAD = 7;

    /** The internal deadline is before the funder's by less than this, holidays included. */
    private static final int LONGEST_MARGIN = 30;

    /**
     * The reader's own calls, and those without a person responsible; missed deadlines, also of others, until the team
     * decides; calls of last year to be checked.
     */
    @Override
    public List<Card> show(Words t) {
        if (!CurrentActor.get().may(GrantPermissions.EDIT)) {
            return List.of();
        }
        LocalDate today = settings.today();
        LocalDate until = today.plusDays(DAYS_AHEAD);
        List<CardRow> week = new ArrayList<>();
        List<CardRow> nobody = new ArrayList<>();
        List<CardRow> waiting = new ArrayList<>();
        List<GrantCallRow> rows = queries.findDueOrToCheck(today.minusDays(1), until.plusDays(LONGEST_MARGIN));
        GrantCallCalendar calendar = queries.calendarFor(rows);
        for (GrantCallRow row : rows) {
            GrantCallDays days = calendar.daysOf(row.closesAt(), row.theirs());
            if (days == null || days.internal().isAfter(until)) {
                continue;
            }
            // Once the internal deadline is over, the funder's is the one that is left.
            PersonId responsible = row.responsible();
            Deadline due =
                    row.stage() == GrantCallStage.MISSED || days.internal().isBefore(today)
                            ? closing(row, days, t)
                            : internal(row, days, t);
            CardRow line = due.toRow(CardAction.link(t.say("grant.due.see"), due.url()), today, t)
                    .detailed(GrantFormatter.deadline(row.due(), row.theirs(), calendar.ours(), t));
            if (responsible == null) {
                nobody.add(line);
            } else if (due.whose() == DeadlineOwner.MINE) {
                week.add(line);
            } else if (row.stage() == GrantCallStage.MISSED) {
                waiting.add(line.waitingOn(responsible.value()));
            }
        }
        rows.stream().filter(row -> row.stage() == GrantCallStage.TO_CHECK).forEach(row -> {
            CardRow line = new CardRow(
                    key(row.id(), "check"),
                    today,
                    t.say("grant.due.returns"),
                    false,
                    t.say("grant.due.check", row.title()),
                    GrantCallPage.url(row.id()),
                    row.funder(),
                    List.of(CardAction.link(t.say("grant.due.see"), GrantCallPage.url(row.id()))));
            if (row.responsible() == null) {
                nobody.add(line);
            } else if (isMine(row)) {
                week.add(line);
            }
        });
        return List.of(
                Card.of(CardPart.WEEK, first(week)),
                Card.of(CardPart.NOBODY, first(nobody)),
                Card.of(CardPart.WAITING, first(waiting)));
    }

    private static List<CardRow> first(List<CardRow> rows) {
        return rows.stream().limit(MOST).toList();
    }

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        List<Deadline> all = new ArrayList<>();
        List<GrantCallRow> rows = queries.findDue(from.minusDays(1), to.plusDays(LONGEST_MARGIN));
        GrantCallCalendar calendar = queries.calendarFor(rows);
        for (GrantCallRow row : rows) {
            GrantCallDays days = calendar.daysOf(row.closesAt(), row.theirs());
            if (days != null) {
                if (row.stage() != GrantCallStage.MISSED) {
                    all.add(internal(row, days, t));
                }
                all.add(closing(row, days, t));
            }
        }
        return all.stream()
                .filter(each -> !each.day().isBefore(from) && !each.day().isAfter(to))
                .toList();
    }

    private static Deadline internal(GrantCallRow row, GrantCallDays days, Words t) {
        return Deadline.on(
                days.internal(),
                key(row.id(), "internal"),
                t.say("grant.due.internal", row.title()),
                GrantCallPage.url(row.id()),
                owner(row));
    }

    /** At the funder's hour, in our zone. */
    private Deadline closing(GrantCallRow row, GrantCallDays days, Words t) {
        LocalDateTime here =
                LocalDateTime.ofInstant(row.due(), settings.current().zone());
        String what = t.say(
                switch (row.stage()) {
                    case TO_CHECK -> "grant.due.closing.unchecked";
                    case MISSED -> "grant.due.missed";
                    default -> "grant.due.closing";
                },
                row.title());
        String key = key(row.id(), "closing");
        String url = GrantCallPage.url(row.id());
        return here.toLocalDate().equals(days.closing())
                ? Deadline.at(here, null, key, what, url, owner(row))
                : Deadline.on(days.closing(), key, what, url, owner(row));
    }

    private static DeadlineOwner owner(GrantCallRow row) {
        return isMine(row) ? DeadlineOwner.MINE : DeadlineOwner.TEAM;
    }

    private static boolean isMine(GrantCallRow row) {
        PersonId responsible = row.responsible();
        return responsible != null
                && responsible.value().equals(CurrentActor.get().personId());
    }

    static String key(GrantCallId id, String day) {
        return "resources.grant/call/" + id.value() + "/" + day;
    }
}
