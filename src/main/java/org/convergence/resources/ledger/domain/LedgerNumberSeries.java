package org.convergence.resources.ledger.domain;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers without gap: a number is taken in the transaction that uses it, and given back if that fails. Concurrent
 * transactions of a series wait for each other.
 */
@Component
record LedgerNumberSeries(JdbcClient db) {

    /** The kinds of numbered documents. */
    enum SeriesKind {
        /** Facture (invoice). */
        INVOICE("F"),
        /** Note de crédit (credit). */
        CREDIT("N"),
        /** Radiation (write-off). */
        WRITE_OFF("R"),
        /** Bordereau de dépôt (deposit slip). */
        DEPOSIT("D"),
        /** Lot (batch). */
        BATCH("L");

        private final String letter;

        SeriesKind(String letter) {
            this.letter = letter;
        }
    }

    /** A taken number. */
    record SeriesNumber(String series, int sequence) {}

    /** “F-2026-0042”. */
    static String format(String series, int sequence) {
        return series + "-" + "%04d".formatted(sequence);
    }

    /** The number as a column of SQL, of a table with this alias; null where it has none. */
    static String column(String alias) {
        return "%1$s.series || '-' || lpad(%1$s.sequence::text, greatest(4, length(%1$s.sequence::text)), '0')"
                .formatted(alias);
    }

    /** Takes the next number of a year. */
    SeriesNumber takeNext(SeriesKind kind, LocalDate day) {
        String name = kind.letter + "-" + day.getYear();
        int sequence = db.sql("""
                        INSERT INTO resources.ledger_series AS s (name, last) VALUES (?, 1)
                        ON CONFLICT (name) DO UPDATE SET last = s.last + 1 RETURNING last
                        """).param(name).query(Integer.class).single();
        return new SeriesNumber(name, sequence);
    }
}
