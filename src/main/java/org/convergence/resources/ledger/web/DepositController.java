package org.convergence.resources.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.DepositId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.domain.BookAccountService;
import org.convergence.resources.ledger.domain.DepositPaperAssembler;
import org.convergence.resources.ledger.domain.DepositService;
import org.convergence.resources.ledger.domain.LedgerDatePolicy;
import org.convergence.resources.ledger.web.DepositsPage.DepositPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lists and makes deposit slips of cheques and cash. */
@Controller
@RequestMapping("/resources/ledger/deposits")
@Requires(LedgerPermissions.READ)
record DepositController(DepositService deposits, BookAccountService accounts, OrganisationSettings settings) {

    private static final int WAITING = 200;
    private static final int SLIPS = 50;

    @GetMapping
    ModelAndView list(Words t) {
        List<DepositService.DepositItem> waiting = deposits.findWaiting(WAITING);
        Form form = Form.blank()
                .with("day", settings.today())
                .with(
                        "payment",
                        waiting.stream().map(DepositService.DepositItem::id).toList());
        return page(form, waiting, t);
    }

    private ModelAndView page(Form form, List<DepositService.DepositItem> waiting, Words t) {
        List<Option> banks = accounts.findByPurpose(AccountPurpose.BANK).stream()
                .map(it -> Option.of(it.id(), it.label()))
                .toList();
        if (!form.filled("bank")) {
            form.with("bank", banks.get(0).value());
        }
        return PageView.of(
                "resources/ledger/deposits",
                new DepositsPage(
                        LedgerTabs.findVisible(LedgerUrls.DEPOSITS, t),
                        form,
                        t.say("ledger.deposits.lead", waiting.size()),
                        waiting.stream().map(it -> item(it, form, t)).toList(),
                        banks,
                        deposits.findLatest(SLIPS).stream()
                                .map(it -> slip(it, t))
                                .toList(),
                        CurrentActor.get().may(LedgerPermissions.RECORD)));
    }

    private static DepositsPage.DepositItemRow item(DepositService.DepositItem it, Form form, Words t) {
        String reference = it.reference() == null ? "" : " " + it.reference();
        return new DepositsPage.DepositItemRow(
                it.id().value().toString(),
                it.payer().isEmpty() ? t.say("ledger.payer.unknown") : it.payer(),
                LedgerUrls.payment(it.id()),
                t.say(it.method().key()) + reference + " · " + t.shortDate(it.receivedOn()),
                t.money(it.amount()),
                form.chosen("payment", it.id()));
    }

    private static DepositsPage.DepositSlipRow slip(DepositService.DepositSlip it, Words t) {
        return new DepositsPage.DepositSlipRow(
                it.number(),
                LedgerUrls.deposit(it.id()),
                t.shortDate(it.madeOn()) + " · " + it.account() + " · " + t.say("ledger.deposit.items", it.items()),
                t.money(it.sum()),
                tone(it),
                state(it, t));
    }

    private static Tone tone(DepositService.DepositSlip it) {
        return it.undone() ? Tone.REST : it.seenOn() == null ? Tone.AHEAD : Tone.OK;
    }

    private static String state(DepositService.DepositSlip it, Words t) {
        LocalDate seen = it.seenOn();
        return it.undone()
                ? t.say("ledger.deposit.undone")
                : seen == null ? t.say("ledger.deposit.not-seen") : t.say("ledger.deposit.seen", t.shortDate(seen));
    }

    private record DepositInput(AccountId bank, LocalDate day, List<PaymentId> payments) {}

    @PostMapping
    @Requires(LedgerPermissions.RECORD)
    ModelAndView create(Form form, Words t) {
        return form.submit(
                answers -> {
                    LocalDate day = answers.date("day");
                    FieldRefusals.reject("day", form, LedgerDatePolicy.checkDeposit(day, settings.today()));
                    return new DepositInput(
                            new AccountId(answers.id("bank")),
                            day,
                            answers.ids("payment").stream().map(PaymentId::new).toList());
                },
                chosen -> {
                    accounts.findById(chosen.bank());
                    DepositId made = deposits.create(chosen.bank(), chosen.day(), chosen.payments());
                    return SeeOther.to(LedgerUrls.deposit(made)).withNotice("ledger.deposit.made");
                },
                () -> page(form, deposits.findWaiting(WAITING), t));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, Words t) {
        DepositService.DepositSlip it = deposits.findById(new DepositId(id));
        return PageView.of(
                "resources/ledger/deposit",
                new DepositPage(
                        t.say("ledger.deposit.title", it.number()),
                        LedgerUrls.deposit(it.id()),
                        t.date(it.madeOn()) + " · " + it.account(),
                        tone(it),
                        state(it, t),
                        deposits.findItems(it.id()).stream()
                                .map(each -> item(each, Form.blank(), t))
                                .toList(),
                        t.money(it.sum()),
                        it.isUndoable() && CurrentActor.get().may(LedgerPermissions.RECORD)));
    }

    @GetMapping("/{id}.pdf")
    void paper(@PathVariable UUID id, Words t, HttpServletResponse response) throws IOException {
        DepositService.DepositSlip it = deposits.findById(new DepositId(id));
        FileDownload.setHeaders(response, it.number() + ".pdf", PaperFormat.PDF.mediaType());
        PaperFormat.PDF.write(
                DepositPaperAssembler.of(
                        it, deposits.findItems(it.id()), settings.current().name(), t),
                t,
                RenderingOptions.letterPaper("", settings.letterhead()),
                response.getOutputStream());
    }

    @PostMapping("/{id}/undo")
    @Requires(LedgerPermissions.RECORD)
    ModelAndView undo(@PathVariable UUID id) {
        deposits.undo(new DepositId(id));
        return SeeOther.to(LedgerUrls.DEPOSITS).withNotice("ledger.deposit.undo.done");
    }
}
