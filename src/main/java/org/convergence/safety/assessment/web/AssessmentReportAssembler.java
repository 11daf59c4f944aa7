package org.convergence.safety.assessment.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.convergence.plan.checklist.ChecklistPart;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;
import org.convergence.safety.assessment.domain.AssessmentService.AssessedQuestion;
import org.convergence.safety.assessment.domain.AssessmentService.Assessment;
import org.jspecify.annotations.Nullable;

/** Assembles the report of a year for the network, which names nobody: means of two years, answers, improvement plan. */
final class AssessmentReportAssembler {

    private AssessmentReportAssembler() {}

    /** What a report tells of a year. */
    record ReportYear(Assessment assessment, Map<String, List<AssessedQuestion>> questions) {}

    static Paper assemble(
            ReportYear year, Optional<ReportYear> before, @Nullable ChecklistPart plan, String organisation, Words t) {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(t.say("assessment.report.means"), List.of(means(year, before, t))));
        year.questions()
                .forEach((heading, questions) ->
                        sections.add(Section.of(heading, List.of(answers(heading, questions, t)))));
        if (plan != null && !plan.items().isEmpty()) {
            sections.add(Section.of(t.say("assessment.plan"), List.of(plan(plan, t))));
        }
        return new Paper(
                AssessmentPageAssembler.title(year.assessment()),
                "",
                organisation,
                t.say("assessment.report.text"),
                sections,
                Paper.Layout.SHEET);
    }

    private static Block means(ReportYear year, Optional<ReportYear> before, Words t) {
        List<Column> columns = new ArrayList<>(List.of(
                Column.words(t.say("assessment.heading")),
                Column.figures(String.valueOf(year.assessment().year()))));
        before.ifPresent(each ->
                columns.add(Column.figures(String.valueOf(each.assessment().year()))));
        return new Block.Table(
                t.say("assessment.report.means"),
                columns,
                year.questions().entrySet().stream()
                        .map(each -> Stream.concat(
                                        Stream.of(Cell.of(each.getKey()), mean(each.getValue(), t)),
                                        before.stream()
                                                .map(last -> mean(
                                                        last.questions().getOrDefault(each.getKey(), List.of()), t)))
                                .toList())
                        .toList());
    }

    private static Cell mean(List<AssessedQuestion> questions, Words t) {
        BigDecimal mean = AssessmentPageAssembler.mean(questions);
        return mean == null ? Cell.of("–") : Cell.of(t.decimal(mean), mean);
    }

    private static Block answers(String heading, List<AssessedQuestion> questions, Words t) {
        return new Block.Table(
                heading,
                Stream.of("question", "score", "evidence", "action")
                        .map(key -> Column.words(t.say("assessment.report." + key)))
                        .toList(),
                questions.stream()
                        .map(each -> Stream.of(
                                        each.text(),
                                        each.score() == null
                                                ? t.say("assessment.unanswered")
                                                : t.say("assessment.score." + each.score()),
                                        Objects.requireNonNullElse(each.evidence(), ""),
                                        Objects.requireNonNullElse(each.action(), ""))
                                .map(Cell::of)
                                .toList())
                        .toList());
    }

    private static Block plan(ChecklistPart plan, Words t) {
        return new Block.Table(
                t.say("assessment.plan"),
                Stream.of("action", "state")
                        .map(key -> Column.words(t.say("assessment.report." + key)))
                        .toList(),
                plan.items().stream()
                        .map(each -> Stream.of(each.label(), each.state())
                                .map(Cell::of)
                                .toList())
                        .toList());
    }
}
