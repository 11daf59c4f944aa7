package org.convergence.safety.assessment.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.safety.assessment.domain.AssessmentPolicy;
import org.convergence.safety.assessment.domain.AssessmentService;
import org.convergence.safety.assessment.domain.AssessmentService.Answer;
import org.convergence.safety.assessment.domain.AssessmentService.AssessedQuestion;
import org.convergence.safety.assessment.domain.GridParser;

/** The fields of a self-assessment: beginning it, answering a heading, finishing it. */
public final class AssessmentForm {

    public static final Field<Integer> YEAR = Field.wholeNumber("year", "assessment.field.year", 2000, 2200);
    public static final Field<String> SOURCE = Field.text("source", "assessment.field.source", 190);
    public static final Field<String> GRID = Field.text("grid", "assessment.field.grid", GridParser.LONGEST);
    public static final Field<LocalDate> DUE_ON = Field.date("dueOn", "assessment.field.due_on");

    static final String OWNER = "owner";

    private static final int LONGEST_EVIDENCE = 1_000;
    private static final int LONGEST_ACTION = 300;

    private AssessmentForm() {}

    static String control(int question, String field) {
        return "q" + question + "-" + field;
    }

    static Form fill(List<AssessedQuestion> questions) {
        Form form = Form.blank().atVersion(AssessmentService.version(questions));
        int number = 0;
        for (AssessedQuestion each : questions) {
            number++;
            form.with(control(number, "score"), each.score())
                    .with(control(number, "evidence"), each.evidence())
                    .with(control(number, "action"), each.action());
        }
        return form;
    }

    static List<Answer> read(FormValues answers, List<AssessedQuestion> questions) {
        List<Answer> read = new ArrayList<>();
        for (AssessedQuestion each : questions) {
            int number = read.size() + 1;
            read.add(new Answer(
                    each.id(),
                    answers.optionalWholeNumber(control(number, "score"), 0, AssessmentPolicy.HIGHEST),
                    answers.optionalText(control(number, "evidence"), LONGEST_EVIDENCE),
                    answers.optionalText(control(number, "action"), LONGEST_ACTION)));
        }
        return read;
    }
}
