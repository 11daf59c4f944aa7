package org.convergence.cooperation.project.domain;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.ResultId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.RecipientWords;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the measurement framework of a project. */
@Service
@Transactional
@Requires(ProjectPermissions.EDIT)
public class IndicatorService {

    static final String TABLE = "cooperation.project_indicator";

    private static final int MOST = 300;

    private static final Set<String> PEOPLE = Set.of("personne", "personnes", "people", "persons", "personas");

    private final JdbcClient db;
    private final RecipientWords words;

    IndicatorService(JdbcClient db, RecipientWords words) {
        this.db = db;
        this.words = words;
    }

    /**
     * An indicator.
     *
     * @param wording 1 to 500 characters
     * @param unit what is counted, in at most 100 characters; may be empty: then that of the measure
     * @param bySex whether it counts people by sex; only for a quantity
     * @param dimensions by which it is disaggregated besides sex, as {@link Disaggregation#parse} reads them
     * @param addsUp whether the values of periods may be summed
     * @param plan its columns of the measurement framework
     * @param feed the realisations that feed it; {@code null} if its values are entered
     */
    public record IndicatorFacts(
            ResultId result,
            String wording,
            IndicatorKind kind,
            String unit,
            boolean bySex,
            String dimensions,
            boolean addsUp,
            MeasurementPlan plan,
            @Nullable FeedRule feed) {

        /** The same indicator of another result. */
        public IndicatorFacts withResult(ResultId other) {
            return new IndicatorFacts(other, wording, kind, unit, bySex, dimensions, addsUp, plan, feed);
        }
    }

    /**
     * How an indicator is measured. The texts may be empty.
     *
     * @param baseline the figure before the project; {@code null} if it is not known yet
     * @param baselineYear of the baseline
     * @param source of the data, in at most 500 characters
     * @param method of collection, in at most 500 characters
     * @param frequency at most 200 characters
     * @param responsible a function or an organisation, in at most 200 characters
     */
    public record MeasurementPlan(
            @Nullable Integer baselineYear,
            @Nullable IndicatorFigure baseline,
            String source,
            String method,
            String frequency,
            String responsible) {}

    /**
     * Adds an indicator to a result.
     *
     * @throws Refused if the result is not of the project, is an activity, or there are too many
     */
    @Transactional(label = "project.add-indicator")
    public IndicatorId add(ProjectId project, IndicatorFacts facts) {
        ProjectService.lock(db, project);
        requireResult(project, facts.result());
        int present = db.sql("SELECT count(*) FROM cooperation.project_indicator WHERE project = ?")
                .param(project.value())
                .query(Integer.class)
                .single();
        if (present >= MOST) {
            throw new Refused("project.refused.indicators", MOST);
        }
        Map<String, @Nullable Object> columns = columns(facts);
        IndicatorId id = new IndicatorId(Ids.next());
        columns.put("id", id.value());
        columns.put("project", project.value());
        columns.put("position", present);
        db.sql("INSERT INTO cooperation.project_indicator (%s) VALUES (:%s)"
                        .formatted(String.join(", ", columns.keySet()), String.join(", :", columns.keySet())))
                .params(columns)
                .update();
        return id;
    }

    /**
     * Changes an indicator.
     *
     * @throws Refused if it has values and would be of another kind, or entered ones and would be fed
     * @throws EditConflict if it was changed meanwhile
     */
    @Transactional(label = "project.correct-indicator")
    public void correct(ProjectId project, IndicatorId id, int version, IndicatorFacts facts) {
        ProjectService.lock(db, project);
        requireResult(project, facts.result());
        requireSameShape(id, facts);
        requireNothingEntered(id, facts);
        Map<String, @Nullable Object> columns = columns(facts);
        String set = String.join(
                ", ",
                columns.keySet().stream().map(name -> name + " = :" + name).toList());
        int written = db.sql("UPDATE cooperation.project_indicator SET " + set
                        + ", version = version + 1 WHERE id = :id AND project = :project AND version = :version")
                .params(columns)
                .param("id", id.value())
                .param("project", project.value())
                .param("version", version)
                .update();
        if (written == 0) {
            throw new EditConflict(TABLE, id.value(), version);
        }
    }

    private void requireResult(ProjectId project, ResultId result) {
        boolean measured = db.sql("""
                        SELECT EXISTS (SELECT FROM cooperation.project_result
                                       WHERE id = ? AND project = ? AND level <> 'ACTIVITY')
                        """)
                .params(result.value(), project.value())
                .query(Boolean.class)
                .single();
        if (!measured) {
            throw new Refused("project.refused.result");
        }
    }

    private void requireSameShape(IndicatorId id, IndicatorFacts facts) {
        boolean changes = db.sql("""
                        SELECT EXISTS (SELECT FROM cooperation.project_value v
                                       JOIN cooperation.project_indicator i ON i.id = v.indicator
                                       WHERE i.id = :id AND (i.kind <> :kind OR i.by_sex <> :bySex
                                            OR (i.dimensions <> :dimensions
                                                AND num_nonnulls(v.target_cells, v.actual_cells) > 0)))
                        """)
                .param("id", id.value())
                .param("kind", facts.kind().name())
                .param("bySex", facts.bySex())
                .param("dimensions", facts.dimensions())
                .query(Boolean.class)
                .single();
        if (changes) {
            throw new Refused("project.refused.shape");
        }
    }

