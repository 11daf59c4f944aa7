package org.convergence.resources.dues.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.convergence.directory.people.PersonId;
import org.convergence.resources.dues.domain.CallLineQueries.CallLine;
import org.convergence.resources.ledger.domain.InvoiceQueries;
import org.joda.money.Money;

/** Adds up the members of a call. */
final class CallTotalBuilder {

    private static final int NAMED = 12;

    private final Map<String, Money> sums = new TreeMap<>();
    private final Map<String, Money> asked = new TreeMap<>();
    private final Map<String, Money> owed = new TreeMap<>();
    private final List<String> lacking = new ArrayList<>();
    private final List<String> unreachable = new ArrayList<>();
    private final List<String> returned = new ArrayList<>();
    private final List<CallTotal.RefusedMember> refusing = new ArrayList<>();
    private int toPeople;
    private int members;
    private int askable;
    private int issued;
    private int byPost;
    private int excluded;
    private int askedBefore;
    private int leaving;
    private int carriedOver;

    /** Adds an issued invoice. */
    void add(InvoiceQueries.InvoiceSummary invoice) {
        issued++;
        merge(asked, invoice.total());
        merge(owed, invoice.balance());
    }

    /** Adds a member without an invoice. */
    void add(CallLine line) {
        members++;
        Money amount = line.amount();
        if (line.excluded() != null) {
            excluded++;
        } else if (line.notAsked() == NotInvoicedReason.ASKED_BEFORE) {
            askedBefore++;
        } else if (line.notAsked() == NotInvoicedReason.LEAVES) {
            leaving++;
        } else if (amount == null) {
            lacking.add(line.share().member().name());
        } else if (line.leftOut() != null) {
            refusing.add(new CallTotal.RefusedMember(line.share().member().name(), line.leftOut()));
        } else if (amount.isPositive()) {
            askable++;
            merge(sums, amount);
            countUnreachable(line);
        }
    }

    private void countUnreachable(CallLine line) {
        BillingRecipients.BillingRecipient reach = line.share().reach();
        if (!reach.isReachable()) {
            unreachable.add(line.share().member().name());
        }
        if (reach.returned() && !reach.byPost()) {
            returned.add(line.share().member().name());
        }
        toPeople += reach.payer() instanceof PersonId && reach.mail() != null ? 1 : 0;
        byPost += reach.byPost() ? 1 : 0;
        var headcount = line.share().headcount();
        carriedOver += headcount != null && headcount.carriedOver() ? 1 : 0;
    }

    private static void merge(Map<String, Money> sums, Money money) {
        sums.merge(money.getCurrencyUnit().getCode(), money, Money::plus);
    }

    /**
     * @param asked how many of the call's members are invoiced
     * @param shares how many members are invoiced in all
     */
    CallTotal build(DuesEligibility asking, int asked, int shares) {
        return new CallTotal(
                members + asked,
                askable,
                List.copyOf(sums.values()),
                issued,
                List.copyOf(this.asked.values()),
                List.copyOf(owed.values()),
                lacking.size(),
                lacking.stream().limit(NAMED).toList(),
                unreachable.size(),
                unreachable.stream().limit(NAMED).toList(),
                returned.size(),
                returned.stream().limit(NAMED).toList(),
                refusing.size(),
                refusing.stream().limit(NAMED).toList(),
                toPeople == 0 || asking.isSigned() ? 0 : toPeople,
                byPost,
                excluded,
                askedBefore,
                leaving,
                shares - asked,
                carriedOver);
    }
}
