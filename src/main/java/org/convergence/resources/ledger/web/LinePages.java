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
import org.convergence.platform.text.Fold;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentMethod;
import org.convergence.resources.ledger.domain.BankLines;
import org.convergence.resources.ledger.domain.Invoices;
import org.convergence.resources.ledger.domain.LineMatching;
import org.convergence.resources.ledger.domain.Part;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Assembles the page of a bank line. */
@Component
class LinePages {

    private static final int OPEN = 200;

    private final LineMatching matching;
    private final Invoices invoices;
    private final PaymentForms forms;
    private final PaymentProposals proposals;
    private final OrganisationSettings settings;

    LinePages(
            LineMatching matching,
            Invoices invoices,
            PaymentForms forms,
            PaymentProposals proposals,
            OrganisationSettings settings) {
        this.matching = matching;
        this.invoices = invoices;
        this.forms = forms;
        this.proposals = proposals;
        this.settings = settings;
    }

    /** The open invoices of a payer in a currency. */
    List<Invoices.Line> open(Party payer, CurrencyUnit currency) {
        return invoices.openOf(payer, settings.today(), OPEN).stream()
                .filter(it -> it.balance().getCurrencyUnit().equals(currency))
                .toList();
    }

    /** Whether a form had a field for one of the open invoices. */
    static boolean isShown(Form form, List<Invoices.Line> owed) {
        return owed.stream().anyMatch(it -> !form.values(PaymentForms.field(it)).isEmpty());
    }

    static PaymentMethod method(BankLines.Line it) {
        return Fold.of(it.text()).contains("cheque") ? PaymentMethod.CHEQUE : PaymentMethod.TRANSFER;
    }

    BankLinePage of(BankLines.Line it, Form settle, Form aside, Words t) {
        Party payer = payer(settle);
        List<Invoices.Line> owed =
                payer == null ? List.of() : open(payer, it.amount().getCurrencyUnit());
        if (payer != null && !isShown(settle, owed)) {
            proposed(it, payer).forEach(part -> {
                if (part.invoice() != null) {
                    settle.with("part-" + part.invoice().value(), part.amount());
                }
            });
        }
        boolean records = CurrentActor.get().may(LedgerPermissions.RECORD);
        boolean open = it.state() == BankLines.State.OPEN;
        return new BankLinePage(
                BankRows.of(it, matching.proposals(List.of(it)), t),
                records && open && it.amount().isPositive() ? form(it, settle, parts(owed, t), t) : null,
                records && open ? aside : null,
                Arrays.stream(BankLines.Aside.values())
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

    private PaymentFormPage form(BankLines.Line it, Form settle, List<PaymentFormPage.Part> parts, Words t) {
        return forms.page(
                "ledger.bank.settle", BankUrls.line(it.id()) + "/settle", BankUrls.BANK, settle, List.of(), parts, t);
    }

    private List<Part> proposed(BankLines.Line it, Party payer) {
        return proposals.of(
                new PaymentFacts(payer, null, method(it), it.day(), null, it.amount(), it.bank(), null, null));
    }

    private static List<PaymentFormPage.Part> parts(List<Invoices.Line> owed, Words t) {
        List<PaymentFormPage.Part> parts = new ArrayList<>();
        owed.forEach(each -> parts.add(new PaymentFormPage.Part(
                PaymentForms.field(each),
                each.number() + " – " + each.subject(),
                t.say("ledger.owed", t.money(each.balance())))));
        PaymentForms.purposes()
                .forEach(each -> parts.add(new PaymentFormPage.Part("part-" + each, t.say("ledger.part." + each), "")));
        return parts;
    }

    private static @Nullable Party payer(Form form) {
        UUID organisation = id(form, PaymentForms.ORGANISATION);
        UUID person = id(form, PaymentForms.PERSON);
        return organisation != null ? new OrganisationId(organisation) : person != null ? new PersonId(person) : null;
    }

    private static @Nullable UUID id(Form form, String field) {
        return TextParser.id(form.value(field)).orElse(null);
    }
}
