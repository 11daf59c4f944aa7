package org.convergence.home.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convergence.home.domain.Today.AreaRest;
import org.convergence.platform.shell.HomeCard.CardRow;

/**
 * The order of the home page's lines. Among late ones: safety, then deadlines of law and of funders, then money, then
 * people outside who wait, then the rest; each by its day. No module takes all the places of a list that is cut.
 */
final class RowOrder {

    /** Beginnings of keys, the most urgent first. */
    private static final List<List<String>> PRECEDENCE = List.of(
            List.of("safety."),
            List.of("outreach.assembly", "directory.consent", "directory.protection", "resources.grant"),
            List.of("resources."),
            List.of("cooperation.partner", "education.workshop", "outreach.relay", "advocacy.urgentaction"));

    /** Lines that stand for a whole season of the year: never cut, since they are one line for many things. */
    private static final String SEASON = "plan.preparation";

    /** Of one module, in a list that is cut, while others wait. */
    private static final int MOST_OF_A_MODULE = 2;

    /** The areas by which rows that are not shown are counted. */
    private static final List<String> AREAS =
            List.of("safety", "resources", "outreach", "directory", "cooperation", "education", "advocacy", "plan");

    static final Comparator<CardRow> BY_DAY =
            Comparator.comparing(CardRow::day, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()));

    /** Late rows first, the gravest before the others; then the rows to come, by day. */
    static final Comparator<CardRow> BY_URGENCY = Comparator.comparing((CardRow row) -> !row.late())
            .thenComparing(row -> row.late() ? precedence(row) : 0)
            .thenComparing(BY_DAY)
            .thenComparing(RowOrder::precedence);

    private RowOrder() {}

    /** Whether a row of the plan asks what the module that records it asks too: the same title on the same day. */
    static boolean isAskedElsewhere(CardRow row, List<CardRow> rows) {
        return isOfPlan(row)
                && rows.stream()
                        .anyMatch(other -> !isOfPlan(other)
                                && Objects.equals(other.day(), row.day())
                                && other.what().equalsIgnoreCase(row.what()));
    }

    private static boolean isOfPlan(CardRow row) {
        return row.key() != null && row.key().startsWith("plan.");
    }

    private static int precedence(CardRow row) {
        String key = row.key() == null ? "" : row.key();
        return IntStream.range(0, PRECEDENCE.size())
                .filter(rank -> PRECEDENCE.get(rank).stream().anyMatch(key::startsWith))
                .findFirst()
                .orElse(PRECEDENCE.size());
    }

    /** The first rows, in their order: those of a season, then at most two of a module, unless places stay free. */
    static List<CardRow> first(List<CardRow> rows, int most) {
        if (rows.size() <= most) {
            return rows;
        }
        Map<String, Integer> taken = new HashMap<>();
        List<CardRow> chosen = new ArrayList<>(rows.stream()
                .filter(row -> module(row).equals(SEASON))
                .limit(most)
                .toList());
        List<CardRow> others = new ArrayList<>();
        for (CardRow row : rows) {
            if (chosen.contains(row)) {
                continue;
            }
            boolean fits = taken.merge(module(row), 1, Integer::sum) <= MOST_OF_A_MODULE && chosen.size() < most;
            (fits ? chosen : others).add(row);
        }
        chosen.addAll(others.subList(0, most - chosen.size()));
        return rows.stream().filter(chosen::contains).toList();
    }

    /** What is not shown, an entry for each area, in the order of the rows. */
    static List<AreaRest> rest(List<CardRow> rows, List<CardRow> shown) {
        Map<String, List<CardRow>> hidden = rows.stream()
                .filter(row -> !shown.contains(row))
                .collect(Collectors.groupingBy(RowOrder::area, LinkedHashMap::new, Collectors.toList()));
        return hidden.entrySet().stream()
                .map(each -> new AreaRest(
                        each.getKey(),
                        each.getValue().size(),
                        each.getValue().stream()
                                .flatMap(row -> Stream.ofNullable(row.day()))
                                .min(Comparator.naturalOrder())
                                .orElse(null)))
                .toList();
    }

    private static String area(CardRow row) {
        String key = row.key() == null ? "" : row.key();
        return AREAS.stream()
                .filter(area -> key.startsWith(area + "."))
                .findFirst()
                .orElse("other");
    }

    /** A row without a key stands for itself. */
    private static String module(CardRow row) {
        return row.key() == null
                ? row.url()
                : row.key().substring(0, Math.max(0, row.key().indexOf('/')));
    }
}
