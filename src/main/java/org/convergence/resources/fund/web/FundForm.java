package org.convergence.resources.fund.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.resources.fund.FundMovementKind;
import org.convergence.resources.fund.FundNature;
import org.convergence.resources.fund.domain.FundQueries.FundRow;
import org.convergence.resources.fund.domain.FundService.FundFacts;
import org.convergence.resources.fund.domain.FundService.FundMovementFacts;
import org.jspecify.annotations.Nullable;

/** The fields of a fund and of its movements. */
public final class FundForm {

    public static final Field<String> NAME = Field.text("name", "fund.field.name", 300);
    public static final Field<FundNature> NATURE =
            Field.choice("nature", "fund.field.nature", List.of(FundNature.values()), FundNature::key);
    public static final Field<LocalDate> OPENED = Field.date("opened", "fund.field.opened_on");
    public static final Field<String> ORIGIN = Field.text("origin", "fund.field.origin", 300);
    public static final Field<String> PURPOSE = Field.text("purpose", "fund.field.purpose", 5_000);
    public static final Field<String> RULES =
            Field.text("rules", "fund.field.rules", 10_000).optional();
    public static final Field<String> COMMITTEE =
            Field.text("committee", "fund.field.committee", 1_000).optional();

    public static final Field<LocalDate> DAY = Field.date("day", "fund.field.day");
    public static final Field<FundMovementKind> KIND =
            Field.choice("kind", "fund.field.kind", List.of(FundMovementKind.values()), FundMovementKind::key);
    public static final Field<String> WHAT = Field.text("what", "fund.field.what", 300);
    public static final Field<String> DECISION =
            Field.text("decision", "fund.field.decision", 300).optional();

    static final String PARTNER = "partner";

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("99999999999.99");

    private FundForm() {}

    static Form open(FundRow it) {
        return Form.blank()
                .atVersion(it.version())
                .with(NAME.name(), it.name())
                .with(NATURE.name(), it.nature())
                .with(OPENED.name(), it.openedOn())
                .with(ORIGIN.name(), it.origin())
                .with(PURPOSE.name(), it.purpose())
                .with(RULES.name(), it.rules())
                .with(COMMITTEE.name(), it.committee());
    }

    /** @param currency of the fund, which never changes */
    static FundFacts read(FormValues answers, String currency) {
        return new FundFacts(
                answers.get(NAME),
                answers.get(NATURE),
                currency,
                answers.get(OPENED),
                answers.get(ORIGIN),
                answers.get(PURPOSE),
                answers.textOrEmpty(RULES),
                answers.textOrEmpty(COMMITTEE));
    }

    /** @param partner to which it was passed */
    static FundMovementFacts readMovement(FormValues answers, @Nullable OrganisationId partner) {
        BigDecimal amount = answers.number("amount", CENT, MOST);
        if (amount.stripTrailingZeros().scale() > 2) {
            answers.reject("amount", "fund.refused.cents");
        }
        return new FundMovementFacts(
                answers.get(DAY), answers.get(KIND), amount, answers.get(WHAT), answers.textOrEmpty(DECISION), partner);
    }
}
