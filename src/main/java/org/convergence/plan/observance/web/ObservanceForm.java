package org.convergence.plan.observance.web;

import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.PartyChooser;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.plan.observance.domain.ObservanceKind;
import org.convergence.plan.observance.domain.ObservanceQueries.Observance;
import org.convergence.plan.observance.domain.ObservanceService.ObservanceFacts;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** The fields of a day that returns each year. */
@Component
public record ObservanceForm(PartyChooser chooser, PlanLineOptions lines) {

    public static final Field<String> NAME = Field.text("name", "observance.field.name", 200);
    public static final Field<Integer> DAY = Field.wholeNumber("day", "observance.field.day", 1, 31);
    public static final Field<Integer> WEEKS = Field.wholeNumber("weeksAhead", "observance.field.weeks_ahead", 2, 26);
    public static final Field<String> NOTE =
            Field.text("note", "observance.field.note", 4_000).optional();

    public static final Field<Boolean> MOVES = Field.checkbox("moves", "observance.field.moves");

    static final String KIND = "kind";
    static final String MONTH = "month";
    static final String LINE = "line";
    static final String RESPONSIBLE = "responsible";

    private static final FormFields<Observance> FIELDS = FormFields.of(
            NAME.from(Observance::name),
            DAY.from(Observance::day),
            MOVES.from(Observance::moves),
            WEEKS.from(Observance::weeksAhead),
            NOTE.from(Observance::note));

    static Form open(Observance it) {
        return FIELDS.open(it)
                .atVersion(it.version())
                .with(KIND, it.kind())
                .with(MONTH, Month.of(it.month()))
                .with(LINE, it.line())
                .with(RESPONSIBLE, it.responsible());
    }

    ObservanceFacts read(FormValues answers) {
        UUID line = answers.optionalId(LINE);
        ObservanceKind kind = answers.optionalChoice(KIND, ObservanceKind.class);
        return new ObservanceFacts(
                answers.get(NAME).replaceAll("\\s+", " "),
                kind == null ? ObservanceKind.DAY : kind,
                readDate(answers),
                answers.get(MOVES),
                answers.get(WEEKS),
                answers.textOrEmpty(NOTE),
                line == null ? null : new ActionId(line),
                chooser.chosenPersons(answers.form(), RESPONSIBLE, 1).first());
    }

    /** A day of every year: February has 28. */
    private static MonthDay readDate(FormValues answers) {
        Month month = answers.choice(MONTH, Month.class);
        int day = answers.get(DAY);
        if (day > month.minLength()) {
            answers.reject(DAY.name(), "observance.refused.day");
            return MonthDay.of(month, 1);
        }
        return MonthDay.of(month, day);
    }

    static List<Option> kinds(Words t) {
        return Stream.of(ObservanceKind.values())
                .map(kind -> Option.of(kind, t.say("observance.kind", kind.name())))
                .toList();
    }

    static List<Option> months(Words t) {
        return Stream.of(Month.values())
                .map(month -> Option.of(month, t.monthName(month.getValue())))
                .toList();
    }

    ChooserField responsible(Form form) {
        return chooser.responsible(form, RESPONSIBLE);
    }

    List<Option> lines(Form form) {
        return lines.find(form, LINE);
    }
}
