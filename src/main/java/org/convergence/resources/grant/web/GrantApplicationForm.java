package org.convergence.resources.grant.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.AnswerLimit;
import org.convergence.platform.text.AnswerLimit.CountUnit;
import org.convergence.platform.text.PastedQuestions;
import org.convergence.platform.text.PastedQuestions.PastedQuestion;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.AgreementScope;
import org.convergence.resources.grant.domain.GrantAnswer;
import org.convergence.resources.grant.domain.GrantAnswer.AnswerContent;
import org.convergence.resources.grant.domain.GrantApplication;
import org.convergence.resources.grant.domain.GrantApplication.ApplicationApproval;
import org.convergence.resources.grant.domain.GrantApplication.ApprovalMeans;
import org.convergence.resources.grant.domain.GrantApplicationQueries;
import org.convergence.resources.grant.domain.GrantAward;
import org.convergence.resources.grant.domain.RequestedLine;
import org.convergence.resources.grant.domain.RequestedLine.WrittenLines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** The fields of applications and answers. */
@Component
public class GrantApplicationForm {

    private static final int LONGEST_PASTE = 100_000;

    public static final Field<String> QUESTIONS = Field.text("questions", "grant.questions.paste", LONGEST_PASTE);
    public static final Field<String> BUDGET =
            Field.text("budget", "grant.budget.lines", 40_000).optional();

    public static final Field<String> QUESTION =
            Field.text("question", "grant.field.question", PastedQuestions.LONGEST);
    public static final Field<Integer> MOST = Field.wholeNumber("most", "grant.field.most", 1, AnswerLimit.LARGEST)
            .optional();
    public static final Field<CountUnit> UNIT = Field.choice(
                    "unit", "grant.field.unit", List.of(CountUnit.values()), CountUnit::key)
            .optional();
    public static final Field<String> BODY =
            Field.text("body", "grant.field.body", GrantAnswer.LONGEST).optional();

    public static final Field<ApprovalMeans> MEANS =
            Field.choice("means", "grant.field.approval_means", List.of(ApprovalMeans.values()), ApprovalMeans::key);
    public static final Field<LocalDate> DAY = Field.date("day", "grant.field.day");
    public static final Field<String> REFERENCE =
            Field.text("reference", "grant.field.approval_reference", 200).optional();
    public static final Field<String> CONFIRMATION = Field.text(
                    "confirmation", "grant.field.submission_confirmation", 200)
            .optional();
    public static final Field<FunderAnswer> OUTCOME =
            Field.choice("outcome", "grant.outcome.answer", List.of(FunderAnswer.values()), FunderAnswer::key);
    public static final Field<BigDecimal> GRANTED =
            GrantCallForm.amount("granted", "grant.field.outcome_amount").optional();
    public static final Field<LocalDate> STARTS =
            Field.date("starts", "grant.field.outcome_starts_on").optional();
    public static final Field<LocalDate> ENDS =
            Field.date("ends", "grant.field.outcome_ends_on").optional();
    public static final Field<AgreementScope> SCOPE = AgreementForm.SCOPE.optional();
    public static final Field<String> LINES =
            Field.text("lines", "grant.field.outcome_lines", 40_000).optional();
    public static final Field<String> FEEDBACK =
            Field.text("feedback", "grant.field.outcome_feedback", 4_000).optional();

    static final String PERSON = "person";
    static final String FILE = "file";

    private final GrantApplicationQueries queries;
    private final PartyChooser chooser;
    private final OrganisationSettings settings;
    private final Field<PersonId> writer;
    private final FormFields<AnswerContent> answer;

    GrantApplicationForm(GrantApplicationQueries queries, PartyChooser chooser, OrganisationSettings settings) {
        this.queries = queries;
        this.chooser = chooser;
        this.settings = settings;
        this.writer = chooser.person("writer", "grant.field.writer").optional();
        this.answer = FormFields.of(
                BODY.from(AnswerContent::body),
                QUESTION.from(AnswerContent::question),
                MOST.from(AnswerContent::most),
                UNIT.from(AnswerContent::unit),
                writer.from(AnswerContent::writer));
    }

    /** What a funder answers. */
    public enum FunderAnswer {
        ACCEPTED,
        REFUSED;

        /** The message key of its name. */
        public String key() {
            return "grant.outcome." + name();
        }
    }

    /** An answer, and the version on which the form was opened. */
    record AnswerInput(int version, AnswerContent content) {}

    /** A budget, and the version on which the form was opened. */
    record BudgetInput(int version, List<RequestedLine> lines) {}

    /** An approval, and the version on which the form was opened. */
    record ApprovalInput(int version, ApplicationApproval approval) {}

    /** The sending of an application. */
    record SubmissionInput(
            int version,
            LocalDate day,
            PersonId person,
            @Nullable String confirmation,
            @Nullable MultipartFile file) {}

    /** @param award {@code null} if the funder refuses */
    record OutcomeInput(
            int version,
            LocalDate answeredOn,
            @Nullable String feedback,
            @Nullable GrantAward award) {}

    Form open(GrantAnswer opened) {
        return answer.open(opened.content()).atVersion(opened.version());
    }

