package org.convergence.resources.grant.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.currency.ExchangeRate;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.resources.grant.AgreementDueKind;
import org.convergence.resources.grant.AgreementScope;
import org.convergence.resources.grant.domain.AgreementDueService.AgreementDueFacts;
import org.convergence.resources.grant.domain.AgreementFacts;
import org.convergence.resources.grant.domain.AgreementQueries.AgreementDueRow;
import org.convergence.resources.grant.domain.AgreementQueries.AgreementRow;
import org.convergence.resources.spending.BudgetPolicy.LineLimits;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of an agreement, of its lines, and of its deliverables and instalments. */
@Component
public record AgreementForm(PartyChooser chooser) {

    public static final Field<String> TITLE = Field.text("title", "grant.agreement.field.title", 300);
    public static final Field<String> NUMBER =
            Field.text("number", "grant.agreement.field.number", 100).optional();
    public static final Field<LocalDate> FROM = Field.date("from", "grant.agreement.field.starts_on");
    public static final Field<LocalDate> TO = Field.date("to", "grant.agreement.field.ends_on");
    public static final Field<AgreementScope> SCOPE =
            Field.choice("scope", "grant.agreement.field.scope", List.of(AgreementScope.values()), AgreementScope::key);
    public static final Field<String> TERMS =
            Field.text("terms", "grant.agreement.field.terms", 10_000).optional();
    public static final Field<LocalDate> RETAINED =
            Field.date("retained", "grant.agreement.field.retained_until").optional();
    public static final Field<FunderMoney> MONEY = Field.choice(
                    "money", "grant.agreement.field.public_money", List.of(FunderMoney.values()), FunderMoney::key)
            .optional();
    public static final Field<String> AMENDMENT = Field.text(
                    "amendment", "grant.agreement.field.amendment", LineLimits.LONGEST_AMENDMENT)
            .optional();
    public static final Field<String> CAP_BASE =
            Field.text("capBase", "grant.agreement.field.cap-base", 1_000).optional();
    public static final Field<AgreementDueKind> KIND = Field.choice(
            "kind", "grant.agreement.field.kind", List.of(AgreementDueKind.values()), AgreementDueKind::key);
    public static final Field<String> WHAT = Field.text("what", "grant.agreement.field.what", 300);
    public static final Field<String> CLAUSE =
            Field.text("clause", "grant.agreement.field.clause", 100).optional();
    public static final Field<String> ACCOUNT = Field.of(
                    "account", "grant.agreement.field.account", AgreementForm::readAccount, "")
            .optional();
    public static final Field<String> CODE = Field.text("code", "grant.agreement.field.code", 40);
    public static final Field<String> LABEL = Field.text("label", "grant.agreement.field.label", 300);
    public static final Field<String> NOTE =
            Field.text("note", "grant.agreement.field.closing-note", 1_000).optional();
    public static final Field<LocalDate> DONE =
            Field.date("on", "grant.agreement.field.done_on").optional();
    public static final Field<LocalDate> DUE = Field.date("due", "grant.agreement.field.due_on");

    static final String FUNDER = "funder";
    static final String OWNER = "owner";
    static final BigDecimal MOST = new BigDecimal("99999999999.99");

    private static final BigDecimal CENT = new BigDecimal("0.01");

    static Form open(AgreementRow it) {
        return Form.blank()
                .atVersion(it.version())
                .with(TITLE.name(), it.title())
                .with(NUMBER.name(), it.number())
                .with(FUNDER, it.funder())
                .with("currency", it.currency())
                .with(FROM.name(), it.startsOn())
                .with(TO.name(), it.endsOn())
                .with(SCOPE.name(), it.scope())
                .with(TERMS.name(), it.terms())
                .with("tolerance", it.transferTolerance())
                .with(RETAINED.name(), it.retainedUntil())
                .with(
                        MONEY.name(),
                        it.publicMoney() == null ? null : it.publicMoney() ? FunderMoney.PUBLIC : FunderMoney.PRIVATE);
    }

    AgreementFacts read(FormValues answers) {
        ChosenParties<OrganisationId> funder = chooser.chosenOrganisations(answers.form(), FUNDER, 1);
        return facts(
                answers,
                answers.get(TITLE),
                funder.first(),
                funder.newcomers().stream().findFirst().orElse(null),
                answers.get(FROM),
                answers.get(TO));
    }

