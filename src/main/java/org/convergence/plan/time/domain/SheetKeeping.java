package org.convergence.plan.time.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills in one's own week, and hands it in. */
@Service
@Transactional
@Requires(TimePermissions.OWN)
public class SheetKeeping {

    private static final int MOST_A_DAY = 500;

    private final SheetStore store;
    private final WorkDays work;
    private final ActionPlans plans;
    private final RealisationFacts realisations;
    private final EntryList entries;

    SheetKeeping(SheetStore store, WorkDays work, ActionPlans plans, RealisationFacts realisations, EntryList entries) {
        this.store = store;
        this.work = work;
        this.plans = plans;
        this.realisations = realisations;
        this.entries = entries;
    }

    /**
     * Saves the whole week.
     *
     * @param version that which the form showed, 0 where nothing was saved yet
     * @param cells all its hours
     * @param submit whether it is handed in
     * @throws Refused where a day has more than 24 hours, or the sheet was handed in already
     */
    public void save(Week week, int version, List<Cell> cells, boolean submit) {
        SheetPolicy.requirePossible(cells);
        PersonId me = me();
        SheetStore.Sheet held = held(me, week);
        if (held.version() != version) {
            throw new EditConflict(SheetStore.TABLE, held.id(), version);
        }
        write(me, week, cells, held, submit);
    }

    /** Adds hours to those of the week that are there; what stood on the same post that day grows. */
    public EntryList.Listed add(Cell cell) {
        PersonId me = me();
        Week week = Week.of(cell.day());
        SheetStore.Sheet held = held(me, week);
        List<Cell> cells = new ArrayList<>();
        Cell sum = cell;
        for (Cell each : store.cells(me, week)) {
            if (each.post().equals(cell.post()) && each.day().equals(cell.day())) {
                sum = new Cell(cell.post(), cell.day(), each.hours().add(cell.hours()));
            } else {
                cells.add(each);
            }
        }
        cells.add(sum);
        SheetPolicy.requirePossible(cells);
        write(me, week, cells, held, false);
        return entries.page(new EntryList.Filter(cell.day(), cell.day(), me.value(), null), null, MOST_A_DAY).stream()
                .filter(each -> each.post().equals(cell.post()))
                .findFirst()
                .orElseThrow();
    }

    private void write(PersonId me, Week week, List<Cell> cells, SheetStore.Sheet held, boolean submit) {
        requireKnown(cells);
        store.write(me, week, cells, given(me, week));
        store.saved(held, submit);
    }

    private SheetStore.Sheet held(PersonId me, Week week) {
        SheetStore.Sheet held = store.hold(me, week);
        if (!held.state().isOpen()) {
            throw new Refused("time.refused.locked");
        }
        return held;
    }

    /** The person that whoever acts is in the directory. */
    static PersonId me() {
        UUID me = CurrentActor.get().personId();
        if (me == null) {
            throw new Refused("time.refused.unlinked");
        }
        return new PersonId(me);
    }

    /** The days on which no contract that pays covers what she does. */
    private Collection<LocalDate> given(PersonId me, Week week) {
        WorkDays.Known known = work.of(me, week.monday(), week.sunday());
        return week.days().stream()
                .filter(day -> known.contractsOf(me)
                        .noneMatch(each -> each.holdsOn(day) && each.source() != ContractSource.VOLUNTEER))
                .collect(Collectors.toSet());
    }

    private void requireKnown(List<Cell> cells) {
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
