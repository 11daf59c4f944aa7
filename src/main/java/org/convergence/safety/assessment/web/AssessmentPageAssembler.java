package org.convergence.safety.assessment.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.convergence.directory.people.PartyChooser;
import org.convergence.plan.checklist.ChecklistPart;
import org.convergence.plan.checklist.Checklists;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;
import org.convergence.safety.assessment.AssessmentPermissions;
import org.convergence.safety.assessment.domain.AssessmentPolicy;
import org.convergence.safety.assessment.domain.AssessmentService;
import org.convergence.safety.assessment.domain.AssessmentService.AssessedQuestion;
import org.convergence.safety.assessment.domain.AssessmentService.Assessment;
import org.convergence.safety.assessment.domain.AssessmentService.AssessmentId;
import org.convergence.safety.assessment.domain.BaseGridTranslator;
import org.convergence.safety.assessment.web.AssessmentPage.HeadingFormPage;
import org.convergence.safety.assessment.web.AssessmentPage.HeadingRow;
import org.convergence.safety.assessment.web.AssessmentPage.QuestionFields;
import org.convergence.safety.assessment.web.AssessmentPage.ScoreCell;
import org.convergence.safety.assessment.web.AssessmentPage.YearColumn;
import org.convergence.safety.assessment.web.AssessmentPage.YearsPage;
import org.convergence.safety.assessment.web.AssessmentPage.YearsRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the pages of the self-assessment, and its report for the network, which names nobody. */
@Component
record AssessmentPageAssembler(
        AssessmentService service,
        BaseGridTranslator grid,
        Checklists checklists,
        PartyChooser chooser,
        OrganisationSettings settings) {

    private static final int YEARS_SHOWN = 5;

    /** The last five years side by side, the latest first. */
    YearsPage assembleYears(Words t) {
        List<Assessment> years = service.findAll().stream().limit(YEARS_SHOWN).toList();
        Map<AssessmentId, Map<String, List<AssessedQuestion>>> all = new HashMap<>();
        service.findQuestions(years.stream().map(Assessment::id).toList())
                .forEach((id, questions) -> all.put(id, grid.translate(questions, t)));
        Set<String> headings = new LinkedHashSet<>();
        years.forEach(
                year -> headings.addAll(all.getOrDefault(year.id(), Map.of()).keySet()));
        int current = settings.today().getYear();
        boolean mayBegin = CurrentActor.get().may(AssessmentPermissions.EDIT)
                && years.stream().noneMatch(each -> each.year() >= current);
        return new YearsPage(
                years.stream()
                        .map(each -> new YearColumn(
                                String.valueOf(each.year()),
                                AssessmentPage.url(each.id()),
                                t.say(each.closedOn() == null ? "assessment.open" : "assessment.finished")))
                        .toList(),
                headings.stream()
                        .map(heading -> new YearsRow(
                                heading,
                                years.stream()
                                        .map(year -> cell(
                                                all.getOrDefault(year.id(), Map.of())
                                                        .getOrDefault(heading, List.of()),
                                                t))
                                        .toList()))
                        .toList(),
                mayBegin ? t.say("assessment.begin", String.valueOf(current)) : null);
    }

    private static ScoreCell cell(List<AssessedQuestion> questions, Words t) {
        BigDecimal mean = mean(questions);
        return new ScoreCell(AssessmentPolicy.tone(mean), mean == null ? "–" : t.decimal(mean));
    }

    static @Nullable BigDecimal mean(List<AssessedQuestion> questions) {
        List<@Nullable Integer> scores = new ArrayList<>();
        questions.forEach(each -> scores.add(each.score()));
        return AssessmentPolicy.mean(scores);
    }

    AssessmentPage assemble(AssessmentId id, @Nullable Form close, Words t) {
        Assessment assessment = service.findById(id);
        Map<String, List<AssessedQuestion>> questions = findQuestions(id, t);
        Map<String, List<AssessedQuestion>> before = findBefore(assessment, t);
        boolean isOpen = assessment.closedOn() == null;
        boolean mayEdit = CurrentActor.get().may(AssessmentPermissions.EDIT);
        List<HeadingRow> rows = new ArrayList<>();
        questions.forEach((heading, of) ->
                rows.add(heading(heading, id, rows.size() + 1, of, before.getOrDefault(heading, List.of()), t)));
        Form blank = Form.blank()
                .atVersion(assessment.version())
                .with(AssessmentForm.DUE_ON.name(), settings.today().plusMonths(6));
        Form finish = !isOpen || !mayEdit ? null : close != null ? close : blank;
        return new AssessmentPage(
                AssessmentPage.url(id),
                title(assessment, t),
                isOpen
                        ? t.say("assessment.lead")
                        : t.say("assessment.finished-on", Objects.requireNonNull(assessment.closedOn())),
                rows,
                !isOpen && mayEdit,
                isOpen ? null : checklists.part(AssessmentService.KIND, id.value(), mayEdit, t),
                finish,
                chooser.persons(finish == null ? blank : finish, AssessmentForm.OWNER, 1, List.of()));
    }

    private String title(Assessment assessment, Words t) {
        return grid.translate(assessment.source(), t) + " " + assessment.year();
    }

    private Map<String, List<AssessedQuestion>> findQuestions(AssessmentId id, Words t) {
        return grid.translate(service.findQuestions(id), t);
    }

    private Map<String, List<AssessedQuestion>> findBefore(Assessment assessment, Words t) {
        return service.findBefore(assessment.year())
                .map(each -> findQuestions(each.id(), t))
                .orElse(Map.of());
    }

    private static HeadingRow heading(
            String heading,
            AssessmentId id,
            int number,
            List<AssessedQuestion> questions,
            List<AssessedQuestion> before,
            Words t) {
        BigDecimal mean = mean(questions);
        BigDecimal last = mean(before);
        long answered = questions.stream().filter(each -> each.score() != null).count();
        String progress = t.say("assessment.answered", answered, questions.size());
        return new HeadingRow(
                heading,
                AssessmentPage.url(id) + "/headings/" + number,
                last == null ? progress : progress + " · " + t.say("assessment.before", t.decimal(last)),
                AssessmentPolicy.tone(mean),
                mean == null ? t.say("assessment.unanswered") : t.say("assessment.score", t.decimal(mean)));
    }

    /** @param form {@code null} to show what is stored */
    HeadingFormPage assembleHeading(AssessmentId id, int number, @Nullable Form form, Words t) {
        Assessment assessment = service.findById(id);
        Map<String, List<AssessedQuestion>> all = findQuestions(id, t);
        String heading = findHeading(all, number);
        List<AssessedQuestion> questions = all.getOrDefault(heading, List.of());
        List<AssessedQuestion> before = findBefore(assessment, t).values().stream()
                .flatMap(List::stream)
                .toList();
        List<QuestionFields> fields = new ArrayList<>();
        for (AssessedQuestion each : questions) {
            fields.add(new QuestionFields("q" + (fields.size() + 1), each.text(), before(each, before, t)));
        }
        return new HeadingFormPage(
                heading,
                AssessmentPage.url(id),
                title(assessment, t),
                AssessmentPage.url(id) + "/headings/" + number,
                number < all.size() ? AssessmentPage.url(id) + "/headings/" + (number + 1) : null,
                form == null ? AssessmentForm.fill(questions) : form,
                assessment.closedOn() == null && CurrentActor.get().may(AssessmentPermissions.EDIT),
                Stream.iterate(0, score -> score <= AssessmentPolicy.HIGHEST, score -> score + 1)
                        .map(score -> Option.of(score, t.say("assessment.score." + score)))
                        .toList(),
                fields);
    }

    static String findHeading(Map<String, List<AssessedQuestion>> questions, int number) {
        return questions.keySet().stream()
                .skip(Math.max(0, number - 1L))
                .findFirst()
                .orElseThrow(() -> new NotFound("heading"));
    }

    /** The answer to the same question a year before, whatever its accents and capitals. */
    private static @Nullable String before(AssessedQuestion question, List<AssessedQuestion> before, Words t) {
        String text = TextNormalizer.fold(question.text());
        Optional<AssessedQuestion> same = before.stream()
                .filter(each -> TextNormalizer.fold(each.text()).equals(text) && each.score() != null)
                .findFirst();
        return same.map(each -> each.evidence() == null
                        ? t.say("assessment.last-score", t.say("assessment.score." + each.score()))
                        : t.say("assessment.last", t.say("assessment.score." + each.score()), each.evidence()))
                .orElse(null);
    }

    /** What a report tells of a year. */
    private record ReportYear(Assessment assessment, Map<String, List<AssessedQuestion>> questions) {}

    /** The report of a year beside the year before; with the plan of improvement once the year is finished. */
    Paper assembleReport(Assessment assessment, Words t) {
        ReportYear year = reportYear(assessment, t);
        Optional<ReportYear> before = service.findBefore(assessment.year()).map(each -> reportYear(each, t));
        ChecklistPart plan = assessment.closedOn() == null
                ? null
                : checklists.part(AssessmentService.KIND, assessment.id().value(), false, t);
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of(t.say("assessment.report.means"), List.of(means(year, before, t))));
        year.questions()
                .forEach((heading, questions) ->
                        sections.add(Section.of(heading, List.of(answers(heading, questions, t)))));
        if (plan != null && !plan.items().isEmpty()) {
            sections.add(Section.of(t.say("assessment.plan"), List.of(plan(plan, t))));
        }
        return new Paper(
                title(year.assessment(), t),
                "",
                settings.current().name(),
                t.say("assessment.report.text"),
                sections,
                Paper.Layout.SHEET);
    }

    private ReportYear reportYear(Assessment assessment, Words t) {
        return new ReportYear(assessment, findQuestions(assessment.id(), t));
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
                                .toList())
                .withoutEmptyColumns();
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
