package org.convergence.faults;

import static org.convergence.resources.ledger.LedgerFixture.DAY;
import static org.convergence.resources.ledger.LedgerFixture.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationKind;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationService;
import org.convergence.platform.database.Ids;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.domain.CallFacts;
import org.convergence.resources.dues.domain.DuesCallService;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.domain.BookAccountService;
import org.convergence.resources.ledger.domain.InvoiceService;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.MemberKind;
import org.convergence.resources.membership.domain.AdmissionService;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.membership.domain.HeadcountFacts;
import org.convergence.resources.membership.domain.HeadcountService;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Members to be invoiced for dues, a few by mail, and bank lines that pay invoices; summarises the result in short
 * texts.
 */
@Lazy
@Component
class WeekMoneyFixture {

    /** One step of a call and three members more. */
    static final int MEMBERS = 28;

    static final int BY_MAIL = 4;

    /** The recipient whose letter reaches the mail server but is not noted as sent before the crash. */
    static final String CUT_OFF = "membre3@exemple.org";

    /** The headcount of one member of the second step. */
    static final int HEADCOUNT = 2_727;

    /** The amount of the bank line being tied. */
    static final String SECOND = "211.11";

    private final OrganisationService organisations;
    private final CategoryService categories;
    private final AdmissionService admission;
    private final HeadcountService headcounts;
    private final DuesCallService calls;
    private final InvoiceService invoicing;
    private final BookAccountService accounts;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    WeekMoneyFixture(
            OrganisationService organisations,
            CategoryService categories,
            AdmissionService admission,
            HeadcountService headcounts,
            DuesCallService calls,
            InvoiceService invoicing,
            BookAccountService accounts,
            OrganisationSettings settings,
            JdbcClient db) {
        this.organisations = organisations;
        this.categories = categories;
        this.admission = admission;
        this.headcounts = headcounts;
        this.calls = calls;
        this.invoicing = invoicing;
        this.accounts = accounts;
        this.settings = settings;
        this.db = db;
    }

    /** Prepares a call. */
    CallId prepareCall() {
        CategoryId unions =
                categories.add(new CategoryFacts("B", "Syndicats", MemberKind.ORGANISATION, null, null, null, null));
        LocalDate reference = settings.today().minusDays(30);
        for (int n = 1; n <= MEMBERS; n++) {
            OrganisationId id =
                    organisation("Membre %02d".formatted(n), n <= BY_MAIL ? "membre" + n + "@exemple.org" : null);
            admission.admit(new MembershipFacts(id, unions, LocalDate.of(2020, 1, 1), null));
            if (n == MEMBERS - 1) {
                headcounts.declare(new HeadcountFacts(id, reference, HEADCOUNT, HeadcountStatus.DECLARED, null, null));
            }
        }
        return calls.prepare(new CallFacts(
                CallKind.APPEAL,
                "Cinquantenaire",
                reference,
                settings.today().plusDays(30),
                null,
                null,
                new BigDecimal("100"),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                false));
    }

    /** Makes three bank lines with certain proposals, each for another invoice. */
    void createBankLines() {
        OrganisationId payer = organisation("Local du Vieux-Moulin", null);
        AccountId bank = accounts.addBank("1010", "Compte courant");
        for (String amount : List.of("111.11", SECOND, "311.11")) {
            invoicing.issue(invoice(payer, amount, DAY.plusDays(30), null));
            db.sql("""
                            INSERT INTO resources.ledger_bank_line
                                (id, bank, day, currency, amount, text, fingerprint, occurrence)
                            VALUES (?, ?, ?, 'CAD', ?, 'VIR Local du Vieux-Moulin', ?, 1)
                            """)
                    .params(
                            Ids.next(),
                            bank.value(),
                            DAY.plusDays(20 + Integer.parseInt(amount.substring(0, 1))),
                            new BigDecimal(amount),
                            amount)
                    .update();
        }
    }

    private OrganisationId organisation(String name, @Nullable String mail) {
        return organisations.create(new OrganisationFacts(
                name,
                null,
                List.of(),
                OrganisationKind.LOCAL_UNION,
                null,
                null,
                mail == null
                        ? List.of()
                        : List.of(new ContactPoint(
                                ContactPoint.ContactChannel.MAIL, ContactPoint.ContactSphere.PROFESSIONAL, mail, null)),
                null));
    }

    /**
     * The shares, letters and invoices, and whether each number is used once: “25 shares, 25 told, 28 invoices, 0
     * gaps”.
     */
    String describeInvoices() {
        return db.sql("""
                        SELECT format('%s shares, %s told, %s invoices, %s gaps',
                            (SELECT count(*) FROM resources.dues_share),
                            (SELECT count(DISTINCT invoice) FROM resources.dues_letter),
                            (SELECT count(DISTINCT (series, sequence)) FROM resources.ledger_invoice),
                            (SELECT count(*) FROM resources.ledger_series s
                             WHERE name LIKE 'F-%' AND last <> (SELECT count(*) FROM resources.ledger_invoice
                                                                WHERE series = s.name)))
                        """).query(String.class).single();
    }

    /** The tied lines: “1 tied, 1 payments of 111.11, 111.11 settled”. */
    String describeTiedLines() {
        return db.sql("""
                        SELECT format('%s tied, %s payments of %s, %s settled',
                            (SELECT count(*) FROM resources.ledger_bank_line WHERE state = 'TIED'),
                            count(*), trunc(sum(amount), 2),
                            (SELECT trunc(sum(amount), 2) FROM resources.ledger_allocation))
                        FROM resources.ledger_payment
                        """).query(String.class).single();
    }

    /** The result that the call's run reports. */
    String describeRun() {
        return db.sql("""
                        SELECT format('%s at attempt %s: %s issued, %s mailed', state, attempt, result ->> 'issued',
                                      result ->> 'mailed')
                        FROM platform.jobs_run WHERE kind = 'dues-call'
                        """).query(String.class).single();
    }
}
