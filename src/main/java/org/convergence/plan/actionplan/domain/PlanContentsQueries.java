package org.convergence.plan.actionplan.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.plan.actionplan.ActionState;
import org.convergence.plan.actionplan.Area;
import org.convergence.plan.actionplan.EffortSize;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.MeansLine;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.ReadCache;
import org.convergence.platform.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads whole plans in three queries, whatever their size and number. Ids are bound as a list rather than an array: the
 * statement for one plan, nearly every call, keeps its prepared plan.
 */
@Component
record PlanContentsQueries(JdbcClient jdbc) {

    private static final String HEADERS = """
        SELECT p.*, (SELECT count(*) FROM plan.actionplan_amendment a WHERE a.plan = p.id) AS amendments
        FROM plan.actionplan_plan p
        WHERE p.id IN (:plans)
        """;

    private static final String OUTLINE = """
        SELECT 'OBJECTIVE' AS level, id, version, plan, NULL::uuid AS objective, position, code, title, text,
               NULL AS area, dropped_on, dropped_reason
        FROM plan.actionplan_objective WHERE plan IN (:plans)
        UNION ALL
        SELECT 'MEANS', id, version, plan, objective, position, code, title, text, area, dropped_on, dropped_reason
        FROM plan.actionplan_means WHERE plan IN (:plans)
        ORDER BY position, id
        """;

    private static final String ENTRIES = """
        SELECT a.id, a.version, a.plan, a.means, a.parent, a.position, a.code, a.title, a.text, a.conditions,
               a.commitment, a.target, a.dropped_on, a.dropped_reason, f.action AS followed,
               f.version AS followed_version, f.responsible, f.responsible_words, f.window_from, f.window_to,
               f.due_words, f.times_per_year, f.rhythm_since, f.effort, f.completed_on, f.completed_words,
               f.stated, f.stated_reason, f.stated_on, p.display_name AS responsible_name, h.helper_ids,
               h.helper_names
        FROM plan.actionplan_action a
        LEFT JOIN plan.actionplan_follow_up f ON f.action = a.id
        LEFT JOIN directory.people_person_name p ON p.id = f.responsible
        LEFT JOIN LATERAL (
            SELECT array_agg(s.person ORDER BY q.sort_name) AS helper_ids,
                   array_agg(q.display_name ORDER BY q.sort_name) AS helper_names
            FROM plan.actionplan_support s JOIN directory.people_person_name q ON q.id = s.person
            WHERE s.action = f.action
        ) h ON true
        WHERE a.plan IN (:plans)
        ORDER BY a.position, a.id
        """;
    private static final RecordMapper<Plan> PLANS = RecordMapper.of(Plan.class);
    private static final RecordMapper<Objective> OBJECTIVES = RecordMapper.of(Objective.class);
    private static final RecordMapper<Means> MEANS = RecordMapper.of(Means.class);
    private static final RecordMapper<Action> ACTIONS = RecordMapper.of(Action.class);

    PlanContents findByPlans(PlanId plan) {
        return findByPlans(List.of(plan)).stream().findFirst().orElseThrow(() -> new NotFound("plan"));
    }

    /** The plans, the latest period first; missing ids are left out. A page reads each plan once. */
    List<PlanContents> findByPlans(Collection<PlanId> plans) {
        return ReadCache.getAll(PlanContents.class, plans, this::read).values().stream()
                .sorted(Comparator.comparing(PlanContents::header, PlanHeader.LATEST_FIRST))
                .toList();
    }

    private Map<PlanId, PlanContents> read(Collection<PlanId> plans) {
        List<UUID> ids = plans.stream().map(PlanId::value).toList();
        Map<PlanId, List<Objective>> objectives = new LinkedHashMap<>();
        Map<PlanId, List<Means>> means = new LinkedHashMap<>();
        jdbc.sql(OUTLINE).param("plans", ids).query(rows -> {
            if (rows.getString("level").equals("OBJECTIVE")) {
                Objective objective = OBJECTIVES.mapRow(rows, 0);
                objectives
                        .computeIfAbsent(objective.plan(), id -> new ArrayList<>())
                        .add(objective);
            } else {
                Means each = MEANS.mapRow(rows, 0);
                means.computeIfAbsent(each.plan(), id -> new ArrayList<>()).add(each);
            }
        });
        Map<PlanId, List<PlanContents.ActionEntry>> entries =
                jdbc.sql(ENTRIES).param("plans", ids).query(PlanContentsQueries::entry).list().stream()
                        .collect(Collectors.groupingBy(entry -> entry.action().plan()));
        return jdbc.sql(HEADERS).param("plans", ids).query(PlanContentsQueries::header).list().stream()
                .collect(Collectors.toMap(
                        PlanHeader::id,
                        header -> new PlanContents(
                                header,
                                objectives.getOrDefault(header.id(), List.of()),
                                means.getOrDefault(header.id(), List.of()),
                                entries.getOrDefault(header.id(), List.of()))));
    }

