package org.convergence.resources.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.rendering.Edition;
import org.convergence.platform.rendering.Rendering;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Attachment;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.DepositId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.domain.BookAccounts;
import org.convergence.resources.ledger.domain.DayPolicy;
import org.convergence.resources.ledger.domain.DepositPaper;
import org.convergence.resources.ledger.domain.Deposits;
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
class DepositController {

    private static final int WAITING = 200;
    private static final int SLIPS = 50;

    private final Deposits deposits;
    private final BookAccounts accounts;
    private final OrganisationSettings settings;
    private final LedgerTabs tabs;

    DepositController(Deposits deposits, BookAccounts accounts, OrganisationSettings settings, LedgerTabs tabs) {
        this.deposits = deposits;
        this.accounts = accounts;
        this.settings = settings;
        this.tabs = tabs;
    }

    @GetMapping
    ModelAndView list(Words t) {
        List<Deposits.Item> waiting = deposits.waiting(WAITING);
        Form form = Form.blank()
                .with("day", settings.today())
                .with("payment", waiting.stream().map(Deposits.Item::id).toList());
        return page(form, waiting, t);
    }

    private ModelAndView page(Form form, List<Deposits.Item> waiting, Words t) {
        List<Option> banks = accounts.of(AccountPurpose.BANK).stream()
                .map(it -> Option.of(it.id(), it.label()))
                .toList();
        if (!form.filled("bank")) {
            form.with("bank", banks.get(0).value());
        }
        return Page.of(
                "resources/ledger/deposits",
                new DepositsPage(
                        tabs.on(BankUrls.DEPOSITS, t),
                        form,
                        t.say("ledger.deposits.lead", waiting.size()),
                        waiting.stream().map(it -> item(it, form, t)).toList(),
                        banks,
                        deposits.latest(SLIPS).stream().map(it -> slip(it, t)).toList(),
                        CurrentActor.get().may(LedgerPermissions.RECORD)));
    }

    private static DepositsPage.Item item(Deposits.Item it, Form form, Words t) {
        String reference = it.reference() == null ? "" : " " + it.reference();
        return new DepositsPage.Item(
                it.id().value().toString(),
                it.payer().isEmpty() ? t.say("ledger.payer.unknown") : it.payer(),
                Urls.payment(it.id()),
                t.say(it.method().key()) + reference + " · " + t.shortDate(it.receivedOn()),
                t.money(it.amount()),
                form.chosen("payment", it.id()));
    }

    private static DepositsPage.Slip slip(Deposits.Slip it, Words t) {
        return new DepositsPage.Slip(
                it.number(),
                BankUrls.deposit(it.id()),
                t.shortDate(it.madeOn()) + " · " + it.account() + " · " + t.say("ledger.deposit.items", it.items()),
                t.money(it.sum()),
                tone(it),
                state(it, t));
    }

    private static Tone tone(Deposits.Slip it) {
        return it.undone() ? Tone.REST : it.seenOn() == null ? Tone.AHEAD : Tone.OK;
    }

    private static String state(Deposits.Slip it, Words t) {
        LocalDate seen = it.seenOn();
        return it.undone()
                ? t.say("ledger.deposit.undone")
                : seen == null ? t.say("ledger.deposit.not-seen") : t.say("ledger.deposit.seen", t.shortDate(seen));
    }

    private record Chosen(AccountId bank, LocalDate day, List<PaymentId> payments) {}

    @PostMapping
    @Requires(LedgerPermissions.RECORD)
    ModelAndView make(Form form, Words t) {
        return form.submit(
                answers -> {
                    LocalDate day = answers.date("day");
                    Refusals.at("day", form, DayPolicy.ofDeposit(day, settings.today()));
                    return new Chosen(
                            new AccountId(answers.id("bank")),
                            day,
                            answers.ids("payment").stream().map(PaymentId::new).toList());
                },
                chosen -> {
                    accounts.one(chosen.bank());
                    DepositId made = deposits.make(chosen.bank(), chosen.day(), chosen.payments());
                    return Go.to(BankUrls.deposit(made)).saying("ledger.deposit.made");
                },
                () -> page(form, deposits.waiting(WAITING), t));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, Words t) {
        Deposits.Slip it = deposits.one(new DepositId(id));
        return Page.of(
                "resources/ledger/deposit",
                new DepositPage(
                        t.say("ledger.deposit.title", it.number()),
                        BankUrls.deposit(it.id()),
                        t.date(it.madeOn()) + " · " + it.account(),
                        tone(it),
                        state(it, t),
                        deposits.items(it.id()).stream()
                                .map(each -> item(each, Form.blank(), t))
                                .toList(),
                        t.money(it.sum()),
                        it.isUndoable() && CurrentActor.get().may(LedgerPermissions.RECORD)));
    }

    @GetMapping("/{id}.pdf")
    void paper(@PathVariable UUID id, Words t, HttpServletResponse response) throws IOException {
        Deposits.Slip it = deposits.one(new DepositId(id));
        Attachment.begin(response, it.number() + ".pdf", Rendering.PDF.mediaType());
        Rendering.PDF.write(
                DepositPaper.of(it, deposits.items(it.id()), settings.current().name(), t),
                t,
                Edition.at(""),
                response.getOutputStream());
    }

    @PostMapping("/{id}/undo")
    @Requires(LedgerPermissions.RECORD)
    ModelAndView undo(@PathVariable UUID id) {
        deposits.undo(new DepositId(id));
        return Go.to(BankUrls.DEPOSITS).saying("ledger.deposit.undo.done");
    }
}
