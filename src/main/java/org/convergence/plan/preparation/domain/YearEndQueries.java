package org.convergence.plan.preparation.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanProgress;
import org.convergence.plan.actionplan.PlanProgress.ActionProgress;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.plan.actionplan.PlanSummary;
import org.convergence.plan.preparation.PreparationPermissions;
import org.convergence.plan.preparation.domain.YearEndQueries.YearEnd.MissingGroup;
import org.convergence.plan.preparation.domain.YearEndQueries.YearEnd.MissingItem;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.YearEndCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is missing before a year can be accounted for: one query for the checks of all modules, beside the plan. */
@Service
@Transactional(readOnly = true)
@Requires(PreparationPermissions.READ)
public class YearEndQueries {

    /** The things of one check that are listed; its own page has the others. */
    private static final int LISTED = 8;

    private final List<YearEndCheck> checks;
    private final ActionPlans plans;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    YearEndQueries(List<YearEndCheck> checks, ActionPlans plans, OrganisationSettings settings, JdbcClient db) {
        this.checks = checks.stream()
                .sorted(Comparator.comparingInt(YearEndCheck::order))
                .toList();
        this.plans = plans;
        this.settings = settings;
        this.db = db;
    }

    /** @param position of its check among {@link #checks} */
    private record YearEndRow(
            int position,
            long total,
            LocalDate day,
            @Nullable String title,
            String url) {}

    /** The year to close today; empty most of the time. */
    public Optional<YearEnd> findCurrent() {
        return PlanYear.findClosing(plans.findAll(), settings.current(), settings.today())
                .map(this::assemble);
    }

    /** The year of a plan, on any day. */
    public YearEnd find(PlanId plan) {
        return assemble(PlanYear.of(summary(plans, plan), settings.current(), settings.today()));
    }

    static PlanSummary summary(ActionPlans plans, PlanId plan) {
        return plans.findAll().stream()
                .filter(each -> each.id().equals(plan) && each.status() != PlanStatus.DRAFT)
                .findFirst()
                .orElseThrow(() -> new NotFound("plan"));
    }

    private YearEnd assemble(PlanYear year) {
        List<MissingGroup> groups = new ArrayList<>();
        Map<Integer, List<YearEndRow>> rows =
                findMissing(year).stream().collect(Collectors.groupingBy(YearEndRow::position));
        MissingGroup report = null;
        for (int position = 0; position < checks.size(); position++) {
            List<YearEndRow> missing = rows.getOrDefault(position, List.of());
            if (!missing.isEmpty()) {
                MissingGroup group = toGroup(checks.get(position), missing);
                if (group.check().order() == YearEndCheck.REPORT) {
                    report = group;
                } else {
                    groups.add(group);
                }
            }
        }
        return new YearEnd(year, findSilent(year), groups, report);
    }

    private static MissingGroup toGroup(YearEndCheck check, List<YearEndRow> rows) {
        return new MissingGroup(
                check,
                (int) rows.get(0).total(),
                rows.stream()
                        .map(row -> new MissingItem(row.day(), row.title(), row.url()))
                        .toList());
    }

    /** A closed plan cannot be changed: what was not said of its actions stays unsaid. */
    private List<ActionProgress> findSilent(PlanYear year) {
        return year.plan().status() == PlanStatus.CLOSED
                ? List.of()
                : actions(plans.progress(year.plan().id())).stream()
                        .filter(YearEndQueries::isSilent)
                        .toList();
    }

    private static boolean isSilent(ActionProgress action) {
        return action.evidence().done() == 0
                && action.state() != ActionState.DONE
                && !action.state().isSetAside();
    }

    /** The actions of a plan in order; their sub-actions are told with them. */
    static List<ActionProgress> actions(PlanProgress progress) {
        return progress.objectives().stream()
                .flatMap(objective -> objective.means().stream())
                .flatMap(means -> means.actions().stream())
                .toList();
    }

    private List<YearEndRow> findMissing(PlanYear year) {
        String sql = IntStream.range(0, checks.size())
                .filter(position -> CurrentActor.get().may(checks.get(position).permission()))
                .mapToObj(
                        position -> """
                        (SELECT %d AS position, count(*) OVER () AS total, c.day, CAST(c.title AS text) AS title, c.url
                         FROM (%s) AS c ORDER BY c.day, c.id LIMIT :listed)
                        """.formatted(position, checks.get(position).sql()))
                .collect(Collectors.joining(" UNION ALL "));
        if (sql.isEmpty()) {
            return List.of();
        }
        return db.sql("SELECT * FROM (" + sql + ") AS missing ORDER BY position, day")
                .param("plan", year.plan().id().value())
                .param("from", year.from())
                .param("to", year.to())
                .param("listed", LISTED)
                .query(RecordMapper.of(YearEndRow.class))
                .list();
    }

    /**
     * What is missing before a year can be accounted for.
     *
     * @param silent actions without any realisation, and without a word that says why
     * @param groups what the modules miss, in their order; without empty ones and without the report
     * @param report what is missing of the annual report; {@code null} once it is filed, or for a reader that cannot write it
     */
    public record YearEnd(
            PlanYear year,
            List<ActionProgress> silent,
            List<MissingGroup> groups,
            @Nullable MissingGroup report) {

        /**
         * The things that one check misses.
         *
         * @param total number of things; the first of them are listed
         */
        public record MissingGroup(YearEndCheck check, int total, List<MissingItem> things) {}

        /** A thing to settle, on its page. */
        public record MissingItem(LocalDate day, @Nullable String title, String url) {}

        /** The number of things to settle, apart from the report. */
        public int count() {
            return silent.size() + groups.stream().mapToInt(MissingGroup::total).sum();
        }
    }
}
