package org.convergence.resources.subsidy.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.resources.subsidy.domain.Subsidy;
import org.convergence.resources.subsidy.domain.Subsidy.ApprovedWage;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyContent;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyState;
import org.convergence.resources.subsidy.domain.Subsidy.SubsidyStepKind;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.SubsidyProgrammeId;
import org.convergence.resources.subsidy.domain.SubsidyQueries.SubsidyStepRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of a file and of its claims, and their input. */
@Component
public record SubsidyForm(PartyChooser chooser) {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal WEEK = BigDecimal.valueOf(168);

    public static final Field<UUID> PROGRAMME = Field.id("programme", "subsidy.field.programme");
    public static final Field<String> POSITION = Field.text("position", "subsidy.field.position", 200);
    public static final Field<String> REFERENCE =
            Field.text("reference", "subsidy.field.reference", 100).optional();
    public static final Field<SubsidyState> STATE =
            Field.choice("state", "subsidy.field.state", List.of(SubsidyState.values()), SubsidyState::key);
    public static final Field<UUID> CONTRACT =
            Field.id("contract", "subsidy.field.contract").optional();
    public static final Field<LocalDate> STARTS_ON = Field.date("startsOn", "subsidy.field.starts_on");
    public static final Field<LocalDate> ENDS_ON = Field.date("endsOn", "subsidy.field.ends_on");
    public static final Field<Integer> WEEKS = Field.wholeNumber("weeks", "subsidy.field.weeks", 1, 520);
    public static final Field<BigDecimal> HOURS = number("hours", "subsidy.field.hours", CENT, WEEK);
    public static final Field<BigDecimal> WAGE = number("wage", "subsidy.field.wage", CENT, MOST);
    public static final Field<BigDecimal> CHARGES =
            number("charges", "subsidy.field.charges", BigDecimal.ZERO, HUNDRED);
    public static final Field<BigDecimal> PERCENT =
            number("percent", "subsidy.field.percent", CENT, HUNDRED).optional();
    public static final Field<BigDecimal> LIMIT =
            number("most", "subsidy.field.most", CENT, MOST).optional();
    public static final Field<String> NOTE =
            Field.text("note", "subsidy.field.note", 2_000).optional();
    public static final Field<String> CLOSING_NOTE =
            Field.text("closingNote", "subsidy.field.closing_note", 1_000).optional();

    public static final Field<LocalDate> FROM = Field.date("from", "subsidy.field.from");
    public static final Field<LocalDate> TO = Field.date("to", "subsidy.field.to");
    public static final Field<LocalDate> DUE_ON =
            Field.date("dueOn", "subsidy.field.due_on").optional();
    public static final Field<LocalDate> DAY = Field.date("day", "subsidy.field.day");
    public static final Field<String> CONFIRMATION =
            Field.text("confirmation", "subsidy.field.confirmation", 100).optional();
    public static final Field<BigDecimal> PAID = number("amount", "subsidy.field.paid", BigDecimal.ZERO, MOST);
    public static final Field<String> REASON = Field.text("reason", "subsidy.field.reason", 500);

    static final String PERSON = "person";
    static final String RESPONSIBLE = "responsible";

    /** A period to claim. */
    record ClaimInput(
            LocalDate from, LocalDate to, @Nullable LocalDate due) {}

    static ClaimInput readClaim(FormValues answers) {
        LocalDate from = answers.get(FROM);
        LocalDate to = answers.get(TO);
        if (to.isBefore(from) && answers.form().problems().isEmpty()) {
            answers.reject(TO.name(), "subsidy.refused.period");
        }
        return new ClaimInput(from, to, answers.find(DUE_ON));
    }

    /** A number with at most two decimals, in whole cents or hundredths. */
    static Field<BigDecimal> number(String name, String label, BigDecimal min, BigDecimal max) {
        return Field.of(
                name,
                label,
                answers -> {
                    BigDecimal number = answers.optionalNumber(name, min, max);
                    if (number != null && number.stripTrailingZeros().scale() > 2) {
                        answers.reject(name, "subsidy.refused.decimals");
                        return min;
                    }
                    return number;
                },
                min);
    }

    /** The days of steps, one field each. */
    public static List<Field<LocalDate>> steps() {
        return Stream.of(SubsidyStepKind.values()).map(SubsidyForm::step).toList();
    }

    private static Field<LocalDate> step(SubsidyStepKind kind) {
        return Field.date("due-" + kind.name(), kind.key()).optional();
    }

    static Form fill(Subsidy subsidy, List<SubsidyStepRow> steps) {
        Form form = Form.blank()
                .atVersion(subsidy.version())
                .with(PROGRAMME.name(), subsidy.programme())
                .with(POSITION.name(), subsidy.position())
                .with(REFERENCE.name(), subsidy.reference())
                .with(STATE.name(), subsidy.state())
                .with(PERSON, subsidy.person())
                .with(CONTRACT.name(), subsidy.contract())
                .with(RESPONSIBLE, subsidy.responsible())
                .with(STARTS_ON.name(), subsidy.startsOn())
                .with(ENDS_ON.name(), subsidy.endsOn())
                .with(WEEKS.name(), subsidy.approved().weeks())
                .with(HOURS.name(), subsidy.approved().hours())
                .with(WAGE.name(), subsidy.approved().wage())
                .with(CHARGES.name(), subsidy.approved().chargesPercent())
                .with(PERCENT.name(), subsidy.terms().percent())
                .with(LIMIT.name(), subsidy.terms().most())
                .with(NOTE.name(), subsidy.note())
                .with(CLOSING_NOTE.name(), subsidy.closingNote());
        steps.forEach(each -> form.with(step(each.kind()).name(), each.dueOn()));
        return form;
    }

    SubsidyContent read(FormValues answers) {
        PersonId person = chooser.chosenPersons(answers.form(), PERSON, 1).first();
        return read(
                answers,
                person,
                chooser.chosenPersons(answers.form(), RESPONSIBLE, 1).first());
    }

    static SubsidyContent read(FormValues answers, @Nullable PersonId person, @Nullable PersonId responsible) {
        LocalDate from = answers.get(STARTS_ON);
        LocalDate to = answers.get(ENDS_ON);
        if (to.isBefore(from) && answers.form().problems().isEmpty()) {
            answers.reject(ENDS_ON.name(), "subsidy.refused.period");
        }
        Map<SubsidyStepKind, LocalDate> due = new EnumMap<>(SubsidyStepKind.class);
        for (SubsidyStepKind kind : SubsidyStepKind.values()) {
            LocalDate day = answers.find(step(kind));
            if (day != null) {
                due.put(kind, day);
            }
        }
        return new SubsidyContent(
                new SubsidyProgrammeId(answers.get(PROGRAMME)),
                answers.get(POSITION),
                answers.find(REFERENCE),
                answers.get(STATE),
                person,
                answers.find(CONTRACT),
                responsible,
                from,
                to,
                new ApprovedWage(answers.get(WEEKS), answers.get(HOURS), answers.get(WAGE), answers.get(CHARGES)),
                answers.find(PERCENT),
                answers.find(LIMIT),
                due,
                answers.find(NOTE),
                answers.find(CLOSING_NOTE));
    }
}
