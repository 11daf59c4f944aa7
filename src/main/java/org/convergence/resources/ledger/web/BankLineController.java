package org.convergence.resources.ledger.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.Party;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
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
class BankLineController {

    private static final int REMARK = 500;

    private final BankLineQueries lines;
    private final BankLineMatchingService bankLineMatchingService;
    private final BankLineTieService ties;
    private final PaymentForm forms;
    private final BankLinePageAssembler pages;

    BankLineController(
            BankLineQueries lines,
            BankLineMatchingService bankLineMatchingService,
            BankLineTieService ties,
            PaymentForm forms,
            BankLinePageAssembler pages) {
        this.lines = lines;
        this.bankLineMatchingService = bankLineMatchingService;
        this.ties = ties;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping
    @Requires(LedgerPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Form asked, Words t) {
        BankLineQueries.BankLine it = lines.findById(new BankLineId(id));
        Form settle = Form.named("s")
                .atVersion(it.version())
                .with("method", BankLinePageAssembler.method(it))
                .with("reference", it.reference())
                .with(PaymentForm.ORGANISATION, ids(asked, PaymentForm.ORGANISATION))
                .with(PaymentForm.PERSON, ids(asked, PaymentForm.PERSON));
        return page(it, settle, aside(it), t);
    }

    private static List<String> ids(Form asked, String field) {
        return asked.filled(field) && asked.value(field).length() == 36 ? List.of(asked.value(field)) : List.of();
    }

    private static Form aside(BankLineQueries.BankLine it) {
        return Form.named("a").atVersion(it.version());
    }

    private ModelAndView page(BankLineQueries.BankLine it, Form settle, Form aside, Words t) {
        return PageView.of("resources/ledger/bank-line", pages.assemble(it, settle, aside, t));
    }

    @PostMapping("/accept")
    ModelAndView accept(@PathVariable UUID id, Form form, Words t) {
        BankLineQueries.BankLine it = lines.findById(new BankLineId(id));
        return form.submit(
                answers -> {
                    answers.text("key", 2_000);
                    return answers.version();
                },
                version -> {
                    bankLineMatchingService.accept(it.id(), version, form.value("key"));
                    return SeeOther.to(BankUrls.BANK)
                            .withNotice("ledger.bank.accepted", t.money(it.amount()))
                            .withUndo(BankUrls.line(it.id()) + "/open");
                },
                () -> page(
                        lines.findById(it.id()), form.with("method", BankLinePageAssembler.method(it)), aside(it), t));
    }

    private record LineSettlement(PaymentForm.PaymentInput said, List<PaymentPart> parts) {}

    @PostMapping("/settle")
    ModelAndView settle(@PathVariable UUID id, Form form, Words t) {
        BankLineQueries.BankLine it = lines.findById(new BankLineId(id));
        form.with("amount", it.amount().getAmount())
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
                            .withUndo(BankUrls.line(it.id()) + "/open");
                },
                () -> page(lines.findById(it.id()), form, aside(it), t));
    }

    /** The amount not allocated becomes an advance, as the form says; the payer's debts must have been shown. */
    private List<PaymentPart> parts(Form form, PaymentFacts facts) {
        Party from = facts.from();
        List<InvoiceQueries.InvoiceSummary> owed = from == null
                ? List.of()
                : pages.findOpenInvoices(from, facts.amount().getCurrencyUnit());
        List<PaymentPart> said = PaymentForm.parts(form, owed);
        if (!owed.isEmpty() && said.isEmpty() && !BankLinePageAssembler.isShown(form, owed)) {
            form.refuse("ledger.refused.owed-unseen");
        }
        return said;
    }

    private record AsideInput(
            int version, AsideReason reason, @Nullable String remark) {}

    @PostMapping("/aside")
    ModelAndView setAside(@PathVariable UUID id, Form form, Words t) {
        BankLineQueries.BankLine it = lines.findById(new BankLineId(id));
        return form.submit(
                answers -> new AsideInput(
                        answers.version(),
                        answers.choice("aside", AsideReason.class),
                        answers.optionalText("remark", REMARK)),
                why -> {
                    ties.setAside(it.id(), why.version(), why.reason(), why.remark());
                    return SeeOther.to(BankUrls.BANK)
                            .withNotice("ledger.bank.set-aside", t.money(it.amount()))
                            .withUndo(BankUrls.line(it.id()) + "/open");
                },
                () -> page(lines.findById(it.id()), Form.named("s").atVersion(it.version()), form, t));
    }

    @PostMapping("/open")
    ModelAndView reopen(@PathVariable UUID id) {
        ties.reopen(new BankLineId(id));
        return SeeOther.to(BankUrls.BANK).withNotice("ledger.bank.opened-again", 1);
    }
}
