package org.convergence.resources.ledger.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.imports.web.AbstractImportController;
import org.convergence.platform.imports.web.ImportControllerSupport;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.imports.web.ImportStartPage;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.LedgerPermissions;
import org.convergence.resources.ledger.domain.BookAccountService;
import org.convergence.resources.ledger.domain.BookAccountService.BookAccount;
import org.convergence.resources.ledger.domain.DateOrder;
import org.convergence.resources.ledger.domain.DirectionSettings;
import org.convergence.resources.ledger.domain.DirectionSettings.UnsignedMeaning;
import org.convergence.resources.ledger.domain.StatementColumn;
import org.convergence.resources.ledger.domain.StatementImportKind;
import org.convergence.resources.ledger.domain.StatementImportKind.StatementSettings;
import org.convergence.resources.ledger.web.StatementPage.StatementStartPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Imports bank statements: account, columns, entry, and removal. */
@Controller
@RequestMapping(StatementImportController.URL)
@Requires(LedgerPermissions.RECORD)
class StatementImportController extends AbstractImportController {

    static final String URL = LedgerUrls.IMPORT;

    private static final int WORDS = 500;

    private final ImportControllerSupport importControllerSupport;
    private final StatementImportKind kind;
    private final BookAccountService accounts;

    StatementImportController(
            ImportControllerSupport importControllerSupport, StatementImportKind kind, BookAccountService accounts) {
        super(URL, importControllerSupport, List.of(kind));
        this.importControllerSupport = importControllerSupport;
        this.kind = kind;
        this.accounts = accounts;
    }

    @Override
    protected Json chosen(ImportKind chosen, FormValues answers, Words t) {
        UUID bank = answers.id("bank");
        String currency = answers.text("currency", 3);
        if (accounts.findByPurpose(AccountPurpose.BANK).stream()
                .noneMatch(it -> it.id().value().equals(bank))) {
            throw new org.convergence.platform.database.NotFound("account");
        }
        return Json.of(
                new StatementSettings(Ids.next(), bank, PaymentForm.CURRENCIES.contains(currency) ? currency : "CAD"));
    }

    @Override
    protected ModelAndView start(ImportStartPage page) {
        List<BookAccount> banks = accounts.findByPurpose(AccountPurpose.BANK);
        if (!page.form().filled("bank")) {
            page.form().with("bank", banks.get(0).id());
        }
        if (!page.form().filled("currency")) {
            page.form().with("currency", "CAD");
        }
        return PageView.of(
                "resources/ledger/statement-start",
                new StatementStartPage(
                        page,
                        banks.stream().map(it -> Option.of(it.id(), it.label())).toList(),
                        PaymentForm.CURRENCIES.stream()
                                .map(it -> new Option(it, it))
                                .toList()));
    }

    @Override
    protected void fill(Form form, ImportFile file) {
        StatementSettings settings = file.choices().as(StatementSettings.class);
        form.with("dates", settings.dates())
                .with("unsigned", settings.direction().unsigned())
                .with("incoming", settings.direction().incoming())
                .with("outgoing", settings.direction().outgoing());
    }

    @Override
    protected Json choices(ImportFile file, Form form, FormValues answers) {
        StatementSettings settings = file.choices().as(StatementSettings.class);
        return Json.of(settings.with(
                answers.choice("dates", DateOrder.class), directions(file, settings.direction(), form, answers)));
    }

    /**
     * The typed settings; where a column was corrected, values detected from its cells replace settings that were not
     * typed.
     */
    private DirectionSettings directions(ImportFile file, DirectionSettings known, Form form, FormValues answers) {
        List<@Nullable StatementColumn> columns = columns(file, form);
        DirectionSettings typed = new DirectionSettings(
                form.filled("unsigned") ? answers.choice("unsigned", UnsignedMeaning.class) : known.unsigned(),
                Objects.requireNonNullElse(answers.optionalText("incoming", WORDS), ""),
                Objects.requireNonNullElse(answers.optionalText("outgoing", WORDS), ""));
        if (typed.isContradictory()) {
            form.reject("outgoing", "ledger.refused.direction-words");
        }
        if (columns.equals(file.columns()) || !typed.equals(known)) {
            return typed;
        }
        return kind.detectDirections(columns, file.head(), importControllerSupport.samples(file));
    }

    private static List<@Nullable StatementColumn> columns(ImportFile file, Form form) {
        List<@Nullable StatementColumn> columns = new ArrayList<>();
        for (int at = 0; at < file.head().size(); at++) {
            String said = form.value("column" + at);
            columns.add(Arrays.stream(StatementColumn.values())
                    .filter(it -> it.name().equals(said))
                    .findFirst()
                    .orElse(null));
        }
        return columns;
    }

    @Override
    protected ModelAndView page(ImportPage page, ImportFile file, Words t) {
        StatementSettings settings = file.choices().as(StatementSettings.class);
        return PageView.of(
                "resources/ledger/statement",
                new StatementPage(
                        page,
                        accounts.findById(new AccountId(settings.bank())).label() + ", " + settings.currency(),
                        Arrays.stream(DateOrder.values())
                                .map(it -> Option.of(it, t.say(it.key())))
                                .toList(),
                        file.columns().contains(StatementColumn.AMOUNT)
                                ? Arrays.stream(UnsignedMeaning.values())
                                        .map(it -> Option.of(it, t.say(it.key())))
                                        .toList()
                                : List.of(),
                        file.columns().contains(StatementColumn.DIRECTION)));
    }

    @Override
    protected Map<Integer, String> details(ImportFile file, List<ImportRow> rows, Words t) {
        StatementSettings settings = file.choices().as(StatementSettings.class);
        Map<Integer, String> details = new HashMap<>();
        rows.forEach(row -> kind.summarize(row, settings)
                .ifPresent(it -> details.put(
                        row.number(), t.shortDate(it.day()) + " · " + t.money(it.amount(), settings.currency()))));
        return details;
    }

    @Override
    protected String recordAddress(ImportedRecord made) {
        return made.thing().equals(StatementImportKind.StatementImportedType.LINE.name())
                ? LedgerUrls.BANK + "/" + made.id()
                : LedgerUrls.BANK;
    }
}