    /** The rest of the fields, which page and API read alike. */
    static AgreementFacts facts(
            FormValues answers,
            String title,
            @Nullable OrganisationId funder,
            @Nullable String newFunder,
            LocalDate from,
            LocalDate to) {
        if (to.isBefore(from) && answers.form().problem(TO.name()) == null) {
            answers.reject(TO.name(), "grant.agreement.refused.days");
        }
        String number = answers.find(NUMBER);
        FunderMoney money = answers.find(MONEY);
        String terms = answers.find(TERMS);
        AgreementScope scope = answers.form().filled(SCOPE.name()) ? answers.get(SCOPE) : AgreementScope.MISSION;
        return new AgreementFacts(
                number == null ? "" : number,
                title,
                funder,
                newFunder,
                currency(answers),
                from,
                to,
                scope,
                terms == null ? "" : terms,
                answers.optionalNumber("tolerance", BigDecimal.ZERO, BigDecimal.valueOf(100)),
                answers.find(RETAINED),
                money == null ? null : money == FunderMoney.PUBLIC);
    }

    /** Whether a funder's money is public. */
    public enum FunderMoney {
        PUBLIC,
        PRIVATE;

        /** The message key of its name. */
        public String key() {
            return "grant.agreement.money." + name();
        }
    }

    static Form openName(BudgetLineState line) {
        return Form.named("name")
                .atVersion(line.version())
                .with(CODE.name(), line.code())
                .with(LABEL.name(), line.label());
    }

    static Form openLimits(BudgetLineState line) {
        return Form.named("limits")
                .atVersion(line.version())
                .with("capPercent", line.capPercent())
                .with(CAP_BASE.name(), String.join(", ", line.capBase()))
                .with("capMaximum", line.capMaximum())
                .with(AMENDMENT.name(), line.amendment());
    }

    /** @param all the lines of the agreement, whose codes the base names */
    static LineLimits readLimits(FormValues answers, BudgetLineState line, List<BudgetLineState> all) {
        BigDecimal percent = answers.optionalNumber("capPercent", CENT, BigDecimal.valueOf(100));
        List<String> base = Stream.of(answers.textOrEmpty(CAP_BASE).split(","))
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
        for (String code : base) {
            if (percent == null
                    || code.equals(line.code())
                    || all.stream().noneMatch(each -> each.code().equals(code))) {
                answers.reject(CAP_BASE.name(), "grant.agreement.refused.cap-base", code);
            }
        }
        BigDecimal maximum = answers.optionalNumber("capMaximum", CENT, MOST);
        if ((maximum != null && maximum.stripTrailingZeros().scale() > 2)
                || (percent != null && percent.stripTrailingZeros().scale() > 2)) {
            answers.reject(maximum == null ? "capPercent" : "capMaximum", "grant.agreement.refused.cents");
        }
        return new LineLimits(percent, base, maximum, answers.textOrEmpty(AMENDMENT));
    }

    static String currency(FormValues answers) {
        String code = answers.text("currency", 10).toUpperCase(Locale.ROOT);
        if (!code.isEmpty() && !ExchangeRate.isCurrency(code)) {
            answers.reject("currency", "currency.refused.unknown", code);
        }
        return code;
    }

    private static @Nullable String readAccount(FormValues answers) {
        String account = answers.optionalText("account", 20);
        if (account != null && !account.matches("[A-Za-z0-9][A-Za-z0-9. -]*")) {
            answers.reject("account", "grant.agreement.refused.account");
        }
        return account;
    }

    /** Whether it is zero or more, with at most two decimals. */
    static boolean isAmount(Optional<BigDecimal> amount) {
        return amount.filter(each -> each.signum() >= 0
                        && each.compareTo(MOST) <= 0
                        && each.stripTrailingZeros().scale() <= 2)
                .isPresent();
    }

    static Form openDue(AgreementDueRow it) {
        return Form.named("due")
                .atVersion(it.version())
                .with(WHAT.name(), it.what())
                .with(CLAUSE.name(), it.clause())
                .with(DUE.name(), it.dueOn())
                .with("amount", it.amount())
                .with(OWNER, it.owner());
    }

    /** An amount with at most two decimals. */
    static @Nullable BigDecimal readCents(FormValues answers, String field, BigDecimal least) {
        BigDecimal amount = answers.optionalNumber(field, least, MOST);
        if (amount != null && amount.stripTrailingZeros().scale() > 2) {
            answers.reject(field, "grant.agreement.refused.cents");
        }
        return amount;
    }

    AgreementDueFacts readDue(FormValues answers) {
        AgreementDueKind kind = answers.get(KIND);
        BigDecimal amount = readCents(answers, "amount", CENT);
        String clause = answers.find(CLAUSE);
        if (kind.isMoney() && amount == null) {
            answers.reject("amount", "shell.form.required");
        }
        return new AgreementDueFacts(
                kind,
                answers.get(WHAT),
                clause == null ? "" : clause,
                answers.get(DUE),
                amount,
                chooser.chosenPersons(answers.form(), OWNER, 1).first());
    }
}
