package org.convergence.resources.subsidy.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.resources.subsidy.domain.SubsidyProgramme;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.WageTerms;
import org.convergence.resources.subsidy.domain.SubsidyProgramme.WageTerms.HourlyCap;

/** The fields of a programme and of a minimum wage, and their input. */
public final class SubsidyProgrammeForm {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MOST_AMOUNT = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal WEEK = BigDecimal.valueOf(168);

    public static final Field<String> NAME = Field.text("name", "subsidy.field.name", 200);
    public static final Field<String> FUNDER = Field.text("funder", "subsidy.field.funder", 200);
    public static final Field<BigDecimal> LEAST_HOURS = SubsidyForm.number(
                    "leastHours", "subsidy.field.least_hours", CENT, WEEK)
            .optional();
    public static final Field<BigDecimal> MOST_HOURS = SubsidyForm.number(
                    "mostHours", "subsidy.field.most_hours", CENT, WEEK)
            .optional();
    public static final Field<Integer> MOST_WEEKS =
            Field.wholeNumber("mostWeeks", "subsidy.field.most_weeks", 1, 520).optional();
    public static final Field<BigDecimal> PERCENT = SubsidyForm.number("percent", "subsidy.field.share", CENT, HUNDRED);
    public static final Field<HourlyCap> CAP =
            Field.choice("cap", "subsidy.field.cap", List.of(HourlyCap.values()), HourlyCap::key);
    public static final Field<BigDecimal> CAP_AMOUNT = SubsidyForm.number(
                    "capAmount", "subsidy.field.cap_amount", CENT, MOST_AMOUNT)
            .optional();
    public static final Field<BigDecimal> MOST =
            SubsidyForm.number("most", "subsidy.field.limit", CENT, MOST_AMOUNT).optional();
    public static final Field<Boolean> CHARGES = Field.checkbox("charges", "subsidy.field.pays_charges");
    public static final Field<Boolean> COMPLEMENT = Field.checkbox("complement", "subsidy.field.complement");
    public static final Field<String> PROOFS =
            Field.text("proofs", "subsidy.field.proofs", 4_000).optional();
    public static final Field<String> SOURCE = Field.text("source", "subsidy.field.source", 300);
    public static final Field<LocalDate> CHECKED_ON = Field.date("checkedOn", "subsidy.field.checked_on");

    public static final Field<LocalDate> STARTS_ON = Field.date("startsOn", "subsidy.field.minimum_from");
    public static final Field<BigDecimal> AMOUNT =
            SubsidyForm.number("amount", "subsidy.field.minimum", CENT, MOST_AMOUNT);

    private static final int LONGEST_PROOF = 300;

    private SubsidyProgrammeForm() {}

    /**
     * The values of the form.
     *
     * @param version the version on which it was opened
     */
    record ProgrammeInput(int version, SubsidyProgramme programme) {}

    /** A minimum wage from a day on. */
    record MinimumWageInput(LocalDate startsOn, BigDecimal amount, String source, LocalDate checkedOn) {}

    static Form fill(SubsidyProgramme programme) {
        WageTerms terms = programme.terms();
        return Form.blank()
                .atVersion(programme.version())
                .with(NAME.name(), programme.name())
                .with(FUNDER.name(), programme.funder())
                .with(LEAST_HOURS.name(), programme.leastHours())
                .with(MOST_HOURS.name(), programme.mostHours())
                .with(MOST_WEEKS.name(), programme.mostWeeks())
                .with(PERCENT.name(), terms.percent())
                .with(CAP.name(), terms.cap())
                .with(CAP_AMOUNT.name(), terms.capAmount())
                .with(MOST.name(), terms.most())
                .with(CHARGES.name(), terms.charges())
                .with(COMPLEMENT.name(), terms.complement())
                .with(PROOFS.name(), programme.proofs())
                .with(SOURCE.name(), programme.source())
                .with(CHECKED_ON.name(), programme.checkedOn());
    }

    static ProgrammeInput read(FormValues answers) {
        HourlyCap cap = answers.get(CAP);
        BigDecimal capAmount = answers.find(CAP_AMOUNT);
        if (cap == HourlyCap.AMOUNT && capAmount == null) {
            answers.reject(CAP_AMOUNT.name(), "shell.form.required");
        }
        BigDecimal least = answers.find(LEAST_HOURS);
        BigDecimal most = answers.find(MOST_HOURS);
        if (least != null && most != null && least.compareTo(most) > 0) {
            answers.reject(MOST_HOURS.name(), "subsidy.refused.hours");
        }
        String proofs = answers.find(PROOFS);
        if (proofs != null && proofs.lines().anyMatch(line -> line.length() > LONGEST_PROOF)) {
            answers.reject(PROOFS.name(), "subsidy.refused.proof", LONGEST_PROOF);
        }
        return new ProgrammeInput(
                answers.version(),
                SubsidyProgramme.of(
                        answers.get(NAME),
                        answers.get(FUNDER),
                        least,
                        most,
                        answers.find(MOST_WEEKS),
                        new WageTerms(
                                answers.get(PERCENT),
                                cap,
                                cap == HourlyCap.AMOUNT ? capAmount : null,
                                answers.find(MOST),
                                answers.checkbox(CHARGES.name()),
                                answers.checkbox(COMPLEMENT.name())),
                        proofs,
                        answers.get(SOURCE),
                        answers.get(CHECKED_ON)));
    }

    static MinimumWageInput readMinimumWage(FormValues answers) {
        return new MinimumWageInput(
                answers.get(STARTS_ON), answers.get(AMOUNT), answers.get(SOURCE), answers.get(CHECKED_ON));
    }
}
