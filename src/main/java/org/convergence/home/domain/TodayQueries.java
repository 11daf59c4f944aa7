package org.convergence.home.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.home.HomePermissions;
import org.convergence.home.domain.Today.PartRows;
import org.convergence.home.domain.Today.PostponedRow;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.shell.HomeCard.Card;
import org.convergence.platform.shell.HomeCard.CardAction;
import org.convergence.platform.shell.HomeCard.CardPart;
import org.convergence.platform.shell.HomeCard.CardRow;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Assembles the modules' contributions for the current user: for the home page, and for the Monday mail. */
@Service
@Transactional(readOnly = true)
@Requires(HomePermissions.OPEN)
public class TodayQueries {

    private final List<HomeCard> cards;
    private final DeadlineQueries deadlines;
    private final PostponementService postponementService;
    private final AccountActors accounts;
    private final ReminderRepository reminders;
    private final OrganisationSettings settings;

    TodayQueries(
            List<HomeCard> cards,
            DeadlineQueries deadlines,
            PostponementService postponementService,
            AccountActors accounts,
            ReminderRepository reminders,
            OrganisationSettings settings) {
        this.accounts = accounts;
        this.reminders = reminders;
        this.cards =
                cards.stream().sorted(Comparator.comparingInt(HomeCard::order)).toList();
        this.deadlines = deadlines;
        this.postponementService = postponementService;
        this.settings = settings;
    }

    /**
     * The home page of today.
     *
     * @param whole whether the lists show all their rows
     */
    public Today today(boolean whole, Words t) {
        Map<CardPart, List<Card>> all = collectCards(t);
        Map<String, LocalDate> off = postponementService.findOwn();
        List<PartRows> lists = new ArrayList<>();
        List<PostponedRow> later = new ArrayList<>();
        for (CardPart part : CardPart.values()) {
            List<CardRow> rows = new ArrayList<>();
            for (CardRow row : rows(all, part)) {
                if (isPostponed(row, part, off)) {
                    later.add(new PostponedRow(row, Objects.requireNonNull(off.get(row.key()))));
                } else {
                    rows.add(row);
                }
            }
            List<CardRow> shown = whole ? rows : RowOrder.first(rows, maxRows(part));
            if (!rows.isEmpty()) {
                lists.add(new PartRows(part, shown, RowOrder.rest(rows, shown)));
            }
        }
        Map<UUID, UUID> reachable = ReminderService.reachable(accounts, awaited(lists));
        Map<String, LetterStatus> reminded = reachable.isEmpty() ? Map.of() : reminders.findCurrent(keys(lists));
        lists.replaceAll(list -> list.part() == CardPart.WAITING ? withLinks(list, reachable, reminded, t) : list);
        boolean busy = lists.stream().anyMatch(list -> list.part() == CardPart.WEEK);
        return new Today(
                settings.today(),
                cardsOf(all, CardPart.FIRST),
                lists,
                reachable,
                reminded.keySet(),
                later,
                busy ? null : deadlines.findNext(t),
                cardsOf(all, CardPart.NEWS),
                cardsOf(all, CardPart.FOOT));
    }

    /** Adds a link to rows without any action, except rows that offer a reminder; names reminders already prepared. */
    private static PartRows withLinks(
            PartRows list, Map<UUID, UUID> reachable, Map<String, LetterStatus> reminded, Words t) {
        return new PartRows(
                list.part(),
                list.rows().stream()
                        .map(row -> {
                            LetterStatus reminder = row.key() == null ? null : reminded.get(row.key());
                            CardRow named = reminder == null ? row : withReminder(row, reminder, t);
                            boolean offers = reminder == null
                                    && row.key() != null
                                    && row.awaited() != null
                                    && reachable.containsKey(row.awaited());
                            return row.acts().isEmpty() && !offers
                                    ? named.with(CardAction.link(t.say("shell.see"), row.url()))
                                    : named;
                        })
                        .toList(),
                list.rest());
    }

    private static CardRow withReminder(CardRow row, LetterStatus reminder, Words t) {
        String state = t.say("home.remind.current", LetterFormatter.state(reminder, t));
        return row.detailed(row.detail() == null ? state : row.detail() + " · " + state);
    }

    private static List<String> keys(List<PartRows> lists) {
        return lists.stream()
                .filter(list -> list.part() == CardPart.WAITING)
                .flatMap(list -> list.rows().stream())
                .flatMap(row -> Stream.ofNullable(row.key()))
                .toList();
    }

    private static Set<UUID> awaited(List<PartRows> lists) {
        return lists.stream()
                .flatMap(list -> list.rows().stream())
                .flatMap(row -> Stream.ofNullable(row.awaited()))
                .collect(Collectors.toSet());
    }

    private static boolean isPostponed(CardRow row, CardPart part, Map<String, LocalDate> off) {
        return part == CardPart.WEEK && row.key() != null && off.containsKey(row.key());
    }

    private static List<CardRow> rows(Map<CardPart, List<Card>> all, CardPart part) {
        List<CardRow> rows = part.isOneList()
                ? cardsOf(all, part).stream()
                        .flatMap(card -> card.rows().stream())
                        .toList()
                : List.of();
        return rows.stream()
                .filter(row -> part != CardPart.HAPPENED || !RowOrder.isAskedElsewhere(row, rows))
                .filter(row -> part != CardPart.WAITING || !waitsOnActor(row))
                .sorted(part == CardPart.WEEK || part == CardPart.NOBODY ? RowOrder.BY_URGENCY : RowOrder.BY_DAY)
                .toList();
    }

    private static boolean waitsOnActor(CardRow row) {
        return row.awaited() != null && row.awaited().equals(CurrentActor.get().personId());
    }

    private static int maxRows(CardPart part) {
        return switch (part) {
            case WEEK -> 7;
            case HAPPENED -> 5;
            default -> 3;
        };
    }

    private Map<CardPart, List<Card>> collectCards(Words t) {
        Map<CardPart, List<Card>> all = new EnumMap<>(CardPart.class);
        for (HomeCard each : cards) {
            if (CurrentActor.get().may(each.permission())) {
                each.show(t)
                        .forEach(card -> all.computeIfAbsent(card.part(), part -> new ArrayList<>())
                                .add(card));
            }
        }
        return all;
    }

    private static List<Card> cardsOf(Map<CardPart, List<Card>> all, CardPart part) {
        return all.getOrDefault(part, List.of());
    }
}
