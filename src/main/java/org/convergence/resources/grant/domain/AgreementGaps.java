package org.convergence.resources.grant.domain;

import java.util.List;
import java.util.stream.Stream;

/**
 * What lacks before an agreement is closed.
 *
 * @param deliverables not handed in
 * @param instalments not received
 * @param refunds not returned to the funder
 * @param openExpenses not accepted by the accountant
 * @param unreported 1 unless a financial report until the last day is filed
 * @param unretained 1 unless it is said until when vouchers are kept
 */
public record AgreementGaps(
        int deliverables, int instalments, int refunds, int openExpenses, int unreported, int unretained) {

    /** How many days before its end an agreement is to be closed. */
    public static final int DAYS_AHEAD = 90;

    /** A SELECT of the agreements that run, with these figures. */
    public static final String RUNNING = """
            SELECT a.id, a.title, a.ends_on,
                   (SELECT count(*) FROM resources.grant_agreement_due d
                    WHERE d.agreement = a.id AND d.kind = 'DELIVERABLE' AND d.done_on IS NULL) AS deliverables,
                   (SELECT count(*) FROM resources.grant_agreement_due d
                    WHERE d.agreement = a.id AND d.kind = 'INSTALMENT' AND d.done_on IS NULL) AS instalments,
                   (SELECT count(*) FROM resources.grant_agreement_due d
                    WHERE d.agreement = a.id AND d.kind = 'REFUND' AND d.done_on IS NULL) AS refunds,
                   coalesce(b.open_expenses, 0) AS open_expenses,
                   CASE WHEN b.reported_until >= a.ends_on THEN 0 ELSE 1 END AS unreported,
                   CASE WHEN a.retained_until IS NULL THEN 1 ELSE 0 END AS unretained
            FROM resources.grant_agreement a
            LEFT JOIN resources.spending_budget_standing b ON b.subject = 'resources.grant/agreement/' || a.id
            WHERE a.closed_on IS NULL
            """;

    /** Something that lacks, with a message key and how often. */
    public record ClosingLack(String key, int count) {}

    /** What lacks; empty if the agreement can be closed. */
    public List<ClosingLack> lacks() {
        return Stream.of(
                        new ClosingLack("deliverables", deliverables),
                        new ClosingLack("instalments", instalments),
                        new ClosingLack("refunds", refunds),
                        new ClosingLack("expenses", openExpenses),
                        new ClosingLack("report", unreported),
                        new ClosingLack("retention", unretained))
                .filter(lack -> lack.count() > 0)
                .map(lack -> new ClosingLack("grant.agreement.closing.lack." + lack.key(), lack.count()))
                .toList();
    }
}
