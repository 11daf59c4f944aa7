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
import org.convergence.home.domain.Today.Later;
import org.convergence.home.domain.Today.OneList;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.shell.HomeCard.Act;
import org.convergence.platform.shell.HomeCard.Card;
import org.convergence.platform.shell.HomeCard.Part;
import org.convergence.platform.shell.HomeCard.Row;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Assembles the modules' contributions for the current user: for the home page, and for the Monday mail. */
@Service
@Transactional(readOnly = true)
@Requires(HomePermissions.OPEN)
public class TodayReading {

    private static final Comparator<Row> EARLIEST =
            Comparator.comparing(Row::day, Comparator.nullsLast(Comparator.naturalOrder()));

    /** Late rows first, then by day; rows without a day last. */
    private static final Comparator<Row> URGENCY =
            Comparator.comparing((Row row) -> !row.late()).thenComparing(EARLIEST);

    private final List<HomeCard> cards;
    private final DeadlineReading deadlines;
    private final PuttingOff puttingOff;
    private final AccountActors accounts;
    private final OrganisationSettings settings;

    TodayReading(
            List<HomeCard> cards,
            DeadlineReading deadlines,
            PuttingOff puttingOff,
            AccountActors accounts,
            OrganisationSettings settings) {
        this.accounts = accounts;
        this.cards =
                cards.stream().sorted(Comparator.comparingInt(HomeCard::order)).toList();
        this.deadlines = deadlines;
        this.puttingOff = puttingOff;
        this.settings = settings;
    }

    /**
     * The home page of today.
     *
     * @param whole whether the lists show all their rows
     */
    public Today today(boolean whole, Words t) {
        Map<Part, List<Card>> all = asked(t);
        Map<String, LocalDate> off = puttingOff.mine();
        List<OneList> lists = new ArrayList<>();
        List<Later> later = new ArrayList<>();
        for (Part part : Part.values()) {
            List<Row> rows = new ArrayList<>();
            for (Row row : rows(all, part)) {
                if (isOff(row, part, off)) {
                    later.add(new Later(row, Objects.requireNonNull(off.get(row.key()))));
                } else {
                    rows.add(row);
                }
            }
            int shown = whole ? rows.size() : Math.min(rows.size(), lines(part));
            if (!rows.isEmpty()) {
                lists.add(new OneList(part, rows.subList(0, shown), rows.size() - shown));
            }
        }
        Map<UUID, UUID> reachable = Reminding.reachable(accounts, awaited(lists));
        lists.replaceAll(list -> list.part() == Part.WAITING ? withGestures(list, reachable, t) : list);
        boolean busy = lists.stream().anyMatch(list -> list.part() == Part.WEEK);
        return new Today(
                settings.today(),
                of(all, Part.FIRST),
                lists,
                reachable,
                later,
                busy ? null : deadlines.next(t),
                of(all, Part.NEWS),
                of(all, Part.FOOT));
    }

    /** A row that waits on others gets a link to open it, if it has no other action. */
    private static OneList withGestures(OneList list, Map<UUID, UUID> reachable, Words t) {
        return new OneList(
                list.part(),
                list.rows().stream()
                        .map(row -> row.acts().isEmpty()
                                        && (row.key() == null
                                                || row.awaited() == null
                                                || !reachable.containsKey(row.awaited()))
                                ? row.with(Act.link(t.say("shell.see"), row.url()))
                                : row)
                        .toList(),
                list.more());
    }

    private static Set<UUID> awaited(List<OneList> lists) {
        return lists.stream()
                .flatMap(list -> list.rows().stream())
                .flatMap(row -> Stream.ofNullable(row.awaited()))
                .collect(Collectors.toSet());
    }

    private static boolean isOff(Row row, Part part, Map<String, LocalDate> off) {
        return part == Part.WEEK && row.key() != null && off.containsKey(row.key());
    }

    private static List<Row> rows(Map<Part, List<Card>> all, Part part) {
        return !part.isOneList()
                ? List.of()
                : of(all, part).stream()
                        .flatMap(card -> card.rows().stream())
                        .filter(row -> part != Part.WAITING || !waitsOnActor(row))
                        .sorted(part == Part.WEEK || part == Part.NOBODY ? URGENCY : EARLIEST)
                        .toList();
    }

    private static boolean waitsOnActor(Row row) {
        return row.awaited() != null && row.awaited().equals(CurrentActor.get().personId());
    }

    private static int lines(Part part) {
        return switch (part) {
            case WEEK -> 7;
            case HAPPENED -> 5;
            default -> 3;
        };
    }

    private Map<Part, List<Card>> asked(Words t) {
        Map<Part, List<Card>> all = new EnumMap<>(Part.class);
        for (HomeCard each : cards) {
            if (CurrentActor.get().may(each.permission())) {
                each.show(t)
                        .forEach(card -> all.computeIfAbsent(card.part(), part -> new ArrayList<>())
                                .add(card));
            }
        }
        return all;
    }

    private static List<Card> of(Map<Part, List<Card>> all, Part part) {
        return all.getOrDefault(part, List.of());
    }
}
