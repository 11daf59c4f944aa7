package org.convergence.home.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.shell.DeadlineSource.Deadline;
import org.convergence.platform.shell.HomeCard.Card;
import org.convergence.platform.shell.HomeCard.CardPart;
import org.convergence.platform.shell.HomeCard.CardRow;
import org.jspecify.annotations.Nullable;

/**
 * A user's home page of a day.
 *
 * @param first sentences about the user's week, or about problems of the system
 * @param lists rows that need action, by part; without empty parts
 * @param reachable by person, the account to which a reminder can be sent
 * @param reminded keys of the rows with a reminder that waits or is of today
 * @param later postponed rows
 * @param next the next deadline if the week is empty; {@code null} if it is not, or there is none
 * @param news recent events
 * @param foot totals
 */
public record Today(
        LocalDate day,
        List<Card> first,
        List<PartRows> lists,
        Map<UUID, UUID> reachable,
        Set<String> reminded,
        List<PostponedRow> later,
        @Nullable Deadline next,
        List<Card> news,
        List<Card> foot) {

    /** The parts whose rows are to do; those of the others wait for others, or are past. */
    private static final Set<CardPart> PRESSING = Set.of(CardPart.WEEK, CardPart.NOBODY);

    /**
     * The rows of a part.
     *
     * @param rest the rows not shown, by area
     */
    public record PartRows(CardPart part, List<CardRow> rows, List<AreaRest> rest) {

        /** The number of rows not shown. */
        public int more() {
            return rest.stream().mapToInt(AreaRest::rows).sum();
        }
    }

    /**
     * Rows of one area that are not shown.
     *
     * @param area the first word of their keys, such as {@code safety}; {@code other} without keys
     * @param first the earliest day; {@code null} if none has a day
     */
    public record AreaRest(String area, int rows, @Nullable LocalDate first) {}

    /** A row postponed until a day. */
    public record PostponedRow(CardRow row, LocalDate until) {}

    /** Whether nothing needs action. */
    public boolean isCalm() {
        return lists.isEmpty()
                && !isNextDue()
                && first.stream().allMatch(card -> card.rows().isEmpty());
    }

    /** Whether a row is late, or something is to do today. */
    public boolean isPressing() {
        return isNextDue()
                || lists.stream()
                        .anyMatch(list -> list.rows().stream()
                                .anyMatch(row -> row.late() || (PRESSING.contains(list.part()) && isDue(row))));
    }

    private boolean isNextDue() {
        return next != null && !next.day().isAfter(day);
    }

    private boolean isDue(CardRow row) {
        LocalDate due = row.day();
        return due != null && !due.isAfter(day);
    }

    /** A row of this week by its key. */
    public Optional<CardRow> findLine(String key) {
        return findLine(CardPart.WEEK, key);
    }

    /** A row that waits on others, by its key. */
    public Optional<CardRow> findAwaited(String key) {
        return findLine(CardPart.WAITING, key);
    }

    private Optional<CardRow> findLine(CardPart part, String key) {
        return lists.stream()
                .filter(list -> list.part() == part)
                .flatMap(list -> list.rows().stream())
                .filter(row -> key.equals(row.key()))
                .findFirst();
    }
}
