package org.convergence.example;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.currency.SalesTaxes;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.table.ExcelWorkbook;
import org.convergence.platform.text.Language;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.domain.AgreementService;
import org.convergence.resources.ledger.domain.BooksService;
import org.convergence.resources.ledger.domain.BooksService.BooksLineFacts;
import org.convergence.resources.spending.BudgetId;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.BudgetPeriod;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.domain.ExpenseBatchService;
import org.convergence.resources.spending.domain.ExpenseFacts;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseSplit;
import org.convergence.resources.spending.domain.ExpenseFacts.VoucherFile;
import org.convergence.resources.spending.domain.ExpenseService;
import org.convergence.resources.spending.domain.FinancialReportService;
import org.convergence.resources.spending.domain.FunderFormService;
import org.convergence.resources.spending.domain.FunderLinkService;
import org.convergence.resources.spending.domain.RemittanceMethod;
import org.convergence.resources.spending.domain.RemittanceService;
import org.convergence.resources.spending.domain.RemittanceService.RemittanceFacts;
import org.convergence.resources.spending.domain.RemittanceService.RemittanceTerms;
import org.convergence.resources.spending.domain.TaxRebateService;
import org.convergence.resources.spending.domain.TaxRebateService.TaxRebateFacts;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/**
 * What the mission’s agreement paid month after month, the accountant’s books of the same months, the report of the
 * first year, filed, with its funder’s link, and that of the second, to be approved.
 */
@Component
class SpendingChapter {

    static final List<String> ACCOUNTS = List.of("5100", "5200", "5300", "5400", "5510", "5520");
    private static final int SALARIES = 0;
    private static final int TRAVEL = 1;
    private static final int PRINTING = 2;
    private static final int OFFICE = 3;

    /** How long the funder’s link opens the filed report. */
    private static final int LINK_DAYS = 110;

    private final AgreementService agreements;
    private final ExpenseService expenses;
    private final TaxRebateService rebates;
    private final RemittanceService remittances;
    private final FinancialReportService reports;
    private final BooksService books;
    private final ExpenseBatchService batches;
    private final FunderFormService forms;
    private final FunderLinkService links;
    private final MatchChapter matches;
    private final DocumentService documents;
    private final AuditedOperations operations;
    private final RecipientWords words;
    private final List<BooksLineFacts> ledger = new ArrayList<>();
    private final Map<ExpenseId, Integer> paid = new LinkedHashMap<>();

    SpendingChapter(
            AgreementService agreements,
            ExpenseService expenses,
            TaxRebateService rebates,
            RemittanceService remittances,
            FinancialReportService reports,
            BooksService books,
            ExpenseBatchService batches,
            FunderFormService forms,
            FunderLinkService links,
            MatchChapter matches,
            DocumentService documents,
            AuditedOperations operations,
            RecipientWords words) {
        this.agreements = agreements;
        this.expenses = expenses;
        this.rebates = rebates;
        this.remittances = remittances;
        this.reports = reports;
        this.books = books;
        this.batches = batches;
        this.forms = forms;
        this.links = links;
        this.matches = matches;
        this.documents = documents;
        this.operations = operations;
        this.words = words;
    }

    /**
     * Enters the months of an agreement, each paid at mid-month.
     *
     * @param months how many there were
     */
    void enter(ExampleActors hands, List<BudgetLineState> lines, LocalDate start, int months) {
        Actor coordinator = hands.coordinator();
        Actor accountant = hands.actorOf(ExampleUser.GUYLAINE);
        ledger.clear();
        paid.clear();
        for (int i = 0; i < lines.size(); i++) {
            BudgetLineState line = lines.get(i);
            String account = ACCOUNTS.get(i);
            operations.runAs(
                    coordinator,
                    "grant.agreement.amend",
                    () -> agreements.amendLine(
                            line.id(), line.version(), line.budget().getAmount(), account, "5.1"));
        }
        operations.runAs(hands.actorOf(ExampleUser.IDRISS), "spending.record", () -> months(lines, start, months));
        operations.runAs(accountant, "spending.accept", () -> expenses.accept(paid));
        operations.runAs(accountant, "spending.close", batches::close);
    }

    private void months(List<BudgetLineState> lines, LocalDate start, int months) {
        for (int month = 0; month < months; month++) {
            LocalDate day = start.plusMonths(month).plusDays(13);
            pay(lines, SALARIES, day, "1950.00", "Paie du mois", "P-" + (101 + month), false);
            pay(lines, OFFICE, day.plusDays(1), "245.30", "Maison des organismes", "L-" + (1200 + month), false);
            if (month % 3 == 1) {
                pay(
                        lines,
                        TRAVEL,
                        day.minusDays(4),
                        month % 2 == 0 ? "684.75" : "748.20",
                        "Autocars Laurentiens",
                        "B-" + (40 + month),
                        true);
            }
        }
        pay(lines, PRINTING, start.plusMonths(7), "2904.15", "Imprimerie du Coin", "4102", true);
        pay(lines, PRINTING, start.plusMonths(14), "3980.60", "Imprimerie du Coin", "4257", true);
        pay(lines, PRINTING, start.plusMonths(19), "2911.40", "Graphisme Boréal", "GB-31", true);
        ExpenseId lodging =
                pay(lines, TRAVEL, start.plusMonths(16).plusDays(2), "396.00", "Hébergement de passage", "H-7", true);
        expenses.keepOnSite(lodging, true);
        paid.put(lodging, 2);
    }

