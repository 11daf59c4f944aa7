package org.convergence.resources.ledger.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.SinglePartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.domain.BankLineMatchingService;
import org.convergence.resources.ledger.domain.BankLineQueries;
import org.convergence.resources.ledger.domain.BankLineQueries.AsideReason;
import org.convergence.resources.ledger.domain.BankLineTieService;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.convergence.resources.ledger.domain.PaymentFacts;
import org.convergence.resources.ledger.domain.PaymentPart;
import org.convergence.resources.ledger.web.BankPage.BankLinePage;
import org.convergence.resources.ledger.web.PaymentPage.PaymentFormPage;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows one bank line: accepts a proposal, settles other invoices, or sets it aside. */
@Controller
@RequestMapping("/resources/ledger/bank/{id}")
@Requires(LedgerPermissions.RECORD)
record BankLineController(
        BankLineQueries lines,
        BankLineMatchingService bankLineMatchingService,
        BankLineTieService ties,
        PaymentForm forms,
        InvoiceQueries invoices,
        PaymentProposals proposals,
        OrganisationSettings settings) {

    private static final int OPEN = 200;
    private static final int REMARK = 500;

    @GetMapping
    @Requires(LedgerPermissions.READ)
    ModelAndView show(@PathVariable BankLineId id, Form asked, Words t) {
        BankLineQueries.BankLine it = lines.findById(id);
        Form settle = Form.named("s")
                .atVersion(it.version())
                .with("method", it.method())
                .with("reference", it.reference())
                .with(SinglePartyChooser.ORGANISATION, ids(asked, SinglePartyChooser.ORGANISATION))
                .with(SinglePartyChooser.PERSON, ids(asked, SinglePartyChooser.PERSON));
        return page(it, settle, aside(it), t);
    }

    private static List<String> ids(Form asked, String field) {
        return asked.filled(field) && asked.value(field).length() == 36 ? List.of(asked.value(field)) : List.of();
    }

    private static Form aside(BankLineQueries.BankLine it) {
        return Form.named("a").atVersion(it.version());
    }

    private ModelAndView page(BankLineQueries.BankLine it, Form settle, Form aside, Words t) {
        return PageView.of("resources/ledger/bank-line", assemble(it, settle, aside, t));
    }

    @PostMapping("/accept")
    ModelAndView accept(@PathVariable BankLineId id, Form form, Words t) {
        BankLineQueries.BankLine it = lines.findById(id);
        return form.submit(
                answers -> {
                    answers.text("key", 2_000);
                    return answers.version();
                },
                version -> bankLineMatchingService.accept(it.id(), version, form.value("key")),
                SeeOther.to(LedgerUrls.BANK)
                        .withNotice("ledger.bank.accepted", t.money(it.amount()))
                        .withUndo(LedgerUrls.line(it.id()) + "/open"),
                () -> page(lines.findById(it.id()), form.with("method", it.method()), aside(it), t));
    }

    private record LineSettlement(PaymentForm.PaymentInput said, List<PaymentPart> parts) {}

    @PostMapping("/settle")
    ModelAndView settle(@PathVariable BankLineId id, Form form, Words t) {
        BankLineQueries.BankLine it = lines.findById(id);
        form.with("amount", it.amount())
                .with("currency", it.amount().getCurrencyUnit().getCode())
                .with("received", it.day());
        return form.submit(
                answers -> {
                    PaymentForm.PaymentInput said = forms.read(form, answers);
                    return new LineSettlement(said, parts(form, said.facts()));
                },
                settled -> {
                    PaymentForm.PaymentInput said = settled.said();
                    PaymentId made = ties.settle(it, said.version(), forms.withKnownPayer(said), settled.parts());
                    return SeeOther.to(LedgerUrls.payment(made))
                            .withNotice("ledger.bank.accepted", t.money(it.amount()))
                            .withUndo(LedgerUrls.line(it.id()) + "/open");
                },
                () -> page(lines.findById(it.id()), form, aside(it), t));
    }

    /** The amount not allocated becomes an advance, as the form says; the payer's debts must have been shown. */
    private List<PaymentPart> parts(Form form, PaymentFacts facts) {
        Party from = facts.from();
        List<InvoiceQueries.InvoiceSummary> owed =
                from == null ? List.of() : findOpenInvoices(from, facts.amount().getCurrencyUnit());
        List<PaymentPart> said = PaymentForm.parts(form, owed);
        if (!owed.isEmpty() && said.isEmpty() && !isShown(form, owed)) {
            form.refuse("ledger.refused.owed-unseen");
        }
        return said;
    }

    private record AsideInput(
            int version, AsideReason reason, @Nullable String remark) {}

    @PostMapping("/aside")
    ModelAndView setAside(@PathVariable BankLineId id, Form form, Words t) {
        BankLineQueries.BankLine it = lines.findById(id);
        return form.submit(
                answers -> new AsideInput(
                        answers.version(),
                        answers.choice("aside", AsideReason.class),
                        answers.optionalText("remark", REMARK)),
                why -> ties.setAside(it.id(), why.version(), why.reason(), why.remark()),
                SeeOther.to(LedgerUrls.BANK)
                        .withNotice("ledger.bank.set-aside", t.money(it.amount()))
                        .withUndo(LedgerUrls.line(it.id()) + "/open"),
                () -> page(lines.findById(it.id()), Form.named("s").atVersion(it.version()), form, t));
    }

    @PostMapping("/open")
    ModelAndView reopen(@PathVariable BankLineId id) {
        ties.reopen(id);
        return SeeOther.to(LedgerUrls.BANK).withNotice("ledger.bank.opened-again", 1);
    }

    /** The open invoices of a payer in a currency. */
    private List<InvoiceQueries.InvoiceSummary> findOpenInvoices(Party payer, CurrencyUnit currency) {
        return invoices.findOpenByPayer(payer, settings.today(), OPEN).stream()
                .filter(it -> it.balance().getCurrencyUnit().equals(currency))
                .toList();
    }

    /** Whether a form had a field for one of the open invoices. */
    private static boolean isShown(Form form, List<InvoiceQueries.InvoiceSummary> owed) {
        return owed.stream().anyMatch(it -> !form.values(PaymentForm.field(it)).isEmpty());
    }

    private BankLinePage assemble(BankLineQueries.BankLine it, Form settle, Form aside, Words t) {
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
                "ledger.bank.settle",
                LedgerUrls.line(it.id()) + "/settle",
                LedgerUrls.BANK,
                settle,
                List.of(),
                parts,
                t);
    }

    private List<PaymentPart> proposed(BankLineQueries.BankLine it, Party payer) {
        return proposals.propose(
                new PaymentFacts(payer, null, it.method(), it.day(), null, it.amount(), it.bank(), null, null));
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
        UUID organisation = id(form, SinglePartyChooser.ORGANISATION);
        UUID person = id(form, SinglePartyChooser.PERSON);
        return organisation != null ? new OrganisationId(organisation) : person != null ? new PersonId(person) : null;
    }

    private static @Nullable UUID id(Form form, String field) {
        return TextParser.id(form.value(field)).orElse(null);
    }
}
