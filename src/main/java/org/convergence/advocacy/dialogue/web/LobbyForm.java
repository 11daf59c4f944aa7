package org.convergence.advocacy.dialogue.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.CounselOutcome;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRegister;
import org.convergence.advocacy.dialogue.domain.LobbyPolicy.LobbyRule;
import org.convergence.advocacy.dialogue.domain.LobbyService.CounselOpinion;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.FormValues;

/** The fields of a register's rule, and of what counsel decided. */
public final class LobbyForm {

    /** The registers that exist. */
    static final List<LobbyRegister> REGISTERS = List.of(LobbyRegister.FEDERAL, LobbyRegister.QUEBEC);

    public static final Field<LobbyRegister> REGISTER =
            Field.choice("register", "dialogue.field.register", REGISTERS, LobbyRegister::key);
    public static final Field<LocalDate> FROM = Field.date("fromOn", "dialogue.field.rule_from");
    public static final Field<Integer> WINDOW = Field.wholeNumber("window", "dialogue.field.window", 1, 400);
    public static final Field<BigDecimal> AMBER = hours("amber", "dialogue.field.amber");
    public static final Field<BigDecimal> RED = hours("red", "dialogue.field.red");
    public static final Field<Integer> DISCLOSE =
            Field.wholeNumber("disclose", "dialogue.field.disclose", 1, 400).optional();
    public static final Field<String> SOURCE = Field.text("source", "dialogue.field.rule_source", 500);
    public static final Field<LocalDate> CHECKED = Field.date("checkedOn", "dialogue.field.checked_on");

    public static final Field<LocalDate> GIVEN = Field.date("givenOn", "dialogue.field.given_on");
    public static final Field<CounselOutcome> OUTCOME =
            Field.choice("outcome", "dialogue.field.outcome", List.of(CounselOutcome.values()), CounselOutcome::key);
    public static final Field<String> WORDS =
            Field.text("opinion", "dialogue.field.opinion", 2_000).optional();
    public static final Field<LocalDate> REVIEW = Field.date("reviewOn", "dialogue.field.review_on");

    private LobbyForm() {}

    private static Field<BigDecimal> hours(String name, String label) {
        return Field.of(name, label, answers -> answers.optionalHours(name, 999), BigDecimal.ONE)
                .optional();
    }

    static LobbyRule readRule(FormValues answers) {
        return new LobbyRule(
                answers.get(REGISTER),
                answers.get(FROM),
                answers.get(WINDOW),
                answers.find(AMBER),
                answers.find(RED),
                answers.find(DISCLOSE),
                answers.get(SOURCE),
                answers.get(CHECKED));
    }

    static CounselOpinion readOpinion(FormValues answers) {
        return new CounselOpinion(
                answers.get(REGISTER),
                answers.get(GIVEN),
                answers.get(OUTCOME),
                answers.textOrEmpty(WORDS),
                answers.get(REVIEW));
    }
}
