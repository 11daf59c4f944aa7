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
import org.convergence.directory.people.People;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.TimeProposal;
import org.convergence.plan.time.TimeProposal.Proposed;
import org.convergence.plan.time.domain.WeekSheet.Day;
import org.convergence.plan.time.domain.WeekSheet.Line;
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
public class SheetReading {

    private static final int WEEKS_BACK = 4;
    private static final int LATELY = 6;

    private final SheetStore store;
    private final SheetEntries entries;
    private final WorkDays work;
    private final ActionPlans plans;
    private final People people;
    private final List<TimeProposal> proposals;
    private final JdbcClient db;

    SheetReading(
            SheetStore store,
            SheetEntries entries,
            WorkDays work,
            ActionPlans plans,
            People people,
            List<TimeProposal> proposals,
            JdbcClient db) {
        this.store = store;
        this.entries = entries;
        this.work = work;
        this.plans = plans;
        this.people = people;
        this.proposals = proposals;
        this.db = db;
    }

    /** One's own, with proposals while it may be changed. */
    @Requires(TimePermissions.OWN)
    public WeekSheet own(Week week) {
        PersonId me = SheetKeeping.me();
        SheetStore.Sheet sheet = store.find(me, week).orElse(SheetStore.Sheet.NONE);
        WorkDays.Known known = work.of(me, week.monday(), week.sunday());
        Map<Post, Map<LocalDate, BigDecimal>> saved = byPost(entries.cells(me, week));
        Map<Post, Map<LocalDate, BigDecimal>> proposed =
                sheet.state().isOpen() ? proposed(me, week, known, sheet, saved.keySet()) : Map.of();
        Set<Post> lately = sheet.state().isOpen() ? lately(me, week) : Set.of();
        return sheet(me, week, sheet, known, saved, proposed, lately, false);
    }

    /** Another person's, as saved, with the permission to edit or approve it. */
    @Requires(TimePermissions.CHECK)
    public WeekSheet of(PersonId person, Week week) {
        boolean decides = store.decides(person, week);
        if (!decides && !CurrentActor.get().may(TimePermissions.KEEP)) {
            throw new NotFound("sheet");
        }
        SheetStore.Sheet sheet = store.find(person, week).orElse(SheetStore.Sheet.NONE);
        WorkDays.Known known = work.of(person, week.monday(), week.sunday());
        return sheet(person, week, sheet, known, byPost(entries.cells(person, week)), Map.of(), Set.of(), decides);
    }

