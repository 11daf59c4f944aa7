package org.convergence.resources.ledger.domain;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.domain.StatementImportKind.StatementSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Persistence of bank lines, each stored once, whatever the number of files that have it. */
@Component
record StatementRepository(JdbcClient db, Clock clock) {

    /** The columns and settings with which the last file of a bank with this head was read. */
    record RememberedColumns(List<String> columns, DateOrder dates, DirectionSettings directions) {}

    Optional<RememberedColumns> findColumns(AccountId bank, String head) {
        return db.sql(
                        "SELECT columns, dates, unsigned, incoming, outgoing FROM resources.ledger_bank_columns WHERE bank = ? AND head = ?")
                .params(bank.value(), head)
                .query((row, n) -> new RememberedColumns(
                        Arrays.asList((String[]) row.getArray("columns").getArray()),
                        DateOrder.valueOf(row.getString("dates")),
                        new DirectionSettings(
                                DirectionSettings.UnsignedMeaning.valueOf(row.getString("unsigned")),
                                row.getString("incoming"),
                                row.getString("outgoing"))))
                .optional();
    }

    void remember(AccountId bank, String head, RememberedColumns kept) {
        db.sql("""
                        INSERT INTO resources.ledger_bank_columns AS c
                            (id, bank, head, columns, dates, unsigned, incoming, outgoing)
                        VALUES (:id, :bank, :head, :columns, :dates, :unsigned, :incoming, :outgoing)
                        ON CONFLICT (bank, head) DO UPDATE
                        SET columns = excluded.columns, dates = excluded.dates, unsigned = excluded.unsigned,
                            incoming = excluded.incoming, outgoing = excluded.outgoing, version = c.version + 1
                        """)
                .param("id", Ids.next())
                .param("bank", bank.value())
                .param("head", head)
                .param("columns", kept.columns().toArray(String[]::new))
                .param("dates", kept.dates().name())
                .param("unsigned", kept.directions().unsigned().name())
                .param("incoming", kept.directions().incoming())
                .param("outgoing", kept.directions().outgoing())
                .update();
    }

    void insertStatement(StatementSettings settings, String name) {
        db.sql("""
                        INSERT INTO resources.ledger_statement (id, bank, name, currency, read_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """)
                .params(settings.statement(), settings.bank(), name, settings.currency(), SqlTime.now(clock))
                .update();
    }

    /** How many lines of each fingerprint an account has. */
    Map<String, Integer> countKnown(UUID bank, Collection<String> fingerprints) {
        Map<String, Integer> known = new HashMap<>();
        db.sql("""
                        SELECT fingerprint, max(occurrence) AS many FROM resources.ledger_bank_line
                        WHERE bank = ? AND fingerprint = ANY (?) GROUP BY fingerprint
                        """)
                .params(bank, fingerprints.toArray(String[]::new))
                .query((row, n) -> known.put(row.getString("fingerprint"), row.getInt("many")))
                .list();
        return known;
    }

    /** How many equal lines come before in the same file. */
    int countBefore(UUID statement, int number, String fingerprint) {
        return db.sql("""
                        SELECT count(*) FROM resources.ledger_statement_line s
                        JOIN resources.ledger_bank_line l ON l.id = s.line
                        WHERE s.statement = ? AND s.number < ? AND l.fingerprint = ?
                        """)
                .params(statement, number, fingerprint)
                .query(Integer.class)
                .single();
    }

    /** Enters a line, unless it is known. */
    Optional<BankLineId> insertLine(StatementSettings settings, StatementRow.StatementLine line, int occurrence) {
        return db.sql("""
                        INSERT INTO resources.ledger_bank_line
                            (id, bank, day, currency, amount, text, reference, balance, fingerprint, occurrence)
                        VALUES (:id, :bank, :day, :currency, :amount, :text, :reference, :balance, :fingerprint, :occurrence)
                        ON CONFLICT (bank, fingerprint, occurrence) DO NOTHING RETURNING id
                        """)
                .param("id", Ids.next())
                .param("bank", settings.bank())
                .param("day", line.day())
                .param("currency", settings.currency())
                .param("amount", line.amount())
                .param("text", line.text())
                .param("reference", line.reference())
                .param("balance", line.balance())
                .param("fingerprint", line.fingerprint())
                .param("occurrence", occurrence)
                .query(UUID.class)
                .optional()
                .map(BankLineId::new);
    }

    /** Records that a file contains a line. */
    void linkLine(StatementSettings settings, int number, StatementRow.StatementLine line, int occurrence) {
        db.sql("""
                        INSERT INTO resources.ledger_statement_line (statement, number, line)
                        SELECT :statement, :number, id FROM resources.ledger_bank_line
                        WHERE bank = :bank AND fingerprint = :fingerprint AND occurrence = :occurrence
                        ON CONFLICT DO NOTHING
                        """)
                .param("statement", settings.statement())
                .param("number", number)
                .param("bank", settings.bank())
                .param("fingerprint", line.fingerprint())
                .param("occurrence", occurrence)
                .update();
    }

    /**
     * Removes a line from a file; deletes it unless another file has it.
     *
     * @throws Refused if the line is identified
     */
    void remove(UUID statement, UUID line) {
        String state = db.sql("SELECT state FROM resources.ledger_bank_line WHERE id = ? FOR UPDATE")
                .param(line)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NotFound("line"));
        boolean elsewhere = db.sql(
                        "SELECT EXISTS (SELECT FROM resources.ledger_statement_line WHERE line = ? AND statement <> ?)")
                .params(line, statement)
                .query(Boolean.class)
                .single();
        if (!elsewhere && !state.equals("OPEN")) {
            throw new Refused("ledger.refused.line-settled");
        }
        db.sql("DELETE FROM resources.ledger_statement_line WHERE statement = ? AND line = ?")
                .params(statement, line)
                .update();
        if (!elsewhere) {
            db.sql("DELETE FROM resources.ledger_bank_line WHERE id = ?")
                    .param(line)
                    .update();
        }
    }

    /** @throws Refused if the statement still has a line that no other file has */
    void remove(UUID statement) {
        db.sql("""
                        DELETE FROM resources.ledger_statement_line s WHERE s.statement = ? AND EXISTS
                            (SELECT FROM resources.ledger_statement_line o WHERE o.line = s.line AND o.statement <> s.statement)
                        """).param(statement).update();
        boolean left = db.sql("SELECT EXISTS (SELECT FROM resources.ledger_statement_line WHERE statement = ?)")
                .param(statement)
                .query(Boolean.class)
                .single();
        if (left) {
            throw new Refused("ledger.refused.line-settled");
        }
        db.sql("DELETE FROM resources.ledger_statement WHERE id = ?")
                .param(statement)
                .update();
    }
}
