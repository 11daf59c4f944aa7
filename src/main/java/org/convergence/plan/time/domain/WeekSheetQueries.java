package org.convergence.plan.time.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.TimeProposalSource;
import org.convergence.plan.time.TimeProposalSource.ProposedHours;
import org.convergence.plan.time.domain.WeekSheet.WeekSheetDay;
import org.convergence.plan.time.domain.WeekSheet.WeekSheetLine;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a week's sheet: the saved hours, the proposals, and recently used lines. */
@Service
@Transactional(readOnly = true)
public class WeekSheetQueries {

    private static final int WEEKS_BACK = 4;
    private static final int LATELY = 6;

    private final WeekSheetRepository store;
    private final SheetEntryRepository entries;
    private final WorkDayQueries workDayQueries;
    private final ActionPlans plans;
    private final PeopleDirectory people;
    private final List<TimeProposalSource> proposals;
    private final JdbcClient db;

    WeekSheetQueries(
            WeekSheetRepository store,
            SheetEntryRepository entries,
            WorkDayQueries workDayQueries,
            ActionPlans plans,
            PeopleDirectory people,
            List<TimeProposalSource> proposals,
            JdbcClient db) {
        this.store = store;
        this.entries = entries;
        this.workDayQueries = workDayQueries;
        this.plans = plans;
        this.people = people;
        this.proposals = proposals;
        this.db = db;
    }

    /** One's own, with proposals while it may be changed. */
    @Requires(TimePermissions.OWN)
    public WeekSheet findOwn(Week week) {
        PersonId me = WeekSheetService.currentPerson();
        WeekSheetRepository.SheetHeader sheet = store.find(me, week).orElse(WeekSheetRepository.SheetHeader.NONE);
        WorkDayQueries.WorkDayData known = workDayQueries.findByPerson(me, week.monday(), week.sunday());
        Map<TimePost, Map<LocalDate, BigDecimal>> saved = byPost(entries.cells(me, week));
        Map<TimePost, Map<LocalDate, BigDecimal>> proposed =
                sheet.state().isOpen() ? proposed(me, week, known, sheet, saved.keySet()) : Map.of();
        Set<TimePost> lately = sheet.state().isOpen() ? lately(me, week) : Set.of();
        return sheet(me, week, sheet, known, saved, proposed, lately, false);
    }

    /** Another person's, as saved, with the permission to edit or approve it. */
    @Requires(TimePermissions.CHECK)
    public WeekSheet findForPerson(PersonId person, Week week) {
        boolean decides = store.mayDecide(person, week);
        if (!decides && !CurrentActor.get().may(TimePermissions.KEEP)) {
            throw new NotFound("sheet");
        }
        WeekSheetRepository.SheetHeader sheet = store.find(person, week).orElse(WeekSheetRepository.SheetHeader.NONE);
        WorkDayQueries.WorkDayData known = workDayQueries.findByPerson(person, week.monday(), week.sunday());
        return sheet(person, week, sheet, known, byPost(entries.cells(person, week)), Map.of(), Set.of(), decides);
    }

    private WeekSheet sheet(
            PersonId person,
            Week week,
            WeekSheetRepository.SheetHeader sheet,
            WorkDayQueries.WorkDayData known,
            Map<TimePost, Map<LocalDate, BigDecimal>> saved,
            Map<TimePost, Map<LocalDate, BigDecimal>> proposed,
            Set<TimePost> lately,
            boolean decides) {
        PersonName name = people.personNames(List.of(person)).get(person);
        if (name == null) {
            throw new NotFound("person");
        }
        Set<TimePost> posts = new LinkedHashSet<>(saved.keySet());
        posts.addAll(proposed.keySet());
        posts.addAll(lately);
        posts.remove(TimePost.OFFICE);
        SheetLineNames names = names(posts);
        List<WeekSheetLine> lines = new ArrayList<>();
        posts.forEach(post -> lines.add(line(post, names, saved, proposed)));
        boolean guessed = !saved.containsKey(TimePost.OFFICE) && proposed.containsKey(TimePost.OFFICE);
        lines.add(new WeekSheetLine(
                TimePost.OFFICE,
                null,
                null,
                (guessed ? proposed : saved).getOrDefault(TimePost.OFFICE, Map.of()),
                guessed));
        List<WeekSheetDay> days =
                week.days().stream().map(day -> day(person, day, known)).toList();
        WorkingHours hours = known.hoursOf(person, week.monday(), week.sunday());
        return new WeekSheet(
                name,
                week,
                sheet.version(),
                sheet.state(),
                lines,
                days,
                sheet.submittedAt(),
                sheet.decidedAt(),
                sheet.decidedName(),
                sheet.comment(),
                hours.office(),
                decides);
    }

