package org.convergence.plan.volunteering.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.PartyChooser;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.plan.volunteering.domain.VolunteeringQueries.VolunteerTask;
import org.convergence.plan.volunteering.domain.VolunteeringService.VolunteerTaskFacts;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.springframework.stereotype.Component;

/** The fields of a task, and of a person who takes it. */
@Component
public record VolunteeringForm(PartyChooser chooser, PlanLineOptions lines) {

    private static final int MOST_HOURS = 200;

    public static final Field<String> WHAT = Field.text("what", "volunteering.field.what", 200);
    public static final Field<String> DETAIL =
            Field.text("detail", "volunteering.field.detail", 2_000).optional();
    public static final Field<BigDecimal> HOURS = Field.of(
                    "hours",
                    "volunteering.field.hours",
                    answers -> answers.optionalHours("hours", MOST_HOURS),
                    BigDecimal.ZERO)
            .optional();
    public static final Field<LocalDate> DUE = Field.date("dueOn", "volunteering.field.due_on");
    public static final Field<Integer> PLACES = Field.wholeNumber("places", "volunteering.field.places", 1, 50);

    public static final Field<String> TOLD = Field.text("name", "volunteering.field.name", 200);
    public static final Field<String> NAME = Field.text("name", "public.volunteering.field.name", 200);
    public static final Field<String> MAIL = Field.text("mail", "public.volunteering.field.mail", 254);

    static final String RESPONSIBLE = "responsible";
    static final String LINE = "line";

    private static final FormFields<VolunteerTask> FIELDS = FormFields.of(
            WHAT.from(VolunteerTask::what),
            DETAIL.from(VolunteerTask::detail),
            HOURS.from(VolunteerTask::hours),
            DUE.from(VolunteerTask::dueOn),
            PLACES.from(VolunteerTask::places));

    static Form open(VolunteerTask it) {
        return FIELDS.open(it)
                .atVersion(it.version())
                .with(RESPONSIBLE, it.responsible())
                .with(LINE, it.line());
    }

    VolunteerTaskFacts read(FormValues answers) {
        UUID line = answers.optionalId(LINE);
        return new VolunteerTaskFacts(
                answers.get(WHAT).replaceAll("\\s+", " "),
                answers.textOrEmpty(DETAIL),
                answers.find(HOURS),
                answers.get(DUE),
                answers.get(PLACES),
                line == null ? null : new ActionId(line),
                chooser.chosenPersons(answers.form(), RESPONSIBLE, 1).first());
    }

    /** A person who takes the task by the link. */
    record Taker(String name, String mail) {}

    static Taker readTaker(FormValues answers) {
        String mail = answers.get(MAIL);
        if (!mail.isEmpty() && !mail.matches("[^@\\s<>,;]+@[^@\\s<>,;]+\\.[^@\\s<>,;.]+")) {
            answers.reject(MAIL.name(), "public.volunteering.refused.mail");
        }
        return new Taker(answers.get(NAME), mail);
    }

    static BigDecimal readHours(FormValues answers) {
        BigDecimal hours = answers.optionalHours("hours", MOST_HOURS);
        if (hours == null || hours.signum() <= 0) {
            answers.reject("hours", "volunteering.refused.hours");
            return BigDecimal.ONE;
        }
        return hours;
    }

    ChooserField responsible(Form form) {
        return chooser.responsible(form, RESPONSIBLE);
    }

    List<Option> lines(Form form) {
        return lines.find(form, LINE);
    }
}