    /** A feed that came later would replace what people entered, unsaid. */
    private void requireNothingEntered(IndicatorId id, IndicatorFacts facts) {
        if (facts.feed() != null
                && db.sql("""
                                SELECT EXISTS (SELECT FROM cooperation.project_value v
                                               JOIN cooperation.project_indicator i ON i.id = v.indicator
                                               WHERE i.id = ? AND i.feed_measure IS NULL
                                                 AND num_nonnulls(v.actual_number, v.actual_people_women, v.actual_words) > 0)
                                """).param(id.value()).query(Boolean.class).single()) {
            throw new Refused("project.refused.feed-entered");
        }
    }

    /** Participations are no people counted once: the unit that papers write is given, unless it names what is counted (R-GAR-5). */
    private String unit(IndicatorFacts facts) {
        FeedRule feed = facts.feed();
        boolean isOpen = facts.unit().isEmpty()
                || (feed != null
                        && feed.measure() == FeedMeasure.PARTICIPATIONS
                        && PEOPLE.contains(facts.unit().toLowerCase(Locale.ROOT)));
        return feed == null || !isOpen || feed.measure() == FeedMeasure.WILL_USE
                ? facts.unit()
                : words.forOrganisation().say("project.feed.unit." + feed.measure());
    }

    private Map<String, @Nullable Object> columns(IndicatorFacts facts) {
        MeasurementPlan plan = facts.plan();
        FeedRule feed = facts.feed();
        Map<String, @Nullable Object> all = new TreeMap<>(IndicatorFigure.columns("baseline", plan.baseline()));
        all.put("result", facts.result().value());
        all.put("wording", facts.wording());
        all.put("kind", facts.kind().name());
        all.put("unit", unit(facts));
        all.put("by_sex", facts.bySex());
        all.put("dimensions", facts.dimensions());
        all.put("adds_up", facts.addsUp());
        all.put("baseline_year", plan.baselineYear());
        all.put("source", plan.source());
        all.put("method", plan.method());
        all.put("frequency", plan.frequency());
        all.put("responsible", plan.responsible());
        all.put("feed_measure", feed == null ? null : feed.measure().name());
        all.put(
                "feed_kind",
                feed == null || feed.kind() == null ? null : feed.kind().name());
        all.put("feed_action", feed == null ? null : Identifier.uuidOf(feed.action()));
        all.put("feed_place", feed == null ? null : feed.place());
        all.put("feed_topic", feed == null ? null : feed.topic());
        all.put("feed_partner", feed == null ? null : Identifier.uuidOf(feed.partner()));
        return all;
    }

    /**
     * Removes an indicator with its targets.
     *
     * @throws Refused if it has values
     */
    @Transactional(label = "project.remove-indicator")
    public void remove(ProjectId project, IndicatorId id) {
        ProjectService.lock(db, project);
        boolean used = db.sql("""
                        SELECT EXISTS (SELECT FROM cooperation.project_value WHERE indicator = ?
                                       AND (state <> 'DRAFT'
                                            OR num_nonnulls(actual_number, actual_people_women, actual_words) > 0))
                        """).param(id.value()).query(Boolean.class).single();
        if (used) {
            throw new Refused("project.refused.indicator-used");
        }
        db.sql("""
                        DELETE FROM cooperation.project_value WHERE indicator =
                               (SELECT id FROM cooperation.project_indicator WHERE id = ? AND project = ?)
                        """).params(id.value(), project.value()).update();
        db.sql("DELETE FROM cooperation.project_indicator WHERE id = ? AND project = ?")
                .params(id.value(), project.value())
                .update();
    }

    /** What the values of an indicator are. */
    public enum IndicatorKind {
        /** A number. */
        QUANTITY,
        /** A part of a whole, kept as both numbers. */
        RATIO,
        /** Words, or a step of a scale in words. */
        QUALITATIVE;

        /** The message key of its name. */
        public String key() {
            return "project.indicator.kind." + name();
        }
    }

    /** What is counted of the realisations that feed an indicator. */
    public enum FeedMeasure {
        /** Participations, by sex; not unique people. */
        PARTICIPATIONS,
        REALISATIONS,
        /** Organisations that took part, each once. */
        ORGANISATIONS,
        /** Hours of staff and volunteers. */
        HOURS,
        COPIES,
        /** The share of participants who say that they will use what they learned. */
        WILL_USE;

        /** The kind of the indicators that it feeds. */
        public IndicatorKind kind() {
            return this == WILL_USE ? IndicatorKind.RATIO : IndicatorKind.QUANTITY;
        }

        /** The message key of its name. */
        public String key() {
            return "project.feed.measure." + name();
        }
    }
}
