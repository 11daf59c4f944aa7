package org.convergence.resources.ledger.web;

import java.util.Arrays;
import java.util.List;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.convergence.resources.ledger.LedgerPermissions;

/** The tabs of the ledger. */
enum LedgerTabs {
    INVOICES("ledger.invoices", LedgerUrls.HOME, LedgerPermissions.READ),
    PAYMENTS("ledger.payments", LedgerUrls.PAYMENTS, LedgerPermissions.READ),
    AGED("ledger.aged", LedgerUrls.AGED, LedgerPermissions.READ),
    BANK("ledger.bank", LedgerUrls.BANK, LedgerPermissions.READ),
    DEPOSITS("ledger.deposits", LedgerUrls.DEPOSITS, LedgerPermissions.READ),
    QUEUE("ledger.queue", LedgerUrls.QUEUE, LedgerPermissions.READ),
    BATCHES("ledger.batches", LedgerUrls.BATCHES, LedgerPermissions.READ),
    ACCOUNTS("ledger.accounts", LedgerUrls.ACCOUNTS, LedgerPermissions.REVIEW),
    BOOKS("ledger.books", LedgerUrls.BOOKS, LedgerPermissions.REVIEW);

    private final String key;
    private final String url;
    private final String permission;

    LedgerTabs(String key, String url, String permission) {
        this.key = key;
        this.url = url;
        this.permission = permission;
    }

    /** The tabs that the user may open, with the one at an address marked. */
    static List<Tab> findVisible(String current, Words t) {
        return Arrays.stream(values())
                .filter(it -> CurrentActor.get().may(it.permission))
                .map(it -> new Tab(t.say(it.key), it.url, it.url.equals(current)))
                .toList();
    }
}
