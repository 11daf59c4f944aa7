package org.convergence.plan.realisation.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.Days;
import org.convergence.plan.realisation.Happening;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.Participations.Given;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.Telling;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Place;
import org.convergence.platform.imports.ImportRow;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a file of past realisations. Only a title and a day are required; unreadable values are reported.
 * Only the kind, from the title, and the action, from the number of a means, are guessed; the second is reported too.
 */
final class RowReader {

    private static final int LONGEST_PERIOD = 3_660;

    private final ImportSettings settings;
    private final NameReader names;
    private final LineIndex lines;

    RowReader(ImportSettings settings, NameReader names, LineIndex lines) {
        this.settings = settings;
        this.names = names;
        this.lines = lines;
    }

    RowReading read(ImportRow row) {
        var cells = new RowCells(row);
        String title = cells.text(Column.TITLE).replaceAll("\\s+", " ");
        if (title.isEmpty()) {
            cells.grave(Column.TITLE, "realisation.import.no-title");
        } else if (title.length() > Happening.LONGEST_TITLE) {
            cells.grave(Column.TITLE, "realisation.import.long-title", Happening.LONGEST_TITLE);
        }
        Days when = when(cells);
        withdrawn(cells);
        RealisationKind kind = kind(cells, title);
        Place place = place(cells);
        NameReader.Read with = names.read(cells);
        Participations all = participations(cells);
        Amounts amounts = amounts(cells);
        Telling telling = telling(cells, when, title);
        Entry entry = cells.isHopeless() || when == null
                ? null
                : new Entry(
                        new Happening(title, kind, when, place, all, Set.copyOf(with.known())),
                        with.newcomers(),
                        amounts,
                        telling);
        return new RowReading(row.number(), title, entry, cells.problems(), cells.notes());
    }

    private static @Nullable Days when(RowCells cells) {
        LocalDate from = cells.date(Column.FROM);
        LocalDate to = cells.date(Column.TO);
        if (from == null) {
            if (cells.text(Column.FROM).isEmpty()) {
                cells.grave(Column.FROM, "realisation.import.no-date");
            }
            return null;
        }
        if (to == null) {
            return Days.on(from);
        }
        if (to.isBefore(from) || from.plusDays(LONGEST_PERIOD).isBefore(to)) {
            cells.grave(Column.TO, to.isBefore(from) ? "realisation.ends-before" : "realisation.too-long");
            return null;
        }
        return new Days(from, to);
    }

    /** A withdrawn realisation is not imported. */
    private static void withdrawn(RowCells cells) {
        if (KindNames.isWithdrawn(cells.text(Column.STATE))) {
            cells.grave(Column.STATE, "realisation.import.withdrawn");
        }
    }

    private static RealisationKind kind(RowCells cells, String title) {
        String said = cells.text(Column.KIND);
        Optional<RealisationKind> kind = KindNames.read(said);
        if (!said.isEmpty() && kind.isEmpty()) {
            cells.slight(Column.KIND, "realisation.import.unknown-kind", said);
        }
        return kind.or(() -> KindPolicy.of(title)).orElse(RealisationKind.OTHER);
    }

    private static @Nullable Place place(RowCells cells) {
        String said = cells.text(Column.PLACE);
        Place place = said.isEmpty() ? null : Place.read(said).orElse(null);
        if (!said.isEmpty() && place == null) {
            cells.slight(Column.PLACE, "realisation.import.unknown-place", said);
        }
        return place;
    }

    private static @Nullable Participations participations(RowCells cells) {
        Integer count = cells.whole(Column.COUNT, Participations.MOST);
        var given = new Given(
                cells.whole(Column.WOMEN, Participations.MOST),
                cells.whole(Column.MEN, Participations.MOST),
                cells.whole(Column.OTHER, Participations.MOST),
                cells.whole(Column.NOT_STATED, Participations.MOST),
                cells.whole(Column.YOUTH, Participations.MOST));
        try {
            return Participations.of(count, given);
        } catch (Refused refused) {
            cells.slight(Column.COUNT, refused.messageKey(), refused.arguments());
            return null;
        }
    }

    private static Amounts amounts(RowCells cells) {
        return new Amounts(
                cells.hours(Column.HOURS, Amounts.MOST_HOURS),
                cells.hours(Column.VOLUNTEER_HOURS, Amounts.MOST_HOURS),
                cells.whole(Column.COPIES, Amounts.MOST_COPIES),
                quantity(cells));
    }

    private static int quantity(RowCells cells) {
        Integer quantity = cells.whole(Column.QUANTITY, Amounts.MOST_QUANTITY);
        return quantity == null || quantity == 0 ? 1 : quantity;
    }

    private Telling telling(RowCells cells, @Nullable Days when, String title) {
        String narrative = cells.text(Column.NARRATIVE);
        if (narrative.length() > Telling.LONGEST_NARRATIVE) {
            cells.slight(Column.NARRATIVE, "shell.form.too-long", Telling.LONGEST_NARRATIVE);
            narrative = "";
        }
        return new Telling(when == null ? Set.of() : served(cells, when, title), narrative, links(cells));
    }

    private Set<ActionId> served(RowCells cells, Days when, String title) {
        Set<ActionId> served = new LinkedHashSet<>();
        PlanId plan = settings.plan() == null ? null : new PlanId(settings.plan());
        for (String code : codes(cells.text(Column.LINES))) {
            LineIndex.Meant meant = lines.find(code, plan, when.to(), title);
            if (meant == null) {
                cells.slight(Column.LINES, "realisation.import.unknown-line", code);
            } else {
                served.add(meant.line().id());
                if (meant.guessed()) {
                    cells.note(
                            Column.LINES,
                            "realisation.import.guessed-line",
                            code,
                            meant.line().title());
                }
            }
        }
        return served;
    }

    private static Collection<String> codes(String text) {
        return Stream.of(text.split("[,;\\s\\u00a0]+|\\bet\\b|\\band\\b"))
                .map(String::strip)
                .filter(code -> !code.isEmpty() && !code.equals("·"))
                .limit(50)
                .toList();
    }

    private static List<String> links(RowCells cells) {
        List<String> links = Stream.of(cells.text(Column.LINKS).split("\\s+"))
                .filter(link -> !link.isEmpty())
                .distinct()
                .toList();
        if (links.size() > Telling.MOST_LINKS || !links.stream().allMatch(Telling::isLink)) {
            cells.slight(Column.LINKS, "realisation.links", Telling.MOST_LINKS);
            return List.of();
        }
        return links;
    }
}
