package org.convergence.resources.dues.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.membership.MembershipId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All invoices of a member's share in a call: the first, and what was asked besides since. */
@Component
class ShareInvoices {

    private final JdbcClient db;

    ShareInvoices(JdbcClient db) {
        this.db = db;
    }

    /**
     * One of them.
     *
     * @param left what of it may still be credited
     * @param byHand what was credited or given up of it otherwise than by a revision
     */
    record Issued(InvoiceId id, BigDecimal left, BigDecimal byHand) {}

    /** What asks for an invoice of a share; what comes after the first adds to it. */
    static String source(CallId call, MembershipId member) {
        return "resources.dues/" + call.value() + "/" + member.value();
    }

    /** Adds one; the same twice is an error. */
    void add(CallId call, MembershipId member, InvoiceId invoice) {
        db.sql("INSERT INTO resources.dues_invoice (invoice, call, membership) VALUES (?, ?, ?)")
                .params(invoice.value(), call.value(), member.value())
                .update();
    }

    /** Those of a share, the latest first. */
    List<Issued> of(CallId call, MembershipId member) {
        return db.sql("""
                        SELECT i.id, i.total - coalesce(sum(r.amount), 0) AS still,
                               coalesce(sum(r.amount) FILTER (WHERE NOT starts_with(coalesce(r.source, ''), :source)), 0) AS by_hand
                        FROM resources.dues_invoice d
                        JOIN resources.ledger_invoice i ON i.id = d.invoice
                        LEFT JOIN resources.ledger_reduction r ON r.invoice = i.id
                        WHERE d.call = :call AND d.membership = :member
                        GROUP BY i.id ORDER BY i.issued_on DESC, i.id DESC
                        """)
                .param("source", source(call, member) + "/")
                .param("call", call.value())
                .param("member", member.value())
                .query((row, n) -> new Issued(
                        new InvoiceId(row.getObject("id", UUID.class)),
                        row.getBigDecimal("still"),
                        row.getBigDecimal("by_hand")))
                .list();
    }
}