    private ExpenseId pay(
            List<BudgetLineState> lines,
            int line,
            LocalDate day,
            String amount,
            String supplier,
            String number,
            boolean withVoucher) {
        ExpenseFacts facts = new ExpenseFacts(
                day,
                ExpenseService.money(new BigDecimal(amount), "CAD"),
                supplier,
                number,
                "",
                false,
                List.of(new ExpenseSplit(lines.get(line).id(), new BigDecimal("100"), null)));
        ExpenseId id;
        if (withVoucher) {
            byte[] text = (supplier + "\nFacture fictive " + number + "\n" + day + "\n" + amount + " $\n")
                    .getBytes(StandardCharsets.UTF_8);
            ByteArrayResource file = new ByteArrayResource(text);
            try (PreparedDocument prepared = documents.prepare(Upload.of("facture-" + number + ".txt", file))) {
                id = expenses.record(facts, new VoucherFile(prepared, null));
            }
        } else {
            id = expenses.record(facts, null);
        }
        paid.put(id, 1);
        addToBooks(line, day.plusDays(2), number, supplier, amount);
        return id;
    }

    /** The accountant says that taxes are rebated, and paper is bought whose receipt states them. */
    void payWithTaxes(Actor accountant, Actor staff, BudgetLineId line, LocalDate today) {
        BigDecimal half = new BigDecimal("50");
        operations.runAs(
                accountant,
                "spending.tax-rebate",
                () -> rebates.create(new TaxRebateFacts(
                        today.withDayOfMonth(1).minusMonths(6),
                        null,
                        half,
                        half,
                        "44,5 % d’aide gouvernementale l’an dernier, calcul au dossier")));
        BigDecimal total = new BigDecimal("148.20");
        ExpenseFacts paper = new ExpenseFacts(
                today.minusDays(3),
                ExpenseService.money(total, "CAD"),
                SalesTaxes.ofTotal(total),
                "Papeterie des Forges",
                "",
                "",
                false,
                List.of(new ExpenseSplit(line, new BigDecimal("100"), null)));
        operations.runAs(staff, "spending.record", () -> expenses.record(paper, null));
    }

    /** Pesos sent to the partner at the bank's rate, which the budget planned a little higher. */
    void remit(Actor who, OrganisationId partner, BudgetId budget, LocalDate day) {
        operations.runAs(
                who,
                "spending.remittance",
                () -> remittances.record(
                        budget,
                        new RemittanceFacts(
                                partner,
                                day,
                                new BigDecimal("2950.00"),
                                new BigDecimal("40000.00"),
                                "MXN",
                                "Virement fictif 118")));
        operations.runAs(
                who,
                "spending.remittance-terms",
                () -> remittances.setTerms(
                        budget, new RemittanceTerms(1, RemittanceMethod.FIRST_IN, "MXN", new BigDecimal("0.0750"))));
    }

    /** A line of the books, which the accountant enters when the money leaves. */
    void addToBooks(int line, LocalDate day, String reference, String text, String amount) {
        ledger.add(new BooksLineFacts(ACCOUNTS.get(line), day, reference, text, new BigDecimal(amount)));
    }

    /** Enters the match, imports the books until a day, files the report of the first year, and opens that of the second. */
    void report(
            ExampleActors hands,
            ExampleDirectory directory,
            AgreementId agreement,
            List<BudgetLineState> lines,
            LocalDate start,
            LocalDate until) {
        Actor coordinator = hands.coordinator();
        matches.enter(coordinator, directory, agreement, start, until);
        operations.runAs(
                hands.actorOf(ExampleUser.GUYLAINE),
                "ledger.books",
                () -> books.enter(
                        "grand-livre.csv",
                        start,
                        until,
                        ledger.stream()
                                .filter(line -> !line.day().isAfter(until))
                                .toList()));
        BudgetPeriod first = new BudgetPeriod(start, start.plusYears(1).minusDays(1));
        BudgetPeriod second =
                new BudgetPeriod(start.plusYears(1), start.plusYears(2).minusDays(1));
        BudgetLineId printing = lines.get(PRINTING).id();
        FinancialReportId filed = operations.callAs(coordinator, "spending.report.open", () -> {
            reports.explain(
                    printing,
                    first,
                    "Le guide a été repoussé à la deuxième année, à la demande des comités qui le relisent.");
            return reports.open(lines.get(0).budgetId(), first);
        });
        operations.runAs(coordinator, "spending.report.approve", () -> reports.approve(filed, 1));
        operations.runAs(coordinator, "spending.report.file", () -> reports.file(filed, 2, Language.FRENCH));
        operations.callAs(coordinator, "spending.link", () -> links.create(filed, until.plusDays(LINK_DAYS)));
        operations.callAs(
                coordinator,
                "spending.report.open",
                () -> reports.open(lines.get(0).budgetId(), second));
        operations.runAs(coordinator, "spending.form.add", () -> addForm(lines));
    }

    /** The workbook in which the funder wants each report. */
    private void addForm(List<BudgetLineState> lines) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        try (ExcelWorkbook workbook = new ExcelWorkbook(form, words.forOrganisation())) {
            workbook.addSheet(
                    "Rapport",
                    List.of("Postes", "Budget approuvé", "Dépenses", "Cumulatif", "Solde", "Explication des écarts"),
                    Stream.concat(lines.stream().map(BudgetLineState::label), Stream.of("Total"))
                            .map(List::of)
                            .iterator());
        }
        ByteArrayResource file = new ByteArrayResource(form.toByteArray());
        try (PreparedDocument prepared = documents.prepare(Upload.of("rapport-du-bailleur.xlsx", file))) {
            forms.create(lines.get(0).budgetId(), prepared);
        }
    }
}
