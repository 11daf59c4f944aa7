package org.convergence.cooperation.project.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.domain.IndicatorFeed.FedCell;
import org.convergence.cooperation.project.domain.IndicatorFeed.FedFacts;
import org.convergence.cooperation.project.domain.IndicatorFigure.PeopleBySex;
import org.convergence.cooperation.project.domain.IndicatorService.IndicatorKind;
import org.convergence.cooperation.project.domain.MeasurementQueries.IndicatorRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ProjectPeriodRow;
import org.convergence.cooperation.project.domain.MeasurementQueries.ValueRow;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets targets; enters, submits, returns and approves values, until their period is locked. */
@Service
@Transactional
@Requires(ProjectPermissions.EDIT)
public class IndicatorValueService {

    static final String TABLE = "cooperation.project_value";

    private final JdbcClient db;
    private final MeasurementQueries queries;
    private final IndicatorFeed feed;
    private final OrganisationSettings settings;

    IndicatorValueService(
            JdbcClient db, MeasurementQueries queries, IndicatorFeed feed, OrganisationSettings settings) {
        this.db = db;
        this.queries = queries;
        this.feed = feed;
        this.settings = settings;
    }

    /** The place of a value. */
    public record ValuePlace(ProjectId project, IndicatorId indicator, ProjectPeriodId period) {}

    /** The value's indicator, its period that is not locked, and its row if there is one. */
    private record OpenCell(IndicatorRow indicator, ProjectPeriodRow period, Optional<ValueRow> row) {

        ValueState state() {
            return row.map(ValueRow::state).orElse(ValueState.DRAFT);
        }

        int version() {
            return row.map(ValueRow::version).orElse(0);
        }
    }

    private OpenCell lock(ValuePlace place) {
        ProjectService.lock(db, place.project());
        IndicatorRow indicator = queries.findIndicator(place.project(), place.indicator());
        ProjectPeriodRow period = queries.findPeriod(place.project(), place.period());
        if (period.isLocked()) {
            throw new Refused("project.refused.locked");
        }
        return new OpenCell(indicator, period, queries.findValue(place));
    }

    /**
     * Sets a target.
     *
     * @param version of the value on which the form was opened, 0 if there was none
     * @param target {@code null} for none
     * @param reason in at most 500 characters; may be empty while there is no result
     * @throws Refused if a target changes after results exist and there is no reason, or the period is locked
     * @throws EditConflict if the value was changed meanwhile
     */
    @Transactional(label = "project.set-target")
    public void setTarget(ValuePlace place, int version, @Nullable IndicatorFigure target, String reason) {
        OpenCell cell = lock(place);
        requireVersion(cell, version);
        IndicatorFigure before = cell.row().map(ValueRow::target).orElse(null);
        boolean changes = before != null && !before.isSame(target);
        if (changes && reason.isBlank() && hasResults(cell)) {
            throw new Refused("project.refused.target-reason");
        }
        Map<String, @Nullable Object> columns = new TreeMap<>(IndicatorFigure.columns("target", target));
        // The same target again keeps the reason of its last change.
        if (before == null || changes || !reason.isBlank()) {
            columns.put("target_reason", reason);
        }
        write(cell, columns);
    }

    /** Whether the indicator has a value in the period: entered, or from a realisation. */
    private boolean hasResults(OpenCell cell) {
        return cell.row().map(ValueRow::actual).isPresent()
                || !feed.find(List.of(cell.indicator()), List.of(cell.period())).isEmpty();
    }

    /**
     * Enters a value.
     *
     * @param explanation of the variance, in at most 2,000 characters; may be empty
     * @throws Refused if the indicator is fed, the value is submitted or approved, or the period is locked
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "project.enter")
    public void enter(ValuePlace place, int version, @Nullable IndicatorFigure actual, String explanation) {
        OpenCell cell = lock(place);
        requireVersion(cell, version);
        if (!cell.state().isOpen()) {
            throw new Refused("project.refused.submitted");
        }
        if (cell.indicator().rule() != null && actual != null) {
            throw new Refused("project.refused.fed");
        }
        Map<String, @Nullable Object> columns = new TreeMap<>(IndicatorFigure.columns("actual", actual));
        columns.put("explanation", explanation);
        columns.put("state", ValueState.DRAFT.name());
        write(cell, columns);
    }

    /**
     * Adds a number to the value entered so far. People of an indicator by sex are not stated.
     *
     * @throws Refused if the indicator is no entered number, it counts people and the number is not whole, the value is
     *     submitted or approved, or the period is locked
     */
    @Transactional(label = "project.count")
    public void add(ValuePlace place, BigDecimal number) {
        OpenCell cell = lock(place);
        if (cell.indicator().kind() != IndicatorKind.QUANTITY
                || cell.indicator().rule() != null
                || !cell.state().isOpen()) {
            throw new Refused("project.refused.count");
        }
        IndicatorFigure more = IndicatorFigure.of(number.setScale(2, RoundingMode.HALF_UP));
        if (cell.indicator().bySex()) {
            int people = TextParser.wholeNumber(number.stripTrailingZeros().toPlainString())
                    .filter(many -> many >= 0 && many <= PeopleBySex.MOST)
                    .orElseThrow(() -> new Refused("project.refused.people"));
            more = IndicatorFigure.of(new PeopleBySex(0, 0, 0, people));
        }
        IndicatorFigure counted = more;
        Map<String, @Nullable Object> columns = new TreeMap<>(IndicatorFigure.columns(
                "actual",
                cell.row()
                        .map(ValueRow::actual)
                        .flatMap(before -> before.plus(counted))
                        .orElse(counted)));
        columns.put("state", ValueState.DRAFT.name());
        write(cell, columns);
    }

