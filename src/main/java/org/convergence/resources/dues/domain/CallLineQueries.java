package org.convergence.resources.dues.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.Party;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.dues.CallKind;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.dues.RateId;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.convergence.resources.membership.HeadcountStatus;
import org.convergence.resources.membership.MembershipId;
import org.convergence.resources.membership.domain.HeadcountPolicy;
import org.convergence.resources.membership.domain.MemberQueries;
import org.convergence.resources.membership.domain.MemberQueries.MemberFilter;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The amount that a call asks of each member: computed before the issue, invoiced afterwards. */
@Service
@Transactional(readOnly = true)
@Requires(DuesPermissions.READ)
public class CallLineQueries {

    private static final int AT_ONCE = 500;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final CurrencyUnit CAD = CurrencyUnit.of("CAD");

    private final DuesPreview preview;
    private final RateService rates;
    private final MemberQueries members;
    private final InvoiceQueries invoices;
    private final DuesEligibility duesEligibility;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    CallLineQueries(
            DuesPreview preview,
            RateService rates,
            MemberQueries members,
            InvoiceQueries invoices,
            DuesEligibility duesEligibility,
            OrganisationSettings settings,
            JdbcClient db) {
        this.preview = preview;
        this.rates = rates;
        this.members = members;
        this.invoices = invoices;
        this.duesEligibility = duesEligibility;
        this.settings = settings;
        this.db = db;
    }

    /**
     * A member's line in a call.
     *
     * @param amount {@code null} where it cannot be computed
     * @param excluded the reason why the member is excluded; {@code null} where it is not
     * @param notAsked the reason why this call sends the member no invoice; {@code null} where it can
     * @param leftOut message key of the reason why the member cannot be written to; {@code null} where it can
     * @param invoices the issued invoices: the first one, then those of later revisions
     */
    public record CallLine(
            MemberAssessment share,
            @Nullable Money amount,
            @Nullable String excluded,
            @Nullable NotInvoicedReason notAsked,
            @Nullable String leftOut,
            List<InvoiceQueries.InvoiceSummary> invoices) {

        /** The first invoice; {@code null} where none was issued. */
        public InvoiceQueries.@Nullable InvoiceSummary invoice() {
            return invoices.isEmpty() ? null : invoices.get(0);
        }

        /** The sum of its invoices, less credits and write-offs; {@code null} where there is none. */
        public @Nullable Money asked() {
            return sum(it -> it.total().minus(it.reduced()));
        }

        /** The balance still owed; {@code null} where there is no invoice. */
        public @Nullable Money balance() {
            return sum(InvoiceQueries.InvoiceSummary::balance);
        }

        private @Nullable Money sum(Function<InvoiceQueries.InvoiceSummary, Money> of) {
            return invoices.stream().map(of).reduce(Money::plus).orElse(null);
        }

        /** The payment state on a day. */
        public CallLineState state(LocalDate today) {
            return CallLineState.of(invoices, today);
        }

        /** Whether an invoice can be issued. */
        public boolean isAskable() {
            return isEnterable() && leftOut == null;
        }

        /** Whether an invoice sent by other means can be entered. */
        public boolean isEnterable() {
            return amount != null && amount.isPositive() && excluded == null && notAsked == null && invoices.isEmpty();
        }
    }

    /** The stored share: why the member is excluded, or the data its invoice was computed from. */
    private record StoredShare(
            @Nullable String excluded,
            List<InvoiceId> invoices,
            @Nullable RateId rate,
            MemberAssessment.@Nullable AssessedHeadcount counted) {}

    /** A page of lines by member name, from a {@linkplain MemberQueries.MemberRow#position position} on. */
    public List<CallLine> findPage(DuesCallService.StoredCall call, @Nullable String after, int limit) {
        List<MemberQueries.MemberRow> some = members(call, after, limit);
        return lines(call, some, storedShares(call, some));
    }

    private List<MemberQueries.MemberRow> members(DuesCallService.StoredCall call, @Nullable String after, int limit) {
        return members.findPage(new MemberFilter(call.facts().reference(), null, ""), after, limit);
    }

    private List<CallLine> lines(
            DuesCallService.StoredCall call, List<MemberQueries.MemberRow> some, Map<UUID, StoredShare> before) {
        if (some.isEmpty()) {
            return List.of();
        }
        CallFacts facts = call.facts();
        List<MemberAssessment> shares = preview.assess(facts.reference(), some);
        Map<InvoiceId, InvoiceQueries.InvoiceSummary> issued = issuedInvoices(before);
        Map<RateId, AdoptedRate> adopted = issued.isEmpty()
                ? Map.of()
                : rates.findAll().stream().collect(Collectors.toMap(AdoptedRate::id, it -> it));
        Map<Party, String> leftOut = duesEligibility.findExcluded(
                facts.kind(), shares.stream().map(it -> it.member().member()).toList());
        Map<MembershipId, NotInvoicedReason> notAsked = duesEligibility.findNotInvoiced(call, some);
        List<CallLine> lines = new ArrayList<>();
        for (MemberAssessment share : shares) {
            StoredShare known = before.get(share.member().id().value());
            List<InvoiceId> own = known == null ? List.of() : known.invoices();
            AdoptedRate by = known == null || known.rate() == null ? null : adopted.get(known.rate());
            lines.add(new CallLine(
                    known == null || by == null ? share : share.asIssued(by, known.counted()),
                    amount(facts, share),
                    known == null ? null : known.excluded(),
                    own.isEmpty() ? notAsked.get(share.member().id()) : null,
                    own.isEmpty() ? leftOut.get(share.member().member()) : null,
                    own.stream().map(issued::get).filter(Objects::nonNull).toList()));
        }
        return lines;
    }

