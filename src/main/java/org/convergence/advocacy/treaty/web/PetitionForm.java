package org.convergence.advocacy.treaty.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.advocacy.treaty.domain.PetitionPolicy.Parliament;
import org.convergence.advocacy.treaty.domain.PetitionService.Petition;
import org.convergence.advocacy.treaty.domain.PetitionService.PetitionFacts;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;

/** The fields of an official petition and of a count. */
public final class PetitionForm {

    public static final Field<Parliament> PARLIAMENT =
            Field.choice("parliament", "treaty.field.parliament", List.of(Parliament.values()), Parliament::key);
    public static final Field<String> SPONSOR =
            Field.text("sponsor", "treaty.field.sponsor", 200).optional();
    public static final Field<LocalDate> OPENS = Field.date("opensOn", "treaty.field.opens_on");
    public static final Field<LocalDate> CLOSES =
            Field.date("closesOn", "treaty.field.closes_on").optional();
    public static final Field<LocalDate> TABLED =
            Field.date("tabledOn", "treaty.field.tabled_on").optional();
    public static final Field<LocalDate> ANSWER_DUE =
            Field.date("answerDueOn", "treaty.field.answer_due_on").optional();
    public static final Field<LocalDate> ANSWERED =
            Field.date("answeredOn", "treaty.field.answered_on").optional();
    public static final Field<String> ANSWER =
            Field.text("answer", "treaty.field.answer", 1_000).optional();

    public static final Field<LocalDate> COUNTED =
            Field.date("countedOn", "treaty.field.counted_on").optional();
    public static final Field<Integer> COUNT = Field.wholeNumber("count", "treaty.field.count", 0, 10_000_000);
    public static final Field<String> COUNT_SOURCE = Field.text("source", "treaty.field.source", 500);

    private static final FormFields<Petition> FIELDS = FormFields.of(
            PARLIAMENT.from(Petition::parliament),
            SPONSOR.from(Petition::sponsor),
            OPENS.from(Petition::opensOn),
            CLOSES.from(Petition::closesOn),
            TABLED.from(Petition::tabledOn),
            ANSWER_DUE.from(Petition::answerDueOn),
            ANSWERED.from(Petition::answeredOn),
            ANSWER.from(Petition::answer));

    private PetitionForm() {}

    static Form open(Petition it) {
        return FIELDS.open(it).atVersion(it.version());
    }

    static PetitionFacts read(FormValues answers) {
        return new PetitionFacts(
                answers.get(PARLIAMENT),
                answers.textOrEmpty(SPONSOR),
                answers.get(OPENS),
                answers.find(CLOSES),
                answers.find(TABLED),
                answers.find(ANSWER_DUE),
                answers.find(ANSWERED),
                answers.textOrEmpty(ANSWER));
    }
}
