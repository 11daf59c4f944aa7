package org.convergence.resources.ledger.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.convergence.directory.people.ChosenParty;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.SinglePartyChooser;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.NumberReader;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.BookAccountService;
import org.convergence.resources.ledger.domain.InvoiceQueries.InvoiceSummary;
import org.convergence.resources.ledger.domain.MoneyAmounts;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.convergence.resources.ledger.domain.PaymentQueries;
import org.convergence.resources.ledger.web.PaymentPage.PaymentFormPage;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of a payment and of its parts, written and read. */
@Component
record PaymentForm(SinglePartyChooser parties, BookAccountService accounts, OrganisationSettings settings) {

    /** The currencies of payments. */
    static final List<String> CURRENCIES = List.of("CAD", "USD", "EUR", "MXN", "COP", "HTG", "GTQ", "HNL");

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("100000000");

    /** The values of the form. */
    record PaymentInput(int version, PaymentFacts facts, ChosenParty from) {}

    PaymentInput read(Form form, FormValues answers) {
        ChosenParty from = parties.find(answers);
        String payer = answers.optionalText("payer", 200);
        if (from.isEmpty() && payer == null && form.problems().isEmpty()) {
            form.reject(SinglePartyChooser.ORGANISATION, "ledger.refused.nobody");
        }
        LocalDate on = answers.date("received");
        if (on.isAfter(settings.today())) {
            form.reject("received", "ledger.refused.day-to-come");
        }
        var bank = answers.optionalId("bank");
        PaymentMethod method = answers.choice("method", PaymentMethod.class);
        return new PaymentInput(
                answers.version(),
                new PaymentFacts(
                        from.known(),
                        payer,
                        method,
                        on,
                        answers.optionalText("reference", 100),
                        amount(form, answers),
                        bank == null ? null : new AccountId(bank),
                        answers.optionalText("remark", 500),
                        null),
                from);
    }

    /** Adds a payer that is not in the directory yet. */
    PaymentFacts withKnownPayer(PaymentInput said) {
        PaymentFacts facts = said.facts();
        return said.from().newcomer() == null
                ? facts
                : new PaymentFacts(
                        parties.findOrCreate(said.from()),
                        facts.payer(),
                        facts.method(),
                        facts.receivedOn(),
                        facts.reference(),
                        facts.amount(),
                        facts.bank(),
                        facts.remark(),
                        facts.source());
    }

    private static Money amount(Form form, FormValues answers) {
        BigDecimal amount = answers.number("amount", CENT, MOST);
        String code = form.filled("currency") ? form.value("currency").strip() : "CAD";
        if (!CURRENCIES.contains(code)) {
            form.reject("currency", "ledger.refused.currency-unknown", code);
            code = "CAD";
        }
        if (amount.stripTrailingZeros().scale() > 2) {
            form.reject("amount", "ledger.refused.cents");
            amount = CENT;
        }
        return MoneyAmounts.of(CurrencyUnit.of(code), amount);
    }

    static Form fill(PaymentQueries.PaymentSummary it, List<PaymentQueries.PaymentAllocation> settled) {
        Party from = it.from();
        Form form = Form.blank()
                .atVersion(it.version())
                .with("payer", it.payer())
                .with("method", it.method())
                .with("received", it.receivedOn())
                .with("reference", it.reference())
                .with("amount", it.amount())
                .with("currency", it.amount().getCurrencyUnit().getCode())
                .with("remark", it.remark())
                .with("bank", it.bank())
                .with(SinglePartyChooser.ORGANISATION, from == null ? null : from.organisation())
                .with(SinglePartyChooser.PERSON, from == null ? null : from.person());
        for (PaymentQueries.PaymentAllocation each : settled) {
            if (each.purpose() != AccountPurpose.ADVANCE) {
                form.with(field(each), each.amount());
            }
        }
        return form;
    }

    private static String field(PaymentQueries.PaymentAllocation each) {
        return each.invoice() == null
                ? "part-" + each.purpose()
                : "part-" + each.invoice().value();
    }

    static String field(InvoiceSummary invoice) {
        return "part-" + invoice.id().value();
    }

    /** The purposes of money that settles no invoice. */
    static List<AccountPurpose> purposes() {
        return Arrays.stream(AccountPurpose.values())
                .filter(it -> it.takesMoney() && it != AccountPurpose.ADVANCE)
                .toList();
    }

    /** The parts given by the fields. */
    static List<PaymentPart> parts(Form form, List<InvoiceSummary> invoices) {
        List<PaymentPart> parts = new ArrayList<>();
        for (InvoiceSummary each : invoices) {
            BigDecimal amount = part(form, field(each));
            if (amount != null) {
                parts.add(PaymentPart.of(each.id(), amount));
            }
        }
        for (AccountPurpose each : purposes()) {
            BigDecimal amount = part(form, "part-" + each);
            if (amount != null) {
                parts.add(PaymentPart.of(each, amount));
            }
        }
        return parts;
    }

    private static @Nullable BigDecimal part(Form form, String field) {
        String text = form.value(field).strip();
        if (text.isEmpty()) {
            return null;
        }
        BigDecimal amount = NumberReader.number(text).orElse(null);
        if (amount == null || amount.signum() < 0 || amount.stripTrailingZeros().scale() > 2) {
            form.reject(field, "ledger.refused.amount");
            return null;
        }
        return amount.signum() == 0 ? null : amount;
    }

    PaymentFormPage page(
            String key,
            String action,
            String cancel,
            Form form,
            List<String> open,
            List<PaymentFormPage.PaymentPartField> parts,
            Words t) {
        return new PaymentFormPage(
                key,
                action,
                cancel,
                form,
                parties.organisation(form),
                parties.person(form),
                Arrays.stream(PaymentMethod.values())
                        .filter(it -> it != PaymentMethod.INTERNAL)
                        .map(it -> Option.of(it, t.say(it.key())))
                        .toList(),
                CURRENCIES.stream().map(it -> new Option(it, it)).toList(),
                accounts.findByPurpose(AccountPurpose.BANK).stream()
                        .map(it -> Option.of(it.id(), it.label()))
                        .toList(),
                open,
                parts);
    }
}
