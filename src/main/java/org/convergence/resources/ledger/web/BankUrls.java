package org.convergence.resources.ledger.web;

import org.convergence.resources.ledger.BankLineId;
import org.convergence.resources.ledger.BatchId;
import org.convergence.resources.ledger.DepositId;

/** The addresses of the bank and of the accountant. */
final class BankUrls {

    static final String BANK = LedgerUrls.HOME + "/bank";
    static final String IMPORT = BANK + "/import";
    static final String DEPOSITS = LedgerUrls.HOME + "/deposits";
    static final String QUEUE = LedgerUrls.HOME + "/queue";
    static final String BATCHES = LedgerUrls.HOME + "/batches";
    static final String ACCOUNTS = LedgerUrls.HOME + "/accounts";
    static final String BOOKS = LedgerUrls.HOME + "/books";

    private BankUrls() {}

    static String line(BankLineId id) {
        return BANK + "/" + id.value();
    }

    static String deposit(DepositId id) {
        return DEPOSITS + "/" + id.value();
    }

    static String batch(BatchId id) {
        return BATCHES + "/" + id.value();
    }
}
