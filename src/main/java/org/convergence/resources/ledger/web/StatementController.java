package org.convergence.resources.ledger.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.Made;
import org.convergence.platform.imports.web.ImportDesk;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.imports.web.ImportRoutes;
import org.convergence.platform.imports.web.ImportStartPage;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.Account;
import org.convergence.resources.ledger.domain.BookAccounts;
import org.convergence.resources.ledger.domain.DateOrder;
import org.convergence.resources.ledger.domain.StatementKind;
import org.convergence.resources.ledger.domain.StatementSettings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Files of banks: of which account, read how, entered, taken back. */
@Controller
@RequestMapping(StatementController.URL)
@Requires(LedgerPermissions.RECORD)
class StatementController extends ImportRoutes {

    static final String URL = BankUrls.IMPORT;

    private final StatementKind kind;
    private final BookAccounts accounts;

    StatementController(ImportDesk desk, StatementKind kind, BookAccounts accounts) {
        super(URL, desk, List.of(kind));
        this.kind = kind;
        this.accounts = accounts;
    }

    @Override
    protected Json chosen(ImportKind chosen, Answers answers, Words t) {
        UUID bank = answers.id("bank");
        String currency = answers.text("currency", 3);
        if (accounts.of(AccountPurpose.BANK).stream()
                .noneMatch(it -> it.id().value().equals(bank))) {
            throw new org.convergence.platform.database.NotFound("account");
        }
        return Json.of(new StatementSettings(
                Ids.next(), bank, PaymentForms.CURRENCIES.contains(currency) ? currency : "CAD", DateOrder.DAY_FIRST));
    }

    @Override
    protected ModelAndView start(ImportStartPage page) {
        List<Account> banks = accounts.of(AccountPurpose.BANK);
        if (!page.form().filled("bank")) {
            page.form().with("bank", banks.get(0).id());
        }
        if (!page.form().filled("currency")) {
            page.form().with("currency", "CAD");
        }
        return Page.of(
                "resources/ledger/statement-start",
                new StatementStartPage(
                        page,
                        banks.stream().map(it -> Option.of(it.id(), it.label())).toList(),
                        PaymentForms.CURRENCIES.stream()
                                .map(it -> new Option(it, it))
                                .toList()));
    }

    @Override
    protected void fill(Form form, ImportFile file) {
        form.with("dates", file.choices().as(StatementSettings.class).dates());
    }

    @Override
    protected Json choices(ImportFile file, Form form, Answers answers) {
        return Json.of(file.choices().as(StatementSettings.class).reading(answers.choice("dates", DateOrder.class)));
    }

    @Override
    protected ModelAndView page(ImportPage page, ImportFile file, Words t) {
        StatementSettings settings = file.choices().as(StatementSettings.class);
        return Page.of(
                "resources/ledger/statement",
                new StatementPage(
                        page,
                        accounts.one(new AccountId(settings.bank())).label() + ", " + settings.currency(),
                        Arrays.stream(DateOrder.values())
                                .map(it -> Option.of(it, t.say(it.key())))
                                .toList()));
    }

    @Override
    protected Map<Integer, String> details(ImportFile file, List<ImportRow> rows, Words t) {
        StatementSettings settings = file.choices().as(StatementSettings.class);
        Map<Integer, String> details = new HashMap<>();
        rows.forEach(row -> kind.brief(row, settings)
                .ifPresent(it -> details.put(
                        row.number(), t.shortDate(it.day()) + " · " + t.money(it.amount(), settings.currency()))));
        return details;
    }

    @Override
    protected String place(Made made) {
        return made.thing().equals(StatementKind.Thing.LINE.name()) ? BankUrls.BANK + "/" + made.id() : BankUrls.BANK;
    }
}
