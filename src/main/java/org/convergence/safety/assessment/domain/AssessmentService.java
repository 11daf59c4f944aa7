package org.convergence.safety.assessment.domain;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.checklist.Checklists;
import org.convergence.plan.checklist.Checklists.ChecklistContent;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.WorkRecorder;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.safety.assessment.AssessmentPermissions;
import org.convergence.safety.assessment.domain.GridParser.GridQuestion;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins, answers and finishes the self-assessment of a year. */
@Service
@Transactional
@Requires(AssessmentPermissions.EDIT)
public class AssessmentService {

    /** The kind of its checklist, the improvement plan. */
    public static final String KIND = "safety.assessment";

    private static final String QUESTIONS = "safety.assessment_question";
    private static final int MOST_YEARS = 50;

    private final Checklists checklists;
    private final WorkRecorder work;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    AssessmentService(Checklists checklists, WorkRecorder work, OrganisationSettings settings, JdbcClient db) {
        this.checklists = checklists;
        this.work = work;
        this.settings = settings;
        this.db = db;
    }

    /**
     * The self-assessment of a year.
     *
     * @param source where its grid comes from
     * @param closedOn {@code null} while it is answered
     */
    public record Assessment(
            AssessmentId id,
            int version,
            int year,
            String source,
            @Nullable LocalDate closedOn) {}

    /**
     * A question with its answer.
     *
     * @param score 0 to 3; {@code null} if it is not answered, or not applicable
     */
    public record AssessedQuestion(
            UUID id,
            int version,
            AssessmentId assessment,
            String heading,
            String text,
            @Nullable Integer score,
            @Nullable String evidence,
            @Nullable String action) {

        AssessedQuestion withText(String other) {
            return new AssessedQuestion(id, version, assessment, heading, other, score, evidence, action);
        }
    }

    /** An answer to a question. */
    public record Answer(
            UUID question,
            @Nullable Integer score,
            @Nullable String evidence,
            @Nullable String action) {}

