package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.time.TimePermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves and submits one's own week. */
@Service
@Transactional
@Requires(TimePermissions.OWN)
public class SheetKeeping {

    private static final int MOST_A_DAY = 500;

    private final SheetStore store;
    private final SheetEntries entries;
    private final WorkDays work;
    private final ActionPlans plans;
    private final RealisationFacts realisations;
    private final EntryList list;

    SheetKeeping(
            SheetStore store,
            SheetEntries entries,
            WorkDays work,
            ActionPlans plans,
            RealisationFacts realisations,
            EntryList list) {
        this.store = store;
        this.entries = entries;
        this.work = work;
        this.plans = plans;
        this.realisations = realisations;
        this.list = list;
    }

    /**
     * Saves the whole week.
     *
     * @param version the version shown in the form, 0 if nothing was saved
     * @param cells all its hours
     * @param submit whether it is submitted
     * @throws Refused if a day has more than 24 hours, or the sheet was submitted already
     */
    public void save(Week week, int version, List<Cell> cells, boolean submit) {
        SheetPolicy.requirePossible(cells);
        PersonId me = me();
        SheetStore.Sheet held = held(me, week);
        if (held.version() != version) {
            throw new EditConflict(SheetStore.TABLE, held.id(), version);
        }
        write(me, week, cells);
        store.saved(held, submit);
    }

    /** Adds hours to the week; hours on the same post and day are added up. */
    public EntryList.Listed add(Cell cell) {
        change(me(), cell.place(), before -> before == null ? cell.hours() : before.add(cell.hours()));
        return listed(cell.place());
    }

    /**
     * Changes the hours of one's own entry.
     *
     * @param hours above zero
     * @throws NotFound if it belongs to another person
     */
    public EntryList.Listed correct(UUID entry, BigDecimal hours) {
        Cell cell = mine(entry);
        change(me(), cell.place(), before -> hours);
        return listed(cell.place());
    }

    /**
     * Deletes one's own entry.
     *
     * @throws NotFound if it belongs to another person
     */
    public void remove(UUID entry) {
        change(me(), mine(entry).place(), before -> null);
    }

    private Cell mine(UUID entry) {
        return entries.cell(me(), entry).orElseThrow(() -> new NotFound("entry"));
    }

    /** Changes the hours of a cell; {@code null} for none, before and after. */
    private interface Change {
        @Nullable
        BigDecimal of(@Nullable BigDecimal before);
    }

    private void change(PersonId me, Cell.Place place, Change change) {
        Week week = Week.of(place.day());
        SheetStore.Sheet held = held(me, week);
        Map<Cell.Place, Cell> cells = Cell.byPlace(entries.cells(me, week));
        Cell before = cells.remove(place);
        BigDecimal hours = change.of(before == null ? null : before.hours());
        if (hours != null) {
            cells.put(place, new Cell(place.post(), place.day(), hours));
        }
        SheetPolicy.requirePossible(cells.values());
        write(me, week, cells.values());
        store.changed(held);
    }

    private EntryList.Listed listed(Cell.Place place) {
        var thatDay = new EntryList.Filter(place.day(), place.day(), me().value(), null);
        return list.page(thatDay, null, MOST_A_DAY).stream()
                .filter(each -> each.post().equals(place.post()))
                .findFirst()
                .orElseThrow();
    }

    private void write(PersonId me, Week week, Collection<Cell> cells) {
        requireKnown(cells);
        entries.write(me, week, cells, given(me, week));
    }

    private SheetStore.Sheet held(PersonId me, Week week) {
        SheetStore.Sheet held = store.hold(me, week);
        if (!held.state().isOpen()) {
            throw new Refused("time.refused.locked");
        }
        return held;
    }

    /** The directory person of the current actor. */
    static PersonId me() {
        UUID me = CurrentActor.get().personId();
        if (me == null) {
            throw new Refused("time.refused.unlinked");
        }
        return new PersonId(me);
    }

    /** The days without a paid contract, whose hours are volunteer hours. */
    private Collection<LocalDate> given(PersonId me, Week week) {
        WorkDays.Known known = work.of(me, week.monday(), week.sunday());
        return week.days().stream()
                .filter(day -> known.contractsOf(me)
                        .noneMatch(each -> each.holdsOn(day) && each.source() != ContractSource.VOLUNTEER))
                .collect(Collectors.toSet());
    }

    private void requireKnown(Collection<Cell> cells) {
        Set<ActionId> actions = cells.stream()
                .flatMap(cell -> Stream.ofNullable(cell.post().action()))
                .collect(Collectors.toSet());
        Set<RealisationId> taken = cells.stream()
                .flatMap(cell -> Stream.ofNullable(cell.post().realisation()))
                .collect(Collectors.toSet());
        if (plans.linesOf(actions).size() < actions.size()
                || realisations.of(taken).size() < taken.size()) {
            throw new Refused("time.refused.unknown");
        }
    }
}
