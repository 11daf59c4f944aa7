package org.convergence.cooperation.fieldwork.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.cooperation.fieldwork.PartnerPassageSource.PassageAnswer;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryRow;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryService.AcceptanceFacts;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryService.CountedPlace;
import org.convergence.cooperation.fieldwork.domain.SentEntry;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryState;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.TextParser;
import org.convergence.resources.spending.BudgetLineId;
import org.jspecify.annotations.Nullable;

/** The fields with which an entry is accepted, returned, or written from a message. */
public final class PartnerEntryForm {

    public static final Field<String> TITLE =
            Field.text("title", "fieldwork.field.title", RealisationDetails.LONGEST_TITLE);
    public static final Field<RealisationKind> REALISATION = Field.choice(
                    "realisation",
                    "fieldwork.field.realisation",
                    List.of(RealisationKind.values()),
                    RealisationKind::key)
            .optional();
    public static final Field<UUID> LINE = Field.id("line", "fieldwork.field.line");
    /** The lines of the plan served, several. */
    public static final String SERVED = "served";

    /** The indicator and the period in which a figure is counted, with a colon between them. */
    public static final String COUNTED = "counted";

    public static final Field<String> ANSWER =
            Field.text("answer", "fieldwork.field.answer", 4_000).optional();
    /** Checkbox: the user confirms a doubtful day. */
    public static final Field<Boolean> DAY_CONFIRMED = Field.checkbox("dayConfirmed", "fieldwork.field.day-confirmed");

    /** The day of a draft that the partner confirmed by message; the other fields are read as its page sends them. */
    public static final Field<LocalDate> ON = Field.date("on", "fieldwork.row.field.happened_on");

    public static final Field<String> COMMENT = Field.text("comment", "fieldwork.field.comment", 1_000);
    public static final Field<String> MESSAGE = Field.text("message", "fieldwork.field.message", 3_800);
    public static final Field<PartnerEntryKind> KIND =
            Field.choice("kind", "fieldwork.field.kind", List.of(PartnerEntryKind.values()), PartnerEntryKind::key);
    public static final Field<PartnerEntryState> STATE = Field.choice(
                    "state", "fieldwork.field.state", List.of(PartnerEntryState.values()), PartnerEntryState::key)
            .optional();

    private PartnerEntryForm() {}

    /** Reads what is added to an entry when it is accepted; of a changed one, our answer alone. */
    static AcceptanceFacts read(FormValues answers, PartnerEntryRow entry) {
        if (entry.isChanged()) {
            return new AcceptanceFacts(
                    null,
                    null,
                    Set.of(),
                    null,
                    null,
                    answers.textOrEmpty(ANSWER),
                    answers.trueOrFalse(DAY_CONFIRMED.name()));
        }
        PartnerEntryKind kind = entry.kind();
        UUID line = kind == PartnerEntryKind.SPENT ? answers.get(LINE) : null;
        return new AcceptanceFacts(
                kind == PartnerEntryKind.HAPPENED ? answers.get(TITLE) : null,
                answers.find(REALISATION),
                kind == PartnerEntryKind.HAPPENED
                        ? answers.ids(SERVED).stream().map(ActionId::new).collect(Collectors.toSet())
                        : Set.of(),
                line == null ? null : new BudgetLineId(line),
                kind == PartnerEntryKind.FIGURES && answers.form().filled(COUNTED) ? readCounted(answers) : null,
                answers.textOrEmpty(ANSWER),
                answers.trueOrFalse(DAY_CONFIRMED.name()));
    }

    private static @Nullable CountedPlace readCounted(FormValues answers) {
        String[] parts = answers.form().value(COUNTED).split(":", 2);
        Optional<UUID> indicator = TextParser.id(parts[0]);
        Optional<UUID> period = parts.length < 2 ? Optional.empty() : TextParser.id(parts[1]);
        if (indicator.isEmpty() || period.isEmpty()) {
            answers.reject(COUNTED, "shell.form.choice");
            return null;
        }
        return new CountedPlace(new IndicatorId(indicator.get()), new ProjectPeriodId(period.get()));
    }

    /** A draft as the partner confirmed it: all but a question has its day. */
    static SentEntry readConfirmed(FormValues answers, PartnerEntryRow draft) {
        if (draft.kind() != PartnerEntryKind.QUESTION) {
            answers.get(ON);
        }
        return readSent(answers.form());
    }

    /** The fields of a draft, with what it says. */
    static Form draft(PartnerEntryRow draft) {
        Form form = Form.named("draft")
                .atVersion(draft.version())
                .with("kind", draft.kind())
                .with("label", draft.label())
                .with("details", draft.details())
                .with("figure", draft.typed());
        return draft.happenedOn() == null ? form : form.with(ON.name(), draft.happenedOn());
    }

    /** An entry from a browser without script. */
    static SentEntry readSent(Form form) {
        return new SentEntry(
                null,
                form.value("kind"),
                form.value("on"),
                form.value("label"),
                form.value("details"),
                form.value("figure"),
                form.value("currency"),
                form.value("women"),
                form.value("men"),
                form.value("others"),
                form.value("notStated"),
                null);
    }

    /** An answer to a text that speaks of the partner. */
    record ReadingInput(int version, PassageAnswer answer, String correction) {}

    static ReadingInput readAnswer(FormValues answers) {
        PassageAnswer answer = answers.choice("answer", PassageAnswer.class);
        String correction =
                answer == PassageAnswer.CORRECTION ? answers.text("correction", NotesPage.LONGEST_CORRECTION) : "";
        return new ReadingInput(answers.version(), answer, correction);
    }

    /** What is wrong with an answer, as the end of a message key. */
    static String problem(Form form) {
        String typed = form.value("correction").strip();
        if (form.problem("correction") == null || typed.isEmpty()) {
            return "missing";
        }
        return typed.codePointCount(0, typed.length()) > NotesPage.LONGEST_CORRECTION ? "long" : "name";
    }
}
