package org.convergence.resources.ledger.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.Party;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.domain.BankLines;
import org.convergence.resources.ledger.domain.BankLines.Aside;
import org.convergence.resources.ledger.domain.Invoices;
import org.convergence.resources.ledger.domain.LineMatching;
import org.convergence.resources.ledger.domain.LineTies;
import org.convergence.resources.ledger.domain.Part;
import org.convergence.resources.ledger.domain.PaymentFacts;
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

    private final BankLines lines;
    private final LineMatching matching;
    private final LineTies ties;
    private final PaymentForms forms;
    private final LinePages pages;

    BankLineController(BankLines lines, LineMatching matching, LineTies ties, PaymentForms forms, LinePages pages) {
        this.lines = lines;
        this.matching = matching;
        this.ties = ties;
        this.forms = forms;
        this.pages = pages;
    }

    @GetMapping
    @Requires(LedgerPermissions.READ)
    ModelAndView show(@PathVariable UUID id, Form asked, Words t) {
        BankLines.Line it = lines.one(new BankLineId(id));
        Form settle = Form.named("s")
                .at(it.version())
                .with("method", LinePages.method(it))
                .with("reference", it.reference())
                .with(PaymentForms.ORGANISATION, ids(asked, PaymentForms.ORGANISATION))
                .with(PaymentForms.PERSON, ids(asked, PaymentForms.PERSON));
        return page(it, settle, aside(it), t);
    }

    private static List<String> ids(Form asked, String field) {
        return asked.filled(field) && asked.value(field).length() == 36 ? List.of(asked.value(field)) : List.of();
    }

    private static Form aside(BankLines.Line it) {
        return Form.named("a").at(it.version());
    }

    private ModelAndView page(BankLines.Line it, Form settle, Form aside, Words t) {
        return Page.of("resources/ledger/bank-line", pages.of(it, settle, aside, t));
    }

    @PostMapping("/accept")
    ModelAndView accept(@PathVariable UUID id, Form form, Words t) {
        BankLines.Line it = lines.one(new BankLineId(id));
        return form.submit(
                answers -> {
                    answers.text("key", 2_000);
                    return answers.version();
                },
                version -> {
                    matching.accept(it.id(), version, form.value("key"));
                    return Go.to(BankUrls.BANK)
                            .saying("ledger.bank.accepted", t.money(it.amount()))
                            .undo(BankUrls.line(it.id()) + "/open");
                },
                () -> page(lines.one(it.id()), form.with("method", LinePages.method(it)), aside(it), t));
    }

    private record Settled(PaymentForms.Said said, List<Part> parts) {}

    @PostMapping("/settle")
    ModelAndView settle(@PathVariable UUID id, Form form, Words t) {
        BankLines.Line it = lines.one(new BankLineId(id));
        form.with("amount", it.amount().getAmount())
                .with("currency", it.amount().getCurrencyUnit().getCode())
                .with("received", it.day());
        return form.submit(
                answers -> {
                    PaymentForms.Said said = forms.read(form, answers);
                    return new Settled(said, parts(form, said.facts()));
                },
                settled -> {
                    PaymentForms.Said said = settled.said();
                    PaymentId made = ties.settle(it, said.version(), forms.known(said), settled.parts());
                    return Go.to(Urls.payment(made))
                            .saying("ledger.bank.accepted", t.money(it.amount()))
                            .undo(BankUrls.line(it.id()) + "/open");
                },
                () -> page(lines.one(it.id()), form, aside(it), t));
    }

    /** The amount not allocated becomes an advance, as the form says; the payer's debts must have been shown. */
    private List<Part> parts(Form form, PaymentFacts facts) {
        Party from = facts.from();
        List<Invoices.Line> owed =
                from == null ? List.of() : pages.open(from, facts.amount().getCurrencyUnit());
        List<Part> said = PaymentForms.parts(form, owed);
        if (!owed.isEmpty() && said.isEmpty() && !LinePages.isShown(form, owed)) {
            form.refuse("ledger.refused.owed-unseen");
        }
        return said;
    }

    private record Why(int version, Aside reason, @Nullable String remark) {}

    @PostMapping("/aside")
    ModelAndView setAside(@PathVariable UUID id, Form form, Words t) {
        BankLines.Line it = lines.one(new BankLineId(id));
        return form.submit(
                answers -> new Why(
                        answers.version(),
                        answers.choice("aside", Aside.class),
                        answers.optionalText("remark", REMARK)),
                why -> {
                    ties.setAside(it.id(), why.version(), why.reason(), why.remark());
                    return Go.to(BankUrls.BANK)
                            .saying("ledger.bank.set-aside", t.money(it.amount()))
                            .undo(BankUrls.line(it.id()) + "/open");
                },
                () -> page(lines.one(it.id()), Form.named("s").at(it.version()), form, t));
    }

    @PostMapping("/open")
    ModelAndView open(@PathVariable UUID id) {
        ties.open(new BankLineId(id));
        return Go.to(BankUrls.BANK).saying("ledger.bank.opened-again", 1);
    }
}
