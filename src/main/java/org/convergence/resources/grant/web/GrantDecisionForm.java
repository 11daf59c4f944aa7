package org.convergence.resources.grant.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.TextParser;
import org.convergence.resources.grant.domain.GoDecision;
import org.convergence.resources.grant.domain.GoDecision.GoVerdict;
import org.convergence.resources.grant.domain.GrantCall;
import org.convergence.resources.grant.domain.GrantCallFacts;
import org.convergence.resources.grant.domain.GrantCallQueries;
import org.convergence.resources.grant.domain.GrantEstimate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of an estimate and of the decision to apply or not. */
@Component
public record GrantDecisionForm(GrantCallQueries queries, PartyChooser chooser, OrganisationSettings settings) {

    public static final Field<BigDecimal> GRANT = GrantCallForm.amount("amount", "grant.estimate.amount");
    public static final Field<BigDecimal> ASKING = hours("asking", "grant.estimate.asking");
    public static final Field<BigDecimal> REPORTING = hours("reporting", "grant.estimate.reporting");
    public static final Field<BigDecimal> HOURLY = GrantCallForm.amount("hourly", "grant.estimate.hourly");
    public static final Field<BigDecimal> TO_FIND =
            GrantCallForm.amount("toFind", "grant.estimate.match").optional();
    public static final Field<YearMonth> MONTH =
            Field.of("month", "grant.estimate.month", GrantDecisionForm::month, YearMonth.of(2000, 1));

    public static final Field<GoVerdict> VERDICT =
            Field.choice("verdict", "grant.field.decision_verdict", List.of(GoVerdict.values()), GoVerdict::key);
    public static final Field<LocalDate> DECIDED = Field.date("decided", "grant.field.decision_decided_on");
    public static final Field<String> REASON = Field.text("reason", "grant.field.decision_reason", 1_000);

    private static final String DECIDED_BY = "decidedBy";
    private static final int MOST_HOURS = 9_999;
    private static final BigDecimal MOST_HOURLY = new BigDecimal("99999");

    /** An estimate, and the version on which the form was opened. */
    record EstimateInput(int version, GrantEstimate estimate) {}

    /** A decision, and the version on which the form was opened. */
    record DecisionInput(int version, GoDecision decision) {}

    /** Last estimate, or a start from the call: its largest amount, the match it asks, the month of its deadline. */
    Form openEstimate(GrantCall call) {
        Form form = Form.named("e").atVersion(call.version());
        GrantEstimate known = call.estimate();
        if (known != null) {
            return form.with(GRANT.name(), known.amount())
                    .with(ASKING.name(), known.asking())
                    .with(REPORTING.name(), known.reporting())
                    .with(HOURLY.name(), known.hourlyCost())
                    .with(TO_FIND.name(), known.match())
                    .with(MONTH.name(), known.writtenIn());
        }
        GrantCallFacts facts = call.facts();
        BigDecimal amount = facts.amountTo() == null ? facts.amountFrom() : facts.amountTo();
        LocalDate closes = Objects.requireNonNullElse(facts.closesOn(), settings.today());
        return form.with(GRANT.name(), amount)
                .with(HOURLY.name(), queries.findLatestHourlyCost())
                .with(TO_FIND.name(), matchFor(amount, facts.matchPercent()))
                .with(MONTH.name(), YearMonth.from(closes));
    }

    /** A match of 20 % of the cost is 25 % of the grant. */
    static @Nullable BigDecimal matchFor(@Nullable BigDecimal amount, @Nullable Integer percent) {
        if (percent == null) {
            return BigDecimal.ZERO;
        }
        return amount == null
                ? null
                : amount.multiply(BigDecimal.valueOf(percent))
                        .divide(BigDecimal.valueOf(100L - percent), 2, RoundingMode.HALF_UP);
    }

    Form openDecision(GrantCall call) {
        return Form.named("v")
                .atVersion(call.version())
                .with(DECIDED.name(), settings.today())
                .with(DECIDED_BY, CurrentActor.get().personId());
    }

    ChooserField decidedBy(Form form) {
        return chooser.persons(form, DECIDED_BY, 1, List.of());
    }

    /** An estimate; a match left empty is computed from the amount asked for and the percent of the call. */
    EstimateInput readEstimate(GrantCallFacts call, FormValues answers) {
        BigDecimal hourly = answers.get(HOURLY);
        if (hourly.compareTo(MOST_HOURLY) > 0) {
            answers.reject(HOURLY.name(), "shell.form.between", 0, MOST_HOURLY);
        }
        BigDecimal amount = answers.get(GRANT);
        BigDecimal match = answers.find(TO_FIND);
        if (match == null) {
            match = matchFor(amount, call.matchPercent());
        }
        return new EstimateInput(
                answers.version(),
                new GrantEstimate(
                        amount,
                        answers.get(ASKING),
                        answers.get(REPORTING),
                        hourly,
                        match == null ? BigDecimal.ZERO : match,
                        answers.get(MONTH).atDay(1)));
    }

    DecisionInput readDecision(FormValues answers) {
        PersonId by = chooser.chosenPersons(answers.form(), DECIDED_BY, 1).first();
        if (by == null && answers.form().problem(DECIDED_BY) == null) {
            answers.reject(DECIDED_BY, "shell.form.required");
        }
        return new DecisionInput(
                answers.version(), new GoDecision(answers.get(VERDICT), answers.get(DECIDED), by, answers.get(REASON)));
    }

    private static Field<BigDecimal> hours(String name, String label) {
        return Field.of(name, label, answers -> answers.optionalHours(name, MOST_HOURS), BigDecimal.ZERO);
    }

    private static @Nullable YearMonth month(FormValues answers) {
        String text = answers.form().value("month").strip();
        YearMonth month = TextParser.month(text).orElse(null);
        if (month == null && !text.isEmpty()) {
            answers.reject("month", "grant.refused.month");
        }
        return month;
    }
}
