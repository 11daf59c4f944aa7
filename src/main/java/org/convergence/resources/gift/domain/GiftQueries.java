package org.convergence.resources.gift.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.ListExportLog;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.list.ListOrder;
import org.convergence.platform.list.ListPage;
import org.convergence.platform.list.ListQuery;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.SqlConditions;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.gift.GiftPermissions;
import org.convergence.resources.gift.domain.Gift.GiftId;
import org.convergence.resources.ledger.AccountantBooks;
import org.convergence.resources.ledger.PaymentId;
import org.convergence.resources.ledger.PaymentMethod;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads gifts, the latest first, and the payments that are gifts without a donor yet. */
@Service
@Transactional(readOnly = true)
@Requires(GiftPermissions.RECORD)
public class GiftQueries {

    /** The most payments without a donor that are read. */
    private static final int MOST_PAYMENTS = 50;

    private static final int MOST_DONORS = 5_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private static final String LETTERS =
            "FROM platform.mail_letter_status s WHERE s.matter = 'gift_thanks' AND s.record_id = g.id AND s.state IN (%s)";

    private static final String LEFT = LETTERS.formatted("'SENT', 'DELIVERED_OTHERWISE'");
    private static final String THANKED = "EXISTS (SELECT " + LEFT + ")";
    /** Asked of each gift of a page by itself: the database would read all letters to answer EXISTS for all gifts. */
    private static final String ONE = "(SELECT true %s LIMIT 1) IS TRUE";

    private static final String COLUMNS =
            """
            g.id, g.version, g.number, g.organisation, g.person, coalesce(o.name, p.display_name) AS donor_name,
            g.received_on, g.currency, g.amount, g.home_amount, g.method, g.reference, g.description, g.remark, g.fund,
            f.name AS fund_name, g.commitment, g.month, g.payment, g.movement, g.reversed_on, g.reversal_reason,
            """ + ONE.formatted(LEFT) + " AS is_thanked, " + ONE.formatted(LETTERS.formatted("'WAITING'"))
                    + " AS is_thanks_waiting";

    private static final String TABLES = """
            resources.gift g
            LEFT JOIN directory.people_organisation_name o ON o.id = g.organisation
            LEFT JOIN directory.people_person_name p ON p.id = g.person
            LEFT JOIN resources.fund_name f ON f.id = g.fund
            """;

    private static final String NAMED = """
            (g.person IN (SELECT id FROM directory.people_person_name WHERE search_form LIKE '%' || :name || '%')
             OR g.organisation IN (SELECT id FROM directory.people_organisation_name WHERE search_form LIKE '%' || :name || '%')
             OR g.number::text = :name)""";

    private static final String UNATTACHED =
            "NOT p.is_reversed AND NOT EXISTS (SELECT FROM resources.gift g WHERE g.payment = p.id)";

    private final JdbcClient db;
    private final ListExportLog exports;
    private final ListQuery<GiftFilter, Gift> list;

    GiftQueries(JdbcClient db, ListExportLog exports) {
        this.db = db;
        this.exports = exports;
        this.list = new ListQuery<>(
                db,
                COLUMNS,
                TABLES,
                filter -> conditions(filter),
                List.of(ListOrder.<Gift>descending("latest")
                        .day("g.received_on", Gift::receivedOn)
                        .id("g.id", Gift::id)),
                RecordMapper.of(Gift.class));
    }

    /**
     * The filter of the list.
     *
     * @param name a part of the donor's name, or the number; empty for all
     * @param toThank only gifts of known donors whose thanks have not left
     */
    public record GiftFilter(
            String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable UUID fund,
            @Nullable UUID donor,
            boolean toThank) {

        /** Every gift. */
        public static final GiftFilter ALL = new GiftFilter("", null, null, null, null, false);
    }

    /** A payment that was entered in the ledger as a gift, without its donor; the payer's name may be empty. */
    public record GiftPayment(
            PaymentId id,
            LocalDate receivedOn,
            PaymentMethod method,
            @Nullable String reference,
            @Nullable String payer,
            @Nullable OrganisationId organisation,
            @Nullable PersonId person,
            Money amount) {}

    private static SqlConditions conditions(GiftFilter filter) {
        SqlConditions all = new SqlConditions()
                .andSelective(NAMED, "name", TextNormalizer.fold(filter.name()))
                .and("g.received_on >= :from", "from", filter.from())
                .and("g.received_on <= :to", "to", filter.to())
                .andSelective("g.fund = :fund", "fund", filter.fund())
                .andSelective("(g.organisation = :donor OR g.person = :donor)", "donor", filter.donor());
        return filter.toThank()
                ? all.and("g.reversed_on IS NULL AND num_nonnulls(g.organisation, g.person) = 1 AND NOT " + THANKED)
                : all;
    }

