package org.convergence.resources.ledger.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.BankLineMatchingService;
import org.convergence.resources.ledger.domain.BankLineQueries;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of a bank line. */
@Component
class BankLinePageAssembler {

    private static final int OPEN = 200;

    private final BankLineMatchingService bankLineMatchingService;
    private final InvoiceQueries invoices;
    private final PaymentForm forms;
    private final PaymentProposals proposals;
    private final OrganisationSettings settings;

    BankLinePageAssembler(
            BankLineMatchingService bankLineMatchingService,
            InvoiceQueries invoices,
            PaymentForm forms,
            PaymentProposals proposals,
            OrganisationSettings settings) {
        this.bankLineMatchingService = bankLineMatchingService;
        this.invoices = invoices;
        this.forms = forms;
        this.proposals = proposals;
        this.settings = settings;
    }

    /** The open invoices of a payer in a currency. */
    List<InvoiceQueries.InvoiceSummary> findOpenInvoices(Party payer, CurrencyUnit currency) {
        return invoices.findOpenByPayer(payer, settings.today(), OPEN).stream()
                .filter(it -> it.balance().getCurrencyUnit().equals(currency))
                .toList();
    }

    /** Whether a form had a field for one of the open invoices. */
    static boolean isShown(Form form, List<InvoiceQueries.InvoiceSummary> owed) {
        return owed.stream().anyMatch(it -> !form.values(PaymentForm.field(it)).isEmpty());
    }

    static PaymentMethod method(BankLineQueries.BankLine it) {
        return TextNormalizer.fold(it.text()).contains("cheque") ? PaymentMethod.CHEQUE : PaymentMethod.TRANSFER;
    }

    BankLinePage assemble(BankLineQueries.BankLine it, Form settle, Form aside, Words t) {
        Party payer = payer(settle);
        List<InvoiceQueries.InvoiceSummary> owed =
                payer == null ? List.of() : findOpenInvoices(payer, it.amount().getCurrencyUnit());
        if (payer != null && !isShown(settle, owed)) {
            proposed(it, payer).forEach(part -> {
                if (part.invoice() != null) {
                    settle.with("part-" + part.invoice().value(), part.amount());
                }
            });
        }
        boolean records = CurrentActor.get().may(LedgerPermissions.RECORD);
        boolean open = it.state() == BankLineQueries.BankLineState.OPEN;
        return new BankLinePage(
                BankLineFormatter.row(it, bankLineMatchingService.findProposals(List.of(it)), t),
                records && open && it.amount().isPositive() ? form(it, settle, parts(owed, t), t) : null,
                records && open ? aside : null,
                Arrays.stream(BankLineQueries.AsideReason.values())
                        .map(each -> Option.of(each, t.say(each.key())))
                        .toList(),
                records && open ? List.of() : refused(settle, aside, t),
                records);
    }

    private static List<String> refused(Form settle, Form aside, Words t) {
        return Stream.concat(settle.problems().stream(), aside.problems().stream())
                .map(it -> t.say(it.key(), it.arguments().toArray()))
                .distinct()
                .toList();
    }

    private PaymentFormPage form(
            BankLineQueries.BankLine it, Form settle, List<PaymentFormPage.PaymentPartField> parts, Words t) {
        return forms.page(
                "ledger.bank.settle", BankUrls.line(it.id()) + "/settle", BankUrls.BANK, settle, List.of(), parts, t);
    }

    private List<PaymentPart> proposed(BankLineQueries.BankLine it, Party payer) {
        return proposals.propose(
                new PaymentFacts(payer, null, method(it), it.day(), null, it.amount(), it.bank(), null, null));
    }

    private static List<PaymentFormPage.PaymentPartField> parts(List<InvoiceQueries.InvoiceSummary> owed, Words t) {
        List<PaymentFormPage.PaymentPartField> parts = new ArrayList<>();
        owed.forEach(each -> parts.add(new PaymentFormPage.PaymentPartField(
                PaymentForm.field(each),
                each.number() + " – " + each.subject(),
                t.say("ledger.owed", t.money(each.balance())))));
        PaymentForm.purposes()
                .forEach(each -> parts.add(
                        new PaymentFormPage.PaymentPartField("part-" + each, t.say("ledger.part." + each), "")));
        return parts;
    }

    private static @Nullable Party payer(Form form) {
        UUID organisation = id(form, PaymentForm.ORGANISATION);
        UUID person = id(form, PaymentForm.PERSON);
        return organisation != null ? new OrganisationId(organisation) : person != null ? new PersonId(person) : null;
    }

    private static @Nullable UUID id(Form form, String field) {
        return TextParser.id(form.value(field)).orElse(null);
    }
}
