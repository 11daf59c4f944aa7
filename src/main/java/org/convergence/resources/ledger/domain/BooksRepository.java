package org.convergence.resources.ledger.domain;

import java.time.Clock;
import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.SqlTime;
import org.convergence.resources.ledger.BooksLineId;
import org.convergence.resources.ledger.domain.BooksImportKind.BooksSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persistence of imported general ledgers. */
@Component
record BooksRepository(JdbcClient db, Clock clock) {

    void insertBooks(BooksSettings settings, String name) {
        db.sql("""
                        INSERT INTO resources.ledger_books (id, name, since, until, currency, read_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .params(
                        settings.books(),
                        name,
                        settings.since(),
                        settings.until(),
                        settings.currency(),
                        SqlTime.now(clock))
                .update();
    }

    BooksLineId insert(UUID books, int number, String account, BooksRow.BooksLine line) {
        BooksLineId id = new BooksLineId(Ids.next());
        db.sql("""
                        INSERT INTO resources.ledger_books_line (id, books, number, account, day, reference, text, amount)
                        VALUES (:id, :books, :number, :account, :day, :reference, :text, :amount)
                        """)
                .param("id", id.value())
                .param("books", books)
                .param("number", number)
                .param("account", account)
                .param("day", line.day())
                .param("reference", line.reference())
                .param("text", line.text())
                .param("amount", line.amount())
                .update();
        return id;
    }

    void removeLine(UUID id) {
        db.sql("DELETE FROM resources.ledger_books_line WHERE id = ?").param(id).update();
    }

    void remove(UUID books) {
        db.sql("DELETE FROM resources.ledger_books_line WHERE books = ?")
                .param(books)
                .update();
        db.sql("DELETE FROM resources.ledger_books WHERE id = ?").param(books).update();
    }
}
