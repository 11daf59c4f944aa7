package org.convergence.resources.ledger.domain;

import org.convergence.resources.ledger.AccountId;
import org.convergence.resources.ledger.AccountPurpose;

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
