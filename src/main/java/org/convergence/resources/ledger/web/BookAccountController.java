package org.convergence.resources.ledger.web;

import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.BookAccountService;
import org.convergence.resources.ledger.domain.BookAccountService.BookAccount;
import org.convergence.resources.ledger.web.BookAccountsPage.BookAccountFormPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Lists and edits the accounts of the books. */
@Controller
@RequestMapping("/resources/ledger/accounts")
@Requires(LedgerPermissions.REVIEW)
record BookAccountController(BookAccountService accounts) {

    private static final int CODE = 20;
    private static final int NAME = 120;
    private static final String CODE_SHAPE = "[A-Za-z0-9][A-Za-z0-9. -]{0,19}";

    @GetMapping
    ModelAndView list(Words t) {
        return PageView.of(
                "resources/ledger/accounts",
                new BookAccountsPage(
                        LedgerTabs.findVisible(LedgerUrls.ACCOUNTS, t),
                        accounts.findAll().stream()
                                .map(it -> new BookAccountsPage.BookAccountRow(
                                        it.label(),
                                        url(it.id()),
                                        t.say(it.purpose().key())))
                                .toList()));
    }

    private static String url(AccountId id) {
        return LedgerUrls.ACCOUNTS + "/" + id.value();
    }

    private record BookAccountInput(int version, String code, String name) {}

    private static BookAccountInput read(Form form, FormValues answers) {
        String code = answers.text("code", CODE);
        if (form.problem("code") == null && !code.matches(CODE_SHAPE)) {
            form.reject("code", "ledger.refused.code-shape");
        }
        return new BookAccountInput(answers.version(), code, answers.text("name", NAME));
    }

    @GetMapping("/new")
    ModelAndView add(Words t) {
        return adding(Form.blank(), t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return form.submit(
                answers -> read(form, answers),
                said -> accounts.addBank(said.code(), said.name()),
                SeeOther.to(LedgerUrls.ACCOUNTS).withNotice("ledger.saved"),
                () -> adding(form, t));
    }

    private static ModelAndView adding(Form form, Words t) {
        return PageView.of(
                "resources/ledger/account-form",
                new BookAccountFormPage(
                        t.say("ledger.account.add-bank"),
                        LedgerUrls.ACCOUNTS + "/new",
                        t.say(AccountPurpose.BANK.key()),
                        form));
    }

    @GetMapping("/{id}")
    ModelAndView correct(@PathVariable UUID id, Words t) {
        BookAccount it = accounts.findById(new AccountId(id));
        return correcting(
                it, Form.blank().atVersion(it.version()).with("code", it.code()).with("name", it.name()), t);
    }

    @PostMapping("/{id}")
    ModelAndView correct(@PathVariable UUID id, Form form, Words t) {
        BookAccount it = accounts.findById(new AccountId(id));
        return form.submit(
                answers -> read(form, answers),
                said -> accounts.correct(it.id(), said.version(), said.code(), said.name()),
                SeeOther.to(LedgerUrls.ACCOUNTS).withNotice("ledger.saved"),
                () -> correcting(it, form, t));
    }

    private static ModelAndView correcting(BookAccount it, Form form, Words t) {
        return PageView.of(
                "resources/ledger/account-form",
                new BookAccountFormPage(
                        it.label(), url(it.id()), t.say(it.purpose().key()), form));
    }
}