    /**
     * Submits a value; that of a fed indicator is counted now and stays.
     *
     * @throws Refused if there is none, it is submitted already, or the period is locked or has not begun
     */
    @Transactional(label = "project.submit")
    public void submit(ValuePlace place) {
        OpenCell cell = lock(place);
        if (!cell.state().isOpen()) {
            throw new Refused("project.refused.submitted");
        }
        if (cell.period().startsOn().isAfter(settings.today())) {
            throw new Refused("project.refused.future");
        }
        Map<String, @Nullable Object> columns = new TreeMap<>();
        FeedRule rule = cell.indicator().rule();
        if (rule != null) {
            IndicatorFigure figure = feed.find(List.of(cell.indicator()), List.of(cell.period()))
                    .getOrDefault(new FedCell(place.indicator(), place.period()), FedFacts.NONE)
                    .count(cell.indicator(), rule);
            if (figure == null) {
                throw new Refused("project.refused.no-value");
            }
            columns.putAll(IndicatorFigure.columns("actual", figure));
        } else if (cell.row().map(ValueRow::actual).isEmpty()) {
            throw new Refused("project.refused.no-value");
        }
        columns.put("state", ValueState.SUBMITTED.name());
        columns.put("submitted_on", settings.today());
        columns.put("returned_comment", "");
        write(cell, columns);
    }

    /**
     * Returns a submitted or approved value.
     *
     * @param comment 1 to 1,000 characters
     * @throws Refused if it is neither, or the period is locked
     */
    @Transactional(label = "project.return")
    @Requires(ProjectPermissions.APPROVE)
    public void returnWithComment(ValuePlace place, String comment) {
        OpenCell cell = lock(place);
        if (cell.state().isOpen()) {
            throw new Refused("project.refused.not-submitted");
        }
        Map<String, @Nullable Object> columns = new TreeMap<>();
        columns.put("state", ValueState.RETURNED.name());
        columns.put("returned_comment", comment);
        write(cell, columns);
    }

    /**
     * Approves a submitted value.
     *
     * @throws Refused if it is not submitted, or the period is locked
     */
    @Transactional(label = "project.approve")
    @Requires(ProjectPermissions.APPROVE)
    public void approve(ValuePlace place) {
        OpenCell cell = lock(place);
        if (cell.state() != ValueState.SUBMITTED) {
            throw new Refused("project.refused.not-submitted");
        }
        Map<String, @Nullable Object> columns = new TreeMap<>();
        columns.put("state", ValueState.APPROVED.name());
        write(cell, columns);
    }

    private static void requireVersion(OpenCell cell, int version) {
        cell.row().ifPresent(row -> OptimisticLock.requireSameVersion(TABLE, row.id(), version, cell.version()));
    }

    /** Writes columns of the value's row, which is locked with its project, or inserts it. */
    private void write(OpenCell cell, Map<String, @Nullable Object> columns) {
        if (cell.row().isPresent()) {
            String set = String.join(
                    ", ",
                    columns.keySet().stream().map(name -> name + " = :" + name).toList());
            db.sql("UPDATE cooperation.project_value SET " + set + ", version = version + 1 WHERE id = :id")
                    .params(columns)
                    .param("id", cell.row().get().id())
                    .update();
            return;
        }
        columns.put("id", Ids.next());
        columns.put("indicator", cell.indicator().id().value());
        columns.put("period", cell.period().id().value());
        columns.putIfAbsent("state", ValueState.DRAFT.name());
        db.sql("INSERT INTO cooperation.project_value (%s) VALUES (:%s)"
                        .formatted(String.join(", ", columns.keySet()), String.join(", :", columns.keySet())))
                .params(columns)
                .update();
    }

    /** The state of a value. */
    public enum ValueState {
        DRAFT(Tone.AHEAD),
        SUBMITTED(Tone.ACTIVE),
        /** Sent back with a comment. */
        RETURNED(Tone.WARN),
        APPROVED(Tone.OK);

        private final Tone tone;

        ValueState(Tone tone) {
            this.tone = tone;
        }

        public Tone tone() {
            return tone;
        }

        /** Whether the value may be entered or changed. */
        public boolean isOpen() {
            return this == DRAFT || this == RETURNED;
        }

        /** The message key of its name. */
        public String key() {
            return "project.value.state." + name();
        }
    }
}
