package org.convergence.resources.ledger.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One payment.
 *
 * @param lead how it came, in one sentence
 * @param parts what it settled
 * @param notes what is to be known: that it went back, and where; that its batch is closed
 * @param change where it is said anew; {@code null} where it stays as it is
 * @param reverse where it is taken back; {@code null} where it cannot be
 * @param acknowledge where a paper is made that thanks for it
 */
public record PaymentPage(
        String title,
        String lead,
        @Nullable String name,
        @Nullable String nameUrl,
        @Nullable String remark,
        List<InvoicePage.Line> parts,
        String total,
        List<Note> notes,
        @Nullable String change,
        @Nullable String reverse,
        @Nullable String acknowledge) {

    /** A sentence; where it speaks of another movement, that one. */
    public record Note(String text, @Nullable String url) {}
}