    private WeekSheet sheet(
            PersonId person,
            Week week,
            SheetStore.Sheet sheet,
            WorkDays.Known known,
            Map<Post, Map<LocalDate, BigDecimal>> saved,
            Map<Post, Map<LocalDate, BigDecimal>> proposed,
            Set<Post> lately,
            boolean decides) {
        PersonName name = people.personNames(List.of(person)).get(person);
        if (name == null) {
            throw new NotFound("person");
        }
        Set<Post> posts = new LinkedHashSet<>(saved.keySet());
        posts.addAll(proposed.keySet());
        posts.addAll(lately);
        posts.remove(Post.OFFICE);
        Names names = names(posts);
        List<Line> lines = new ArrayList<>();
        posts.forEach(post -> lines.add(line(post, names, saved, proposed)));
        boolean guessed = !saved.containsKey(Post.OFFICE) && proposed.containsKey(Post.OFFICE);
        lines.add(new Line(
                Post.OFFICE, null, null, (guessed ? proposed : saved).getOrDefault(Post.OFFICE, Map.of()), guessed));
        List<Day> days =
                week.days().stream().map(day -> day(person, day, known)).toList();
        Hours hours = known.of(person, week.monday(), week.sunday());
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

    private static Line line(
            Post post,
            Names names,
            Map<Post, Map<LocalDate, BigDecimal>> saved,
            Map<Post, Map<LocalDate, BigDecimal>> proposed) {
        String happened = names.happened(post);
        String action = names.action(post);
        Map<LocalDate, BigDecimal> hours =
                saved.containsKey(post) ? saved.getOrDefault(post, Map.of()) : proposed.getOrDefault(post, Map.of());
        return new Line(
                post,
                action == null ? Objects.requireNonNullElse(happened, "–") : action,
                action == null ? null : happened,
                hours,
                proposed.containsKey(post) && !saved.containsKey(post));
    }

    private static Day day(PersonId person, LocalDate day, WorkDays.Known known) {
        Hours hours = known.of(person, day, day);
        return new Day(day, hours.worked(), hours.leave(), known.closed().get(day));
    }

    /** The proposals that the actor has not seen yet. */
    private Map<Post, Map<LocalDate, BigDecimal>> proposed(
            PersonId me, Week week, WorkDays.Known known, SheetStore.Sheet sheet, Set<Post> saved) {
        List<LocalDate> working = week.days().stream()
                .filter(day -> known.of(me, day, day).worked().signum() > 0)
                .toList();
        Map<Post, Map<LocalDate, BigDecimal>> found = new LinkedHashMap<>();
        proposals.stream()
                .flatMap(each -> each.of(me, week.days(), working).stream())
                .filter(each -> each.since().isAfter(sheet.savedAt()))
                .forEach(each -> spread(each)
                        .forEach(cell -> found.computeIfAbsent(cell.post(), post -> new TreeMap<>())
                                .merge(cell.day(), cell.hours(), BigDecimal::add)));
        found.keySet().removeAll(saved);
        return found;
    }

    private static List<Cell> spread(Proposed proposed) {
        List<ActionId> actions = new ArrayList<>(proposed.actions());
        if (actions.isEmpty()) {
            return List.of(new Cell(new Post(null, proposed.realisation()), proposed.day(), proposed.hours()));
        }
        actions.sort((one, other) -> one.value().compareTo(other.value()));
        List<BigDecimal> shares = SheetPolicy.share(proposed.hours(), actions.size());
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < actions.size(); i++) {
            if (shares.get(i).signum() > 0) {
                cells.add(new Cell(new Post(actions.get(i), proposed.realisation()), proposed.day(), shares.get(i)));
            }
        }
        return cells;
    }

    /** The actions of the preceding weeks, the most recent first. */
    private Set<Post> lately(PersonId me, Week week) {
        return new LinkedHashSet<>(db.sql("""
                        SELECT action FROM plan.time_entry
                        WHERE person = :me AND monday < :monday AND monday >= :since AND action IS NOT NULL
                        GROUP BY action ORDER BY max(day) DESC, sum(hours) DESC, action LIMIT :limit
                        """)
                .param("me", me.value())
                .param("monday", week.monday())
                .param("since", week.plus(-WEEKS_BACK).monday())
                .param("limit", LATELY)
                .query((row, n) -> Post.of(new ActionId(row.getObject(1, UUID.class))))
                .list());
    }

    private static Map<Post, Map<LocalDate, BigDecimal>> byPost(List<Cell> cells) {
        Map<Post, Map<LocalDate, BigDecimal>> all = new LinkedHashMap<>();
        cells.forEach(cell ->
                all.computeIfAbsent(cell.post(), post -> new TreeMap<>()).put(cell.day(), cell.hours()));
        return all;
    }

    private record Names(Map<ActionId, PlanLine> lines, Map<UUID, String> titles) {

        @Nullable
        String action(Post post) {
            PlanLine line = post.action() == null ? null : lines.get(post.action());
            return line == null ? null : line.label();
        }

        @Nullable
        String happened(Post post) {
            return post.realisation() == null
                    ? null
                    : titles.get(post.realisation().value());
        }
    }

    private Names names(Collection<Post> posts) {
        List<ActionId> actions = posts.stream()
                .flatMap(post -> Stream.ofNullable(post.action()))
                .distinct()
                .toList();
        Map<UUID, String> titles = new HashMap<>();
        db.sql("SELECT id, title FROM plan.realisation WHERE id = ANY (:ids)")
                .param(
                        "ids",
                        posts.stream()
                                .flatMap(post -> Stream.ofNullable(post.realisation()))
                                .map(id -> id.value())
                                .distinct()
                                .toArray(UUID[]::new))
                .query((row, n) -> titles.put(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        return new Names(actions.isEmpty() ? Map.of() : plans.linesOf(actions), titles);
    }
}
