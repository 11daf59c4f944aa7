package org.convergence.home.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.shell.Deadlines.Deadline;
import org.convergence.platform.shell.HomeCard.Card;
import org.convergence.platform.shell.HomeCard.Part;
import org.convergence.platform.shell.HomeCard.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a day asks of somebody.
 *
 * @param first a sentence about her week, or what is wrong with the house
 * @param lists what asks for something, part by part; none without a line
 * @param reachable by person, the account of whoever may be reminded
 * @param later what she put off
 * @param next what comes next where nothing is to be done; {@code null} where something is, or nothing comes
 * @param news what happened
 * @param foot where everything stands
 */
public record Today(
        LocalDate day,
        List<Card> first,
        List<OneList> lists,
        Map<UUID, UUID> reachable,
        List<Later> later,
        @Nullable Deadline next,
        List<Card> news,
        List<Card> foot) {

    /**
     * The lines of a part.
     *
     * @param more how many there are besides
     */
    public record OneList(Part part, List<Row> rows, int more) {}

    /** A line that was put off until a day. */
    public record Later(Row row, LocalDate until) {}

    /** Whether nothing asks for anything. */
    public boolean isCalm() {
        return lists.isEmpty() && first.stream().allMatch(card -> card.rows().isEmpty());
    }

    /** Whether a line is late, whoever it waits on. */
    public boolean isLate() {
        return lists.stream().flatMap(list -> list.rows().stream()).anyMatch(Row::late);
    }

    /** A line of this week by its key. */
    public Optional<Row> line(String key) {
        return line(Part.WEEK, key);
    }

    /** A line that waits on others, by its key. */
    public Optional<Row> awaited(String key) {
        return line(Part.WAITING, key);
    }

    private Optional<Row> line(Part part, String key) {
        return lists.stream()
                .filter(list -> list.part() == part)
                .flatMap(list -> list.rows().stream())
                .filter(row -> key.equals(row.key()))
                .findFirst();
    }
}