    private static WeekSheetLine line(
            TimePost post,
            SheetLineNames names,
            Map<TimePost, Map<LocalDate, BigDecimal>> saved,
            Map<TimePost, Map<LocalDate, BigDecimal>> proposed) {
        String happened = names.happened(post);
        String action = names.action(post);
        Map<LocalDate, BigDecimal> hours =
                saved.containsKey(post) ? saved.getOrDefault(post, Map.of()) : proposed.getOrDefault(post, Map.of());
        return new WeekSheetLine(
                post,
                action == null ? Objects.requireNonNullElse(happened, "–") : action,
                action == null ? null : happened,
                hours,
                proposed.containsKey(post) && !saved.containsKey(post));
    }

    private static WeekSheetDay day(PersonId person, LocalDate day, WorkDayQueries.WorkDayData known) {
        WorkingHours hours = known.hoursOf(person, day, day);
        return new WeekSheetDay(
                day, hours.worked(), hours.leave(), known.closed().get(day));
    }

    /** The proposals that the actor has not seen yet. */
    private Map<TimePost, Map<LocalDate, BigDecimal>> proposed(
            PersonId me,
            Week week,
            WorkDayQueries.WorkDayData known,
            WeekSheetRepository.SheetHeader sheet,
            Set<TimePost> saved) {
        List<LocalDate> working = week.days().stream()
                .filter(day -> known.hoursOf(me, day, day).worked().signum() > 0)
                .toList();
        Map<TimePost, Map<LocalDate, BigDecimal>> found = new LinkedHashMap<>();
        proposals.stream()
                .flatMap(each -> each.propose(me, week.days(), working).stream())
                .filter(each -> each.since().isAfter(sheet.savedAt()))
                .forEach(each -> spread(each)
                        .forEach(cell -> found.computeIfAbsent(cell.post(), post -> new TreeMap<>())
                                .merge(cell.day(), cell.hours(), BigDecimal::add)));
        found.keySet().removeAll(saved);
        return found;
    }

    private static List<HoursCell> spread(ProposedHours proposed) {
        List<ActionId> actions = new ArrayList<>(proposed.actions());
        if (actions.isEmpty()) {
            return List.of(new HoursCell(new TimePost(null, proposed.realisation()), proposed.day(), proposed.hours()));
        }
        actions.sort((one, other) -> one.value().compareTo(other.value()));
        List<BigDecimal> shares = WeekSheetPolicy.split(proposed.hours(), actions.size());
        List<HoursCell> cells = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            if (shares.get(i).signum() > 0) {
                cells.add(new HoursCell(
                        new TimePost(actions.get(i), proposed.realisation()), proposed.day(), shares.get(i)));
            }
        }
        return cells;
    }

    /** The actions of the preceding weeks, the most recent first. */
    private Set<TimePost> lately(PersonId me, Week week) {
        return new LinkedHashSet<>(db.sql("""
                        SELECT action FROM plan.time_entry
                        WHERE person = :me AND monday < :monday AND monday >= :since AND action IS NOT NULL
                        GROUP BY action ORDER BY max(day) DESC, sum(hours) DESC, action LIMIT :limit
                        """)
                .param("me", me.value())
                .param("monday", week.monday())
                .param("since", week.plus(-WEEKS_BACK).monday())
                .param("limit", LATELY)
                .query((row, n) -> TimePost.of(new ActionId(row.getObject(1, UUID.class))))
                .list());
    }

    private static Map<TimePost, Map<LocalDate, BigDecimal>> byPost(List<HoursCell> cells) {
        Map<TimePost, Map<LocalDate, BigDecimal>> all = new LinkedHashMap<>();
        cells.forEach(cell ->
                all.computeIfAbsent(cell.post(), post -> new TreeMap<>()).put(cell.day(), cell.hours()));
        return all;
    }

    private record SheetLineNames(Map<ActionId, PlanLine> lines, Map<UUID, String> titles) {

        @Nullable
        String action(TimePost post) {
            PlanLine line = post.action() == null ? null : lines.get(post.action());
            return line == null ? null : line.label();
        }

        @Nullable
        String happened(TimePost post) {
            return post.realisation() == null
                    ? null
                    : titles.get(post.realisation().value());
        }
    }

    private SheetLineNames names(Collection<TimePost> posts) {
        List<ActionId> actions = posts.stream()
                .flatMap(post -> Stream.ofNullable(post.action()))
                .distinct()
                .toList();
        Map<UUID, String> titles = new HashMap<>();
        db.sql("SELECT id, title FROM plan.realisation_summary WHERE id = ANY (:ids)")
                .param(
                        "ids",
                        posts.stream()
                                .flatMap(post -> Stream.ofNullable(post.realisation()))
                                .map(id -> id.value())
                                .distinct()
                                .toArray(UUID[]::new))
                .query((row, n) -> titles.put(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        return new SheetLineNames(actions.isEmpty() ? Map.of() : plans.findLinesById(actions), titles);
    }
}
