package org.convergence.resources.ledger.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.resources.ledger.AccountPurpose;
import org.convergence.resources.ledger.domain.BookAccountService.BookAccount;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** The accounts that exist without being entered. */
@ModuleTest
class UsualAccountsTest {

    @Autowired
    private TestUsers users;

    @Autowired
    private BookAccountService accounts;

    @Autowired
    private JdbcClient db;

    /** The accountant may have given the usual number to an account of another purpose. */
    @Test
    @Transactional
    void usesAnotherNumberWhenTheUsualOneIsTaken() {
        users.ensureOrganisation();
        BookAccount bank = find(AccountPurpose.BANK).get(0);
        db.sql("DELETE FROM resources.ledger_account WHERE purpose = 'QST'").update();
        db.sql("UPDATE resources.ledger_account SET code = '2320' WHERE id = ?")
                .param(bank.id().value())
                .update();
        assertThat(find(AccountPurpose.QST)).singleElement().returns("2320-2", BookAccount::code);
    }

    private List<BookAccount> find(AccountPurpose purpose) {
        return CurrentActor.callAs(users.actor(Role.ACCOUNTANT), () -> accounts.findByPurpose(purpose));
    }
}
