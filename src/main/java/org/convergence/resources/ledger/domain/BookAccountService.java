package org.convergence.resources.ledger.domain;

import java.util.List;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.LedgerPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The accounts of the accountant's books that this application uses. The accounts needed exist from the first day under
 * usual numbers; the accountant corrects them.
 */
@Service
@Transactional
@Requires(LedgerPermissions.REVIEW)
public class BookAccountService {

    private static final String TABLE = "resources.ledger_account";

    private final JdbcClient db;
    private final UsualAccounts usualAccounts;

    BookAccountService(JdbcClient db, UsualAccounts usualAccounts) {
        this.db = db;
        this.usualAccounts = usualAccounts;
    }

    /** All accounts, by number. */
    @Requires(LedgerPermissions.READ)
    public List<BookAccount> findAll() {
        List<BookAccount> accounts = rows(null);
        return accounts.stream().map(BookAccount::purpose).distinct().count() == AccountPurpose.values().length
                ? accounts
                : createMissing(null);
    }

    /** The accounts of a purpose, by number; never empty. */
    @Requires(LedgerPermissions.READ)
    public List<BookAccount> findByPurpose(AccountPurpose purpose) {
        List<BookAccount> accounts = rows(purpose);
        return accounts.isEmpty() ? createMissing(purpose) : accounts;
    }

    /** The first account of a purpose, for issuing invoices and entering payments. */
    @Open("account numbers are not secret, and the caller may record money")
    public AccountId findFirst(AccountPurpose purpose) {
        return findByPurpose(purpose).get(0).id();
    }

    /** Adds a bank account. */
    public AccountId addBank(String code, String name) {
        AccountId id = new AccountId(Ids.next());
        withUniqueCode(
                code,
                () -> db.sql("INSERT INTO resources.ledger_account (id, purpose, code, name) VALUES (?, 'BANK', ?, ?)")
                        .params(id.value(), code, name)
                        .update());
        return id;
    }

    /** Sets an account's number and name as in the books. */
    public void correct(AccountId id, int version, String code, String name) {
        int written = withUniqueCode(
                code, () -> db.sql("""
                                UPDATE resources.ledger_account SET code = ?, name = ?, version = version + 1
                                WHERE id = ? AND version = ?
                                """).params(code, name, id.value(), version).update());
        if (written == 0) {
            findById(id);
            throw new EditConflict(TABLE, id.value(), version);
        }
    }

    /** @throws NotFound if the account does not exist */
    @Requires(LedgerPermissions.READ)
    public BookAccount findById(AccountId id) {
        return rows(null).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("account"));
    }

    private static int withUniqueCode(String code, java.util.function.IntSupplier write) {
        try {
            return write.getAsInt();
        } catch (DuplicateKeyException taken) {
            throw new Refused("ledger.refused.code", code);
        }
    }

    private List<BookAccount> createMissing(@Nullable AccountPurpose wanted) {
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            usualAccounts.createMissingApart();
        } else {
            usualAccounts.createMissing();
        }
        return rows(wanted);
    }

    /** Creates the usual account of each purpose that has none. */
    @Component
    static class UsualAccounts {

        private final JdbcClient db;
        private final RecipientWords recipientWords;

        UsualAccounts(JdbcClient db, RecipientWords recipientWords) {
            this.db = db;
            this.recipientWords = recipientWords;
        }

        /** For a page, which only reads. */
        @Transactional(propagation = Propagation.REQUIRES_NEW)
        void createMissingApart() {
            createMissing();
        }

        void createMissing() {
            for (AccountPurpose purpose : AccountPurpose.values()) {
                db.sql("""
                                INSERT INTO resources.ledger_account (id, purpose, code, name)
                                SELECT :id, :purpose, c.code, :name
                                FROM (SELECT :code || CASE n WHEN 1 THEN '' ELSE '-' || n END AS code
                                      FROM generate_series(1, 20) n ORDER BY n) c
                                WHERE NOT EXISTS (SELECT FROM resources.ledger_account WHERE purpose = :purpose)
                                  AND NOT EXISTS (SELECT FROM resources.ledger_account a WHERE a.code = c.code)
                                LIMIT 1
                                ON CONFLICT DO NOTHING
                                """)
                        .param("id", Ids.next())
                        .param("purpose", purpose.name())
                        .param("code", purpose.usualCode())
                        .param("name", recipientWords.forOrganisation().say(purpose.key()))
                        .update();
            }
        }
    }

    private List<BookAccount> rows(@Nullable AccountPurpose purpose) {
        return db.sql("""
                        SELECT id, version, purpose, code, name FROM resources.ledger_account
                        WHERE CAST(:purpose AS text) IS NULL OR purpose = :purpose ORDER BY code
                        """)
                .param("purpose", purpose == null ? null : purpose.name())
                .query(RecordMapper.of(BookAccount.class))
                .list();
    }

    /**
     * An account of the accountant's books.
     *
     * @param code its number in the accounting software
     */
    public record BookAccount(AccountId id, int version, AccountPurpose purpose, String code, String name) {

        /** “4100 – Cotisations”. */
        public String label() {
            return code + " – " + name;
        }
    }
}