    /** A page of the list. */
    public ListPage<Gift> findPage(ListRequest<GiftFilter> request) {
        return list.findPage(request);
    }

    /** Every gift of the filter for a file, which is noted in the log of exports (R-L25-15). */
    @Transactional
    public Iterator<Gift> takeOut(GiftFilter filter, String format) {
        exports.record(format, list.count(filter).atLeast(), !filter.equals(GiftFilter.ALL));
        return list.iterateAll(filter, "");
    }

    /** @throws NotFound if there is no such gift */
    public Gift findById(GiftId id) {
        return list.findByIds(GiftFilter.ALL, List.of(id)).stream().findFirst().orElseThrow(() -> new NotFound("gift"));
    }

    /** The latest payments entered as gifts since a day that have no donor yet. */
    public List<GiftPayment> findUnattached(LocalDate since) {
        return payments(
                "p.received_on >= ? AND " + UNATTACHED + " ORDER BY p.received_on DESC, p.id DESC LIMIT "
                        + MOST_PAYMENTS,
                since);
    }

    /** @throws NotFound if there is no such payment, or its donor is known */
    public GiftPayment findUnattached(PaymentId id) {
        return payments(UNATTACHED + " AND p.id = ?", id.value()).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("payment"));
    }

    private List<GiftPayment> payments(String condition, Object parameter) {
        return db.sql(
                        "SELECT p.id, p.received_on, p.method, p.reference, p.payer, p.organisation, p.person, p.currency, p.amount"
                                + " FROM resources.ledger_gift_payment p WHERE " + condition)
                .param(parameter)
                .query(RecordMapper.of(GiftPayment.class))
                .list();
    }

    /** What a donor gave in a calendar year, the first gift first, without gifts that were reversed. */
    List<Gift> findOfYear(Party donor, int year) {
        requireYear(year);
        List<Gift> gifts = new ArrayList<>();
        list.iterateAll(
                        new GiftFilter(
                                "", LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), null, donor.value(), false),
                        "-latest")
                .forEachRemaining(gifts::add);
        gifts.removeIf(each -> each.reversedOn() != null);
        return gifts;
    }

    /**
     * A donor of a year.
     *
     * @param amount of all gifts that were not reversed, in the currency of the books
     * @param account the id of the account that was sent or handed over last; {@code null} for none
     */
    public record YearDonor(
            @Nullable OrganisationId organisation,
            @Nullable PersonId person,
            String name,
            int count,
            BigDecimal amount,
            @Nullable UUID account) {

        public Party party() {
            return Party.of(organisation, person);
        }
    }

    /** The donors of a calendar year by name; those who were erased are left out. */
    public List<YearDonor> findDonors(int year) {
        requireYear(year);
        return db.sql("""
                        SELECT g.organisation, g.person, coalesce(o.name, p.display_name) AS name, g.count, g.amount,
                               (SELECT a.id FROM resources.gift_account a WHERE a.year = :year
                                AND (a.organisation = g.organisation OR a.person = g.person) ORDER BY a.id DESC LIMIT 1) AS account
                        FROM (SELECT organisation, person, count(*)::int AS count, sum(home_amount) AS amount
                              FROM resources.gift
                              WHERE received_on BETWEEN :from AND :to AND reversed_on IS NULL
                                AND num_nonnulls(organisation, person) = 1
                              GROUP BY organisation, person) g
                        LEFT JOIN directory.people_organisation_name o ON o.id = g.organisation
                        LEFT JOIN directory.people_person_name p ON p.id = g.person
                        WHERE coalesce(o.name, p.display_name) IS NOT NULL
                        ORDER BY coalesce(o.name, p.sort_name) COLLATE "fr-CA-x-icu", coalesce(g.organisation, g.person)
                        LIMIT :most
                        """)
                .param("year", year)
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year, 12, 31))
                .param("most", MOST_DONORS)
                .query(RecordMapper.of(YearDonor.class))
                .list();
    }

    private static void requireYear(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new NotFound("year");
        }
    }

    /** An appeal or a fund that a gift can be for. */
    public record GiftPurpose(FundId fund, String name) {}

    /** The appeals open on a day, then the other funds, each by name. */
    public List<GiftPurpose> findPurposes(LocalDate day) {
        return db.sql("""
                        SELECT f.id AS fund, f.name FROM resources.fund_name f
                        LEFT JOIN resources.appeal_period a ON a.fund = f.id
                        WHERE f.currency = :currency
                          AND (a.fund IS NULL OR :day >= a.opens_on AND (a.closes_on IS NULL OR :day <= a.closes_on))
                        ORDER BY a.fund IS NULL, lower(f.name), f.id LIMIT 500
                        """)
                .param("currency", AccountantBooks.CURRENCY)
                .param("day", day)
                .query(RecordMapper.of(GiftPurpose.class))
                .list();
    }
}