    private static @Nullable Money amount(CallFacts facts, MemberAssessment share) {
        DuesAmount owed = share.owed();
        BigDecimal percent = facts.percent();
        if (facts.kind() == CallKind.APPEAL && percent == null) {
            return Money.of(CAD, Objects.requireNonNull(facts.amount()), RoundingMode.HALF_UP);
        }
        if (owed == null || percent == null) {
            return owed == null ? null : owed.amount();
        }
        return Money.of(
                owed.amount().getCurrencyUnit(),
                owed.amount().getAmount().multiply(percent).divide(HUNDRED),
                RoundingMode.HALF_UP);
    }

    private Map<UUID, StoredShare> storedShares(DuesCallService.StoredCall call, List<MemberQueries.MemberRow> some) {
        LocalDate reference = call.facts().reference();
        UUID[] memberships = some.stream().map(it -> it.id().value()).toArray(UUID[]::new);
        Map<UUID, StoredShare> before = new HashMap<>();
        db.sql("""
                        SELECT s.membership, s.excluded, s.rate, s.headcount, s.status, s.counted_on,
                               ARRAY (SELECT d.invoice FROM resources.dues_invoice d
                                      WHERE d.call = s.call AND d.membership = s.membership
                                      ORDER BY d.invoice <> s.invoice, d.invoice) AS invoices
                        FROM resources.dues_share s WHERE s.call = ? AND s.membership = ANY (?)
                        """)
                .params(call.id().value(), memberships)
                .query((row, n) -> {
                    UUID rate = row.getObject("rate", UUID.class);
                    return before.put(
                            row.getObject("membership", UUID.class),
                            new StoredShare(
                                    row.getString("excluded"),
                                    Stream.of((UUID[]) row.getArray("invoices").getArray())
                                            .map(InvoiceId::new)
                                            .toList(),
                                    rate == null ? null : new RateId(rate),
                                    counted(row, reference)));
                })
                .list();
        return before;
    }

    private static MemberAssessment.@Nullable AssessedHeadcount counted(ResultSet row, LocalDate reference)
            throws SQLException {
        String status = row.getString("status");
        LocalDate on = row.getObject("counted_on", LocalDate.class);
        return status == null || on == null
                ? null
                : new MemberAssessment.AssessedHeadcount(
                        row.getInt("headcount"),
                        HeadcountStatus.valueOf(status),
                        on,
                        HeadcountPolicy.isCarriedOver(on, reference));
    }

    private Map<InvoiceId, InvoiceQueries.InvoiceSummary> issuedInvoices(Map<UUID, StoredShare> before) {
        List<InvoiceId> ids =
                before.values().stream().flatMap(it -> it.invoices().stream()).toList();
        Map<InvoiceId, InvoiceQueries.InvoiceSummary> issued = new HashMap<>();
        if (ids.isEmpty()) {
            return issued;
        }
        invoices.findByIds(ids, settings.today()).forEach(it -> issued.put(it.id(), it));
        return issued;
    }

    /** All lines, by member name. */
    public List<CallLine> findAll(DuesCallService.StoredCall call) {
        List<CallLine> all = new ArrayList<>();
        List<CallLine> some;
        do {
            String after = all.isEmpty()
                    ? ""
                    : all.get(all.size() - 1).share().member().position();
            some = findPage(call, after, AT_ONCE);
            all.addAll(some);
        } while (some.size() == AT_ONCE);
        return all;
    }

    /** How many members joined since a call was issued and have no invoice for its period; one query. */
    public int countNewcomers(DuesCallService.StoredCall call) {
        return duesEligibility.countNewcomers(call, settings.today());
    }

    /**
     * The totals of a call. Members already invoiced are totalled from their invoices, also those that are no longer
     * members on the reference date.
     */
    public CallTotal computeTotal(DuesCallService.StoredCall call) {
        CallTotalBuilder all = new CallTotalBuilder();
        Map<InvoiceId, UUID> issued = issuedInvoices(call);
        invoices.findByIds(issued.keySet(), settings.today()).forEach(all::add);
        int asked = 0;
        String after = "";
        List<MemberQueries.MemberRow> some;
        do {
            some = members(call, after, AT_ONCE);
            Map<UUID, StoredShare> before = storedShares(call, some);
            List<MemberQueries.MemberRow> left =
                    some.stream().filter(it -> isNotInvoiced(before, it)).toList();
            asked += some.size() - left.size();
            lines(call, left, before).forEach(all::add);
            after = some.isEmpty() ? after : some.get(some.size() - 1).position();
        } while (some.size() == AT_ONCE);
        return all.build(duesEligibility, asked, Set.copyOf(issued.values()).size());
    }

    /** All invoices of a call, with the membership of each. */
    private Map<InvoiceId, UUID> issuedInvoices(DuesCallService.StoredCall call) {
        Map<InvoiceId, UUID> issued = new HashMap<>();
        db.sql("SELECT invoice, membership FROM resources.dues_invoice WHERE call = ?")
                .param(call.id().value())
                .query((row, n) -> issued.put(
                        new InvoiceId(row.getObject("invoice", UUID.class)), row.getObject("membership", UUID.class)))
                .list();
        return issued;
    }

    private static boolean isNotInvoiced(Map<UUID, StoredShare> before, MemberQueries.MemberRow member) {
        StoredShare known = before.get(member.id().value());
        return known == null || known.invoices().isEmpty();
    }
}
