package org.convergence.resources.dues.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.membership.MembershipId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All invoices of a member's share in a call: the first, and those of later revisions. */
@Component
record ShareInvoiceRepository(JdbcClient db) {

    /**
     * An invoice of a share.
     *
     * @param left what may still be credited
     * @param byHand credits and write-offs outside revisions
     */
    record IssuedShareInvoice(InvoiceId id, BigDecimal left, BigDecimal byHand) {}

    /** The source of a share's first invoice; later ones append to it. */
    static String source(CallId call, MembershipId member) {
        return "resources.dues/" + call.value() + "/" + member.value();
    }

    /** Adds an invoice; adding it twice is an error. */
    void add(CallId call, MembershipId member, InvoiceId invoice) {
        db.sql("INSERT INTO resources.dues_invoice (invoice, call, membership) VALUES (?, ?, ?)")
                .params(invoice.value(), call.value(), member.value())
                .update();
    }

    /** The invoices of a share, the latest first. */
    List<IssuedShareInvoice> findByShare(CallId call, MembershipId member) {
        return db.sql("""
                        SELECT i.id, i.total - coalesce(sum(r.amount), 0) AS still,
                               coalesce(sum(r.amount) FILTER (WHERE r.source_module <> 'resources.dues'), 0) AS by_hand
                        FROM resources.dues_invoice d
                        JOIN resources.ledger_issued_invoice i ON i.id = d.invoice
                        LEFT JOIN resources.ledger_invoice_reduction r ON r.invoice = i.id
                        WHERE d.call = :call AND d.membership = :member
                        GROUP BY i.id, i.total, i.issued_on ORDER BY i.issued_on DESC, i.id DESC
                        """)
                .param("call", call.value())
                .param("member", member.value())
                .query((row, n) -> new IssuedShareInvoice(
                        new InvoiceId(row.getObject("id", UUID.class)),
                        row.getBigDecimal("still"),
                        row.getBigDecimal("by_hand")))
                .list();
    }
}
