package org.convergence.home.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.convergence.home.HomePermissions;
import org.convergence.home.domain.Today.OneList;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Deadlines.Deadline;
import org.convergence.platform.shell.HomeCard;
import org.convergence.platform.shell.HomeCard.Card;
import org.convergence.platform.shell.HomeCard.Part;
import org.convergence.platform.shell.HomeCard.Row;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts together what the modules say of a day to whoever acts. */
@Service
@Requires(HomePermissions.OPEN)
public class TodayReading {

    /** What is late, then by day; what has no day comes last. */
    private static final Comparator<Row> URGENCY = Comparator.comparing((Row row) -> !row.late())
            .thenComparing(Row::day, Comparator.nullsLast(Comparator.naturalOrder()));

    private static final Comparator<Row> EARLIEST =
            Comparator.comparing(Row::day, Comparator.nullsLast(Comparator.naturalOrder()));

    private final List<HomeCard> cards;
    private final DeadlineReading deadlines;
    private final OrganisationSettings settings;

    TodayReading(List<HomeCard> cards, DeadlineReading deadlines, OrganisationSettings settings) {
        this.cards =
                cards.stream().sorted(Comparator.comparingInt(HomeCard::order)).toList();
        this.deadlines = deadlines;
        this.settings = settings;
    }

    /**
     * Today, as it is read in ten seconds.
     *
     * @param whole whether the lists show all their lines
     */
    public Today today(boolean whole, Words t) {
        Map<Part, List<Card>> all = asked(t);
        List<OneList> lists = new ArrayList<>();
        for (Part part : Part.values()) {
            List<Row> rows = of(all, part).stream()
                    .filter(card -> part.isOneList())
                    .flatMap(card -> card.rows().stream())
                    .sorted(part == Part.WEEK || part == Part.NOBODY ? URGENCY : EARLIEST)
                    .toList();
            int shown = whole ? rows.size() : Math.min(rows.size(), lines(part));
            if (!rows.isEmpty()) {
                lists.add(new OneList(part, rows.subList(0, shown), rows.size() - shown));
            }
        }
        LocalDate day = settings.today();
        boolean busy = lists.stream().anyMatch(list -> list.part() == Part.WEEK);
        @Nullable Deadline next = busy ? null : deadlines.next(t);
        return new Today(day, of(all, Part.FIRST), lists, next, of(all, Part.NEWS), of(all, Part.FOOT));
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