    /** All years, the latest first. */
    @Transactional(readOnly = true)
    @Requires(AssessmentPermissions.READ)
    public List<Assessment> findAll() {
        return db.sql("SELECT id, version, year, source, closed_on FROM safety.assessment ORDER BY year DESC LIMIT "
                        + MOST_YEARS)
                .query(RecordMapper.of(Assessment.class))
                .list();
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    @Requires(AssessmentPermissions.READ)
    public Assessment findById(AssessmentId id) {
        return find(id, "");
    }

    private Assessment find(AssessmentId id, String lock) {
        return db.sql("SELECT id, version, year, source, closed_on FROM safety.assessment WHERE id = ?" + lock)
                .param(id.value())
                .query(RecordMapper.of(Assessment.class))
                .optional()
                .orElseThrow(() -> new NotFound("assessment"));
    }

    /** The last one before a year. */
    @Transactional(readOnly = true)
    @Requires(AssessmentPermissions.READ)
    public Optional<Assessment> findBefore(int year) {
        return findAll().stream().filter(each -> each.year() < year).findFirst();
    }

    /** The questions of several years by heading, in the order of the grid. */
    @Transactional(readOnly = true)
    @Requires(AssessmentPermissions.READ)
    public Map<AssessmentId, Map<String, List<AssessedQuestion>>> findQuestions(List<AssessmentId> ids) {
        Map<AssessmentId, Map<String, List<AssessedQuestion>>> found = new LinkedHashMap<>();
        db.sql("SELECT id, version, assessment, heading, text, score, evidence, action FROM safety.assessment_question"
                        + " WHERE assessment = ANY (?) ORDER BY position, id")
                .param(ids.stream().map(AssessmentId::value).toArray(UUID[]::new))
                .query(RecordMapper.of(AssessedQuestion.class))
                .list()
                .forEach(each -> found.computeIfAbsent(each.assessment(), some -> new LinkedHashMap<>())
                        .computeIfAbsent(each.heading(), some -> new ArrayList<>())
                        .add(each));
        return found;
    }

    /** The questions of one year by heading. */
    @Transactional(readOnly = true)
    @Requires(AssessmentPermissions.READ)
    public Map<String, List<AssessedQuestion>> findQuestions(AssessmentId id) {
        return findQuestions(List.of(id)).getOrDefault(id, Map.of());
    }

    /** @throws Refused if the year has one */
    @Transactional(label = "assessment.begin")
    public AssessmentId begin(int year, String source, List<GridQuestion> grid) {
        AssessmentId id = new AssessmentId(Ids.next());
        int begun = db.sql("INSERT INTO safety.assessment (id, year, source) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(id.value(), year, source)
                .update();
        if (begun == 0) {
            throw new Refused("assessment.refused.year", String.valueOf(year));
        }
        int position = 0;
        for (GridQuestion each : grid) {
            position++;
            db.sql(
                            "INSERT INTO safety.assessment_question (id, assessment, position, heading, text) VALUES (?, ?, ?, ?, ?)")
                    .params(Ids.next(), id.value(), position, each.heading(), each.text())
                    .update();
        }
        return id;
    }

    /**
     * Answers questions of a heading. Two people can answer different headings at once.
     *
     * @param version the sum of the versions of its questions when the form was opened
     * @throws Refused if it is finished, or full marks have no evidence
     */
    @Transactional(label = "assessment.answer")
    public void answer(AssessmentId id, String heading, int version, List<Answer> answers) {
        requireOpen(id);
        List<AssessedQuestion> known = findQuestions(id).getOrDefault(heading, List.of());
        OptimisticLock.requireSameVersion(QUESTIONS, id.value(), version, version(known));
        for (Answer each : answers) {
            AssessedQuestion before = known.stream()
                    .filter(some -> some.id().equals(each.question()))
                    .findFirst()
                    .orElseThrow(() -> new NotFound("question"));
            if (Objects.equals(each.score(), AssessmentPolicy.HIGHEST) && each.evidence() == null) {
                throw new Refused("assessment.refused.evidence", before.text());
            }
            if (!each.equals(new Answer(before.id(), before.score(), before.evidence(), before.action()))) {
                db.sql("""
                                UPDATE safety.assessment_question
                                SET score = :score, evidence = :evidence, action = :action, version = version + 1
                                WHERE id = :id
                                """)
                        .param("score", each.score(), Types.INTEGER)
                        .param("evidence", each.evidence(), Types.VARCHAR)
                        .param("action", each.action(), Types.VARCHAR)
                        .param("id", each.question())
                        .update();
            }
        }
    }

    /** The version of a heading: it rises with each change of one of its questions. */
    public static int version(List<AssessedQuestion> questions) {
        return questions.stream().mapToInt(AssessedQuestion::version).sum();
    }

    /**
     * Finishes a year: its actions become the improvement plan, each a task.
     *
     * @param owner the person in charge of the plan; {@code null} for none yet
     * @throws Refused if nothing is answered
     */
    @Transactional(label = "assessment.finish")
    public void close(AssessmentId id, int version, @Nullable PersonId owner, LocalDate dueOn) {
        Assessment assessment = requireOpen(id);
        OptimisticLock.requireSameVersion("safety.assessment", id.value(), version, assessment.version());
        List<AssessedQuestion> questions =
                findQuestions(id).values().stream().flatMap(List::stream).toList();
        if (questions.stream().allMatch(each -> each.score() == null)) {
            throw new Refused("assessment.refused.empty");
        }
        checklists.propose(
                KIND,
                id.value(),
                questions.stream()
                        .map(AssessedQuestion::action)
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(each -> new ChecklistContent(each, owner, dueOn))
                        .toList());
        save(id, settings.today());
        work.record(
                source(id),
                RealisationKind.REPORT,
                settings.today(),
                "assessment.realisation",
                String.valueOf(assessment.year()));
    }

    private static RealisationSource source(AssessmentId id) {
        String value = id.value().toString();
        return new RealisationSource(KIND, "year", value, "/safety/assessment/" + value);
    }

    /** Opens a finished one; its improvement plan stays, and actions that it has are not added again. */
    @Transactional(label = "assessment.reopen")
    public void reopen(AssessmentId id) {
        find(id, " FOR UPDATE");
        save(id, null);
        work.withdraw(source(id));
    }

    private void save(AssessmentId id, @Nullable LocalDate closedOn) {
        db.sql("UPDATE safety.assessment SET closed_on = :day, version = version + 1 WHERE id = :id")
                .param("day", closedOn, Types.DATE)
                .param("id", id.value())
                .update();
    }

    private Assessment requireOpen(AssessmentId id) {
        Assessment assessment = find(id, " FOR UPDATE");
        if (assessment.closedOn() != null) {
            throw new Refused("assessment.refused.closed");
        }
        return assessment;
    }

    /** The self-assessment of one year. */
    public record AssessmentId(UUID value) implements Identifier {}
}
