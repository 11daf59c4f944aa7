package org.convergence.resources.gift.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.people.ChosenParty;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.SinglePartyChooser;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.gift.domain.Gift;
import org.convergence.resources.gift.domain.Gift.GiftFacts;
import org.convergence.resources.gift.domain.Gift.GiftMethod;
import org.convergence.resources.gift.domain.GiftCommitmentService.GiftCommitmentId;
import org.convergence.resources.gift.domain.GiftService.GiftOrigin;
import org.convergence.resources.ledger.AccountantBooks;
import org.convergence.resources.ledger.PaymentId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of a gift, for pages and programs alike. */
@Component
public record GiftForm(SinglePartyChooser parties) {

    public static final Field<GiftMethod> METHOD =
            Field.choice("method", "gift.field.method", List.of(GiftMethod.values()), GiftMethod::key);
    public static final Field<LocalDate> RECEIVED = Field.date("received", "gift.field.received_on");
    public static final Field<String> REFERENCE =
            Field.text("reference", "gift.field.reference", 100).optional();
    public static final Field<String> DESCRIPTION =
            Field.text("description", "gift.field.description", 300).optional();
    public static final Field<String> REMARK =
            Field.text("remark", "gift.field.remark", 500).optional();
    public static final Field<Boolean> ANONYMOUS = Field.checkbox("anonymous", "gift.field.anonymous");
    public static final Field<Boolean> MONTHLY = Field.checkbox("monthly", "gift.field.monthly");

    public static final Field<LocalDate> REVERSED = Field.date("day", "gift.field.reversed_on");
    public static final Field<String> REASON = Field.text("reason", "gift.field.reversal_reason", 300);

    public static final Field<LocalDate> FROM =
            Field.date("from", "gift.filter.from").optional();
    public static final Field<LocalDate> TO = Field.date("to", "gift.filter.to").optional();
    public static final Field<Boolean> TO_THANK = Field.checkbox("toThank", "gift.filter.to-thank");

    /** The currencies of gifts, as of payments. */
    public static final List<String> CURRENCIES = List.of("CAD", "USD", "EUR", "MXN", "COP", "HTG", "GTQ", "HNL");

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("100000000");

    /** What the form says. */
    record GiftInput(int version, GiftFacts facts, ChosenParty donor, GiftOrigin origin) {}

    GiftInput read(FormValues answers) {
        Form form = answers.form();
        ChosenParty donor = parties.find(answers);
        if (donor.isEmpty() != isTicked(answers, ANONYMOUS) && form.problems().isEmpty()) {
            form.reject(
                    SinglePartyChooser.PERSON,
                    donor.isEmpty() ? "gift.refused.nobody" : "gift.refused.anonymous-donor");
        }
        GiftMethod method = answers.get(METHOD);
        UUID fund = answers.optionalId("fund");
        return new GiftInput(
                answers.version(),
                new GiftFacts(
                        donor.known(),
                        answers.get(RECEIVED),
                        amount(answers, method),
                        method,
                        answers.textOrEmpty(REFERENCE),
                        answers.textOrEmpty(DESCRIPTION),
                        answers.textOrEmpty(REMARK),
                        fund == null ? null : new FundId(fund)),
                donor,
                origin(answers));
    }

    /** A box of the page, or a boolean of a program. */
    private static boolean isTicked(FormValues answers, Field<Boolean> field) {
        return answers.get(field) && !answers.form().value(field.name()).equals("false");
    }

    private static GiftOrigin origin(FormValues answers) {
        UUID commitment = answers.optionalId("commitment");
        UUID payment = answers.optionalId("payment");
        YearMonth month = TextParser.month(answers.form().value("month")).orElse(null);
        if (commitment != null && month == null) {
            answers.reject("month", "shell.form.required");
        }
        return new GiftOrigin(
                isTicked(answers, MONTHLY),
                commitment == null ? null : new GiftCommitmentId(commitment),
                commitment == null ? null : month,
                payment == null ? null : new PaymentId(payment));
    }

    private static Money amount(FormValues answers, GiftMethod method) {
        BigDecimal amount = method == GiftMethod.IN_KIND
                ? Objects.requireNonNullElse(answers.optionalNumber("amount", BigDecimal.ZERO, MOST), BigDecimal.ZERO)
                : answers.number("amount", CENT, MOST);
        if (amount.stripTrailingZeros().scale() > 2) {
            answers.reject("amount", "ledger.refused.cents");
            amount = CENT;
        }
        String code = answers.form().filled("currency") ? answers.form().value("currency") : AccountantBooks.CURRENCY;
        if (!CURRENCIES.contains(code)) {
            answers.reject("currency", "ledger.refused.currency-unknown", code);
            code = AccountantBooks.CURRENCY;
        }
        return Money.of(CurrencyUnit.of(code), amount);
    }

    /** The facts with an organisation that the form named for the first time. */
    GiftFacts withNewcomer(GiftInput input) {
        GiftFacts it = input.facts();
        Party donor = input.donor().isEmpty() ? null : parties.findOrCreate(input.donor());
        return new GiftFacts(
                donor,
                it.receivedOn(),
                it.amount(),
                it.method(),
                it.reference(),
                it.description(),
                it.remark(),
                it.fund());
    }

    /** The donor's name. */
    public static String formatDonor(Gift gift, Words t) {
        String name = gift.donorName();
        return name == null ? t.say("gift.anonymous") : name;
    }

    static Form open(Gift gift) {
        return fill(
                        Form.blank().atVersion(gift.version()),
                        gift.organisation(),
                        gift.person(),
                        gift.amount(),
                        gift.method(),
                        gift.fund())
                .with(ANONYMOUS.name(), gift.donor() == null ? "yes" : null)
                .with(RECEIVED.name(), gift.receivedOn())
                .with(REFERENCE.name(), gift.reference())
                .with(DESCRIPTION.name(), gift.description())
                .with(REMARK.name(), gift.remark());
    }

    /** Fills what a gift, a commitment and a payment have alike. */
    static Form fill(
            Form form,
            @Nullable OrganisationId organisation,
            @Nullable PersonId person,
            Money amount,
            GiftMethod method,
            @Nullable FundId fund) {
        return SinglePartyChooser.fill(form, organisation, person)
                .with("amount", amount)
                .with("currency", amount.getCurrencyUnit().getCode())
                .with(METHOD.name(), method)
                .with("fund", fund);
    }
}