    AnswerInput readAnswer(FormValues answers) {
        return answer.read(answers, () -> {
            Integer most = answers.find(MOST);
            CountUnit unit = answers.find(UNIT);
            if (most == null != (unit == null)) {
                answers.reject(most == null ? MOST.name() : UNIT.name(), "grant.refused.limit");
            }
            return new AnswerInput(
                    answers.version(),
                    new AnswerContent(
                            answers.get(QUESTION), most, unit, answers.find(writer), answers.textOrEmpty(BODY)));
        });
    }

    /** @param since the version on which the form was opened */
    Conflict compare(Form mine, GrantAnswer stands, int since, Words t) {
        return answer.compare(mine, queries.findOpenedAnswer(stands.typedId(), since), open(stands), t);
    }

    ChooserField writer(Form form) {
        return chooser.persons(form, writer.name(), 1, List.of());
    }

    static List<PastedQuestion> readQuestions(FormValues answers) {
        List<PastedQuestion> questions = PastedQuestions.parse(answers.get(QUESTIONS));
        for (PastedQuestion each : questions) {
            if (each.text().codePointCount(0, each.text().length()) > PastedQuestions.LONGEST) {
                answers.reject(
                        QUESTIONS.name(),
                        "grant.refused.long-question",
                        each.text().substring(0, 60),
                        PastedQuestions.LONGEST);
            }
        }
        return questions;
    }

    static BudgetInput readBudget(FormValues answers) {
        return new BudgetInput(answers.version(), readLines(answers, BUDGET));
    }

    private static List<RequestedLine> readLines(FormValues answers, Field<String> field) {
        WrittenLines written = RequestedLine.parse(answers.textOrEmpty(field));
        if (!written.unread().isEmpty()) {
            String lines = written.unread().stream().map(Object::toString).collect(Collectors.joining(", "));
            answers.reject(field.name(), "grant.refused.budget", lines);
        }
        if (written.lines().size() > RequestedLine.MOST) {
            answers.reject(field.name(), "grant.refused.many-lines", RequestedLine.MOST);
        }
        return written.lines();
    }

    /** A form for today, by the current person. */
    Form openToday(int version) {
        return Form.blank()
                .atVersion(version)
                .with(DAY.name(), settings.today())
                .with(PERSON, CurrentActor.get().personId());
    }

    /** The same, with the lines that were asked from the funder. */
    Form openOutcome(GrantApplication application) {
        return openToday(application.version())
                .with(SCOPE.name(), AgreementScope.PROJECT)
                .with(LINES.name(), RequestedLine.formatRequested(queries.findBudget(application.typedId())));
    }

    ChooserField person(Form form) {
        return chooser.persons(form, PERSON, 1, List.of());
    }

    private PersonId readPerson(FormValues answers) {
        return answers.get(chooser.person(PERSON, "grant.field.person"));
    }

    ApprovalInput readApproval(FormValues answers) {
        return new ApprovalInput(
                answers.version(),
                new ApplicationApproval(
                        answers.get(MEANS), answers.get(DAY), readPerson(answers), answers.find(REFERENCE)));
    }

    SubmissionInput readSubmission(FormValues answers) {
        return new SubmissionInput(
                answers.version(),
                answers.get(DAY),
                readPerson(answers),
                answers.find(CONFIRMATION),
                answers.file(FILE));
    }

    static OutcomeInput readOutcome(FormValues answers) {
        LocalDate day = answers.get(DAY);
        String feedback = answers.find(FEEDBACK);
        BigDecimal granted = answers.find(GRANTED);
        LocalDate starts = answers.find(STARTS);
        LocalDate ends = answers.find(ENDS);
        FunderAnswer answer = answers.get(OUTCOME);
        if (answers.form().problem(OUTCOME.name()) != null) {
            return new OutcomeInput(answers.version(), day, feedback, null);
        }
        if (answer == FunderAnswer.REFUSED) {
            for (Field<?> field : List.of(GRANTED, STARTS, ENDS)) {
                if (answers.form().filled(field.name())) {
                    answers.reject(field.name(), "grant.refused.award-of-refusal");
                }
            }
            return new OutcomeInput(answers.version(), day, feedback, null);
        }
        List<RequestedLine> lines = readLines(answers, LINES);
        BigDecimal sum = lines.stream().map(RequestedLine::requested).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (granted != null && !lines.isEmpty() && sum.compareTo(granted) != 0) {
            answers.reject(LINES.name(), "grant.refused.award-lines", sum, granted);
        }
        require(answers, GRANTED, granted != null && granted.signum() > 0);
        require(answers, STARTS, starts != null);
        require(answers, ENDS, ends != null);
        return new OutcomeInput(
                answers.version(),
                day,
                feedback,
                new GrantAward(
                        day,
                        Objects.requireNonNullElse(granted, BigDecimal.ONE),
                        Objects.requireNonNullElse(starts, day),
                        Objects.requireNonNullElse(ends, day),
                        Objects.requireNonNullElse(answers.find(SCOPE), AgreementScope.PROJECT),
                        lines,
                        feedback));
    }

    private static void require(FormValues answers, Field<?> field, boolean given) {
        if (!given && answers.form().problem(field.name()) == null) {
            answers.reject(field.name(), "shell.form.required");
        }
    }
}