    PlanHeader header(PlanId plan) {
        return jdbc.sql(HEADERS)
                .param("plans", List.of(plan.value()))
                .query(PlanContentsQueries::header)
                .optional()
                .orElseThrow(() -> new NotFound("plan"));
    }

    List<MeansLine> means(Collection<PlanId> plans) {
        return jdbc.sql("""
            SELECT m.id, m.plan, m.code, m.title
            FROM plan.actionplan_means m JOIN plan.actionplan_objective o ON o.id = m.objective
            WHERE m.plan IN (:plans) ORDER BY o.position, o.id, m.position, m.id
            """)
                .param("plans", plans.stream().map(PlanId::value).toList())
                .query(RecordMapper.of(MeansLine.class))
                .list();
    }

    /** The whole plan without dropped lines. */
    PlanTree tree(PlanId plan) {
        return assembleTree(findByPlans(plan), sections(plan));
    }

    List<PlanTree.SectionNode> sections(PlanId plan) {
        return jdbc.sql("""
            SELECT id, kind, title, text FROM plan.actionplan_section WHERE plan = ? ORDER BY position, id
            """)
                .param(plan.value())
                .query(RecordMapper.of(PlanTree.SectionNode.class))
                .list();
    }

    private static PlanHeader header(ResultSet row, int number) throws SQLException {
        return PlanHeader.of(PLANS.mapRow(row, number), row.getInt("amendments"));
    }

    private static PlanContents.ActionEntry entry(ResultSet row, int number) throws SQLException {
        return new PlanContents.ActionEntry(
                ACTIONS.mapRow(row, number), followUp(row), row.getString("responsible_name"), helpers(row));
    }

    private static ActionFollowUp followUp(ResultSet row) throws SQLException {
        if (row.getObject("followed") == null) {
            return ActionFollowUp.none(uuid(row, "id"));
        }
        int times = row.getInt("times_per_year");
        return new ActionFollowUp(
                uuid(row, "id"),
                row.getInt("followed_version"),
                row.getObject("responsible", UUID.class),
                row.getString("responsible_words"),
                date(row, "window_from"),
                date(row, "window_to"),
                row.getString("due_words"),
                times == 0 ? null : times,
                date(row, "rhythm_since"),
                enumValue(row, "effort", EffortSize.class),
                date(row, "completed_on"),
                row.getString("completed_words"),
                enumValue(row, "stated", ActionState.class),
                row.getString("stated_reason"),
                date(row, "stated_on"));
    }

    private static List<PlanContents.SupportPerson> helpers(ResultSet row) throws SQLException {
        if (row.getArray("helper_ids") == null) {
            return List.of();
        }
        UUID[] ids = (UUID[]) row.getArray("helper_ids").getArray();
        String[] names = (String[]) row.getArray("helper_names").getArray();
        List<PlanContents.SupportPerson> helpers = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            helpers.add(new PlanContents.SupportPerson(ids[i], names[i]));
        }
        return helpers;
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    private static <E extends Enum<E>> @Nullable E enumValue(ResultSet row, String column, Class<E> among)
            throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(among, name);
    }

    static PlanTree assembleTree(PlanContents contents, List<PlanTree.SectionNode> sections) {
        PlanHeader header = contents.header();
        return new PlanTree(
                header.id().value(),
                header.facts().title(),
                header.facts().kind(),
                header.status(),
                header.facts().from(),
                header.facts().to(),
                sections,
                contents.objectives().stream()
                        .filter(each -> each.droppedOn() == null)
                        .map(each -> objective(each, contents))
                        .toList());
    }

    private static PlanTree.ObjectiveNode objective(Objective each, PlanContents contents) {
        return new PlanTree.ObjectiveNode(
                each.id(),
                each.code(),
                each.title(),
                each.text(),
                contents.meansOf(each).stream()
                        .filter(means -> means.droppedOn() == null)
                        .map(means -> means(means, contents))
                        .toList());
    }

    private static PlanTree.MeansNode means(Means each, PlanContents contents) {
        return new PlanTree.MeansNode(
                each.id(),
                each.code(),
                each.title(),
                each.text(),
                each.area(),
                actions(contents.actionsOf(each), each.area(), contents));
    }

    private static List<PlanTree.ActionNode> actions(
            List<PlanContents.ActionEntry> entries, @Nullable Area area, PlanContents contents) {
        return entries.stream()
                .filter(entry -> entry.action().droppedOn() == null)
                .map(entry -> action(
                        entry.action().id(),
                        entry.action().wording(),
                        area,
                        entry.action().parent() == null ? actions(contents.partsOf(entry), area, contents) : List.of()))
                .toList();
    }

    private static PlanTree.ActionNode action(
            UUID id, LineWording.ActionWording words, @Nullable Area area, List<PlanTree.ActionNode> parts) {
        return new PlanTree.ActionNode(
                id,
                words.code(),
                words.title(),
                words.text(),
                area,
                words.commitment(),
                words.conditions(),
                words.target(),
                parts);
    }
}
