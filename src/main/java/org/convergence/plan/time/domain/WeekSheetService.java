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
import org.convergence.platform.list.ListRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves and submits one's own week. */
@Service
@Transactional
@Requires(TimePermissions.OWN)
public class WeekSheetService {

    private static final int MOST_A_DAY = 500;

    private final WeekSheetRepository store;
    private final SheetEntryRepository entries;
    private final WorkDayQueries workDayQueries;
    private final ActionPlans plans;
    private final RealisationFacts realisations;
    private final TimeEntryQueries timeEntryQueries;

    WeekSheetService(
            WeekSheetRepository store,
            SheetEntryRepository entries,
            WorkDayQueries workDayQueries,
            ActionPlans plans,
            RealisationFacts realisations,
            TimeEntryQueries timeEntryQueries) {
        this.store = store;
        this.entries = entries;
        this.workDayQueries = workDayQueries;
        this.plans = plans;
        this.realisations = realisations;
        this.timeEntryQueries = timeEntryQueries;
    }

    /**
     * Saves the whole week.
     *
     * @param version the version shown in the form, 0 if nothing was saved
     * @param cells all its hours
     * @param submit whether it is submitted
     * @throws Refused if a day has more than 24 hours, or the sheet was submitted already
     */
    public void save(Week week, int version, List<HoursCell> cells, boolean submit) {
        WeekSheetPolicy.requirePossible(cells);
        PersonId me = currentPerson();
        WeekSheetRepository.SheetHeader held = held(me, week);
        if (held.version() != version) {
            throw new EditConflict(WeekSheetRepository.TABLE, held.id(), version);
        }
        write(me, week, cells);
        store.markSaved(held, submit);
    }

    /** Adds hours to the week; hours on the same post and day are added up. */
    public TimeEntryQueries.ListedTimeEntry add(HoursCell cell) {
        change(currentPerson(), cell.place(), before -> before == null ? cell.hours() : before.add(cell.hours()));
        return listed(cell.place());
    }

    /**
     * Changes the hours of one's own entry.
     *
     * @param hours above zero
     * @throws NotFound if it belongs to another person
     */
    public TimeEntryQueries.ListedTimeEntry update(UUID entry, BigDecimal hours) {
        HoursCell cell = mine(entry);
        change(currentPerson(), cell.place(), before -> hours);
        return listed(cell.place());
    }

    /**
     * Deletes one's own entry.
     *
     * @throws NotFound if it belongs to another person
     */
    public void delete(UUID entry) {
        change(currentPerson(), mine(entry).place(), before -> null);
    }

    private HoursCell mine(UUID entry) {
        return entries.cell(currentPerson(), entry).orElseThrow(() -> new NotFound("entry"));
    }

    /** Changes the hours of a cell; {@code null} for none, before and after. */
    private interface HoursChange {
        @Nullable
        BigDecimal of(@Nullable BigDecimal before);
    }

    private void change(PersonId me, HoursCell.CellPlace place, HoursChange change) {
        Week week = Week.of(place.day());
        WeekSheetRepository.SheetHeader held = held(me, week);
        Map<HoursCell.CellPlace, HoursCell> cells = HoursCell.byPlace(entries.cells(me, week));
        HoursCell before = cells.remove(place);
        BigDecimal hours = change.of(before == null ? null : before.hours());
        if (hours != null) {
            cells.put(place, new HoursCell(place.post(), place.day(), hours));
        }
        WeekSheetPolicy.requirePossible(cells.values());
        write(me, week, cells.values());
        store.markChanged(held);
    }

    private TimeEntryQueries.ListedTimeEntry listed(HoursCell.CellPlace place) {
        var thatDay = new TimeEntryQueries.TimeEntryFilter(
                place.day(), place.day(), currentPerson().value(), null);
        return timeEntryQueries.findSlice(ListRequest.first(thatDay, MOST_A_DAY)).rows().stream()
                .filter(each -> each.post().equals(place.post()))
                .findFirst()
                .orElseThrow();
    }

    private void write(PersonId me, Week week, Collection<HoursCell> cells) {
        requireKnown(cells);
        entries.write(me, week, cells, given(me, week));
    }

    private WeekSheetRepository.SheetHeader held(PersonId me, Week week) {
        WeekSheetRepository.SheetHeader held = store.lock(me, week);
        if (!held.state().isOpen()) {
            throw new Refused("time.refused.locked");
        }
        return held;
    }

    /** The directory person of the current actor. */
    static PersonId currentPerson() {
        UUID me = CurrentActor.get().personId();
        if (me == null) {
            throw new Refused("time.refused.unlinked");
        }
        return new PersonId(me);
    }

    /** The days without a paid contract, whose hours are volunteer hours. */
    private Collection<LocalDate> given(PersonId me, Week week) {
        WorkDayQueries.WorkDayData known = workDayQueries.findByPerson(me, week.monday(), week.sunday());
        return week.days().stream()
                .filter(day -> known.contractsOf(me)
                        .noneMatch(each -> each.holdsOn(day) && each.source() != ContractSource.VOLUNTEER))
                .collect(Collectors.toSet());
    }

    private void requireKnown(Collection<HoursCell> cells) {
        Set<ActionId> actions = cells.stream()
                .flatMap(cell -> Stream.ofNullable(cell.post().action()))
                .collect(Collectors.toSet());
        Set<RealisationId> taken = cells.stream()
                .flatMap(cell -> Stream.ofNullable(cell.post().realisation()))
                .collect(Collectors.toSet());
        if (plans.findLinesById(actions).size() < actions.size()
                || realisations.findAllById(taken).size() < taken.size()) {
            throw new Refused("time.refused.unknown");
        }
    }
}
